// Arrows: a curve from outline to outline, a shaft that may be dashed, a filled head of the poster's one size.
#pragma once

#include <vector>

#include "diagram/drawing.h"
#include "diagram/outline.h"

namespace sixiang {

// A cubic Bézier curve; the head's tip is at `end`.
struct ArrowCurve {
  Point start, control1, control2, end;
};

ArrowCurve straight_curve(Point start, Point end);
ArrowCurve quadratic_curve(Point start, Point control, Point end);

Point point_at(const ArrowCurve& curve, float t);
// Not of length 1.
Point direction_at(const ArrowCurve& curve, float t);
Path curve_path(const ArrowCurve& curve);

struct ArrowRoute {
  float bend = 0;       // as FlowArrow::bend
  float shift = 0;      // poster points to the left of the direction, for two arrows between the same nodes
  float clearance = 0;  // between the tip and the centre line of the outline that it points at
};

// From outline to outline; both ends lie on the lines towards the curve's control point.
ArrowCurve route_arrow(const NodeOutline& from, const NodeOutline& to, const ArrowRoute& route);

// A loop above the node, back to itself.
ArrowCurve loop_arrow(const NodeOutline& node, float height, float clearance);

enum class ArrowHead { None, Triangle };

struct ArrowStyle {
  float width = 3.5f, head = 13;
  Color color;
  LineStyle line = LineStyle::Solid;
  ArrowHead ending = ArrowHead::Triangle;
};

void draw_arrow(Drawing& drawing, const ArrowCurve& curve, const ArrowStyle& style);

// Around all that draw_arrow draws.
Rect arrow_bounds(const ArrowCurve& curve, const ArrowStyle& style);

}  // namespace sixiang
