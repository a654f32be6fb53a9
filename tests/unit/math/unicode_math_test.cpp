// UnicodeMath as Word copies it: tests/cases/unicode-math.tsv says what each formula means in LaTeX.
#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "math/math.h"
#include "support/formula_tree.h"
#include "support/golden.h"

using namespace sixiang;
using testing::tree;

namespace {

struct Case {
  std::string word, latex;
};

std::vector<Case> cases() {
  std::vector<Case> result;
  std::istringstream lines(testing::read_text(testing::source_path("tests/cases/unicode-math.tsv")));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    REQUIRE_MESSAGE(tab != std::string::npos, line);
    result.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return result;
}

// Every place that is named lies in the source, and no mark is left.
void check_places(const math::Row& row, std::size_t size) {
  for (const math::Node& node : row) {
    CHECK(node.span.offset <= size);
    CHECK(node.span.length <= size - node.span.offset);
  }
}

void check_reading(std::string_view source) {
  CAPTURE(source);
  const math::ParsedFormula parsed = math::parse(source);
  check_places(parsed.tree, source.size());
  for (const Diagnostic& each : parsed.diagnostics) {
    CHECK(each.offset <= source.size());
    CHECK(each.length <= source.size() - each.offset);
  }
}

std::string repeated(std::string_view text, int count) {
  std::string result;
  for (int i = 0; i < count; ++i) result += text;
  return result;
}

}  // namespace

TEST_CASE("UnicodeMath: what Word copies means what it shows") {
  const std::vector<Case> all = cases();
  CHECK(all.size() > 50);
  for (const Case& each : all) {
    CAPTURE(each.word);
    CHECK(tree(each.word) == tree(each.latex));
    CHECK(math::parse(each.word).diagnostics.empty());
  }
}

TEST_CASE("UnicodeMath: with a character lost or doubled, or cut off, it is still read") {
  for (const Case& each : cases()) {
    for (const CodePoint& point : decode_utf8(each.word)) {
      const std::string before = each.word.substr(0, point.offset);
      const std::string behind = each.word.substr(point.offset + point.length);
      check_reading(before);
      check_reading(before + behind);
      check_reading(each.word.substr(0, point.offset + point.length) + each.word.substr(point.offset));
    }
  }
}

TEST_CASE("UnicodeMath: deep and long formulas end") {
  for (const char* piece :
       {"〖", "√(", "a┬", "a¦", "▭(", "├", "■(", "█(a@", "{█(", "_", "√", "⏞", "x ̂", "(a) ̂", "\"", "→┴"}) {
    check_reading(repeated(piece, 2000));
    check_reading(repeated(piece, 2000) + "x" + repeated(")", 1000) + repeated("〗", 1000));
  }
}

TEST_CASE("UnicodeMath: a bracket without its partner is marked where it stands") {
  const math::ParsedFormula parsed = math::parse("∑▒〖𝑥");
  REQUIRE(parsed.diagnostics.size() == 1);
  CHECK(parsed.diagnostics.front().code == "unmatched-bracket");
  CHECK(parsed.diagnostics.front().offset == 6);
  CHECK(parsed.diagnostics.front().length == 3);
}

TEST_CASE("UnicodeMath: marks that are symbols elsewhere stay so") {
  CHECK(tree("x ⊘ y") == tree("x \\oslash y"));
  CHECK(tree("□u = 0") == tree("\\square u = 0"));
}
