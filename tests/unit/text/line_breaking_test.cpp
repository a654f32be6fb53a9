// Where lines end: the cases of tests/cases/line-breaking.txt.
#include <doctest/doctest.h>

#include "support/golden.h"
#include "unit/text/paragraphs.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += "line " + line + "\n";
  return text;
}

}  // namespace

TEST_CASE("lines end where the cases say") {
  const std::vector<ParagraphCase> cases = read_cases("tests/cases/line-breaking.txt");
  CHECK(cases.size() >= 40);
  for (const ParagraphCase& each : cases) {
    INFO(each.name);
    CHECK(joined(lines_of(layout_case(each), each.text)) == joined(each.lines));
  }
}
