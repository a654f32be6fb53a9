#include "base/path.h"

#include <doctest/doctest.h>

#include "base/shapes.h"
#include "base/sort_unique.h"

using namespace sixiang;

namespace {

Path sample() {
  Path path = circle({3, 4}, 5);
  path.append(sparkle({-10, 7}, 9));
  path.move_to({1, 2});
  path.line_to({8, 2});
  path.quad_to({9, 9}, {1, 8});
  return path;
}

}  // namespace

TEST_CASE("path: a walk hands on every verb with its points") {
  Path copy;
  const Path path = sample();
  walk(path, copy);
  CHECK(copy == path);
}

TEST_CASE("path: quadratic curves walked as cubic ones run the same way") {
  const Path path = sample();
  Path cubics;
  walk_cubics(path, cubics);
  CHECK(std::count(cubics.verbs.begin(), cubics.verbs.end(), PathVerb::QuadTo) == 0);
  CHECK(cubics.verbs.size() == path.verbs.size());
  CHECK(bounds(cubics).x == doctest::Approx(bounds(path).x).epsilon(1e-4));
  CHECK(bounds(cubics).height == doctest::Approx(bounds(path).height).epsilon(1e-4));
  // After a Close a curve starts where the contour did.
  Path closed;
  closed.move_to({0, 0});
  closed.line_to({6, 0});
  closed.close();
  closed.quad_to({3, 3}, {0, 6});
  Path raised;
  walk_cubics(closed, raised);
  CHECK(raised.points[2] == Point{2, 2});
  CHECK(raised.points[3] == Point{2, 4});
}

TEST_CASE("points: directions and ways") {
  CHECK(unit(Point{3, 4}) == Point{0.6f, 0.8f});
  CHECK(unit(Point{}) == Point{1, 0});
  CHECK(left_of(Point{1, 0}) == Point{0, -1});
  CHECK(cross(Point{1, 0}, Point{0, 1}) > 0);
  CHECK(lerp(Point{2, 2}, Point{4, 8}, 0.5f) == Point{3, 5});
  CHECK(cubic_at(FinePoint{0, 0}, {0, 4}, {4, 4}, {4, 0}, 0.5) == FinePoint{2, 3});
}

TEST_CASE("sort_unique: each value once, in order") {
  std::vector<int> values = {3, 1, 3, 2, 1};
  sort_unique(values);
  CHECK(values == std::vector<int>{1, 2, 3});
}
