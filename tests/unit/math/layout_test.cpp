// Layout against the font's MATH constants and the rules of specs/formula-language.md.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/utf8.h"
#include "font/math_table.h"
#include "math/math.h"
#include "math/spacing.h"
#include "math/style.h"
#include "support/golden.h"
#include "support/typed_pieces.h"

using namespace sixiang;
using doctest::Approx;
using sixiang::testing::all_fonts;

namespace {

math::FormulaStyle plain_style() {
  math::FormulaStyle style;
  style.size = 1;  // lengths are in em
  style.text_face = all_fonts().find_face("marker").value_or(0);
  return style;
}

Box set(std::string_view source, math::FormulaStyle style = plain_style()) {
  return math::layout(math::parse(source).tree, all_fonts(), style).box;
}

float constant(MathConstant which) { return all_fonts().math_table()->constant(which); }

struct Glyph {
  char32_t character;
  Point origin;
  float size;
};

// Only for formulas without assemblies: a glyph a character.
std::vector<Glyph> glyphs_of(const Box& box) {
  std::vector<Glyph> glyphs;
  for (const Item& item : box.items) {
    const auto* run = std::get_if<GlyphRun>(&item);
    if (!run) continue;
    const std::vector<CodePoint> characters = decode_utf8(run->text);
    REQUIRE(characters.size() == run->glyphs.size());
    for (std::size_t i = 0; i < characters.size(); ++i) {
      glyphs.push_back({characters[i].value, run->glyphs[i].origin, run->size});
    }
  }
  return glyphs;
}

Glyph glyph_of(const Box& box, char32_t character) {
  const std::vector<Glyph> glyphs = glyphs_of(box);
  const auto found =
      std::find_if(glyphs.begin(), glyphs.end(), [&](const Glyph& glyph) { return glyph.character == character; });
  REQUIRE(found != glyphs.end());
  return *found;
}

std::vector<Rect> rules_of(const Box& box) {
  std::vector<Rect> rules;
  for (const Item& item : box.items) {
    if (const auto* fill = std::get_if<FillPath>(&item)) rules.push_back(bounds(fill->path));
  }
  return rules;
}

}  // namespace

TEST_CASE("styles: the eight transitions") {
  using math::MathStyle;
  using math::StyleLevel;
  const MathStyle display{StyleLevel::Display, false}, script{StyleLevel::Script, false};
  CHECK(math::superscript(display).level == StyleLevel::Script);
  CHECK_FALSE(math::superscript(display).cramped);
  CHECK(math::subscript(display).cramped);
  CHECK(math::superscript(script).level == StyleLevel::ScriptScript);
  CHECK(math::numerator(display).level == StyleLevel::Text);
  CHECK(math::denominator(display).cramped);
  CHECK(math::numerator({StyleLevel::Text, false}).level == StyleLevel::Script);
}

TEST_CASE("spacing: thin, medium, thick, and none in scripts") {
  using math::AtomClass;
  using math::StyleLevel;
  CHECK(math::space_between(AtomClass::Ordinary, AtomClass::Relation, StyleLevel::Display) == 5);
  CHECK(math::space_between(AtomClass::Ordinary, AtomClass::Binary, StyleLevel::Text) == 4);
  CHECK(math::space_between(AtomClass::Ordinary, AtomClass::Binary, StyleLevel::Script) == 0);
  CHECK(math::space_between(AtomClass::Operator, AtomClass::Ordinary, StyleLevel::Script) == 3);
  CHECK(math::space_between(AtomClass::Relation, AtomClass::Relation, StyleLevel::Text) == 0);
  CHECK(math::space_between(AtomClass::Open, AtomClass::Ordinary, StyleLevel::Text) == 0);
  const float x = set("x").width, plus = set("+").width;
  CHECK(set("1+1").width == Approx(2 * set("1").width + plus + 8.0f / 18));
  CHECK(set("-1").width == Approx(set("-").width + set("1").width));  // a sign, not a Bin
  CHECK(set("1 1").width == Approx(2 * set("1").width));
  CHECK(x > 0);
}

TEST_CASE("scripts: heights and sizes") {
  const Box box = set("a^2");
  CHECK(glyph_of(box, U'2').origin.y == Approx(-constant(MathConstant::SuperscriptShiftUp)));
  CHECK(glyph_of(box, U'2').size == Approx(0.70f));
  CHECK(glyph_of(set("a_1"), U'1').size == Approx(0.70f));
  CHECK(glyph_of(set("a^{b^2}"), U'2').size == Approx(0.58f));
  const Box both = set("a_1^2");
  const Rect upper = all_fonts().glyph_bounds(all_fonts().lookup(all_fonts().math_face(), U'2').glyph);
  const Rect lower = all_fonts().glyph_bounds(all_fonts().lookup(all_fonts().math_face(), U'1').glyph);
  const float upper_bottom = glyph_of(both, U'2').origin.y + upper.bottom() * 0.7f;
  const float lower_top = glyph_of(both, U'1').origin.y + lower.top() * 0.7f;
  CHECK(lower_top - upper_bottom >= constant(MathConstant::SubSuperscriptGapMin) - 1e-5f);
  // In a cramped style the superscript stays lower.
  CHECK(-glyph_of(set("√a^2"), U'2').origin.y == Approx(constant(MathConstant::SuperscriptShiftUpCramped)));
}

TEST_CASE("scripts: the font's own script scale on request") {
  math::FormulaStyle style = plain_style();
  style.script_scale = 0.6f;
  CHECK(glyph_of(set("a^2", style), U'2').size == Approx(0.6f));
}

TEST_CASE("fractions: the bar is on the axis, operands keep their distance") {
  const Box box = set("\\frac{1}{2}");
  REQUIRE(rules_of(box).size() == 1);
  const Rect bar = rules_of(box).front();
  CHECK(bar.height == Approx(constant(MathConstant::FractionRuleThickness)));
  CHECK(-bar.center().y == Approx(constant(MathConstant::AxisHeight)));
  CHECK(glyph_of(box, U'1').origin.y <= -constant(MathConstant::FractionNumeratorDisplayStyleShiftUp) + 1e-5f);
  CHECK(glyph_of(box, U'1').size == 1);
}

TEST_CASE("fractions: a slash is stacked in display style and stays on the line in text style") {
  math::FormulaStyle in_line = plain_style();
  in_line.display = math::Display::Inline;
  CHECK(rules_of(set("a/(b+c)")).size() == 1);
  CHECK(rules_of(set("a/(b+c)", in_line)).empty());
  CHECK(glyph_of(set("a/(b+c)", in_line), U'(').size == 1);
  CHECK(rules_of(set("\\frac{a}{b}", in_line)).size() == 1);
  // Too wide to stack: the brackets are back.
  const std::string wide = "a/(a+b+c+d+e+f+g+h+k+l+m+n+o+p+q)";
  CHECK(rules_of(set(wide)).empty());
  CHECK(glyph_of(set(wide), U'(').size == 1);
}

TEST_CASE("limits: above and below in display style, at the side in text style") {
  math::FormulaStyle in_line = plain_style();
  in_line.display = math::Display::Inline;
  CHECK(set("min_x f").width < set("min_x f", in_line).width);
  CHECK(glyph_of(set("min_x"), 0x1D465).origin.y >= constant(MathConstant::LowerLimitBaselineDropMin) - 1e-5f);
  CHECK(set("∫_0^1 f").ascent > set("∫_0^1 f", in_line).ascent);
  CHECK(set("∑_i").height() > set("∑_i", in_line).height());
}

TEST_CASE("roots: side by side they share one height") {
  const std::vector<Rect> rules = rules_of(set("√ᾱ_t·x₀ + √(1-ᾱ_t)·ε"));
  REQUIRE(rules.size() == 2);
  CHECK(rules[0].y == Approx(rules[1].y));
  // Unless one of them is much taller.
  const std::vector<Rect> unlike = rules_of(set("√x + √(a/b)"));
  REQUIRE(unlike.size() == 3);
  CHECK(unlike[0].y > unlike[2].y + 0.3f);
}

TEST_CASE("roots: the line keeps the font's distance") {
  const Box box = set("√1");
  const Rect digit = all_fonts().glyph_bounds(all_fonts().lookup(all_fonts().math_face(), U'1').glyph);
  const float gap = digit.top() - rules_of(box).front().bottom();
  CHECK(gap >= constant(MathConstant::RadicalDisplayStyleVerticalGap) - 1e-5f);
}

TEST_CASE("accents: i and j lose their dots, a bar over a letter is a mark, over more a rule") {
  CHECK(set("\\hat i").ascent < set("i").ascent + 0.3f);
  CHECK(glyph_of(set("\\hat i"), 0x1D6A4).size == 1);
  CHECK(rules_of(set("\\bar x")).empty());
  CHECK(rules_of(set("\\bar{x y}")).size() == 1);
  CHECK(set("x̂").width == Approx(set("x").width));
}

TEST_CASE("brackets: typed ones grow only around what is clearly taller than a line") {
  const float line = set("(x)").height();
  CHECK(set("(x_i^2)").height() == Approx(std::max(line, set("(x_i^2)").height())));
  CHECK(set("(ᾱ_t)").height() < line + 0.1f);
  CHECK(set("(a/b)").height() > 1.3f * line);
  CHECK(set("\\left(\\frac a b\\right)").height() == Approx(set("(\\frac a b)").height()));
}

TEST_CASE("brackets: \\left and \\right are as tall as typed ones, and a condition's bar as its brackets") {
  for (const char* body : {"x", "x^2", "V^\\pi(s')", "\\hat A_t", "\\sqrt x", "\\sqrt 2", "\\frac12", "\\sum_i x"}) {
    CAPTURE(body);
    const std::string content = body;
    CHECK(set("\\left(" + content + "\\right)").height() == Approx(set("(" + content + ")").height()));
  }
  CHECK(set("\\left(x^2\\right)").height() == Approx(set("(x)^2").height()).epsilon(0.02));
  CHECK(set("(√2)").height() > set("(2)").height());
  CHECK(set("\\big(x\\big)").height() > set("(x)").height());
  CHECK(set("\\Big(x\\Big)").height() > set("\\big(x\\big)").height());
  const Box typed = set("[∑_k a_k | b]"), fitted = set("\\left[\\sum_k a_k \\middle| b\\right]");
  CHECK(typed.width == Approx(fitted.width));
  CHECK(typed.height() == Approx(fitted.height()));
  CHECK(set("p(x|z)").height() == Approx(set("p(x)").height()));
}

TEST_CASE("fractions: an operand wider than 14 em keeps its place on the line") {
  const std::string narrow = "a/(b + c + d + e)";
  const std::string wide = "a/(b + c + d + e + f + g + h + i + j + k + l + m + n + o)";
  CHECK(set(narrow).height() > 1.8f);
  CHECK(set(wide).height() < 1.3f);
}

TEST_CASE("fractions: a stacked slash is spaced as a fraction") {
  CHECK(set("x a/b y").width == Approx(set("x \\frac ab y").width));
}

TEST_CASE("enclosures: a box keeps its distance, a phantom has room but no ink") {
  const Box body = set("x"), boxed = set("\\boxed{x}");
  CHECK(boxed.width == Approx(body.width + 2 * (0.3f + constant(MathConstant::OverbarRuleThickness))).epsilon(0.02));
  CHECK(set("\\phantom{x}").items.empty());
  CHECK(set("\\phantom{x}").ascent == Approx(body.ascent));
  CHECK(set("\\hphantom{\\frac ab}").height() == 0);
  CHECK(set("\\vphantom{x}").width == Approx(0));
}

TEST_CASE("arrows: those without variants in the font are drawn apart to the length of their label") {
  for (const char* arrow :
       {"\\xRightarrow", "\\xrightleftharpoons", "\\xlongequal", "\\xtwoheadrightarrow", "\\xmapsto"}) {
    CAPTURE(arrow);
    const Box box = set(std::string(arrow) + "{mmmmmm}");
    const auto drawn = std::find_if(box.items.begin(), box.items.end(),
                                    [](const Item& item) { return std::holds_alternative<FillPath>(item); });
    REQUIRE(drawn != box.items.end());
    const Rect ink = bounds(std::get<FillPath>(*drawn).path);
    CHECK(ink.width > set("^{mmmmmm}").width);
  }
}

TEST_CASE("tables: lines stand between the columns and rows that they part") {
  const auto rules = [](std::string_view source) {
    const Box box = set(source);
    return std::count_if(box.items.begin(), box.items.end(),
                         [](const Item& item) { return std::holds_alternative<FillPath>(item); });
  };
  CHECK(rules("\\begin{array}{cc} a & b \\\\ c & d \\end{array}") == 0);
  CHECK(rules("\\begin{array}{c|c} a & b \\\\ c & d \\end{array}") == 1);
  CHECK(rules("\\begin{array}{|c|c|} \\hline a & b \\\\ \\hline c & d \\\\ \\hline \\end{array}") == 6);
  CHECK(rules("\\begin{tabular}{lc} \\toprule a & b \\\\ \\midrule c & d \\\\ \\bottomrule \\end{tabular}") == 3);
}

TEST_CASE("tables: a line along some columns is as wide as they are") {
  const auto widest_rule = [](std::string_view line) {
    const Box box =
        set("\\begin{tabular}{lll} mmm & mmm & mmm \\\\ " + std::string(line) + " n & n & n \\end{tabular}");
    float widest = 0;
    for (const Item& item : box.items) {
      if (const auto* rule = std::get_if<FillPath>(&item)) widest = std::max(widest, bounds(rule->path).width);
    }
    return widest / box.width;
  };
  CHECK(widest_rule("\\hline") > 0.99f);
  CHECK(widest_rule("\\cmidrule(lr){2-3}") < 0.75f);
  CHECK(widest_rule("\\cline{2-2}") < 0.4f);
  CHECK(widest_rule("\\cmidrule{2-3}") > widest_rule("\\cmidrule(lr){2-3}"));
  CHECK(widest_rule("\\cmidrule{2-3}") == widest_rule("\\cline{2-3}"));
  CHECK(widest_rule("\\cline{2-9}") < 0.75f);  // beyond the last column
  CHECK(widest_rule("\\cline{7-9}") == 0);
}

TEST_CASE("tables: what stretches over columns makes them wider only where it has to") {
  const auto width = [](std::string_view head) {
    return set("\\begin{tabular}{ll} " + std::string(head) + " \\\\ mmm & mmm \\end{tabular}").width;
  };
  const float narrow = width("a & b");
  CHECK(width("\\multicolumn{2}{c}{mmmm}") == doctest::Approx(double(narrow)));
  CHECK(width("\\multicolumn{2}{c}{mmmmmmmmmmmm}") > narrow * 1.2f);
}

TEST_CASE("brackets: tall ones are assembled, up to a bound") {
  std::string source = "\\left(\\begin{matrix}";
  for (int i = 0; i < 20; ++i) source += "x \\\\ ";
  source += "\\end{matrix}\\right)";
  const Box box = set(source);
  CHECK(box.height() > 20);
  const Rect ink = ink_bounds(box.items, all_fonts());
  CHECK(ink.height > 0.95f * box.height());
}

TEST_CASE("width: break after a relation, else scale down to three quarters, else say so") {
  math::FormulaStyle style = plain_style();
  const std::string source = "aaa + bbb + ccc = ddd + eee + fff";
  const Box whole = set(source, style);
  style.max_width = whole.width * 0.7f;
  Box narrow = set(source, style);
  CHECK(narrow.width <= style.max_width * 1.001f);
  CHECK(narrow.height() > 1.5f * whole.height());

  style.breaking = math::FormulaBreaking::Forbidden;
  style.max_width = whole.width * 0.8f;
  narrow = set(source, style);
  CHECK(narrow.width == Approx(style.max_width));
  CHECK(narrow.height() == Approx(whole.height() * 0.8f));

  style.max_width = whole.width * 0.5f;
  const math::FormulaLayout laid = math::layout(math::parse(source).tree, all_fonts(), style);
  CHECK(laid.box.width == Approx(whole.width * 0.75f));
  REQUIRE(laid.diagnostics.size() == 1);
  CHECK(laid.diagnostics.front().code == "overflow");
}

TEST_CASE("width: a sign stays with its operand, and what must shrink anyhow is broken all the same") {
  math::FormulaStyle style = plain_style();
  const std::string source = "(x, x, x, x, x, x, x, x) = -(a, b)";
  style.max_width = set(source).width * 0.8f;
  const Box broken = set(source, style);
  CHECK(glyph_of(broken, U'−').origin.y == glyph_of(broken, U'𝑎').origin.y);
  CHECK(glyph_of(broken, U'−').origin.y > glyph_of(broken, U'=').origin.y + 1);

  // No line fits by itself; at three quarters all of them do.
  const std::string wide = "(a, b, c, d) + (e, f, g, h) + (i, j, k, l)";
  style.max_width = set("(a, b, c, d) + ").width * 0.95f;
  CHECK(set(wide, style).height() > 2);
}

TEST_CASE("width: a line ends elsewhere than at a relation where that keeps the size, and never behind a mod") {
  math::FormulaStyle style = plain_style();
  const std::string source = "slot = hash(key) mod M";
  style.max_width = set("slot = hash(key)").width * 1.05f;
  const Box broken = set(source, style);
  CHECK(broken.width <= style.max_width);
  CHECK(glyph_of(broken, U'h').origin.y == glyph_of(broken, U'=').origin.y);
  CHECK(glyph_of(broken, U'𝑀').origin.y > glyph_of(broken, U'=').origin.y + 1);
  CHECK(glyph_of(broken, U'm').origin.y == glyph_of(broken, U'𝑀').origin.y);
}

TEST_CASE("width: two lines rather than three, no product torn, no letter by itself") {
  math::FormulaStyle style = plain_style();
  const auto y = [&](const Box& box, char32_t character) { return glyph_of(box, character).origin.y; };
  const auto on_two_lines = [&](std::string_view source) {
    return math::PreparedFormula(math::parse(source).tree, all_fonts(), style).width_on_two_lines();
  };
  // A product follows its relation to the next line, whole.
  const std::string product = "f(p, q, r) = abc · def · ghi";
  style.max_width = on_two_lines(product) * 1.04f;
  CHECK(style.max_width < 0.85f * set(product).width);
  Box box = set(product, style);
  CHECK(y(box, U'a') > y(box, U'=') + 1);
  CHECK(y(box, U'g') == y(box, U'a'));
  // A sum: a term to the next line, and its sign stays.
  const std::string sum = "z = abcd · efgh + ijkl · mnop";
  style.max_width = on_two_lines(sum) * 1.04f;
  box = set(sum, style);
  CHECK(y(box, U'+') == y(box, U'='));
  CHECK(y(box, U'i') > y(box, U'+') + 1);
  // A little narrower, it is smaller on as many lines.
  const float height = box.height();
  style.max_width *= 0.85f;
  CHECK(set(sum, style).height() < height);
  // Where only a product can be broken, its sign begins the line.
  style.max_width = 0;
  const std::string torn = "abcdef · ghijkl";
  style.max_width = set(torn).width * 0.73f;
  box = set(torn, style);
  CHECK(y(box, U'⋅') == y(box, U'g'));
  CHECK(y(box, U'⋅') > y(box, U'a') + 1);
  // The last letter is not left alone.
  style.max_width = 0;
  const std::string alone = "(a, b, c, d) = (e, f, g, h) + x";
  style.max_width = set("(a, b, c, d) = (e, f, g, h) +").width * 1.02f;
  box = set(alone, style);
  CHECK(box.width <= style.max_width * 1.001f);
  CHECK(box.height() < 1.5f * set(alone).height());
}

TEST_CASE("colour: what could not be read is drawn in the error colour") {
  math::FormulaStyle style = plain_style();
  style.error_color = {1, 2, 3, 255};
  const Box box = set("x\\foo", style);
  bool error = false, normal = false;
  for (const Item& item : box.items) {
    if (const auto* run = std::get_if<GlyphRun>(&item)) {
      error = error || (run->color == style.error_color && run->text.find("\\foo") != std::string::npos);
      normal = normal || run->color == style.color;
    }
  }
  CHECK(error);
  CHECK(normal);
}

TEST_CASE("a character that no font has is drawn as a box and reported") {
  const math::FormulaLayout laid = math::layout(math::parse("x + \U000E0001").tree, all_fonts(), plain_style());
  REQUIRE(laid.diagnostics.size() == 1);
  CHECK(laid.diagnostics.front().code == "missing-glyph");
  CHECK(laid.diagnostics.front().offset == 4);
  CHECK(rules_of(laid.box).size() == 4);
}

TEST_CASE("synthetic bold: the pen follows the size of the glyph") {
  math::FormulaStyle style = plain_style();
  style.embolden_em = 0.02f;
  for (const Item& item : set("x^2", style).items) {
    const auto& run = std::get<GlyphRun>(item);
    CHECK(run.embolden == Approx(0.02f * run.size));
  }
  for (const char* source :
       {"\\frac{a}{b}", "\\left(\\begin{matrix}1\\\\2\\\\3\\\\4\\\\5\\end{matrix}\\right)", "√x"}) {
    const Box box = set(source, style);
    const Rect ink = ink_bounds(box.items, all_fonts());
    CHECK(ink.left() >= -1e-3f);
    CHECK(ink.right() <= box.width + 1e-3f);
    CHECK(ink.top() >= -box.ascent - 1e-3f);
    CHECK(ink.bottom() <= box.descent + 1e-3f);
  }
  const Rect bar = rules_of(set("\\frac{a}{b}", style)).front();
  CHECK(bar.height == Approx(constant(MathConstant::FractionRuleThickness) + 0.02f));
}

TEST_CASE(
    "glyphs know which part of the formula they draw: a letter, a command, a pair of brackets with what is in it") {
  const auto pieces = [](std::string_view source) { return testing::typed_pieces(set(source).items, source); };
  CHECK(pieces("x + y_{12}") == "x|+|y|1|2|");
  CHECK(pieces("\\frac{a}{\\beta}") == "a|\\beta|");
  CHECK(pieces("\\log 2") == "\\log|\\log|\\log|2|");
  CHECK(pieces("KL(p‖q)") == "K|L|(p‖q)|p|‖|q|(p‖q)|");
  CHECK(pieces("\\sqrt{x}") == "\\sqrt{x}|x|");
  CHECK(pieces("\\text{抽样}n") == "\\text{抽样}|\\text{抽样}|n|");
  CHECK(pieces("抽样") == "抽|样|");
  CHECK(pieces("\\hat x") == "x|\\hat x|");
}
