#include <doctest/doctest.h>

#include "base/shapes.h"
#include "display/display_list.h"
#include "display/dump.h"
#include "support/golden.h"

using namespace sixiang;

namespace {

GlyphRun letter(char32_t code_point, float size) {
  const FontSet& fonts = testing::all_fonts();
  GlyphRun run;
  run.glyphs.push_back({fonts.lookup(0, code_point).glyph, {10, 50}});
  run.size = size;
  run.text = "H";
  return run;
}

}  // namespace

TEST_CASE("ink bounds follow placements and emboldening") {
  const FontSet& fonts = testing::all_fonts();
  GlyphRun run = letter(U'H', 100);
  const Rect plain = ink_bounds({run}, fonts);
  CHECK(plain.height == doctest::Approx(100 * fonts.cap_height(0)).epsilon(0.02));
  CHECK(plain.bottom() == doctest::Approx(50).epsilon(0.05));
  run.embolden = 4;
  CHECK(ink_bounds({run}, fonts).width == doctest::Approx(plain.width + 4));
  Group group;
  group.placement = {{100, 200}, 2};
  group.items = {letter(U'H', 100)};
  const Rect moved = ink_bounds({group}, fonts);
  CHECK(moved.x == doctest::Approx(100 + 2 * plain.x));
  CHECK(moved.width == doctest::Approx(2 * plain.width));
}

TEST_CASE("a display list as text") {
  FillPath fill;
  fill.path = polyline({{0, 0}, {1.25f, -0.001f}, {0, 2}, {0, 0}});
  fill.color = {255, 0, 0, 128};
  Group group;
  group.id = "gan";
  group.placement = {{3, 4}, 0.5f};
  group.items = {fill};
  CHECK(dump(DisplayList{group}) == "group gan at 3,4 scale 0.5\n  fill #FF000080 M0,0 L1.25,0 L0,2 Z\n");
}
