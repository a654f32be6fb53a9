#include "diagram/outline.h"

#include <array>

#include "base/shapes.h"
#include "diagram/chords.h"

namespace sixiang {

namespace {

bool is_trapezoid(const NodeOutline& outline) {
  return outline.shape == NodeShape::Narrowing || outline.shape == NodeShape::Widening;
}

bool is_polygon(const NodeOutline& outline) { return is_trapezoid(outline) || outline.shape == NodeShape::Diamond; }

// Half of the height of the left (`side` < 0) or right edge.
float half_edge(const NodeOutline& outline, float side) {
  const bool shorter =
      (outline.shape == NodeShape::Narrowing && side > 0) || (outline.shape == NodeShape::Widening && side < 0);
  return (shorter ? outline.short_edge : outline.rect.height) / 2;
}

using Corners = std::array<Point, 4>;

Path rounded_polygon(const Corners& corners, float radius) {
  Path path;
  draw_rounded_polygon(corners, radius, path);
  return path;
}

Corners trapezoid_corners(const NodeOutline& outline) {
  const Rect& rect = outline.rect;
  const float middle = rect.center().y;
  const float left = half_edge(outline, -1), right = half_edge(outline, 1);
  return {Point{rect.left(), middle - left}, Point{rect.right(), middle - right}, Point{rect.right(), middle + right},
          Point{rect.left(), middle + left}};
}

Corners diamond_corners(const Rect& rect) {
  const Point middle = rect.center();
  return {Point{middle.x, rect.top()}, Point{rect.right(), middle.y}, Point{middle.x, rect.bottom()},
          Point{rect.left(), middle.y}};
}

// Where the segment leaves the circle around `center`; `outside` if it does not.
Point leave_circle(Point center, float radius, Point inside, Point outside) {
  const Point direction = unit(outside - inside);
  const Point start = inside - center;
  const float b = dot(start, direction);
  const float discriminant = b * b - dot(start, start) + radius * radius;
  return discriminant < 0 ? outside : inside + direction * (std::sqrt(discriminant) - b);
}

Point leave_polygon(const std::vector<Point>& corners, Point inside, Point outside, float clearance) {
  const Point ray = outside - inside;
  const Point direction = unit(ray);
  float best = -1;
  Point edge_direction{0, 1};
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const Point a = corners[i], edge = corners[(i + 1) % corners.size()] - a;
    const float denominator = cross(ray, edge);
    if (denominator == 0) continue;
    const float along_ray = cross(a - inside, edge) / denominator;
    const float along_edge = cross(a - inside, ray) / denominator;
    if (along_ray <= best || along_edge < -1e-4f || along_edge > 1 + 1e-4f) continue;
    best = along_ray;
    edge_direction = unit(edge);
  }
  if (best < 0) return inside;
  const float across = std::max(0.35f, std::fabs(cross(direction, edge_direction)));
  return inside + ray * best + direction * (clearance / across);
}

// Where the line from `inside` leaves the rectangle grown by `clearance`, and its corner circles beyond the straight
// part of an edge.
Point leave_rounded_rectangle(const NodeOutline& outline, Point inside, Point outside, float clearance) {
  const Rect rect = inset(outline.rect, -clearance);
  const Point ray = outside - inside;
  float along = 1e9f;
  if (ray.x != 0) along = std::min(along, ((ray.x > 0 ? rect.right() : rect.left()) - inside.x) / ray.x);
  if (ray.y != 0) along = std::min(along, ((ray.y > 0 ? rect.bottom() : rect.top()) - inside.y) / ray.y);
  if (along >= 1e9f) return inside;
  const Point hit = inside + ray * std::max(0.0f, along);
  const float radius = std::min(outline.corner_radius, std::min(outline.rect.width, outline.rect.height) / 2);
  const Rect core = inset(outline.rect, radius);
  const Point corner{std::clamp(hit.x, core.left(), core.right()), std::clamp(hit.y, core.top(), core.bottom())};
  if (corner.x == hit.x || corner.y == hit.y) return hit;
  return leave_circle(corner, radius + clearance, inside, outside);
}

float polygon_distance(const std::vector<Point>& corners, Point point) {
  float nearest = -1;
  bool within = false;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const Point a = corners[i], b = corners[(i + 1) % corners.size()];
    const Point edge = b - a;
    const float squared = dot(edge, edge);
    const float t = squared > 0 ? std::clamp(dot(point - a, edge) / squared, 0.0f, 1.0f) : 0;
    const float d = distance(a + edge * t, point);
    if (nearest < 0 || d < nearest) nearest = d;
    if ((a.y > point.y) != (b.y > point.y) && point.x < a.x + edge.x * (point.y - a.y) / edge.y) within = !within;
  }
  return within ? -nearest : nearest;
}

}  // namespace

NodeOutline node_outline(NodeShape shape, const Rect& rect, float corner_radius, float short_edge) {
  NodeOutline outline{shape, rect, corner_radius, short_edge, {}};
  if (shape == NodeShape::Pill) outline.corner_radius = rect.height / 2;
  if (is_polygon(outline)) outline.contour = chords(outline_path(outline));
  return outline;
}

Path outline_path(const NodeOutline& outline) {
  switch (outline.shape) {
    case NodeShape::Circle:
      return circle(outline.rect.center(), outline.rect.width / 2);
    case NodeShape::Narrowing:
    case NodeShape::Widening:
      return rounded_polygon(trapezoid_corners(outline), outline.corner_radius);
    case NodeShape::Diamond:
      return rounded_polygon(diamond_corners(outline.rect), outline.corner_radius);
    case NodeShape::Box:
    case NodeShape::Plain:
    case NodeShape::Pill:
      break;
  }
  return rounded_rectangle(outline.rect, outline.corner_radius);
}

bool is_level_with(const NodeOutline& outline, Point target) {
  switch (outline.shape) {
    case NodeShape::Box:
    case NodeShape::Plain:
    case NodeShape::Pill: {
      const Point d = target - outline.rect.center();
      return std::fabs(d.x) > outline.rect.width / 2 &&
             std::fabs(d.y) <= outline.rect.height / 2 - outline.corner_radius / 2;
    }
    case NodeShape::Circle:
    case NodeShape::Narrowing:
    case NodeShape::Widening:
    case NodeShape::Diamond:
      break;
  }
  return false;
}

Point aim(const NodeOutline& outline, Point target) {
  const Point center = outline.rect.center();
  if (outline.shape == NodeShape::Circle || outline.shape == NodeShape::Diamond) return center;
  const Point d = target - center;
  const float half_width = outline.rect.width / 2, half_height = outline.rect.height / 2;
  const float beyond_x = std::fabs(d.x) - half_width, beyond_y = std::fabs(d.y) - half_edge(outline, d.x);
  // A trapezoid's slanted edges look closed: arrows prefer its two upright ones.
  const float preference = is_trapezoid(outline) ? 0.3f : 1;
  if (beyond_x > 0 && beyond_x >= beyond_y * preference) {
    const float half = half_edge(outline, d.x);
    const float reach = std::max(0.0f, half - outline.corner_radius - 2);
    const float y = is_level_with(outline, target) ? d.y : std::clamp(d.y * half_width / std::fabs(d.x), -reach, reach);
    return {center.x + (d.x < 0 ? -1.0f : 1.0f) * (half_width - 1), center.y + y};
  }
  if (beyond_y > 0) {
    const float reach = std::max(0.0f, half_width - outline.corner_radius - 2);
    const float x = std::clamp(d.x * half_height / std::fabs(d.y), -reach, reach);
    const float inner = is_trapezoid(outline) ? outline.short_edge / 2 - 1 : half_height - 1;
    return {center.x + x, center.y + (d.y < 0 ? -inner : inner)};
  }
  return center;
}

Point exit_point(const NodeOutline& outline, Point inside, Point outside, float clearance) {
  switch (outline.shape) {
    case NodeShape::Circle:
      return leave_circle(outline.rect.center(), outline.rect.width / 2 + clearance, inside, outside);
    case NodeShape::Box:
    case NodeShape::Plain:
    case NodeShape::Pill:
      return leave_rounded_rectangle(outline, inside, outside, clearance);
    case NodeShape::Narrowing:
    case NodeShape::Widening:
    case NodeShape::Diamond:
      break;
  }
  return leave_polygon(outline.contour, inside, outside, clearance);
}

float signed_distance(const NodeOutline& outline, Point point) {
  if (outline.shape == NodeShape::Circle) {
    return distance(outline.rect.center(), point) - outline.rect.width / 2;
  }
  return polygon_distance(is_polygon(outline) ? outline.contour : chords(outline_path(outline)), point);
}

}  // namespace sixiang
