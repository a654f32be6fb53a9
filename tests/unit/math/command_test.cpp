// Commands of LaTeX packages and what they say in the language of the others.
#include <doctest/doctest.h>

#include "math/math.h"

using namespace sixiang;

namespace {

std::string tree(std::string_view source) { return math::dump(math::parse(source).tree); }

void check_same(std::string_view a, std::string_view b) {
  CAPTURE(a);
  CAPTURE(b);
  CHECK(tree(a) == tree(b));
  CHECK(math::parse(a).diagnostics.empty());
  CHECK(math::parse(b).diagnostics.empty());
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
