// Letters with combining marks: composed where a face has the letter, placed by ink where none has.
#include <doctest/doctest.h>

#include "support/golden.h"
#include "unit/text/paragraphs.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

std::vector<PositionedGlyph> glyphs(std::string_view text) { return glyphs_of(layout_line(text).box.items); }

Rect ink(const PositionedGlyph& glyph) {
  const Rect em = all_fonts().glyph_bounds(glyph.glyph);
  return {glyph.origin.x + em.x * kEm, glyph.origin.y + em.y * kEm, em.width * kEm, em.height * kEm};
}

}  // namespace

TEST_CASE("a letter and its mark are one glyph where the face has it") {
  CHECK(glyphs("e\u0301").size() == 1);
  CHECK(glyphs("e\u0301")[0].glyph == glyphs("é")[0].glyph);
  CHECK(glyphs("e\u0301\u0302").size() == 2);  // é with a circumflex on top
}

TEST_CASE("a mark above is centred over its letter and touches nothing") {
  for (const char* text : {"x\u0302", "W\u0303", "α\u0304", "\u1FB1", "p\u0302", "汉\u0302", "l\u0307", "x\u20D7"}) {
    INFO(std::string(text));
    const std::vector<PositionedGlyph> pair = glyphs(text);
    REQUIRE(pair.size() == 2);
    CHECK(ink(pair[1]).center().x == doctest::Approx(double(ink(pair[0]).center().x)).epsilon(0.001));
    CHECK(ink(pair[1]).bottom() < ink(pair[0]).top() - 4);
    CHECK(ink(pair[1]).bottom() > ink(pair[0]).top() - 8);
  }
}

TEST_CASE("a mark below, an overlay, and a stack") {
  const std::vector<PositionedGlyph> below = glyphs("e\u0332");
  REQUIRE(below.size() == 2);
  CHECK(ink(below[1]).top() > ink(below[0]).bottom() + 4);
  const std::vector<PositionedGlyph> over = glyphs("n\u0338");
  REQUIRE(over.size() == 2);
  CHECK(intersects(ink(over[0]), ink(over[1])));
  const std::vector<PositionedGlyph> stack = glyphs("x\u0304\u0302");
  REQUIRE(stack.size() == 3);
  CHECK(ink(stack[2]).bottom() < ink(stack[1]).top());
}

TEST_CASE("a mark over i takes the place of the dot") {
  const std::vector<PositionedGlyph> pair = glyphs("i\u20D7");
  REQUIRE(pair.size() == 2);
  CHECK(pair[0].glyph == all_fonts().lookup(text_style().face, U'ı').glyph);
}

TEST_CASE("marks take no room of their own") {
  CHECK(layout_line("x\u0302y").lines[0].width == doctest::Approx(double(layout_line("xy").lines[0].width)));
}

TEST_CASE("a mark without a letter stands alone and is seen") {
  const TextLayout layout = layout_line("\u0302");
  CHECK(layout.lines[0].width > 10);
  CHECK(layout.diagnostics.empty());
  CHECK(ink_bounds(layout.box.items, all_fonts()).left() >= -0.01f);
}

TEST_CASE("what the run shows is what was typed") {
  CHECK(shown_text(layout_line("x\u0302 \u1FB1 e\u0301").box.items) == "x\u0302 \u1FB1 e\u0301");
}
