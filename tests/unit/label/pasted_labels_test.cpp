// Lines of the clipboard as labels: the cases of tests/cases/pasted-lists.txt.
#include "label/pasted_labels.h"

#include <doctest/doctest.h>

#include <string>

#include "support/cases.h"
#include "support/golden.h"

using namespace sixiang;
using sixiang::testing::replace_all;

namespace {

constexpr std::string_view kBecomes = " ⇒ ";

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
  const std::vector<std::string> cases =
      testing::case_lines(testing::read_text(testing::source_path("tests/cases/pasted-lists.txt")));
  for (const std::string& line : cases) {
    const std::size_t middle = line.find(kBecomes);
    REQUIRE(middle != std::string::npos);
    INFO(line);
    CHECK(labels_of(line.substr(0, middle)) == line.substr(middle + kBecomes.size()));
  }
  CHECK(cases.size() > 70);
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
