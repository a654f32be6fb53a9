// The outline of a node: its path, and where an arrow that comes from elsewhere meets it.
#pragma once

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

// Convex polygon with corners rounded by curves that start `radius` away from each corner (less on short edges).
Path rounded_polygon(const std::vector<Point>& corners, float radius);

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
