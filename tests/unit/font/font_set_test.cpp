#include "font/font_set.h"

#include <doctest/doctest.h>

#include "base/utf8.h"
#include "font/math_table.h"
#include "support/golden.h"

using namespace sixiang;

TEST_CASE("a character is looked for in the preferred face, then in the others in order") {
  const FontSet& fonts = testing::all_fonts();
  const FaceIndex marker = *fonts.find_face("marker"), wenkai = *fonts.find_face("wenkai");
  CHECK(fonts.find_face("LXGW Marker Gothic") == marker);
  CHECK_FALSE(fonts.find_face("Comic Sans"));
  CHECK(fonts.lookup(marker, U'生').glyph.slice.face == marker);
  CHECK(fonts.lookup(wenkai, U'生').glyph.slice.face == wenkai);
  CHECK(fonts.lookup(marker, U'皑').glyph.slice.face == wenkai);
  CHECK(fonts.lookup(marker, 0xE000).status == LookupStatus::Missing);
}

TEST_CASE("full-width punctuation does not come from the marker face, whose comma reads as a dot") {
  const FontSet& fonts = testing::all_fonts();
  const FaceIndex marker = *fonts.find_face("marker");
  for (char32_t mark : {U'，', U'。', U'、', U'；', U'：', U'！', U'？'}) {
    CHECK(fonts.lookup(marker, mark).glyph.slice.face == *fonts.find_face("wenkai"));
  }
}

TEST_CASE("a character of a slice that is not loaded is pending, then found") {
  FontManifest manifest = testing::all_fonts().manifest();
  FontSet fonts(manifest);
  const GlyphLookup before = fonts.lookup(0, U'生');
  REQUIRE(before.status == LookupStatus::Pending);
  CHECK_FALSE(fonts.loaded(before.glyph.slice));
  REQUIRE(fonts.load(before.glyph.slice, testing::all_fonts().file_bytes(before.glyph.slice)));
  CHECK(fonts.lookup(0, U'生').status == LookupStatus::Found);
}

TEST_CASE("bytes that are no font are refused") {
  FontSet fonts(testing::all_fonts().manifest());
  CHECK_FALSE(fonts.load({0, 0}, {}).ok());
  CHECK_FALSE(fonts.load({0, 0}, std::vector<std::uint8_t>(4096, 'x')).ok());
  CHECK_FALSE(fonts.loaded({0, 0}));
}

TEST_CASE("metrics are in em: a Han character is one em wide, capitals stand on the baseline") {
  const FontSet& fonts = testing::all_fonts();
  const GlyphId han = fonts.lookup(0, U'生').glyph;
  CHECK(fonts.advance(han) == doctest::Approx(1));
  CHECK(fonts.cap_height(0) > 0.6f);
  CHECK(fonts.cap_height(0) > fonts.x_height(0));
  const GlyphId capital = fonts.lookup(0, U'H').glyph;
  CHECK(fonts.glyph_bounds(capital).bottom() == doctest::Approx(0).epsilon(0.05));
  CHECK(bounds(fonts.outline(capital)).width == doctest::Approx(fonts.glyph_bounds(capital).width).epsilon(0.01));
}

TEST_CASE("the formula face brings a MATH table") {
  const FontSet& fonts = testing::all_fonts();
  REQUIRE(fonts.math_table() != nullptr);
  CHECK(fonts.math_face() == *fonts.find_face("math"));
  CHECK(fonts.math_table()->constant(MathConstant::AxisHeight) > 0.1f);
}

// GB/T 2312-1980 in the order of its code table, from the case file.
TEST_CASE("every character of GB2312 and of the list of symbols draws ink") {
  const FontSet& fonts = testing::all_fonts();
  for (const char* file : {"tests/cases/gb2312.txt", "tests/cases/symbols.txt"}) {
    std::size_t count = 0;
    for (const CodePoint& point : decode_utf8(testing::read_text(testing::source_path(file)))) {
      if (point.value <= U' ') continue;
      ++count;
      const GlyphLookup found = fonts.lookup(0, point.value);
      CAPTURE(unsigned(point.value));
      REQUIRE(found.status == LookupStatus::Found);
      CHECK_FALSE(fonts.outline(found.glyph).empty());
    }
    CHECK(count == (std::string(file).find("gb2312") != std::string::npos ? 6763 : 85));
  }
}
