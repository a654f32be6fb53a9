// The reading rules, one by one: what is read as what, and what is said about what cannot be read.
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
}

Diagnostic only_diagnostic(std::string_view source) {
  const math::ParsedFormula parsed = math::parse(source);
  CAPTURE(source);
  REQUIRE(parsed.diagnostics.size() == 1);
  CHECK_FALSE(parsed.diagnostics.front().message.english.empty());
  CHECK_FALSE(parsed.diagnostics.front().message.chinese.empty());
  return parsed.diagnostics.front();
}

}  // namespace

TEST_CASE("reading: a combining mark binds to its base before scripts") {
  check_same("√ᾱ_t·x₀", "\\sqrt{\\bar\\alpha_t}\\cdot x_0");
  check_same("x̂₀", "\\hat x_0");
  check_same("\u1FB1", "\\bar\\alpha");  // ᾱ as one code point
  check_same("ẋ", "\\dot x");
  check_same("w̄ᵢ²", "\\bar w_i^2");
}

TEST_CASE("reading: a script takes one group or the longest run of one class") {
  check_same("p_data", "p_{\\text{data}}");
  check_same("x_10", "x_{10}");
  check_same("x_i+1", "x_{i}+1");
  check_same("x^(a+b)", "x^{a+b}");
  check_same("x_t1", "x_{t}1");
  check_same("e^-1", "e^{-1}");
  check_same("e⁻¹", "e^{-1}");
  check_same("xᵢ²", "x_i^2");
  check_same("e^x²", "e^{x^2}");
  check_same("x_i²", "x_i^2");
  check_same("x_0.5y", "x_{0.5}y");
  check_same("w_ij", "w_{i j}");
  check_same("d_in", "d_{\\text{in}}");
  check_same("x_最大", "x_{\\text{最大}}");
  check_same("x'²", "x'^2");
  check_same("∇_θL(θ)", "\\nabla_{\\theta} L(\\theta)");
  check_same("R_μν", "R_{\\mu\\nu}");
  check_same("x_iy_j", "x_i y_j");
  check_same("Σ_rΣ_g", "\\Sigma_r \\Sigma_g");
  check_same("A†A", "A^\\dagger A");
  check_same("â_j†", "\\hat a_j^\\dagger");
  check_same("e^{-½x}", "e^{-\\frac12 x}");
  check_same("(A^TA)^{-1}A^Tb", "(A^{T} A)^{-1} A^{T} b");
  check_same("X^TXw", "X^{T} X w");
  check_same("x^Total", "x^{\\text{Total}}");
  check_same("d_TV", "d_{\\text{TV}}");
}

TEST_CASE("reading: runs of letters are names, single letters variables") {
  CHECK(tree("KL") == "name KL\n");
  CHECK(tree("K L") == "symbol 𝐾\nsymbol 𝐿\n");
  CHECK(tree("KL(q)").find("function KL") == 0);
  CHECK(tree("log x").find("function log") == 0);
  CHECK(tree("2x") == "number 2\nsymbol 𝑥\n");
  CHECK(tree("dx") == "symbol 𝑑\nsymbol 𝑥\n");
  CHECK(tree("ℎ h") == "symbol ℎ\nsymbol ℎ\n");
  CHECK(tree("Σ σ ς") == "symbol Σ\nsymbol 𝜎\nsymbol 𝜍\n");
  check_same("mc² + ax + kT", "m c^2 + a x + k T");
  check_same("Wx + BAx = nRT", "W x + B A x = n R T");
  check_same("QKᵀ + QW_i^Q", "Q K^T + Q W_i^Q");
  check_same("e^{-st}", "e^{-s t}");
  check_same("f_xy + T_ab", "f_{x y} + T_{a b}");
  check_same("2GM", "2 G M");
  for (std::string_view name : {"KL", "ELBO", "Re", "if", "eV", "std", "IoU"}) {
    CAPTURE(name);
    CHECK(tree(name) == "name " + std::string(name) + "\n");
  }
  CHECK(tree("sg[x]").find("function sg") == 0);
  CHECK(tree("x_in").find("name in") != std::string::npos);
  check_same("f dθ", "f\\,d\\theta");
  check_same("f dxdy", "f\\,d x\\,d y");
  check_same("f drdθ", "f\\,d r\\,d\\theta");
  check_same("g dw̄", "g\\,d\\bar w");
  check_same("𝟙_A", "\\mathbb{1}_A");
  check_same("argmax_x f", "\\operatorname*{arg\\,max}_x f");
  check_same("arg max_x f", "\\arg\\max_x f");
}

TEST_CASE("reading: a slash stacks its neighbours") {
  check_same("a/b", "\\frac a b");
  check_same("(a+b)/(c+d)", "\\frac{a+b}{c+d}");
  check_same("x + f(y)/2 - z", "x + \\frac{f(y)}{2} - z");
  check_same("1/2 x", "\\frac12 x");
  check_same("a/b/c", "\\frac{\\frac a b}{c}");
  check_same("1/∑_i x_i", "\\frac{1}{\\sum_i x_i}");
  check_same("n!/k!", "\\frac{n!}{k!}");
  check_same("[a]/2", "\\frac{[a]}{2}");
  CHECK(tree("x^{a/b}").find("fraction") == std::string::npos);
  CHECK(tree("x_{a/b}").find("fraction") == std::string::npos);
  CHECK(tree("a\\/b").find("fraction") == std::string::npos);
  CHECK(tree("a∕b").find("fraction") == std::string::npos);
  CHECK(tree("压缩/保留").find("fraction") == std::string::npos);
  CHECK(tree("/b").find("fraction") == std::string::npos);
  CHECK(math::parse("/b").diagnostics.empty());
}

TEST_CASE("reading: bars are counted inside the innermost brackets") {
  check_same("p(x|z)", "p(x \\mid z)");
  check_same("|x|", "\\lvert x\\rvert");
  check_same("‖x‖²", "\\lVert x\\rVert^2");
  check_same("KL(q‖p)", "KL(q \\parallel p)");
  check_same("E[‖x - y‖² | z]", "E[\\lVert x - y\\rVert^2 \\mid z]");
  check_same("|a|b|", "\\lvert a\\rvert b \\mid ");
  check_same("{x | |x| < 1}", "\\{x \\mid \\lvert x\\rvert < 1\\}");
  check_same("|x|/|y|", "\\frac{\\lvert x\\rvert}{\\lvert y\\rvert}");
  check_same("||x||", "‖x‖");
  check_same("∥x∥", "‖x‖");
}

TEST_CASE("reading: a bar and an angle without partners of their own are a pair") {
  CHECK(tree("|ψ⟩") == "fence | ⟩\n  symbol 𝜓\n");
  CHECK(tree("⟨ψ|") == "fence ⟨ |\n  symbol 𝜓\n");
  check_same("|ψ⟩⟨φ|", "\\ket{ψ}\\bra{φ}");
  check_same("⟨ψ|φ⟩", "\\braket{ψ|φ}");
  check_same("|ψ⟩⟨φ| + |n⟩⟨n|", "\\ket{ψ}\\bra{φ} + \\ket{n}\\bra{n}");
  check_same("⟨|x|⟩ + ⟨a, |b|⟩", "\\langle\\lvert x\\rvert\\rangle + \\langle a, \\lvert b\\rvert\\rangle");
  check_same("Ĥ|ψ⟩ = E|ψ⟩", "\\hat H|\\psi\\rangle = E|\\psi\\rangle");
  check_same("|00⟩ + |11⟩", "\\vert 00\\rangle + \\vert 11\\rangle");
  check_same("|x| + |ψ⟩", "\\lvert x\\rvert + \\ket{ψ}");
  CHECK(only_diagnostic("ψ⟩").code == "unmatched-bracket");
}

TEST_CASE("reading: brackets that were made to fit are those that grow by themselves") {
  check_same("(a/b)", "\\left(\\frac ab\\right)");
  check_same("[∑ᵢ xᵢ | y]", "\\left[\\sum_i x_i \\,\\middle|\\, y\\right]");
  check_same("σ(a/b)", "\\sigma\\!\\left(\\frac ab\\right)");
  check_same("(x)", "\\left(x\\right)");
  check_same("[V^π(s')]", "\\left[V^\\pi(s')\\right]");
  check_same("(f̂(x))²", "\\left(\\hat f(x)\\right)^2");
}

TEST_CASE("reading: brackets of a fixed size are pairs") {
  check_same("max(d(a,p) - α, 0)", "\\max\\bigl(d(a,p) - \\alpha, 0\\bigr)");
  check_same("𝔼[log p(x|z)]", "\\mathbb{E}\\Big[\\log p(x|z)\\Big]");
  check_same("‖x-y‖²", "\\Big\\|x-y\\Big\\|^2");
  check_same("|x|/2", "\\bigl|x\\bigr|/2");
  check_same("E[X | Y]", "E\\big[X \\,\\big|\\, Y\\big]");
  check_same("[0,1)", "\\big[0,1\\big)");
  CHECK(tree("\\big( a").find("big ( step 1 open") == 0);
}

TEST_CASE("reading: brackets may reach over the end of a cell") {
  const std::string typed = "\\begin{aligned} f &= g(a \\\\ &+ b) \\end{aligned}";
  CHECK(math::parse(typed).diagnostics.empty());
  CHECK(tree(typed).find("symbol ( open") != std::string::npos);
  CHECK(tree(typed).find("cell 2,2") != std::string::npos);
  CHECK(tree("f &= \\big[a \\\\ &+ b\\big]").find("cell 2,2") != std::string::npos);
}

TEST_CASE("reading: a bar with a subscript is an evaluation") {
  check_same("df/dx|_{x=0}", "\\left. \\frac{df}{dx} \\right|_{x=0}");
  check_same("df/dx|₀", "\\frac{df}{dx}\\bigg|_0");
  check_same("f(x)|_{x=0}^1 + 1", "\\left. f(x) \\right|_{x=0}^1 + 1");
  check_same("df/dx|_{x=0} + f|_0", "\\left. df/dx \\right|_{x=0} + \\left. f \\right|_0");
  check_same("|x|_1 + ‖x‖_2", "\\lvert x\\rvert_1 + \\lVert x\\rVert_2");
  CHECK(tree("p(x|z)").find("symbol | relation") != std::string::npos);
}

TEST_CASE("reading: spaces and styles are no part of what a formula says") {
  check_same("KL(q‖p)", "\\mathrm{KL}(q\\,\\|\\,p)");
  check_same("a, b", "a, \\quad b");
  check_same("∑_i x + min_G f", "\\sum\\limits_i x + \\min\\nolimits_G f");
  check_same("argmax_θ f, 𝔼_x f", "\\mathop{\\arg\\max}\\limits_\\theta f, \\mathop{\\mathbb{E}}_x f");
  check_same("½x", "\\frac{1}{2} x");
  check_same("∫ f dx", "\\int f \\,\\mathrm{d}x");
  check_same("QKᵀ", "QK^\\top");
  check_same("ε_θ(x) ≤ φ", "\\epsilon_\\theta(x) \\leqslant \\phi");
  CHECK(std::get<math::Symbol>(math::parse("\\top").tree.front().content).character == U'⊤');
}

TEST_CASE("reading: the operands of a slash") {
  check_same("d/dt(∂L/∂q̇) = 0", "\\frac{d}{dt}\\left(\\frac{\\partial L}{\\partial\\dot q}\\right) = 0");
  check_same("∂²/∂x²[fg]", "\\frac{\\partial^2}{\\partial x^2}[fg]");
  check_same("sin x/x + sin x / x", "\\frac{\\sin x}{x} + \\frac{\\sin x}{x}");
  check_same("log p/q", "\\log \\frac{p}{q}");
  check_same("λ^k e^{-λ} / k!", "\\frac{\\lambda^k e^{-\\lambda}}{k!}");
  check_same("log p(x) / q(x)", "\\log \\frac{p(x)}{q(x)}");
  check_same("d log p/dt = -x", "\\frac{d\\log p}{dt} = -x");
  check_same("∂ ln π_θ(a|s)/∂θ", "\\frac{\\partial \\ln \\pi_\\theta(a|s)}{\\partial\\theta}");
  check_same("1/N ∑ᵢ xᵢ", "\\frac{1}{N} \\sum_i x_i");
  check_same("wᵢ/∑_j w_j e^{x_j}", "\\frac{w_i}{\\sum_j w_j e^{x_j}}");
  check_same("F = G{m_1m_2}/{r^2}", "F = \\frac{G m_1m_2}{r^2}");
  check_same("{a+b}/{c-1} = d/{dt}", "\\frac{a+b}{c-1} = \\frac{d}{dt}");
  check_same("{p(D|θ)p(θ)} / {∫ p dθ}", "\\frac{p(D|θ)p(θ)}{\\int p\\,dθ}");
  CHECK(tree("{1,2}/3").find("fence { }") != std::string::npos);
  CHECK(tree("x_{{a+b}/c}").find("fence ( )") != std::string::npos);  // on the line the sum keeps its brackets
  check_same("1/∑ᵢwᵢ ∑ᵢ wᵢxᵢ", "\\frac{1}{\\sum_i w_i} \\sum_i w_i x_i");
}

TEST_CASE("reading: a factor before a differential, Boltzmann's constant") {
  check_same("dU = TdS - pdV", "dU = T\\,dS - p\\,dV");
  check_same("∫xdy + 3k_BT", "\\int x\\,dy + 3k_B T");
  check_same("∂_μφ∂^μφ + ∂_μΓ^ρ_{νσ} + ∇_xf",
             "\\partial_\\mu φ\\partial^\\mu φ + \\partial_\\mu Γ^ρ_{νσ} + \\nabla_x f");
  check_same("F = GMm/r²", "F = \\frac{G M m}{r^2}");
  check_same("x s.t. y", "x \\text{ s.t. } y");
  CHECK(tree("GHz") == "name GHz\n");
  CHECK(tree("GPs") == "name GPs\n");
  check_same("e^{itx} + e^{-ikr}", "e^{i t x} + e^{-i k r}");
  check_same("v = at, ax + by, ½at²", "v = a t, a x + b y, \\tfrac12 a t^2");
  CHECK(tree("x^{old}").find("name old") != std::string::npos);
  CHECK(tree("x at y").find("at") != std::string::npos);
  CHECK(tree("pdf") == "name pdf\n");
  CHECK(tree("AdS") == "name AdS\n");
}

TEST_CASE("reading: a name before its operand is a function") {
  check_same("proj_u v", "\\operatorname{proj}_u v");
  check_same("span{v, w}", "\\operatorname{span}\\{v, w\\}");
  check_same("FID = 1", "\\operatorname{FID} = 1");
  check_same("argmax_θ f", "\\operatorname{argmax}_\\theta f");
  check_same("x > 0 if y", "x > 0 \\text{ if } y");
  CHECK(tree("loss \\quad x").find("name loss") == 0);
}

TEST_CASE("reading: what only colours, numbers or links leaves its content") {
  check_same("x + y", "\\color{red}x + \\textcolor{blue}{y} \\tag{1} \\label{eq:a} \\nonumber");
  check_same("x", "\\colorbox{red}{$x$}");
  check_same("x", "\\fcolorbox{red}{blue}{x}");
  check_same("x", "\\href{http://a.b/c}{x}");
  check_same("x y", "\\mathrlap{x} \\smash[b]{y}");
  check_same("x*y", "\\textcolor{red}{x}*y");
}

TEST_CASE("reading: what comes along from a text is no part of the formula") {
  check_same("x + y", "$$x + y$$");
  check_same("x + y", "$x$ + $y$");
  check_same("x + y", "\\[x + y\\]");
  check_same("x + y", "\\(x + y\\)");
  check_same("p(x|z), y; n!", "p（x｜z），y；n！");
  check_same("a < b > c", "a &lt; b &gt; c");
  CHECK(tree("5 $") == "number 5\nsymbol $\n");
  CHECK(tree("若，则") == "text \"若，则\"\n");
  check_same("\\text{若 }x > 0\\text{ 时}", "\\text{若 $x > 0$ 时}");
}

TEST_CASE("reading: lengths, boxes, phantoms and strikes") {
  const auto mu = [](std::string_view source) {
    return std::get<math::Space>(math::parse(source).tree.front().content).mu;
  };
  CHECK(mu("\\hspace{1em}") == 18);
  CHECK(mu("\\kern-2pt x") == doctest::Approx(-3.6f));
  CHECK(mu("\\hspace*{0.5em}") == 9);
  CHECK(mu("\\mkern 5mu") == 5);
  CHECK(math::parse("x\\!\\left(y\\right)").tree.size() == 2);
  CHECK(math::parse("x\\hspace{-2em}\\left(y\\right)").tree.size() == 3);
  CHECK(tree("\\kern-2pt x") == "symbol 𝑥\n");
  CHECK(tree("\\boxed{x}") == "box\n  symbol 𝑥\n");
  CHECK(tree("\\phantom{x}") == "phantom\n  symbol 𝑥\n");
  CHECK(tree("\\cancel{x}") == "strike up\n  symbol 𝑥\n");
  CHECK(tree("\\not\\prec").find("⊀") != std::string::npos);
  CHECK(tree("\\not\\perp").find("accent ◌̸") == 0);
  CHECK(tree("{a \\brack b}").find("fence [ ]") == 0);
}

TEST_CASE("reading: brackets may be half open, and bare braces are drawn") {
  CHECK(tree("[0,1)").find("fence [ )") == 0);
  CHECK(tree("f([0,1))").find("fence ( )") != std::string::npos);
  CHECK(tree("{1,2}").find("fence { }") == 0);
  CHECK(tree("{0,1}^n").find("fence { }") != std::string::npos);
  CHECK(tree("{x_i}^2").find("fence") == std::string::npos);
  CHECK(tree("{\\alpha}") == "symbol 𝛼\n");
  CHECK(tree("x{+}/{y}").find("fence") == std::string::npos);
  CHECK(tree("{}_n C_k").find("scripts") == 0);
}

TEST_CASE("reading: a star after an operand is raised where it cannot multiply") {
  check_same("D* = 1", "D^* = 1");
  check_same("θ*(x)", "\\theta^*(x)");
  check_same("x*", "x^*");
  check_same("x*y", "x \\ast y");
  check_same("a * b", "a \\ast b");
  check_same("2*(x)", "2 \\ast (x)");
}

TEST_CASE("reading: ASCII habits") {
  check_same("a -> b <- c => d", "a \\to b \\leftarrow c \\Rightarrow d");
  check_same("a <= b >= c != d", "a \\le b \\ge c \\ne d");
  check_same("x ~ y", "x \\sim y");
  check_same("1, ..., n", "1, \\ldots, n");
  check_same("f'(x)", "f^\\prime(x)");
  check_same("a = b̸", "a = b̸");
  check_same("a ≠ b", "a ≠ b");
}

TEST_CASE("reading: what cannot be read is kept, marked and reported") {
  Diagnostic found = only_diagnostic("a + (b");
  CHECK(found.code == "unmatched-bracket");
  CHECK(found.offset == 4);
  CHECK(found.length == 1);
  CHECK(tree("a + (b").find("unread \"(\"\nsymbol 𝑏") != std::string::npos);

  found = only_diagnostic("α\\foo x");
  CHECK(found.code == "unknown-command");
  CHECK(found.offset == 2);
  CHECK(found.length == 4);
  CHECK(tree("\\foo x") == "unread \"\\foo\"\nsymbol 𝑥\n");

  CHECK(only_diagnostic("x_").code == "dangling-script");
  CHECK(only_diagnostic("x_ + 1").code == "dangling-script");
  CHECK(only_diagnostic("x^").offset == 1);
  CHECK(only_diagnostic("x_a_b").code == "double-script");
  CHECK(only_diagnostic("\\frac{a}").code == "missing-argument");
  CHECK(tree("\\frac{a}") == "unread \"\\frac\"\nsymbol 𝑎\n");
  CHECK(only_diagnostic("\\sqrt").code == "missing-argument");
  CHECK(only_diagnostic("√").code == "missing-argument");
  CHECK(only_diagnostic("\\left( x").code == "unmatched-bracket");
  CHECK(only_diagnostic("\\begin{foo} x \\end{foo}").code == "unknown-environment");
  CHECK(only_diagnostic("\\begin{cases} x").code == "unmatched-environment");
  CHECK(only_diagnostic("\\right)").code == "misplaced-command");
  CHECK(only_diagnostic("x\\limits").code == "misplaced-limits");
  CHECK(only_diagnostic("\\big x").code == "missing-delimiter");
  CHECK(only_diagnostic("\\").code == "unknown-command");
}

TEST_CASE("reading: runs of scripts hold together where a notation leaves out what stands before them") {
  CHECK(tree("∑_(i=1)^n▒〖x₂〗 + log₂(y¹⁰)") == tree("∑_(i=1)^n x₂ + log₂(y¹⁰)"));
}

TEST_CASE("reading: an empty formula is an empty row") {
  CHECK(tree("").empty());
  CHECK(tree("  \t ").empty());
}
