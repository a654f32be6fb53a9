// Commands of LaTeX packages and what they say in the language of the others.
#include <doctest/doctest.h>

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
  check_silent(b);
}

}  // namespace

TEST_CASE("commands: derivatives and differentials") {
  check_same("\\dv{f}{x} + \\dv{x}", "df/dx + d/dx");
  check_same("\\dv[2]{f}{x} + \\dv[n]{x}", "d²f/dx² + d^n/dx^n");
  check_same("\\pdv{u}{t} = \\pdv[2]{u}{x}", "∂u/∂t = ∂²u/∂x²");
  check_same("\\pdv{f}{x}{y}", "∂²f/(∂x∂y)");
  check_same("\\pdv{x_i} L", "\\frac{\\partial}{\\partial x_i} L");
  check_same("\\int f \\dd x + \\int g \\dd{x}", "∫ f dx + ∫ g dx");
  check_same("\\dd[3]{x}", "d^3 x");
  CHECK(math::parse("\\dv").diagnostics.front().code == "missing-argument");
}

TEST_CASE("commands: Dirac brackets, commutators, vectors") {
  check_same("\\braket{\\phi}{\\psi}", "\\langle\\phi|\\psi\\rangle");
  check_same("\\mel{m}{\\hat H}{n}", "⟨m|Ĥ|n⟩");
  check_same("\\ketbra{\\psi}{\\phi} + \\dyad{n}", "|\\psi⟩⟨\\phi| + |n⟩⟨n|");
  check_same("\\ev{A} + \\expval{B}", "⟨A⟩ + ⟨B⟩");
  check_same("\\comm{x}{p} + \\acomm{a}{b}", "[x,p] + {a,b}");
  check_same("\\eval{\\frac{x^2}{2}}_0^1", "x²/2|_0^1");
  check_same("\\abs*{x} \\qty(x)", "|x| (x)");
  check_same("\\vb{E} \\vb*{r} \\vu{x} \\va{p}", "\\mathbf{E}\\mathbf{r} \\hat{x}\\vec{p}");
  check_same("\\grad f, \\divergence F, \\curl F, \\laplacian f", "∇f, ∇·F, ∇×F, ∇²f");
  check_same("\\vb{a} \\cross \\vb{b} \\vdot \\vb{c}", "\\mathbf{a} \\times \\mathbf{b} \\cdot \\mathbf{c}");
}

TEST_CASE("commands: chemistry") {
  check_same("\\ce{H2O}", "H_2 O");
  check_same("\\ce{2H2 + O2 -> 2H2O}", "2H_2 + O_2 \\to 2H_2 O");
  check_same("\\ce{SO4^2-}", "S O_4^{2-}");
  check_same("\\ce{Na+}", "N a^+");
  check_same("\\ce{Fe^{3+}}", "F e^{3+}");
  check_same("\\ce{Ca(OH)2}", "C a(O H)_2");
  check_same("\\ce{Al2(SO4)3}", "A l_2(S O_4)_3");
  check_same("\\ce{[Fe(CN)6]^4-}", "[F e(C N)_6]^{4-}");
  check_same("\\ce{[Cu(NH3)4(OH-)]++ + Cl-(aq)}", "[C u(N H_3)_4(O H^-)]^{++} + C l^-(a q)");
  check_same("\\ce{NH4+, Cl- -> x}", "N H_4^+, C l^- \\to x");
  const math::Row acid = math::parse("\\ce{(H)}").tree;
  const auto& inner = std::get<math::Fence>(acid.front().content).body;
  CHECK(std::get<math::Symbol>(inner.front().content).character == U'H');  // upright
  const std::string diol = tree("\\ce{HO-(CH2)2-OH}");
  CHECK(diol.find("sup") == std::string::npos);
  CHECK(diol.find("symbol −\nscripts\n  base\n    fence ( )\n") != std::string::npos);
  check_same("\\ce{CO2 + C <=> 2CO}", "C O_2 + C \\rightleftharpoons 2 C O");
  check_same("\\ce{A ->[\\Delta] B}", "A \\xrightarrow{\\Delta} B");
  CHECK(tree("√\\ce{}").find("radical") == 0);
  CHECK(tree("x/\\ce{}").find("fraction") == 0);
  CHECK(tree("\\ce{^{14}_{6}C}").find("scripts") == 0);
  CHECK(tree("\\ce{CH3-CH3}").find("symbol −\n") != std::string::npos);
  CHECK(tree("\\ce{C-C + HC#CH}").find("symbol ≡\n") != std::string::npos);
}

TEST_CASE("commands: general fractions, asides and what leaves no trace") {
  check_same("\\genfrac{(}{)}{0pt}{}{n}{k}", "\\binom nk");
  check_same("\\genfrac{}{}{}{1}{a}{b}", "\\tfrac ab");
  check_same("\\genfrac{[}{]}{0pt}{}{n}{k}", "{n \\brack k}");
  check_same("\\genfrac{\\{}{\\}}{0pt}{}{n}{k}", "{n \\brace k}");
  check_same("\\genfrac{}{}{0.4pt}{}{a}{b} + \\genfrac{.}{.}{1pt}{}{a}{b}", "\\frac ab + \\frac ab");
  check_same("\\genfrac{}{}{0.0pt}{}{a}{b}", "{a \\atop b}");
  CHECK(tree("\\genfrac{\\langle}{\\rangle}{0pt}{}{n}{k}").find("fence ⟨ ⟩\n  stack") == 0);
  check_same("x\\rule{0pt}{3ex}", "x");
  check_same("\\mathchoice{a}{b}{c}{d}", "a");
  check_same("a \\defeq b, X \\indep Y \\given Z, a, \\hdots", "a ≔ b, X ⫫ Y | Z, a, …");
  const std::string lines = "\\begin{align} a &= b \\\\ \\intertext{and} c &= d \\end{align}";
  CHECK(math::parse(lines).diagnostics.empty());
  CHECK(tree(lines).find("cell 3,2") != std::string::npos);
}

TEST_CASE("commands: texts hold commands") {
  check_same("\\text{ {\\rm s.t.} }", "\\text{s.t.}");
  check_same("\\text{a {b} c} + \\text{ü\\%}", "\\text{a b c} + \\text{ü%}");
  check_same("\\text{1. \\textbf{a, {\\rm b}; c} 2}", "\\text{1. }\\textbf{a, }b\\textbf{; c}\\text{ 2}");
  check_same("\\text{若 $x_1$ 与 \\(y^2\\)}", "\\text{若}x_1\\text{与}y^2");
  check_same("\\text{见 \\textcircled{2}}", "\\text{见}\\textcircled{2}");
  check_same("\\text{a\\quad b}", "\\text{a}\\quad\\text{b}");
  check_same("\\text{a~b\\ c}", "\\text{a b c}");
  check_same("x{\\text{ and }}y", "x\\text{ and }y");
  CHECK(tree("\\text{na\\\"ive}").find("accent") != std::string::npos);
  CHECK(math::parse("\\text{a \\foo b}").diagnostics.front().code == "unknown-command");
}

TEST_CASE("commands: lost row breaks") {
  const auto check_hinted = [](std::string_view typed, std::string_view meant) {
    CAPTURE(typed);
    CHECK(tree(typed) == tree(meant));
    const Diagnostics found = math::parse(typed).diagnostics;
    REQUIRE_FALSE(found.empty());
    for (const Diagnostic& each : found) CHECK(each.severity == Severity::Hint);
  };
  check_hinted("\\prod_{j=1\\\\j\\neq i}^{d}x", "\\prod_{\\substack{j=1\\\\j\\neq i}}^{d}x");
  check_hinted("\\begin{aligned} &a \\ & b \\ & c \\end{aligned}",
               "\\begin{aligned} &a \\\\ & b \\\\ & c \\end{aligned}");
  check_hinted("\\begin{cases} a \\\nb \\\nc \\end{cases}", "\\begin{cases} a \\\\ b \\\\ c \\end{cases}");
  check_same("\\begin{aligned} a \\ & b \\\\ c & d \\end{aligned}", "\\begin{aligned} a & b \\\\ c & d \\end{aligned}");
  check_same("a \\ b", "a \\; b");
}

TEST_CASE("commands: circles, corners, quantities") {
  check_same("\\textcircled{1}\\textcircled{20}\\textcircled{a}\\textcircled B", "\\relax ①⑳ⓐⒷ");
  CHECK(tree("\\textcircled{+}") == "circle\n  symbol + binary\n");
  CHECK(
      tree("\\sideset{_1^2}{_3^4}\\prod_a^b") ==
      "scripts\n  base\n    group operator\n      scripts\n        base\n        sub\n          number 1\n        "
      "sup\n          "
      "number 2\n"
      "      scripts\n        base\n          big ∏\n        sub\n          number 3\n        sup\n          number 4\n"
      "  sub\n    symbol 𝑎\n  sup\n    symbol 𝑏\n");
  check_same("\\SI{9.8}{\\metre\\per\\square\\second}", "9.8\\,\\mathrm{m}\\,\\mathrm{s}^{-2}");
  check_same("\\SI{5}{kg.m^2} + \\unit{\\micro\\metre}", "5\\,\\mathrm{kg}\\,\\mathrm{m}^2 + \\text{µm}");
  check_same("\\ang{30} + \\num{e3}, \\ang A", "30° + 10^3, ∠ A");
  CHECK(tree("\\ang{1;2;3}") == "number 1\nsymbol °\nnumber 2\nsymbol ′\nnumber 3\nsymbol ″\n");
  check_same("\\qty(x) + \\qty{3}{m}", "(x) + 3\\,\\mathrm{m}");
}
