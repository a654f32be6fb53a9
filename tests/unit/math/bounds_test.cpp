// Bounds and robustness: long, deep and random formulas are read and set within them, and nothing typed gets lost.
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "base/utf8.h"
#include "math/math.h"
#include "support/golden.h"
#include "support/processor_time.h"
#include "unit/math/formula_cases.h"

using namespace sixiang;
using sixiang::testing::all_fonts;

namespace {

// PCG-XSH-RR 32 (M. E. O'Neill, 2014), with a written seed.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) { next(); }
  std::uint32_t next() {
    const std::uint64_t old = state_;
    state_ = old * 6364136223846793005ull + 1442695040888963407ull;
    const std::uint32_t shifted = std::uint32_t(((old >> 18) ^ old) >> 27), turn = std::uint32_t(old >> 59);
    return (shifted >> turn) | (shifted << ((32 - turn) & 31));
  }
  std::size_t below(std::size_t count) { return next() % count; }

 private:
  std::uint64_t state_;
};

std::string repeated(std::string_view text, int count) {
  std::string result;
  for (int i = 0; i < count; ++i) result += text;
  return result;
}

bool has_code(const Diagnostics& diagnostics, std::string_view code) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& each) { return each.code == code; });
}

int height_of_dump(const std::string& dump) {
  int deepest = 0, spaces = 0;
  bool at_start = true;
  for (char c : dump) {
    if (c == '\n') {
      at_start = true;
      spaces = 0;
    } else if (at_start && c == ' ') {
      deepest = std::max(deepest, ++spaces / 2);
    } else {
      at_start = false;
    }
  }
  return deepest;
}

// Unicode's spaces, joiners, variation selectors.
bool is_blank(char32_t c) {
  return c <= U' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
         (c >= 0x205F && c <= 0x2064) || c == 0x3000 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

// Every byte that is not blank belongs to a node of the top row.
void check_nothing_dropped(std::string_view source, const math::Row& tree) {
  std::vector<char> covered(source.size(), 0);
  for (const math::Node& node : tree) {
    REQUIRE(node.span.offset + node.span.length <= source.size());
    for (std::size_t i = 0; i < node.span.length; ++i) covered[node.span.offset + i] = 1;
  }
  for (const CodePoint& point : decode_utf8(source)) {
    if (is_blank(point.value) || point.value == U'$' || covered[point.offset]) continue;
    // Switches leave no node: \rm, \nonumber, \limits.
    if (source.find('\\') != std::string_view::npos) continue;
    CAPTURE(source);
    CAPTURE(point.offset);
    CAPTURE(std::uint32_t(point.value));
    FAIL_CHECK("a character was dropped");
  }
}

math::FormulaLayout set(const math::Row& tree, math::Display display) {
  math::FormulaStyle style;
  style.display = display;
  style.max_width = 300;
  return math::layout(tree, all_fonts(), style);
}

constexpr const char* kPieces[] = {
    "x",
    "y_i",
    "^",
    "_",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "|",
    "‖",
    "/",
    "*",
    "'",
    "√",
    "∑",
    "∫",
    "ᾱ",
    "\u0302",
    "²",
    "₀",
    " ",
    "  ",
    "+",
    "-",
    "=",
    ",",
    "\\frac",
    "\\sqrt",
    "\\left",
    "\\right",
    "\\middle",
    "\\begin",
    "\\end",
    "{cases}",
    "{matrix}",
    "\\\\",
    "&",
    "\\hat",
    "\\text{a b}",
    "\\mathbf",
    "\\sum",
    "\\limits",
    "\\big",
    "\\bar",
    "\\over",
    "\\choose",
    "\\overset",
    "\\underbrace",
    "\\operatorname",
    "*",
    "损失",
    "12.5",
    "log",
    "KL",
    "dx",
    "...",
    "->",
    "\\",
    "\\not",
    "<",
    "⟨",
    "⟩",
    "\xF0\x9F\x98\x80",
    "\xFF",
    "\\displaystyle",
    "\\substack",
    "\\xrightarrow",
    "\\quad",
    "½",
    "\\Big|",
    "\\bigl(",
    "\\bigr)",
    "|_",
    "\\dv",
    "\\pdv[2]",
    "\\dd",
    "\\ce",
    "{SO4^2- + 2H2O ->[x] y}",
    "\\mel",
    "\\ketbra",
    "\\comm",
    "\\genfrac",
    "\\eval",
    "\\curl",
    "\\intertext",
    " / ",
    "\\newcommand{\\f}[1]{",
    "\\def\\g#1#2{#2#1",
    "\\f",
    "\\g",
    "#1",
    "\\let\\f\\g",
    "_{i=1\\\\j}",
    "\\ &",
    "\\pmatrix{",
    "\\cr",
    "\\sideset{_1}{^2}",
    "\\textcircled",
    "\\SI{3e2}{\\metre",
    "\\text{a {\\bf b} $",
    "\\verb|",
    "~",
};

std::string random_formula(Random& random) {
  std::string source;
  const std::size_t count = 1 + random.below(60);
  for (std::size_t i = 0; i < count; ++i) source += kPieces[random.below(std::size(kPieces))];
  return source;
}

std::string mutated(std::string source, Random& random) {
  const std::size_t changes = 1 + random.below(4);
  for (std::size_t i = 0; i < changes && !source.empty(); ++i) {
    const std::size_t at = random.below(source.size());
    switch (random.below(4)) {
      case 0:
        source.erase(at, 1 + random.below(4));
        break;
      case 1:
        source.insert(at, kPieces[random.below(std::size(kPieces))]);
        break;
      case 2:
        source[at] = char(random.below(256));
        break;
      default:
        source.insert(at, source.substr(random.below(source.size()), random.below(12)));
        break;
    }
  }
  return source;
}

}  // namespace

TEST_CASE("bounds: code points") {
  const math::ParsedFormula parsed = math::parse(repeated("x ", 3000));
  CHECK(has_code(parsed.diagnostics, "formula-too-long"));
  CHECK(parsed.diagnostics.back().offset == 4096);
  CHECK(math::parse(repeated("x ", 2048)).diagnostics.empty());
}

TEST_CASE("bounds: nesting, however it is written") {
  for (const std::string opening :
       {"(", "{\\alpha", "\\sqrt{", "\\frac{1}{", "x^{", "√", "\\hat", "\\left(", "\\text", "[", "|", "x_", "a\\over ",
        "\\mathbf{", "\\overset{a}{", "\\begin{matrix}", "\\displaystyle", "a/(", "a/"}) {
    for (const std::string closing : {")", "}", "\\right)", "]", "|", "\\end{matrix}", ""}) {
      CAPTURE(opening);
      CAPTURE(closing);
      const std::string source = repeated(opening, 400) + "x" + repeated(closing, 400);
      const math::ParsedFormula parsed = math::parse(source);
      CHECK(height_of_dump(math::dump(parsed.tree)) <= 200);
      set(parsed.tree, math::Display::Block);
    }
  }
  const std::string atoms = "\\ce{" + repeated("([", 400) + "H" + repeated("])", 400) + "}";
  CHECK(height_of_dump(math::dump(math::parse(atoms).tree)) <= 200);
  CHECK(has_code(math::parse(atoms).diagnostics, "formula-too-deep"));
  CHECK(math::parse(repeated("(", 31) + "x" + repeated(")", 31)).diagnostics.empty());
  CHECK(has_code(math::parse(repeated("(", 40) + "x" + repeated(")", 40)).diagnostics, "formula-too-deep"));
  CHECK(math::parse(repeated("a/", 500) + "b").tree.size() > 0);
  CHECK(math::parse("x" + repeated("\u0302", 1000)).tree.size() > 0);
}

TEST_CASE("bounds: the budget of boxes is one for the whole formula") {
  math::Row row = math::parse(repeated("x ", 2000)).tree;
  math::Row all;
  for (int i = 0; i < 3; ++i) all.insert(all.end(), row.begin(), row.end());
  const math::FormulaLayout laid = set(all, math::Display::Block);
  CHECK(has_code(laid.diagnostics, "formula-too-large"));
  CHECK(laid.diagnostics.size() < 10);
}

TEST_CASE("robustness: dollar signs where an operand is awaited") {
  for (const char* source : {"√$x$", "$a/$", "√$$", "x_$$", "\\frac$$", "\\hat$$", "√\\ce{}", "x/\\ce{}"}) {
    CAPTURE(source);
    set(math::parse(source).tree, math::Display::Block);
  }
}

// LaTeX as people paste it, beside our own corpus.
std::vector<std::string> seeds() {
  std::vector<std::string> all;
  for (const testing::FormulaCase& each : testing::formula_cases()) all.push_back(each.source);
  std::istringstream pasted(testing::read_text(testing::source_path("tests/oracle/latex.txt")));
  for (std::string line; std::getline(pasted, line);) {
    if (line.rfind("# ", 0) != 0) all.push_back(line);
  }
  return all;
}

TEST_CASE("robustness: 10,000 random and mutated formulas") {
  Random random(20240229);
  const std::vector<std::string> corpus = seeds();
  double slowest_ms = 0;
  for (int i = 0; i < 10000; ++i) {
    const std::string source =
        i % 2 == 0 ? random_formula(random) : mutated(corpus[random.below(corpus.size())], random);
    const double start = testing::processor_seconds();
    const math::ParsedFormula parsed = math::parse(source);
    const math::FormulaLayout laid = set(parsed.tree, i % 3 == 0 ? math::Display::Inline : math::Display::Block);
    slowest_ms = std::max(slowest_ms, (testing::processor_seconds() - start) * 1000.0);
    check_nothing_dropped(source, parsed.tree);
    for (const Diagnostic& each : parsed.diagnostics) REQUIRE(each.offset + each.length <= source.size());
    // No NaN and no infinity: they fail every comparison.
    REQUIRE((laid.box.width >= 0 && laid.box.width < 1e6f));
    REQUIRE((laid.box.height() > -1e6f && laid.box.height() < 1e6f));
  }
  MESSAGE("slowest formula: " << slowest_ms << " ms");
#if defined(NDEBUG) && !defined(__EMSCRIPTEN__) && !defined(SIXIANG_SANITIZE)
  CHECK(slowest_ms < 5);
#endif
}
