// Fat arrows: where their dashes lie, and how one runs over another.
#include "diagram/block_arrow.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/path.h"
#include "diagram/drawing.h"

using namespace sixiang;

namespace {

constexpr Color kShaft{200, 60, 50, 255}, kHead{60, 60, 200, 255}, kGround{250, 245, 235, 255};

BlockArrow arrow_along(const std::vector<Point>& points, LineStyle line) {
  BlockArrow arrow;
  arrow.way = way_through(points, std::vector<float>(points.size(), 10.0f));
  arrow.style = {8, 20, 24, kShaft, kHead, line};
  return arrow;
}

DiagramStyle style() {
  DiagramStyle style;
  style.border_width = 2;
  style.ground = kGround;
  return style;
}

// Fills of that colour.
std::vector<Rect> rects_of(const DisplayList& items, Color color) {
  std::vector<Rect> rects;
  for (const Item& item : items) {
    const FillPath* fill = std::get_if<FillPath>(&item);
    if (fill && fill->color == color) rects.push_back(bounds(fill->path));
  }
  return rects;
}

// The contours of all fills of that colour.
std::vector<Rect> contours_of(const DisplayList& items, Color color) {
  std::vector<Rect> rects;
  for (const Item& item : items) {
    const FillPath* fill = std::get_if<FillPath>(&item);
    if (!fill || fill->color != color) continue;
    std::size_t at = 0;
    Path contour;
    for (PathVerb verb : fill->path.verbs) {
      if (verb == PathVerb::Close) {
        rects.push_back(bounds(contour));
        contour = {};
        continue;
      }
      contour.line_to(fill->path.points.at(at++));
    }
  }
  return rects;
}

}  // namespace

TEST_CASE("a dashed arrow has no gap between its head and the bend before it, and begins with a dash") {
  Drawing drawing;
  draw_block_arrows(drawing, {arrow_along({{0, 0}, {300, 0}, {300, 80}}, LineStyle::Dashed)}, style());
  std::vector<Rect> dashes = contours_of(drawing.items, kShaft);
  REQUIRE(dashes.size() > 5);
  std::sort(dashes.begin(), dashes.end(), [](const Rect& a, const Rect& b) { return a.left() < b.left(); });
  CHECK(dashes.front().left() == doctest::Approx(0));
  const Rect& last = dashes.back();
  CHECK(last.left() <= 290 - 3);
  CHECK(last.bottom() == doctest::Approx(60));
  for (std::size_t i = 1; i < dashes.size(); ++i) CHECK(dashes[i].left() - dashes[i - 1].right() > 4);
}

TEST_CASE("an arrow cuts one below it where they cross, and all of its width") {
  const BlockArrow below = arrow_along({{0, 0}, {400, 0}}, LineStyle::Solid);
  const BlockArrow above = arrow_along({{100, 200}, {100, -60}}, LineStyle::Solid);
  Drawing drawing;
  draw_casing(drawing, above, {below}, style());
  const std::vector<Rect> cuts = rects_of(drawing.items, kGround);
  REQUIRE(cuts.size() == 1);
  CHECK(cuts[0].center().x == doctest::Approx(100));
  CHECK(cuts[0].center().y == doctest::Approx(0));
  CHECK(cuts[0].height > 8 + 2 * 2);
  CHECK(cuts[0].height < 20);
  CHECK(cuts[0].width > 8 + 2 * 2 + 4);
  Drawing none;
  draw_casing(none, arrow_along({{500, 200}, {500, -60}}, LineStyle::Solid), {below}, style());
  CHECK(none.items.empty());
}
