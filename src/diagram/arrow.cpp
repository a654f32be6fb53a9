#include "diagram/arrow.h"

#include <array>

namespace sixiang {

namespace {

// The head is a little wider than long, with corners rounded like the strokes' ends.
constexpr float kHeadHalfWidth = 0.5f;            // of its length
constexpr float kHeadCorner = 0.16f;              // of its length
constexpr float kShaftEnd = 0.62f;                // where the shaft ends before the tip, of the head's length
constexpr float kDashOn = 1.9f, kDashOff = 2.3f;  // of the width; the round caps make dashes longer and gaps shorter

// The part from the start to `t` (de Casteljau).
ArrowCurve first_part(const ArrowCurve& curve, float t) {
  const Point a = lerp(curve.start, curve.control1, t), b = lerp(curve.control1, curve.control2, t),
              c = lerp(curve.control2, curve.end, t);
  const Point ab = lerp(a, b, t), bc = lerp(b, c, t);
  return {curve.start, a, ab, lerp(ab, bc, t)};
}

// The last parameter at which the curve is `away` from its end; 0 where it never is.
float parameter_before_end(const ArrowCurve& curve, float away) {
  if (distance(curve.start, curve.end) <= away) return 0;
  float low = 0, high = 1;
  for (int i = 0; i < 20; ++i) {
    const float middle = (low + high) / 2;
    const Point rest = curve.end - point_at(curve, middle);
    (dot(rest, rest) > away * away ? low : high) = middle;
  }
  return low;
}

float curve_length(const ArrowCurve& curve) {
  float sum = 0;
  Point last = curve.start;
  for (int i = 1; i <= 32; ++i) {
    const Point next = point_at(curve, float(i) / 32);
    sum += distance(last, next);
    last = next;
  }
  return sum;
}

// Whole dashes only: the line starts and ends with one.
std::vector<float> dashes_for(float length, float width) {
  const float on = kDashOn * width, off = kDashOff * width;
  const float pairs = std::max(1.0f, std::round((length + off) / (on + off)));
  const float stretch = length / (pairs * (on + off) - off);
  return {on * stretch, off * stretch};
}

std::array<Point, 3> head_corners(const ArrowCurve& curve, float head) {
  const float t = parameter_before_end(curve, head);
  const Point base = t > 0 ? point_at(curve, t) : curve.end - unit(curve.end - curve.start) * head;
  const Point forward = unit(curve.end - base);
  const Point side = left_of(forward) * (head * kHeadHalfWidth);
  const Point back = curve.end - forward * head;
  // Rounding takes a bit off the tip; the corner is moved out by as much, so that the ink still ends at the curve's.
  const Point tip = curve.end + forward * (head * kHeadCorner * 0.45f);
  return {tip, back + side, back - side};
}

template <class Sink>
void draw_head(const ArrowCurve& curve, float head, Sink& sink) {
  draw_rounded_polygon(head_corners(curve, head), head * kHeadCorner, sink);
}

}  // namespace

ArrowCurve straight_curve(Point start, Point end) {
  return {start, lerp(start, end, 1.0f / 3), lerp(start, end, 2.0f / 3), end};
}

ArrowCurve quadratic_curve(Point start, Point control, Point end) {
  return {start, lerp(start, control, 2.0f / 3), lerp(end, control, 2.0f / 3), end};
}

Point point_at(const ArrowCurve& curve, float t) {
  return cubic_at(curve.start, curve.control1, curve.control2, curve.end, t);
}

Point direction_at(const ArrowCurve& curve, float t) {
  const float s = 1 - t;
  return (curve.control1 - curve.start) * (s * s) + (curve.control2 - curve.control1) * (2 * s * t) +
         (curve.end - curve.control2) * (t * t);
}

Path curve_path(const ArrowCurve& curve) {
  Path path;
  path.move_to(curve.start);
  path.cubic_to(curve.control1, curve.control2, curve.end);
  return path;
}

ArrowCurve route_arrow(const NodeOutline& from, const NodeOutline& to, const ArrowRoute& route) {
  const Point a = from.rect.center(), b = to.rect.center();
  const Point side = left_of(unit(b - a));
  const Point shift = side * route.shift;
  if (route.bend == 0) {
    // Where one of them is high enough for the other, the arrow runs level.
    const bool from_other = is_level_with(to, a) && !is_level_with(from, b);
    const Point inside_from = aim(from, is_level_with(from, b) ? b : aim(to, a)) + shift;
    const Point inside_to = aim(to, from_other ? a : aim(from, b)) + shift;
    return straight_curve(exit_point(from, inside_from, inside_to, 0),
                          exit_point(to, inside_to, inside_from, route.clearance));
  }
  // A quadratic curve bulges half as far as its control point lies off.
  const Point control = lerp(a, b, 0.5f) + side * (2 * route.bend * distance(a, b));
  const Point start = exit_point(from, aim(from, control), control, 0);
  const Point end = exit_point(to, aim(to, control), control, route.clearance);
  const float off = 2 * route.bend * distance(start, end);
  return quadratic_curve(start, lerp(start, end, 0.5f) + left_of(unit(end - start)) * off, end);
}

ArrowCurve loop_arrow(const NodeOutline& node, float height, float clearance) {
  const Point center = node.rect.center();
  const float half = std::min(node.rect.width * 0.28f, height);
  const float above = node.rect.top() - height * 1.333f;  // a cubic reaches three quarters of the way to its controls
  const Point left{center.x - half * 1.9f, above}, right{center.x + half * 1.9f, above};
  const Point inside_left{center.x - half, center.y}, inside_right{center.x + half, center.y};
  return {exit_point(node, inside_left, left, 0), left, right, exit_point(node, inside_right, right, clearance)};
}

void draw_arrow(Drawing& drawing, const ArrowCurve& curve, const ArrowStyle& style) {
  const bool with_head = style.ending == ArrowHead::Triangle;
  const float end = with_head ? parameter_before_end(curve, style.head * kShaftEnd) : 1;
  if (end > 0) {
    const ArrowCurve shaft = first_part(curve, end);
    StrokeStyle pen;
    pen.width = style.width;
    if (style.line == LineStyle::Dashed) pen.dashes = dashes_for(curve_length(shaft), style.width);
    stroke(drawing, curve_path(shaft), std::move(pen), style.color);
  }
  if (!with_head) return;
  Path head;
  draw_head(curve, style.head, head);
  fill(drawing, std::move(head), style.color);
}

Rect arrow_bounds(const ArrowCurve& curve, const ArrowStyle& style) {
  PathBounds shaft;
  shaft.move_to(curve.start);
  shaft.cubic_to(curve.control1, curve.control2, curve.end);
  const Rect result = inset(shaft.rect(), -style.width / 2);
  if (style.ending != ArrowHead::Triangle) return result;
  PathBounds head;
  draw_head(curve, style.head, head);
  return united(result, head.rect());
}

}  // namespace sixiang
