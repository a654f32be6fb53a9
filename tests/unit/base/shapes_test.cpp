#include "base/shapes.h"

#include <doctest/doctest.h>

using namespace sixiang;

TEST_CASE("bounds of a curve are those of the curve, not of its control points") {
  Path path;
  path.move_to({0, 0});
  path.quad_to({5, 10}, {10, 0});
  CHECK(bounds(path).height == doctest::Approx(5));
  Path cubic;
  cubic.move_to({0, 0});
  cubic.cubic_to({0, 4}, {4, 4}, {4, 0});
  CHECK(bounds(cubic).height == doctest::Approx(3));
  CHECK(bounds(Path{}).empty());
}

TEST_CASE("bounds of a quadratic curve that is written as a cubic one") {
  // Thirds do not come out even: the cubic's leading coefficient is almost 0, not 0.
  const Point start{97.3f, 41.7f}, control{150.1f, -33.9f}, end{251.7f, 58.3f};
  Path quadratic, cubic;
  quadratic.move_to(start);
  quadratic.quad_to(control, end);
  cubic.move_to(start);
  cubic.cubic_to(start + (control - start) * (2.0f / 3), end + (control - end) * (2.0f / 3), end);
  CHECK(bounds(cubic).y == doctest::Approx(bounds(quadratic).y).epsilon(1e-4));
  CHECK(bounds(cubic).height == doctest::Approx(bounds(quadratic).height).epsilon(1e-4));
}

TEST_CASE("a circle and a rounded rectangle fill their box") {
  const Rect box = bounds(circle({10, 20}, 5));
  CHECK(box.x == doctest::Approx(5));
  CHECK(box.bottom() == doctest::Approx(25));
  const Rect rounded = bounds(rounded_rectangle({1, 2, 30, 10}, 99));
  CHECK(rounded.x == doctest::Approx(1));
  CHECK(rounded.width == doctest::Approx(30));
  CHECK(rounded_rectangle({0, 0, 4, 4}, 0) == rectangle({0, 0, 4, 4}));
}

TEST_CASE("a star stands upright: ten corners, the first at the top") {
  const Path path = star({0, 0}, 10, 4);
  CHECK(path.points.size() == 10);
  CHECK(path.points[0] == Point{0, -10});
  CHECK(path.verbs.back() == PathVerb::Close);
}

TEST_CASE("polyline closes where the last point equals the first") {
  CHECK(polyline({{0, 0}, {1, 0}, {0, 0}}).verbs.back() == PathVerb::Close);
  CHECK(polyline({{0, 0}, {1, 0}, {2, 0}}).verbs.back() == PathVerb::LineTo);
}

TEST_CASE("placements compose as maps do") {
  const Placement outer{{10, 20}, 2}, inner{{1, 1}, 3};
  const Point point{5, 7};
  CHECK(combined(outer, inner)(point) == outer(inner(point)));
}

TEST_CASE("rectangles: union ignores the empty one, touching is not intersecting") {
  CHECK(united({}, {1, 1, 2, 2}) == Rect{1, 1, 2, 2});
  CHECK(united({0, 0, 1, 1}, {3, 3, 1, 1}) == Rect{0, 0, 4, 4});
  CHECK_FALSE(intersects(Rect{0, 0, 1, 1}, Rect{1, 0, 1, 1}));
  CHECK(intersects(Rect{0, 0, 2, 2}, Rect{1, 1, 2, 2}));
}
