// What of a label is a formula: the cases of tests/cases/formulas-in-text.txt.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "label/label.h"
#include "support/cases.h"
#include "support/golden.h"

using namespace sixiang;
using sixiang::testing::replace_all;

namespace {

std::string without_marks(std::string text) {
  for (const char* mark : {"⟦", "⟧", "⟨", "⟩", "⟪", "⟫"}) replace_all(text, mark, "");
  replace_all(text, "⏎", "\n");
  replace_all(text, "⇥", "\t");
  return text;
}

std::string with_marks(std::string text) {
  const ParsedLabel label = parse_label(text);
  std::vector<std::pair<std::size_t, std::string>> marks;
  for (const LabelPart& part : label.parts) {
    if (part.kind != LabelPart::Kind::Formula) continue;
    marks.emplace_back(part.begin, "⟦");
    marks.emplace_back(part.end, "⟧");
  }
  for (const Diagnostic& diagnostic : label.diagnostics) {
    const bool hint = diagnostic.severity == Severity::Hint;
    marks.emplace_back(diagnostic.offset, hint ? "⟨" : "⟪");
    marks.emplace_back(diagnostic.offset + diagnostic.length, hint ? "⟩" : "⟫");
  }
  std::stable_sort(marks.begin(), marks.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) text.insert(mark->first, mark->second);
  replace_all(text, "\n", "⏎");
  replace_all(text, "\t", "⇥");
  return text;
}

}  // namespace

TEST_CASE("formulas are told from prices, variables and expressions around them") {
  const std::vector<std::string> cases =
      testing::case_lines(testing::read_text(testing::source_path("tests/cases/formulas-in-text.txt")));
  for (const std::string& line : cases) {
    CHECK(with_marks(without_marks(line)) == line);
  }
  CHECK(cases.size() > 110);
}
