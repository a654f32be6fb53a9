// Lines of the clipboard as labels: the cases of tests/cases/pasted-lists.txt.
#include "label/pasted_labels.h"

#include <doctest/doctest.h>

#include <string>

#include "support/golden.h"

using namespace sixiang;

namespace {

constexpr std::string_view kBecomes = " ⇒ ";

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

std::string labels_of(std::string text) {
  replace_all(text, "⏎", "\n");
  replace_all(text, "⇥", "\t");
  replace_all(text, "␣", " ");
  std::string result;
  for (const std::string& label : labels_of_pasted(text)) result += (result.empty() ? "" : " ¦ ") + label;
  replace_all(result, "\n", "⏎");
  return result;
}

}  // namespace

TEST_CASE("pasted lists and tables become labels") {
  const std::string file = testing::read_text(testing::source_path("tests/cases/pasted-lists.txt"));
  std::size_t cases = 0;
  for (std::size_t begin = 0; begin < file.size();) {
    const std::size_t end = file.find('\n', begin);
    const std::string line = file.substr(begin, end - begin);
    begin = end + 1;
    if (line.empty() || line.substr(0, 2) == "# ") continue;
    ++cases;
    const std::size_t middle = line.find(kBecomes);
    REQUIRE(middle != std::string::npos);
    INFO(line);
    CHECK(labels_of(line.substr(0, middle)) == line.substr(middle + kBecomes.size()));
  }
  CHECK(cases > 70);
}

TEST_CASE("every line end ends a pasted line") {
  CHECK(labels_of("一\r\n二\r三\v四\f五\u2028六\u2029七") == "一 ¦ 二 ¦ 三 ¦ 四 ¦ 五 ¦ 六 ¦ 七");
}

TEST_CASE("nothing is pasted of blanks") {
  CHECK(labels_of_pasted("").empty());
  CHECK(labels_of_pasted(" \n\t\r\n\u3000").empty());
  CHECK(labels_of_pasted("- \n- \n").empty());
}

TEST_CASE("pasted text as one label keeps its lines and marks") {
  CHECK(label_of_pasted("\n- 一\r\n- 二\n\n") == "- 一\n- 二");
}
