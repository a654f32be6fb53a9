// Stroke outlines against what a pen is: the points no further than half its width from the line.
#include "base/stroke.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "base/shapes.h"

using namespace sixiang;

namespace {

// Every contour as a dense chain of points.
struct Chains {
  std::vector<std::vector<Point>> contours;

  void move_to(Point to) { contours.push_back({to}); }
  void line_to(Point to) { contours.back().push_back(to); }
  void cubic_to(Point control1, Point control2, Point to) {
    constexpr int kSteps = 64;
    const Point from = contours.back().back();
    for (int i = 1; i <= kSteps; ++i) line_to(cubic_at(from, control1, control2, to, float(i) / kSteps));
  }
  void close() { line_to(contours.back().front()); }
};

std::vector<std::vector<Point>> chains(const Path& path) {
  Chains result;
  walk_cubics(path, result);
  return result.contours;
}

int winding(const std::vector<std::vector<Point>>& contours, Point at) {
  int sum = 0;
  for (const std::vector<Point>& contour : contours) {
    for (std::size_t i = 0; i < contour.size(); ++i) {
      const Point a = contour[i], b = contour[(i + 1) % contour.size()];
      if ((a.y <= at.y) == (b.y <= at.y)) continue;
      const float x = a.x + (b.x - a.x) * ((at.y - a.y) / (b.y - a.y));
      if (x < at.x) sum += b.y > a.y ? -1 : 1;
    }
  }
  return sum;
}

float distance(const std::vector<std::vector<Point>>& lines, Point at) {
  float nearest = std::numeric_limits<float>::max();
  for (const std::vector<Point>& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      const Point a = line[i], way = i + 1 < line.size() ? line[i + 1] - a : Point{}, to = at - a;
      const float square = way.x * way.x + way.y * way.y;
      const float t = square > 0 ? std::clamp((to.x * way.x + to.y * way.y) / square, 0.0f, 1.0f) : 0.0f;
      const Point off = to - way * t;
      nearest = std::min(nearest, std::sqrt(off.x * off.x + off.y * off.y));
    }
  }
  return nearest;
}

// The points of a grid that are plainly on the wrong side of the outline.
int wrong_points(const Path& path, const StrokeStyle& style, const Path& outline, float tolerance) {
  const auto lines = chains(path), contours = chains(outline);
  const Rect area = inset(bounds(path), -style.width);
  int wrong = 0;
  for (int row = 0; row < 48; ++row) {
    for (int column = 0; column < 48; ++column) {
      const Point at{area.x + area.width * (float(column) + 0.37f) / 48,
                     area.y + area.height * (float(row) + 0.61f) / 48};
      const float off = distance(lines, at) - style.width / 2;
      const int winds = winding(contours, at);
      wrong += winds < 0 || (off > tolerance && winds != 0) || (off < -tolerance && winds == 0);
    }
  }
  return wrong;
}

StrokeStyle style_of(float width, LineCap cap, LineJoin join) {
  StrokeStyle style;
  style.width = width;
  style.cap = cap;
  style.join = join;
  return style;
}

std::size_t count(const Path& path, PathVerb verb) {
  return std::size_t(std::count(path.verbs.begin(), path.verbs.end(), verb));
}

void check_bounds(const Path& path, Rect expected) {
  const Rect actual = bounds(path);
  CHECK(actual.left() == doctest::Approx(expected.left()).epsilon(1e-4));
  CHECK(actual.top() == doctest::Approx(expected.top()).epsilon(1e-4));
  CHECK(actual.right() == doctest::Approx(expected.right()).epsilon(1e-4));
  CHECK(actual.bottom() == doctest::Approx(expected.bottom()).epsilon(1e-4));
}

// Numbers of 0 to 1 for made-up curves.
class Random {
 public:
  explicit Random(std::uint32_t seed) : state_(seed) {}
  float next() {
    state_ = state_ * 1664525u + 1013904223u;
    return float(state_ >> 8) / float(1 << 24);
  }
  Point point() { return {next() * 100, next() * 100}; }

 private:
  std::uint32_t state_;
};

}  // namespace

TEST_CASE("caps reach as far as they should") {
  const Path line = polyline({{10, 20}, {30, 20}});
  check_bounds(stroke_outline(line, style_of(4, LineCap::Butt, LineJoin::Round)), {10, 18, 20, 4});
  check_bounds(stroke_outline(line, style_of(4, LineCap::Square, LineJoin::Round)), {8, 18, 24, 4});
  check_bounds(stroke_outline(line, style_of(4, LineCap::Round, LineJoin::Round)), {8, 18, 24, 4});
}

TEST_CASE("joins reach as far as they should") {
  const Path corner = polyline({{0, 0}, {100, 0}, {100, 100}});
  const LineCap butt = LineCap::Butt;
  check_bounds(stroke_outline(corner, style_of(20, butt, LineJoin::Miter)), {0, -10, 110, 110});
  check_bounds(stroke_outline(corner, style_of(20, butt, LineJoin::Round)), {0, -10, 110, 110});
  // The tip of the right angle: there with a miter only.
  const Point tip{109, -9}, bevel{104, -4}, beyond{106, -6};
  CHECK(winding(chains(stroke_outline(corner, style_of(20, butt, LineJoin::Miter))), tip) == 1);
  CHECK(winding(chains(stroke_outline(corner, style_of(20, butt, LineJoin::Round))), tip) == 0);
  CHECK(winding(chains(stroke_outline(corner, style_of(20, butt, LineJoin::Round))), beyond) == 1);
  CHECK(winding(chains(stroke_outline(corner, style_of(20, butt, LineJoin::Bevel))), beyond) == 0);
  CHECK(winding(chains(stroke_outline(corner, style_of(20, butt, LineJoin::Bevel))), bevel) == 1);
  StrokeStyle limited = style_of(20, butt, LineJoin::Miter);
  limited.miter_limit = 1.4f;  // a right angle's ratio is √2
  CHECK(winding(chains(stroke_outline(corner, limited)), beyond) == 0);
}

TEST_CASE("a closed corner of long lines has no more points than it needs") {
  const Path box = stroke_outline(rectangle({0, 0, 100, 50}), style_of(10, LineCap::Butt, LineJoin::Miter));
  CHECK(count(box, PathVerb::MoveTo) == 2);
  CHECK(count(box, PathVerb::Close) == 2);
  CHECK(bounds(box) == Rect{-5, -5, 110, 60});
  const auto contours = chains(box);
  CHECK(winding(contours, {50, 25}) == 0);
  CHECK(winding(contours, {50, 3}) == 1);
  CHECK(winding(contours, {-3, -3}) == 1);
}

TEST_CASE("curves stay curves") {
  const Path ring = stroke_outline(circle({50, 50}, 40), StrokeStyle{});
  CHECK(count(ring, PathVerb::CubicTo) <= 16);
  CHECK(count(ring, PathVerb::LineTo) == 0);
  // The pen is broader than the circle: no hole is left.
  StrokeStyle broad;
  broad.width = 20;
  const auto disc = chains(stroke_outline(circle({50, 50}, 4), broad));
  for (float x : {36.5f, 41.0f, 46.0f, 50.0f, 54.0f, 59.0f, 63.5f}) CHECK(winding(disc, {x, 50.1f}) > 0);
  CHECK(winding(disc, {35.5f, 50.1f}) == 0);
}

TEST_CASE("a stroke covers what is near the line and nothing else") {
  Random random(7);
  for (int i = 0; i < 60; ++i) {
    CAPTURE(i);
    Path path;
    path.move_to(random.point());
    for (int k = 0; k < 1 + i % 3; ++k) {
      const Point a = random.point(), b = random.point(), c = random.point();
      if (i % 4 == 0) path.line_to(a);
      if (i % 4 == 1) path.quad_to(a, b);
      if (i % 4 >= 2) path.cubic_to(a, b, c);
    }
    if (i % 5 == 0) path.close();
    const StrokeStyle style = style_of(1 + random.next() * 30, LineCap::Round, LineJoin::Round);
    CHECK(wrong_points(path, style, stroke_outline(path, style, 0.05f), 0.15f) == 0);
  }
}

TEST_CASE("cusps, hairpins, loops and lines that turn back") {
  std::vector<Path> paths(7);
  paths[0].move_to({10, 50});
  paths[0].cubic_to({110, 10}, {-10, 10}, {90, 50});  // a loop, nearly a cusp
  paths[1].move_to({0, 0});
  paths[1].cubic_to({100, 0}, {100, 4}, {0, 4});  // a hairpin
  paths[2] = polyline({{0, 0}, {60, 0}, {20, 0}});
  paths[3].move_to({0, 0});
  paths[3].cubic_to({80, 0}, {-40, 0}, {40, 0});  // back and forth on one line
  paths[4].move_to({0, 0});
  paths[4].quad_to({80, 0}, {10, 0});
  paths[5].move_to({20, 20});
  paths[5].cubic_to({20, 20}, {60, 20}, {60, 60});  // no handle at the start
  paths[6].move_to({20, 20});
  paths[6].cubic_to({60, 60}, {60, 20}, {20, 60});
  for (std::size_t i = 0; i < paths.size(); ++i) {
    for (float width : {1.0f, 6.0f, 25.0f}) {
      CAPTURE(i);
      CAPTURE(width);
      const StrokeStyle style = style_of(width, LineCap::Round, LineJoin::Round);
      CHECK(wrong_points(paths[i], style, stroke_outline(paths[i], style, 0.05f), 0.15f) == 0);
    }
  }
}

TEST_CASE("dashes are counted, measured and shifted") {
  StrokeStyle style = style_of(2, LineCap::Butt, LineJoin::Round);
  style.dashes = {10, 5};
  const Path line = polyline({{0, 0}, {100, 0}});
  const Path dashes = stroke_outline(line, style);
  CHECK(count(dashes, PathVerb::MoveTo) == 7);
  const auto contours = chains(dashes);
  CHECK(winding(contours, {9.9f, 0.1f}) == 1);
  CHECK(winding(contours, {10.1f, 0.1f}) == 0);
  CHECK(winding(contours, {99.9f, 0.1f}) == 1);
  style.dash_offset = 12;
  const auto shifted = chains(stroke_outline(line, style));
  CHECK(winding(shifted, {2.9f, 0.1f}) == 0);
  CHECK(winding(shifted, {3.1f, 0.1f}) == 1);
  style.dash_offset = -3;
  CHECK(winding(chains(stroke_outline(line, style)), {2.9f, 0.1f}) == 0);
  // An odd pattern goes round twice: 10 on, 10 off.
  style.dashes = {10};
  style.dash_offset = 0;
  CHECK(count(stroke_outline(line, style), PathVerb::MoveTo) == 5);
  // On a curve, by its length: a circle of nearly 100 around.
  style.dashes = {5, 5};
  CHECK(count(stroke_outline(circle({50, 50}, 49.95f / 3.14159265f), style), PathVerb::MoveTo) == 10);
}

TEST_CASE("dashes of no length are dots with round and square caps") {
  StrokeStyle style = style_of(2, LineCap::Round, LineJoin::Round);
  style.dashes = {0, 10};
  const Path line = polyline({{5, 0}, {5, 45}});
  CHECK(count(stroke_outline(line, style), PathVerb::MoveTo) == 5);
  style.cap = LineCap::Butt;
  CHECK(stroke_outline(line, style).empty());
}

TEST_CASE("dash patterns that cannot be drawn leave the line whole") {
  StrokeStyle style = style_of(2, LineCap::Butt, LineJoin::Round);
  const Path line = polyline({{0, 0}, {100, 0}});
  const float nan = std::numeric_limits<float>::quiet_NaN(), infinity = std::numeric_limits<float>::infinity();
  for (std::vector<float> dashes :
       std::vector<std::vector<float>>{{0, 0}, {-1, -1}, {nan, nan}, {1e-9f, 1e-9f}, {infinity, 1}}) {
    style.dashes = dashes;
    CHECK(count(stroke_outline(line, style), PathVerb::MoveTo) == 1);
  }
  style.dashes = {10, 5};
  style.dash_offset = nan;
  CHECK(count(stroke_outline(line, style), PathVerb::MoveTo) == 1);
}

TEST_CASE("points make dots") {
  Path point;
  point.move_to({10, 10});
  const StrokeStyle round = style_of(4, LineCap::Round, LineJoin::Round);
  CHECK(stroke_outline(point, round).empty());
  point.line_to({10, 10});
  check_bounds(stroke_outline(point, round), {8, 8, 4, 4});
  check_bounds(stroke_outline(point, style_of(4, LineCap::Square, LineJoin::Round)), {8, 8, 4, 4});
  CHECK(stroke_outline(point, style_of(4, LineCap::Butt, LineJoin::Round)).empty());
  point.close();
  check_bounds(stroke_outline(point, round), {8, 8, 4, 4});
}

TEST_CASE("nothing comes of nothing, and of what is no number") {
  const float nan = std::numeric_limits<float>::quiet_NaN(), infinity = std::numeric_limits<float>::infinity();
  const StrokeStyle round = style_of(4, LineCap::Round, LineJoin::Round);
  CHECK(stroke_outline({}, round).empty());
  for (float bad : {nan, infinity, -infinity, 3e38f}) {
    Path path = polyline({{0, 0}, {bad, 5}, {10, 10}});
    CHECK(stroke_outline(path, round).empty());
    path.append(polyline({{0, 0}, {10, 0}}));
    check_bounds(stroke_outline(path, round), {-2, -2, 14, 4});
    CHECK(stroke_outline(polyline({{bad, 0}, {10, 10}}), round).empty());
  }
  for (float width : {0.0f, -1.0f, nan}) {
    CHECK(stroke_outline(polyline({{0, 0}, {10, 0}}), style_of(width, LineCap::Round, LineJoin::Round)).empty());
  }
}

TEST_CASE("repeated points change nothing") {
  const StrokeStyle style = style_of(6, LineCap::Butt, LineJoin::Miter);
  CHECK(stroke_outline(polyline({{0, 0}, {0, 0}, {40, 0}, {40, 0}, {40, 0}, {40, 30}, {40, 30}}), style) ==
        stroke_outline(polyline({{0, 0}, {40, 0}, {40, 30}}), style));
}

TEST_CASE("an outset grows a region on all sides, holes and either direction included") {
  Path ring = rectangle({10, 10, 80, 80});
  Path hole;
  hole.move_to({30, 30});
  hole.line_to({30, 70});
  hole.line_to({70, 70});
  hole.line_to({70, 30});
  hole.close();
  ring.append(hole);
  const Path grown = outset_outline(ring, 5, 0.01f);
  CHECK(bounds(grown) == Rect{5, 5, 90, 90});
  const auto contours = chains(grown);
  CHECK(winding(contours, {50, 50}) == 0);
  CHECK(winding(contours, {33, 50}) == 1);
  CHECK(winding(contours, {36, 50}) == 0);
  CHECK(winding(contours, {20, 50}) == 1);
  CHECK(winding(contours, {5.5f, 5.5f}) == 0);  // the corner is round
  CHECK(winding(contours, {7, 7}) == 1);
  // The same ring drawn the other way round.
  Path mirrored = ring;
  for (Point& point : mirrored.points) point.x = 100 - point.x;
  CHECK(bounds(outset_outline(mirrored, 5, 0.01f)) == Rect{5, 5, 90, 90});
  // A hole that is narrower than what it shrinks by is gone.
  const auto filled = chains(outset_outline(ring, 21, 0.01f));
  for (float x : {31.0f, 40.0f, 50.0f, 60.0f, 69.0f}) CHECK(winding(filled, {x, 50.1f}) > 0);
  CHECK(outset_outline(ring, 0, 0.01f) == ring);
}
