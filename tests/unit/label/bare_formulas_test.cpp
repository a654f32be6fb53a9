// Formulas without dollars: the cases of tests/cases/bare-formulas.txt, and the bounds of the search.
#include "label/bare_formulas.h"

#include <doctest/doctest.h>

#include <string>

#include "support/cases.h"
#include "support/golden.h"

using namespace sixiang;

namespace {

constexpr std::string_view kOpen = "⟦", kClose = "⟧";

std::string without_marks(std::string text) {
  for (const std::string_view mark : {kOpen, kClose}) testing::replace_all(text, mark, "");
  return text;
}

std::string with_marks(std::string text) {
  const std::vector<ByteRange> found = find_bare_formulas(text);
  for (auto range = found.rbegin(); range != found.rend(); ++range) {
    text.insert(range->end, kClose);
    text.insert(range->begin, kOpen);
  }
  return text;
}

}  // namespace

TEST_CASE("formulas without dollars are found, and nothing else") {
  const std::vector<std::string> cases =
      testing::case_lines(testing::read_text(testing::source_path("tests/cases/bare-formulas.txt")));
  for (const std::string& line : cases) {
    CHECK(with_marks(without_marks(line)) == line);
  }
  CHECK(cases.size() > 200);
}

TEST_CASE("formulas without dollars are looked for up to a number") {
  std::string many;
  for (int i = 0; i < 100; ++i) many += "x_1, ";
  CHECK(find_bare_formulas(many).size() == kMaxBareFormulas);
}

TEST_CASE("a formula without dollars that could not be read between them is left alone") {
  CHECK(find_bare_formulas("x_1 = \\foo").empty());
  CHECK(find_bare_formulas("\\frac 与 \\sqrt").empty());
}
