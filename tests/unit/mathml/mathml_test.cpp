// MathML → formulas: tests/cases/mathml.tsv says who writes a formula so, what it means in LaTeX, and the markup.
#include "mathml/mathml.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "math/math.h"
#include "support/formula_tree.h"
#include "support/golden.h"

using namespace sixiang;
using testing::tree;

namespace {

struct Case {
  std::string writer, latex, markup;
};

std::vector<Case> cases() {
  std::vector<Case> result;
  std::istringstream lines(testing::read_text(testing::source_path("tests/cases/mathml.tsv")));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
    REQUIRE_MESSAGE(second != std::string::npos, line);
    result.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)});
  }
  return result;
}

std::string math_of(std::string_view content) { return mathml::read("<math>" + std::string(content) + "</math>"); }

std::string annotated(std::string_view content, std::string_view tex) {
  return "<semantics>" + std::string(content) + "<annotation encoding=\"application/x-tex\">" + std::string(tex) +
         "</annotation></semantics>";
}

std::string repeated(std::string_view text, int count) {
  std::string result;
  for (int i = 0; i < count; ++i) result += text;
  return result;
}

}  // namespace

TEST_CASE("MathML: what Word, Pandoc, Wikipedia, KaTeX and MathJax write means what they show") {
  const std::vector<Case> all = cases();
  CHECK(all.size() >= 50);
  for (const Case& each : all) {
    CAPTURE(each.writer);
    CAPTURE(each.latex);
    const std::string read = mathml::read(each.markup);
    CAPTURE(read);
    CHECK(tree(read) == tree(each.latex));
    CHECK(math::parse(read).diagnostics.empty());
  }
}

TEST_CASE("MathML: the TeX of an annotation is taken as it is, without Wikipedia's braces around it") {
  CHECK(math_of(annotated("<mi>x</mi>", "{\\displaystyle {\\alpha} &lt; b}")) == "{\\alpha} < b");
  CHECK(math_of(annotated("<mi>x</mi>", "\\displaystyle \\alpha % of Krizhevsky\n  + 5\\%")) == "\\alpha + 5\\%");
  CHECK(math_of("<semantics><mi>x</mi><annotation encoding=\"StarMath 5.0\">y</annotation></semantics>") == "x");
}

TEST_CASE("MathML: TeX without a command would be read as people type, so the elements count") {
  const std::string index = "<msub><mi>x</mi><mn>1</mn></msub><mn>0</mn>";
  CHECK(tree(math_of(annotated("<mrow>" + index + "</mrow>", "x_10"))) == tree("x_{1} 0"));
  CHECK(math_of(annotated("<mrow></mrow>", "x_10~a^b")) == "x_{1}0 a^{b}");
}

TEST_CASE("MathML: alternative text that is TeX counts, words do not") {
  const auto with = [](std::string_view alternative, std::string_view content) {
    return mathml::read("<math alttext=\"" + std::string(alternative) + "\">" + std::string(content) + "</math>");
  };
  CHECK(with("{\\displaystyle a&amp;\\beta &lt;b}", "<mi>x</mi>") == "a&\\beta <b");
  CHECK(with("the letter x", "<mi>x</mi>") == "x");
  CHECK(with("{\\displaystyle E=mc^2}", "") == "E=mc^{2}");
}

TEST_CASE("MathML: what is unknown is kept, what says nothing is not") {
  CHECK(math_of("<mrow><mfoo><mi>x</mi></mfoo><!-- <mi>y</mi> --><?z?></mrow>") == "x");
  CHECK(math_of("<mi>x</mi> y <mn>2</mn>") == "x\\text{ y }2");
  CHECK(math_of("<mphantom><mi>x</mi></mphantom>") == "\\phantom{x}");
  CHECK(mathml::read("no formula here").empty());
  CHECK(mathml::read("<p>a <b>c</b></p>").empty());
}

TEST_CASE("MathML: signs that mean something in LaTeX are escaped, entities resolved") {
  CHECK(math_of("<mn>50</mn><mo>%</mo>") == "50\\%");
  CHECK(math_of("<mtext>a_b &amp; {c}</mtext>") == "\\text{a\\_b \\& \\{c\\}}");
  CHECK(math_of("<mi>&alpha;</mi><mo>&#x2264;</mo><mi>&#946;</mi>") == "α ≤ β");
  CHECK(math_of("<mi>&unknown;</mi>") == "\\text{\\&unknown;}");
}

TEST_CASE("MathML: equations of Office's are kept whole, whatever is in them") {
  CHECK(mathml::read("<p><m:oMathPara><m:oMath><m:r>a=</m:r></m:oMath><m:oMath><m:r>b</m:r></m:oMath></m:oMathPara>") ==
        "\\begin{matrix} a = \\\\ b \\end{matrix}");
  CHECK(mathml::read("<m:oMath><m:new><m:r><m:t>12.5x</m:t></m:r></m:new><m:r>元</m:r></m:oMath>") == "12.5x元");
  CHECK(
      mathml::read("<m:oMath><m:f><m:fPr><m:type m:val=\"lin\"/></m:fPr><m:num><m:r>a</m:r></m:num><m:den><m:r>b</m:r>"
                   "</m:den></m:f></m:oMath>") == "a∕b");
  const std::string roots = repeated("<m:rad><m:deg>", 28) + "<m:r>2</m:r>" + repeated("</m:deg></m:rad>", 28);
  CHECK(mathml::read("<m:oMath>" + roots + "</m:oMath>").size() < 1000);
}

TEST_CASE("MathML: ill-formed and huge markup ends within its bounds") {
  for (const Case& each : cases()) {
    for (std::size_t size = 0; size < each.markup.size(); size += 3) mathml::read(each.markup.substr(0, size));
    for (std::size_t at = 0; at < each.markup.size(); at += 5) {
      std::string changed = each.markup;
      changed.erase(at, 1 + at % 7);
      const std::string read = mathml::read(changed);
      CHECK(read.size() < 10 * each.markup.size());
      math::parse(read);
    }
  }
  CHECK(math_of(repeated("<mrow>", 1000)).empty());
  CHECK(math_of(repeated("<mi>x</mi>", 20001)).empty());
  CHECK(mathml::read(std::string(mathml::kMaxBytes + 1, '<')).empty());
  CHECK(math_of(repeated("<msqrt>", 40) + "x") == repeated("\\sqrt{", 40) + "\\text{x}" + repeated("}", 40));
}
