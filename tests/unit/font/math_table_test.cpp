#include "font/math_table.h"

#include <doctest/doctest.h>

#include "font/font_set.h"
#include "support/golden.h"

using namespace sixiang;
using doctest::Approx;
using sixiang::testing::all_fonts;

namespace {

const MathTable& table() {
  REQUIRE(all_fonts().math_table() != nullptr);
  return *all_fonts().math_table();
}

std::uint16_t glyph(char32_t c) { return all_fonts().lookup(all_fonts().math_face(), c).glyph.index; }

std::vector<std::uint8_t> math_file() {
  return all_fonts().file_bytes(all_fonts().lookup(all_fonts().math_face(), U'x').glyph.slice);
}

}  // namespace

// The figures are Noto Sans Math 3.0's, as fontTools reads them.
TEST_CASE("MATH table: constants") {
  CHECK(table().constant(MathConstant::ScriptPercentScaleDown) == Approx(0.60f));
  CHECK(table().constant(MathConstant::ScriptScriptPercentScaleDown) == Approx(0.50f));
  CHECK(table().constant(MathConstant::DisplayOperatorMinHeight) == Approx(2.3f));
  CHECK(table().constant(MathConstant::AxisHeight) == Approx(0.278f));
  CHECK(table().constant(MathConstant::SuperscriptShiftUp) == Approx(0.390f));
  CHECK(table().constant(MathConstant::SuperscriptShiftUpCramped) == Approx(0.280f));
  CHECK(table().constant(MathConstant::FractionRuleThickness) == Approx(0.071f));
  CHECK(table().constant(MathConstant::RadicalKernAfterDegree) == Approx(-0.450f));
  CHECK(table().constant(MathConstant::RadicalDegreeBottomRaisePercent) == Approx(0.56f));
}

TEST_CASE("MATH table: italics corrections and top accents") {
  CHECK(table().italics_correction(glyph(0x1D453)) == Approx(0.145f));  // italic f
  CHECK(table().italics_correction(glyph(U'(')) == 0);
  REQUIRE(table().top_accent(glyph(0x1D465)).has_value());  // italic x
  CHECK(*table().top_accent(glyph(0x1D465)) == Approx(0.336f));
  CHECK_FALSE(table().top_accent(glyph(U'(')).has_value());
}

TEST_CASE("MATH table: variants and assemblies") {
  const GlyphConstruction* bracket = table().construction(glyph(U'('), StretchDirection::Vertical);
  REQUIRE(bracket != nullptr);
  CHECK(bracket->variants.size() == 13);
  CHECK(bracket->variants.front().advance == Approx(0.942f));
  REQUIRE(bracket->parts.size() == 3);
  CHECK_FALSE(bracket->parts[0].extender);
  CHECK(bracket->parts[1].extender);
  CHECK(bracket->parts[1].full_advance == Approx(1.069f));
  CHECK(table().construction(glyph(U'('), StretchDirection::Horizontal) == nullptr);
  CHECK(table().construction(glyph(U'⏟'), StretchDirection::Horizontal) != nullptr);
  CHECK(table().construction(glyph(U'x'), StretchDirection::Vertical) == nullptr);
}

TEST_CASE("MATH table: a font without one, and no font at all") {
  CHECK_FALSE(MathTable::parse({}).ok());
  const std::vector<std::uint8_t> zeros(200, 0);
  CHECK_FALSE(MathTable::parse(zeros).ok());
}

TEST_CASE("MATH table: truncated and damaged tables are errors or tables, never a wild read") {
  const std::vector<std::uint8_t> whole = math_file();
  REQUIRE(MathTable::parse(whole).ok());
  for (std::size_t size = 0; size < whole.size(); size += 1 + size / 3) {
    const std::vector<std::uint8_t> part(whole.begin(), whole.begin() + std::ptrdiff_t(size));
    CHECK_FALSE(MathTable::parse(part).ok());
  }
  std::size_t math = 0;
  for (std::size_t i = 12; i < 400; i += 16) {
    if (whole[i] == 'M' && whole[i + 1] == 'A' && whole[i + 2] == 'T' && whole[i + 3] == 'H') {
      math = std::size_t(whole[i + 8]) << 24 | std::size_t(whole[i + 9]) << 16 | std::size_t(whole[i + 10]) << 8 |
             whole[i + 11];
    }
  }
  REQUIRE(math != 0);
  std::uint32_t random = 12345;
  std::vector<std::uint8_t> damaged = whole;
  for (int i = 0; i < 100; ++i) {
    random = random * 1664525u + 1013904223u;
    const std::size_t at = math + (random >> 8) % 4000;
    const std::uint8_t before = damaged[at];
    damaged[at] = std::uint8_t(random >> 24);
    MathTable::parse(damaged);
    damaged[at] = before;
  }
}
