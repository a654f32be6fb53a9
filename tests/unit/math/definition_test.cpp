// \newcommand and its kin, applied within their formula.
#include <doctest/doctest.h>

#include <string>

#include "math/math.h"
#include "support/formula_tree.h"

using namespace sixiang;
using testing::check_same_tree;
using testing::check_silent;
using testing::tree;

namespace {

void check_same(std::string_view a, std::string_view b) {
  check_same_tree(a, b);
  check_silent(a);
}

std::string marked(std::string_view source) {
  std::string text;
  for (const Diagnostic& each : math::parse(source).diagnostics) {
    text += each.code + " " + std::string(source.substr(each.offset, each.length)) + "; ";
  }
  return text;
}

}  // namespace

TEST_CASE("definitions: each of TeX's ways to define") {
  check_same("\\newcommand{\\a}{\\alpha} \\a x", "\\alpha x");
  check_same("\\newcommand*\\a[1]{\\mathbf#1}\\a x\\a{yz}", "\\mathbf x\\mathbf yz");
  check_same("\\newcommand{\\f}[2][k]{#1^{#2}} \\f{x}+\\f[j]{y}", "k^{x}+j^{y}");
  check_same("\\renewcommand{\\vec}[1]{\\mathbf{#1}}\\vec{x}", "\\mathbf{x}");
  check_same("\\providecommand{\\vec}[1]{\\mathbf{#1}}\\vec{x}", "\\vec{x}");
  check_same("\\providecommand{\\RR}{\\mathbb{R}} x \\in \\RR^n", "x \\in \\mathbb{R}^n");
  check_same("\\def\\norm#1{\\left\\|#1\\right\\|}\\norm{x}^2", "\\left\\|x\\right\\|^2");
  check_same("\\long\\def\\swap#1#2{#2#1}\\swap{\\pi}{x} \\global\\def\\y{1}\\y", "x\\pi 1");
  check_same("\\let\\old=\\vec\\renewcommand{\\vec}[1]{\\old{\\mathbf{#1}}}\\vec x", "\\vec{\\mathbf{x}}");
  check_same("\\DeclareMathOperator{\\KL}{KL}\\KL(p)", "\\operatorname{KL}(p)");
  check_same("\\DeclarePairedDelimiter{\\card}{\\lvert}{\\rvert}\\card{A}", "\\left\\lvert A\\right\\rvert");
  check_same("\\newcommand{\\t}{\\text{a b}}\\t", "\\text{a b}");
  check_same("\\newcommand{\\env}[1]{\\begin{pmatrix}#1\\end{pmatrix}}\\env{a & b}",
             "\\begin{pmatrix}a & b\\end{pmatrix}");
}

TEST_CASE("definitions: a command's name does not run into the letter behind it") {
  check_same("\\def\\a{\\alpha}\\a{}x + \\def\\h#1{\\hat#1}\\h x", "\\alpha{}x + \\hat x");
}

TEST_CASE("definitions: what was defined in LaTeX is read as LaTeX") {
  check_same("\\def\\i{x_10} \\i", "\\relax x_10");
}

TEST_CASE("definitions: diagnostics mark what was typed") {
  CHECK(marked("\\def\\x{\\x\\x} a+\\x+\\x+b") == "definition-too-large \\x; definition-too-large \\x; ");
  CHECK(marked("\\def\\x{\\foo}a+\\x") == "unknown-command \\x; ");
  CHECK(marked("\\def\\x#1{#1}a+\\x{b+\\foo}") == "unknown-command \\foo; ");
  CHECK(marked("\\def\\swap#1#2{\\frac{#2}{#1}}\\swap{(}{b}") == "unmatched-bracket (; ");
  CHECK(marked("\\newcommand{\\x}[1]{y} \\x") == "missing-argument \\x; ");
  CHECK(marked("\\def\\x x") == "missing-argument \\def; unknown-command \\x; ");
}

TEST_CASE("definitions: expansions have one budget") {
  std::string source = "\\def\\a#1{#1#1#1#1}";
  std::string call = "x";
  for (int i = 0; i < 12; ++i) call = "\\a{" + call + "}";
  const math::ParsedFormula parsed = math::parse(source + call);
  REQUIRE_FALSE(parsed.diagnostics.empty());
  CHECK(parsed.diagnostics.front().code == "definition-too-large");
  std::string chain = "\\def\\a{xxxxxxxxxx}";
  for (char c = 'b'; c < 'i'; ++c) {
    chain += std::string("\\def\\") + c + "{";
    for (int i = 0; i < 10; ++i) chain += std::string("\\") + char(c - 1);
    chain += "}";
  }
  CHECK(marked(chain + "\\h") == "definition-too-large \\h; ");
  CHECK(tree("\\def\\x#1{a\\x{#1}}\\x{\\pi}") == "unread \"\\x\"\nsymbol 𝜋\n");  // as typed, with its argument
}
