// Dollars: what of a label is text and what is a formula.
#include <doctest/doctest.h>

#include <string>

#include "label/label.h"

using namespace sixiang;

namespace {

// "text|<formula>|text"
std::string parts(std::string_view source) {
  std::string result;
  for (const LabelPart& part : parse_label(source).parts) {
    if (!result.empty()) result += '|';
    result += part.kind == LabelPart::Kind::Formula ? "<" + part.text + ">" : part.text;
  }
  return result;
}

std::string code(std::string_view source) {
  const Diagnostics diagnostics = parse_label(source).diagnostics;
  return diagnostics.empty() ? "" : diagnostics[0].code;
}

}  // namespace

TEST_CASE("a label is text and formulas between dollars") {
  CHECK(parts("") == "");
  CHECK(parts("JS散度") == "JS散度");
  CHECK(parts("$x$") == "<x>");
  CHECK(parts("重参数化 $z = μ + σ⊙ε$") == "重参数化 |<z = μ + σ⊙ε>");
  CHECK(parts("$a$与$b$") == "<a>|与|<b>");
  CHECK(parts("$a$$b$") == "<a>|<b>");
  CHECK(parts("前$$x^2$$后") == "前|<x^2>|后");
}

TEST_CASE("a dollar after a backslash is a dollar") {
  CHECK(parts("\\$5 与 \\$6") == "$5 与 $6");
  CHECK(parts("$a\\$b$") == "<a\\$b>");
  CHECK(parts("\\$$x$") == "$|<x>");
  CHECK(parts("\\alpha \\") == "\\alpha \\");
}

TEST_CASE("an unclosed dollar is shown as typed and reported") {
  for (const char* source : {"前向 $x", "$$x$", "$x\\$", "$x\ny$"}) {
    INFO(std::string(source));
    CHECK(code(source) == "unclosed-dollar");
  }
  CHECK(parts("前向 $x") == "前向 $x");
  CHECK(parts("a$\nb$ c") == "a$\nb$ c");
  CHECK(parts("$x$ $y") == "<x>| $y");
  const Diagnostic diagnostic = parse_label("前向 $x").diagnostics.at(0);
  CHECK(diagnostic.offset == 7);
  CHECK(diagnostic.length == 1);
}

TEST_CASE("a dollar before a space or a line's end opens nothing") {
  for (const char* source : {"$", "$$", "5$", "a$\nb$", "$ 5", "$$ x"}) {
    INFO(std::string(source));
    CHECK(code(source) == "");
    CHECK(parts(source) == source);
  }
}

TEST_CASE("dollars that a space keeps from being a formula get a hint") {
  const Diagnostic hint = parse_label("前 $ y $").diagnostics.at(0);
  CHECK(hint.code == "doubtful-dollars");
  CHECK(hint.severity == Severity::Hint);
  CHECK(hint.offset == 4);
  CHECK(hint.length == 5);
}

TEST_CASE("an empty formula is shown as typed and reported") {
  CHECK(code("$ $") == "empty-formula");
  CHECK(parts("a$ $b") == "a$ $b");
  CHECK(parts("$$$$") == "$$$$");
  CHECK(parts("$ $ $x$") == "$ $ |<x>");
}

TEST_CASE("a formula without dollars is shown as typed, with a hint at its place") {
  const Diagnostic hint = parse_label("前 $y$ 向 x^2 + 1，").diagnostics.at(0);
  CHECK(hint.code == "bare-formula");
  CHECK(hint.severity == Severity::Hint);
  CHECK(hint.offset == 12);
  CHECK(hint.length == 7);
  CHECK(parts("前 x^2") == "前 x^2");
  CHECK(code("$x^2$ 与 $\\alpha$") == "");
  CHECK(code("$x 与 y^2") == "unclosed-dollar");
  CHECK(parse_label("$x 与 y^2").diagnostics.size() == 1);
}

TEST_CASE("parts cover the source") {
  for (const char* source : {"前$x$后$$y$$", "\\$$x$\\$", "$x", "$a$$b$"}) {
    const std::string_view text = source;
    std::size_t end = 0;
    for (const LabelPart& part : parse_label(text).parts) {
      CHECK(part.begin == end);
      CHECK(part.offset >= part.begin);
      CHECK(part.offset + part.length <= part.end);
      end = part.end;
    }
    CHECK(end == text.size());
  }
}

TEST_CASE("a label of one formula is a formula") {
  CHECK(is_formula(parse_label("$p(x)$")));
  CHECK_FALSE(is_formula(parse_label("p(x)")));
  CHECK_FALSE(is_formula(parse_label("$p(x)$ ")));
  CHECK_FALSE(is_formula(parse_label("")));
}
