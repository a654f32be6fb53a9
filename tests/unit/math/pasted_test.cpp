// What people paste and TeX would not take, or takes only with a package.
#include <doctest/doctest.h>

#include <string>

#include "math/math.h"
#include "support/formula_tree.h"

using namespace sixiang;
using testing::check_same_tree;
using testing::tree;

namespace {

// The diagnostics' codes, each with a blank behind it.
std::string codes(std::string_view source) {
  std::string result;
  for (const Diagnostic& each : math::parse(source).diagnostics) result += each.code + " ";
  return result;
}

}  // namespace

TEST_CASE("pasted: eqnarray is an alignment of three columns, IEEEeqnarray one of those it names") {
  const std::string body = " x &=& y \\\\ &=& z ";
  check_same_tree("\\begin{eqnarray}" + body + "\\end{eqnarray}", "\\begin{array}{rcl}" + body + "\\end{array}");
  CHECK(tree("\\begin{eqnarray}" + body + "\\end{eqnarray}").substr(0, 11) == "matrix rcl\n");
  check_same_tree("\\begin{IEEEeqnarray*}{rCl}" + body + "\\end{IEEEeqnarray*}",
                  "\\begin{eqnarray}" + body + "\\end{eqnarray}");
  CHECK(tree("\\begin{IEEEeqnarray}[c]{l?r}" + body + "\\end{IEEEeqnarray}").substr(0, 10) == "matrix lr\n");
}

TEST_CASE("pasted: numcases has its left side before the brace") {
  const std::string body = " 1, & x > 0 \\\\ 0, & x \\le 0 ";
  check_same_tree("\\begin{numcases}{f(x)=}" + body + "\\end{numcases}", "f(x)=\\begin{cases}" + body + "\\end{cases}");
}

TEST_CASE("pasted: a comment of LaTeX is left out, with a hint") {
  check_same_tree("% the loss\nL = \\alpha x % of all\n + 1", "L = \\alpha x + 1");
  CHECK(codes("% the loss\nL = \\alpha x % of all\n + 1") == "comment comment ");
  check_same_tree("\\alpha = 5 % five\n", "\\alpha = 5");
  check_same_tree("\\begin{aligned} a &= b % {first\n \\\\ c &= d \\end{aligned}",
                  "\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}");
  check_same_tree("f(\\alpha)%\n + 1", "f(\\alpha) + 1");
  check_same_tree("\\newcommand{\\R}{\\mathbb{R}} % {reals\n\\R", "\\mathbb{R}");
}

TEST_CASE("pasted: a per cent sign is none") {
  for (std::string_view source :
       {"\\alpha = 50% of x", "\\alpha = 50 % + x", "50 % \\text{of} x", "\\frac{a % b c}{d}", "\\text{5 (% of all)}",
        "\\alpha %", "x % yz", "\\alpha = 95\\% or more", "(\\alpha)%"}) {
    CAPTURE(source);
    CHECK(codes(source).empty());
    CHECK(tree(source).find('%') != std::string::npos);
  }
}

TEST_CASE("pasted: doubled backslashes are single ones where none is single") {
  check_same_tree("\\\\frac{1}{2}\\\\sum_{i} x_i", "\\frac{1}{2}\\sum_{i} x_i");
  CHECK(codes("\\\\frac{1}{2}\\\\sum_{i} x_i") == "doubled-backslash ");
  check_same_tree("\\\\begin{pmatrix} a & \\\\max\\\\,b \\\\\\\\ c & d \\\\end{pmatrix}",
                  "\\begin{pmatrix} a & \\max\\,b \\\\ c & d \\end{pmatrix}");
  check_same_tree("\\\\sin x + \\\\cos x", "\\sin x + \\cos x");
  check_same_tree("\\\\[ \\\\alpha \\\\]", "\\alpha");
  CHECK(codes("a \\\\ b").empty());
  CHECK(codes("a \\\\max b \\\\c").empty());
  CHECK(codes("\\alpha \\\\beta").empty());
}

TEST_CASE("pasted: \\lvert and \\rvert are bars beside an angle") {
  check_same_tree("\\lvert\\psi\\rangle", "|\\psi\\rangle");
  check_same_tree("c\\lvert\\psi\\rangle\\langle\\phi\\rvert", "c|\\psi\\rangle\\langle\\phi|");
  check_same_tree("\\langle x\\rvert y\\rangle", "\\langle x|y\\rangle");
  check_same_tree("\\langle\\phi\\rvert", "\\langle\\phi|");
  check_same_tree("\\newcommand{\\ket}[1]{\\lvert #1\\rangle}\\ket{\\psi}", "|\\psi\\rangle");
  check_same_tree("\\lvert\\langle x,y\\rangle\\rvert", "\\left|\\langle x,y\\rangle\\right|");
  check_same_tree("f\\rvert_{x=0} + \\lVert x\\rVert", "f|_{x=0} + \\|x\\|");
}

TEST_CASE("pasted: brackets given a side, and reversed ones") {
  check_same_tree("\\mathopen{(}x\\mathclose{)} + \\mathopen[y\\mathclose]", "\\relax(x) + [y]");
  for (std::string_view source :
       {"\\mathopen{]}0,1\\mathclose{[}", "x\\in]0,1[", "x\\in]0,1]", "[0,1[\\cup(2,3)", "x ∈ ]a, b["}) {
    CAPTURE(source);
    CHECK(codes(source).empty());
    CHECK(tree(source).find("unread") == std::string::npos);
  }
  CHECK(tree("x\\in]0,1[").find("fence ] [") != std::string::npos);
  CHECK(tree("[0,1[ \\cup ]2,3]").find("fence ] ]") != std::string::npos);
  CHECK(tree("[a, \\dots] + f[]").find("fence ]") == std::string::npos);
  CHECK(codes("a] + [b") == "unmatched-bracket unmatched-bracket ");
}

TEST_CASE("pasted: a bracket's command without a partner is its sign") {
  CHECK(tree("\\lfloor x") == "unread \"⌊\"\nsymbol 𝑥\n");
  CHECK(tree("x\\rangle") == "symbol 𝑥\nunread \"⟩\"\n");
  CHECK(tree("\\lvert x") == "unread \"|\"\nsymbol 𝑥\n");
  CHECK(codes("x\\rVert") == "unmatched-bracket ");
  CHECK(codes("\\lceil x") == "unmatched-bracket ");
}

TEST_CASE("pasted: digits and letters parted by blanks, as read from a picture") {
  check_same_tree("1 0 / 2 5 \\pi", "10 / 25 \\pi");
  check_same_tree("\\alpha = 0 . 9 9 , 1", "\\alpha = 0.99 , 1");
  check_same_tree("\\text { s . t . } + \\text { i f }", "\\text{s.t.} + \\text{if}");
  check_same_tree("\\alpha_1 0", "\\alpha_{1}0");
  CHECK(tree("1 0") != tree("10"));
  CHECK(tree("\\text{ a bc }").find("a bc") != std::string::npos);
}

TEST_CASE("pasted: definitions with a star, and of pairs with a body") {
  const std::string norm =
      "\\NewDocumentCommand{\\norm}{s o m}{\\IfBooleanTF{#1}{\\|#3\\|}{|#3|}\\IfNoValueTF{#2}{}{_{#2}}}";
  check_same_tree(norm + "\\norm{x} + \\norm*{y} + \\norm*[p]{z}", "|x| + \\|y\\| + \\|z\\|_{p}");
  check_same_tree("\\NewDocumentCommand{\\f}{o m}{#2#1}\\f{x}\\f[y]{x}", "\\relax xxy");
  check_same_tree("\\DeclarePairedDelimiterX{\\inner}[2]{\\langle}{\\rangle}{#1,#2}\\inner{x}{y}",
                  "\\left\\langle x,y\\right\\rangle");
  check_same_tree("\\DeclarePairedDelimiterXPP\\Prob[1]{\\mathbb{P}}(){}{#1}\\Prob{A}", "\\mathbb{P}\\left(A\\right)");
  check_same_tree("\\DeclarePairedDelimiterX\\set[2]\\{\\}{#1 \\delimsize| #2}\\set*{x}{y}",
                  "\\left\\{x \\middle| y\\right\\}");
  CHECK(codes("\\IfBooleanTF{x}{y}{z}") == "unknown-command ");
}

TEST_CASE("pasted: definitions of today's LaTeX, and lengths") {
  check_same_tree("\\NewDocumentCommand{\\E}{m}{\\mathbb{E}[#1]}\\E{x}", "\\mathbb{E}[x]");
  check_same_tree("\\NewDocumentCommand\\E{O{p} m}{\\mathbb{E}_{#1}[#2]}\\E{x}+\\E[q]{x}",
                  "\\mathbb{E}_{p}[x]+\\mathbb{E}_{q}[x]");
  check_same_tree("\\RenewDocumentCommand{\\vec}{+m}{\\mathbf{#1}}\\vec x", "\\mathbf x");
  check_same_tree("\\ProvideDocumentCommand{\\vec}{m}{\\mathbf{#1}}\\vec x", "\\vec x");
  check_same_tree("\\DeclarePairedDelimiter\\abs{\\lvert}{\\rvert}\\abs*{\\frac xy}+\\abs{z}",
                  "\\left|\\frac xy\\right|+|z|");
  check_same_tree("\\DeclarePairedDelimiter\\abs{\\lvert}{\\rvert}\\abs[\\big]{x}", "\\big\\lvert x\\big\\rvert");
  check_same_tree("\\setlength{\\arraycolsep}{2pt}\\addtolength\\jot{1ex}\\R\\xspace x", "\\R x");
  CHECK(codes("\\setlength{\\arraycolsep}{2pt} x").empty());
}

TEST_CASE("pasted: commands of packages and of plain TeX") {
  check_same_tree("\\root 3\\of x + \\root n+1\\of{xy}", "\\sqrt[3]{x} + \\sqrt[n+1]{xy}");
  check_same_tree("a \\buildrel \\rm def \\over = b", "a \\stackrel{\\rm def}{=} b");
  check_same_tree("\\prescript{14}{6}{C}", "{}^{14}_{6}C");
  check_same_tree("\\ding{51} \\ding{55} \\ding{172} \\ding{72}", "\\relax ✓ ✗ ① ★");
  check_same_tree("\\order{x^2}", "\\mathcal{O}(x^2)");
  check_same_tree("\\upmu\\Upgamma", "\\mathrm{\\mu}\\Gamma");
  check_same_tree("\\mbox{\\boldmath $\\theta$} x", "\\boldsymbol{\\theta} x");
  check_same_tree("\\adjustlimits\\inf_x \\sup_y", "\\inf_x \\sup_y");
  CHECK(tree("\\SIrange{1}{2}{\\metre}") == "number 1\nsymbol 𝑚\ntext \"to\"\nnumber 2\nsymbol 𝑚\n");
  CHECK(tree("\\numlist{1;2;3}") == "number 1\ntext \",\"\nnumber 2\ntext \"and\"\nnumber 3\n");
  check_same_tree("\\cancelto{0}{x} + \\pqty{y} + \\lefteqn{z}", "\\cancel{x}^{0} + (y) + z");
  check_same_tree("\\vv{AB} + \\wideparen{AB}", "\\overrightarrow{AB} + \\overparen{AB}");
  check_same_tree("\\underaccent{x}{y}", "\\underset{x}{y}");
  CHECK(tree("\\underaccent{\\hat}{x}").find("accent") != std::string::npos);
  CHECK(tree("1\\textsuperscript{st}").find("sup") != std::string::npos);
  for (std::string_view missing :
       {"\\nicefrac", "\\nicefrac{a}", "\\root x", "\\buildrel x", "\\root x\\of", "\\ding{1}", "\\cancelto{0}",
        "\\SIrange{1}{2}", "\\prescript{a}{b}", "\\underaccent{\\hat}", "\\textsubscript"}) {
    CAPTURE(missing);
    CHECK_FALSE(codes(missing).empty());
  }
}

TEST_CASE("pasted: empheq puts delimiters and a box around an alignment") {
  const std::string body = " a &= b \\\\ c &= d ";
  const std::string aligned = "\\begin{aligned}" + body + "\\end{aligned}";
  check_same_tree("\\begin{empheq}[left=\\empheqlbrace]{align}" + body + "\\end{empheq}",
                  "\\left\\{" + aligned + "\\right.");
  check_same_tree("\\begin{empheq}[left={f(x)=\\empheqlbrace}]{align*}" + body + "\\end{empheq}",
                  "f(x)=\\left\\{" + aligned + "\\right.");
  check_same_tree("\\begin{empheq}[right=\\empheqrbrace]{align*}" + body + "\\end{empheq}",
                  "\\left." + aligned + "\\right\\}");
  check_same_tree("\\begin{empheq}[box=\\fbox]{align}" + body + "\\end{empheq}", "\\boxed{" + aligned + "}");
  check_same_tree("\\begin{empheq}{align}" + body + "\\end{empheq}", aligned);
  check_same_tree("\\begin{empheq}[left={f=}, right={\\empheqrbrace\\text{a b}}]{align*}" + body + "\\end{empheq}",
                  "f=\\left." + aligned + "\\right\\}\\text{a b}");
  CHECK(codes("\\begin{empheq}{foo} x \\end{empheq}") == "unknown-environment ");
  CHECK(codes("\\begin{empheq} x \\end{empheq}") == "unknown-environment ");
}
