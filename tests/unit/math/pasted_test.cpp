// What people paste and TeX would not take, or takes only with a package.
#include <doctest/doctest.h>

#include <string>

#include "math/math.h"

using namespace sixiang;

namespace {

std::string tree(std::string_view source) { return math::dump(math::parse(source).tree); }

void check_same(std::string_view a, std::string_view b) {
  CAPTURE(a);
  CAPTURE(b);
  CHECK(tree(a) == tree(b));
}

// The diagnostics' codes, each with a blank behind it.
std::string codes(std::string_view source) {
  std::string result;
  for (const Diagnostic& each : math::parse(source).diagnostics) result += each.code + " ";
  return result;
}

}  // namespace

TEST_CASE("pasted: eqnarray is an alignment of three columns, IEEEeqnarray one of those it names") {
  const std::string body = " x &=& y \\\\ &=& z ";
  CHECK(tree("\\begin{eqnarray}" + body + "\\end{eqnarray}").substr(0, 12) == "aligned rcl\n");
  check_same("\\begin{IEEEeqnarray*}{rCl}" + body + "\\end{IEEEeqnarray*}",
             "\\begin{eqnarray}" + body + "\\end{eqnarray}");
  CHECK(tree("\\begin{IEEEeqnarray}[c]{l?r}" + body + "\\end{IEEEeqnarray}").substr(0, 11) == "aligned lr\n");
}

TEST_CASE("pasted: numcases has its left side before the brace") {
  const std::string body = " 1, & x > 0 \\\\ 0, & x \\le 0 ";
  check_same("\\begin{numcases}{f(x)=}" + body + "\\end{numcases}", "f(x)=\\begin{cases}" + body + "\\end{cases}");
}

TEST_CASE("pasted: a comment of LaTeX is left out, with a hint") {
  check_same("% the loss\nL = \\alpha x % of all\n + 1", "L = \\alpha x + 1");
  CHECK(codes("% the loss\nL = \\alpha x % of all\n + 1") == "comment comment ");
  check_same("\\alpha = 5 % five\n", "\\alpha = 5");
  check_same("\\begin{aligned} a &= b % {first\n \\\\ c &= d \\end{aligned}",
             "\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}");
  check_same("\\newcommand{\\R}{\\mathbb{R}} % {reals\n\\R", "\\mathbb{R}");
}

TEST_CASE("pasted: a per cent sign is none") {
  for (std::string_view source :
       {"\\alpha = 50% of x", "\\alpha = 50 % + x", "\\frac{a % b c}{d}", "\\text{5 (% of all)}", "\\alpha %", "x % yz",
        "\\alpha = 95\\% or more", "(\\alpha)%"}) {
    CAPTURE(source);
    CHECK(codes(source).empty());
    CHECK(tree(source).find('%') != std::string::npos);
  }
}

TEST_CASE("pasted: doubled backslashes are single ones where none is single") {
  check_same("\\\\frac{1}{2}\\\\sum_{i} x_i", "\\frac{1}{2}\\sum_{i} x_i");
  CHECK(codes("\\\\frac{1}{2}\\\\sum_{i} x_i") == "doubled-backslash ");
  check_same("\\\\begin{pmatrix} a & \\\\max\\\\,b \\\\\\\\ c & d \\\\end{pmatrix}",
             "\\begin{pmatrix} a & \\max\\,b \\\\ c & d \\end{pmatrix}");
  CHECK(codes("a \\\\ b").empty());
  CHECK(codes("a \\\\max b \\\\c").empty());
  CHECK(codes("\\alpha \\\\beta").empty());
}
