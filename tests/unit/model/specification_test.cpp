// The examples in specs/poster-format.md are posters and diagrams that we read.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "model/poster_json.h"
#include "support/golden.h"

using namespace sixiang;

namespace {

std::vector<std::string> json_blocks(const std::string& markdown) {
  const std::string fence = "```json\n";
  std::vector<std::string> blocks;
  for (std::size_t at = markdown.find(fence); at != std::string::npos; at = markdown.find(fence, at)) {
    at += fence.size();
    blocks.push_back(markdown.substr(at, markdown.find("```", at) - at));
  }
  return blocks;
}

}  // namespace

TEST_CASE("the examples of the specification") {
  const auto blocks = json_blocks(testing::read_text(testing::source_path("specs/poster-format.md")));
  REQUIRE(blocks.size() == 7);
  for (const std::string& block : blocks) {
    const bool whole = block.find("\"format\"") != std::string::npos;
    const std::string text = whole ? block
                                   : "{\"format\": \"sixiang-poster\", \"version\": 2, \"title\": {\"text\": \"\"}, "
                                     "\"sections\": [{\"id\": \"a\", \"title\": \"\", \"content\": [{\"diagram\": " +
                                         block + "}]}]}";
    CAPTURE(text);
    const Result<Poster> poster = parse_poster(text);
    REQUIRE(poster.ok());
    CHECK(poster.value().unknown.empty());
    CHECK(parse_poster(to_json(poster.value())).value() == poster.value());
  }
}
