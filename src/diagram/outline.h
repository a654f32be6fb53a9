// The outline of a node: its path, and where an arrow that comes from elsewhere meets it.
#pragma once

#include <span>
#include <vector>

#include "base/path.h"
#include "model/poster.h"

namespace sixiang {

// The centre line of the drawn outline. A trapezoid's short edge is `short_edge` high, its long one as high as `rect`.
struct NodeOutline {
  NodeShape shape = NodeShape::Box;
  Rect rect;
  float corner_radius = 0;
  float short_edge = 0;
  // Of a trapezoid or diamond, which arrows meet chord by chord: traced once, because a scene asks for it for every
  // arrow that it tries.
  std::vector<Point> contour;
};

NodeOutline node_outline(NodeShape shape, const Rect& rect, float corner_radius, float short_edge);

// Convex polygon with corners rounded by curves that start `radius` away from each corner (less on short edges), drawn
// into a path or anything that has its five calls.
template <class Sink>
void draw_rounded_polygon(std::span<const Point> corners, float radius, Sink& sink) {
  const std::size_t count = corners.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Point corner = corners[i];
    const Point before = corners[(i + count - 1) % count] - corner, after = corners[(i + 1) % count] - corner;
    const Point start = corner + unit(before) * std::min(radius, length(before) / 2);
    const Point end = corner + unit(after) * std::min(radius, length(after) / 2);
    if (i == 0) {
      sink.move_to(start);
    } else {
      sink.line_to(start);
    }
    sink.quad_to(corner, end);
  }
  sink.close();
}

Path outline_path(const NodeOutline& outline);

// Whether an upright edge of the node is high enough for an arrow that runs level to the target.
bool is_level_with(const NodeOutline& outline, Point target);

// A point inside from which a line towards `target` leaves through the edge that faces it, clear of the corners:
// arrows of several neighbours spread over the edge.
Point aim(const NodeOutline& outline, Point target);

// The point on the line from `inside` to `outside` that is `clearance` beyond the outline (measured across it).
Point exit_point(const NodeOutline& outline, Point inside, Point outside, float clearance);

// From the outline to the point, negative inside.
float signed_distance(const NodeOutline& outline, Point point);

}  // namespace sixiang
