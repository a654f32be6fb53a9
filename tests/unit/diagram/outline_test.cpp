// Where arrows meet the outlines of nodes.
#include "diagram/outline.h"

#include <doctest/doctest.h>

#include <cmath>

#include "diagram/arrow.h"
#include "diagram/grid.h"

using namespace sixiang;

namespace {

constexpr NodeShape kShapes[] = {NodeShape::Box, NodeShape::Circle, NodeShape::Narrowing, NodeShape::Widening,
                                 NodeShape::Plain};

NodeOutline outline_at(NodeShape shape, Point center) {
  const Size size = shape == NodeShape::Circle ? Size{38, 38} : Size{70, 50};
  return node_outline(shape, centered_rect(center, size), 9, 30);
}

}  // namespace

TEST_CASE("arrows start on one outline and end at the outer edge of the other, whatever the shapes and the bend") {
  const Point places[] = {{140, 0}, {130, 70}, {20, 110}, {0, -120}, {-150, -30}, {-90, 90}};
  for (NodeShape from_shape : kShapes) {
    for (NodeShape to_shape : kShapes) {
      for (Point place : places) {
        for (float bend : {0.0f, 0.2f, -0.5f, 1.0f}) {
          CAPTURE(int(from_shape));
          CAPTURE(int(to_shape));
          CAPTURE(place.x);
          CAPTURE(place.y);
          CAPTURE(bend);
          const NodeOutline from = outline_at(from_shape, {0, 0}), to = outline_at(to_shape, place);
          ArrowRoute route;
          route.bend = bend;
          route.clearance = 1.5f;
          const ArrowCurve curve = route_arrow(from, to, route);
          CHECK(std::fabs(signed_distance(from, curve.start)) < 0.1f);
          CHECK(std::fabs(signed_distance(to, curve.end) - route.clearance) < 1);
        }
      }
    }
  }
}

TEST_CASE("a bend bulges to the left of the direction by its part of the length") {
  const NodeOutline from = outline_at(NodeShape::Circle, {0, 0}), to = outline_at(NodeShape::Circle, {200, 0});
  ArrowRoute route;
  route.bend = 0.25f;
  const ArrowCurve curve = route_arrow(from, to, route);
  const float length_between = distance(curve.start, curve.end);
  CHECK(point_at(curve, 0.5f).y == doctest::Approx((curve.start.y + curve.end.y) / 2 - 0.25f * length_between));
}

TEST_CASE("two arrows between the same nodes run beside each other") {
  const NodeOutline from = outline_at(NodeShape::Box, {0, 0}), to = outline_at(NodeShape::Box, {150, 0});
  ArrowRoute route;
  route.shift = 7;
  const ArrowCurve there = route_arrow(from, to, route), back = route_arrow(to, from, route);
  CHECK(there.start.y == doctest::Approx(-7));
  CHECK(there.end.y == doctest::Approx(-7));
  CHECK(back.start.y == doctest::Approx(7));
}

TEST_CASE("a loop leaves and enters the top of its node") {
  for (NodeShape shape : kShapes) {
    CAPTURE(int(shape));
    const NodeOutline outline = outline_at(shape, {0, 0});
    const ArrowCurve loop = loop_arrow(outline, 26, 1.5f);
    CHECK(std::fabs(signed_distance(outline, loop.start)) < 0.1f);
    CHECK(signed_distance(outline, loop.end) == doctest::Approx(1.5f).epsilon(0.4));
    CHECK(bounds(curve_path(loop)).top() == doctest::Approx(outline.rect.top() - 26).epsilon(0.2));
  }
}

TEST_CASE("what draw_arrow draws lies within arrow_bounds, and the tip is where the curve ends") {
  for (float bend : {0.0f, 0.4f}) {
    for (LineStyle line : {LineStyle::Solid, LineStyle::Dashed}) {
      const NodeOutline from = outline_at(NodeShape::Circle, {0, 0}), to = outline_at(NodeShape::Circle, {120, 60});
      ArrowRoute route;
      route.bend = bend;
      const ArrowCurve curve = route_arrow(from, to, route);
      ArrowStyle style;
      style.line = line;
      Drawing drawing;
      draw_arrow(drawing, curve, style);
      REQUIRE(drawing.items.size() == 2);
      for (const Item& item : drawing.items) {
        CHECK(contains(inset(arrow_bounds(curve, style), -0.1f), bounds(std::get<FillPath>(item).path)));
      }
      // The head reaches the end of the curve and hides the end of the shaft.
      float nearest = 99;
      for (Point point : std::get<FillPath>(drawing.items[1]).path.points) {
        nearest = std::min(nearest, distance(point, curve.end));
      }
      CHECK(nearest < 1.5f);
      for (Point point : std::get<FillPath>(drawing.items[0]).path.points) {
        CHECK(distance(point, curve.end) > style.head * 0.3f);
      }
    }
  }
}

TEST_CASE("a grid axis: lines stand where their contents need them, fractions between them") {
  const GridAxis axis({0, 1, 2.5f, 7}, {{0, 1, 40}, {1, 2.5f, 60}, {0, 7, 200}});
  CHECK(axis.position(0) == 0);
  CHECK(axis.position(1) >= 40);
  CHECK(axis.position(2.5f) - axis.position(1) >= 60);
  CHECK(axis.position(7) == doctest::Approx(200));
  CHECK(axis.position(2.5f) == doctest::Approx((axis.position(2) + axis.position(3)) / 2));
  const GridAxis even({0, 0.5f, 1}, {{0, 1, 80}});
  CHECK(even.position(0.5f) == doctest::Approx(40));
  const GridAxis one({3}, {});
  CHECK(one.position(3) == 0);
}

TEST_CASE("what is symmetric stays so: constraints of one length do not profit from each other's order") {
  const std::vector<GridConstraint> tree = {{0.5f, 1.5f, 90}, {1.5f, 2.5f, 90}, {0, 0.5f, 30},
                                            {0.5f, 1, 30},    {2, 2.5f, 30},    {2.5f, 3, 30}};
  const GridAxis axis({0, 0.5f, 1, 1.5f, 2, 2.5f, 3}, tree);
  for (float place : {0.0f, 0.5f, 1.0f}) {
    CHECK(axis.position(3) - axis.position(3 - place) == doctest::Approx(axis.position(place)));
  }
}
