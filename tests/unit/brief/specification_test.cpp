// The examples of specs/brief-format.md are read as it says.

#include <doctest/doctest.h>

#include <string>

#include "brief/brief.h"
#include "support/golden.h"

using namespace sixiang;

namespace {

// The next block between fences of that language, from `at` on, which moves behind it; empty: there is none.
std::string next_block(const std::string& markdown, const std::string& language, std::size_t& at) {
  const std::size_t word = markdown.find("`" + language + "\n", at);
  if (word == std::string::npos) return {};
  const std::string marks(word - markdown.find_last_not_of('`', word), '`');  // more where fences stand in the block
  const std::size_t begin = word + language.size() + 2;
  at = markdown.find("\n" + marks + "\n", word);
  return markdown.substr(begin, at + 1 - begin);
}

}  // namespace

TEST_CASE("the examples of the specification are read as it says") {
  const std::string markdown = testing::read_text(testing::source_path("specs/brief-format.md"));
  int examples = 0;
  for (std::size_t at = 0;; ++examples) {
    const std::string text = next_block(markdown, "brief", at);
    if (text.empty()) break;
    const std::string wanted = next_block(markdown, "reading", at);
    const Result<std::vector<brief::ReadBrief>> briefs = brief::read_briefs(text);
    REQUIRE(briefs);
    std::string readings;
    for (const brief::LineReading& reading : briefs.value()[0].readings) {
      readings += "line " + std::to_string(reading.line) + ": " + reading.meaning + "\n";
    }
    CHECK(readings == wanted);
  }
  CHECK(examples == 8);
}
