#include "diagram/tree_axes.h"

#include <algorithm>
#include <cmath>

namespace sixiang {

namespace {

// Of a quarter of a circle, `off` from its middle.
float round_reach(float radius, float off) { return std::sqrt(std::max(0.0f, radius * radius - off * off)); }

// Of a trapezoid's slanted edge, whose left end is half of `left` high.
float slanted_reach(const NodeSize& size, float left, float right, float off) {
  const float part = std::clamp(0.5f + off / std::max(size.width, 1.0f), 0.0f, 1.0f);
  return (left + (right - left) * part) / 2;
}

}  // namespace

Point turned(Point point, TreeDirection direction) {
  return direction == TreeDirection::Down ? point : Point{point.y, point.x};
}

Size turned(Size size, TreeDirection direction) {
  return direction == TreeDirection::Down ? size : Size{size.height, size.width};
}

ArrowCurve turned(const ArrowCurve& curve, TreeDirection direction) {
  return {turned(curve.start, direction), turned(curve.control1, direction), turned(curve.control2, direction),
          turned(curve.end, direction)};
}

float reach_along(NodeShape shape, const NodeSize& size, float off, TreeDirection direction) {
  const Size extent = turned(Size{size.width, size.height}, direction);
  switch (shape) {
    case NodeShape::Circle:
      return round_reach(extent.height / 2, off);
    case NodeShape::Diamond:
      return extent.height / 2 * std::max(0.0f, 1 - 2 * std::fabs(off) / std::max(extent.width, 1.0f));
    case NodeShape::Pill: {
      if (direction == TreeDirection::Down) return extent.height / 2;
      const float radius = std::min(size.width, size.height) / 2;
      return extent.height / 2 - radius + round_reach(radius, off);
    }
    case NodeShape::Narrowing:
      if (direction == TreeDirection::Right) return extent.height / 2;
      return slanted_reach(size, size.height, size.short_edge, off);
    case NodeShape::Widening:
      if (direction == TreeDirection::Right) return extent.height / 2;
      return slanted_reach(size, size.short_edge, size.height, off);
    case NodeShape::Box:
    case NodeShape::Plain:
      break;
  }
  return extent.height / 2;
}

}  // namespace sixiang
