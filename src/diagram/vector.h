// Arithmetic of directions, for outlines and arrows. Only sqrt is taken from libm: all machines make the same points.
#pragma once

#include <cmath>

#include "base/geometry.h"

namespace sixiang {

inline float dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }
inline float length(Point v) { return std::sqrt(dot(v, v)); }
inline float distance(Point a, Point b) { return length(b - a); }
inline Point lerp(Point a, Point b, float t) { return a + (b - a) * t; }

// Length 1; a zero vector gives the direction to the right.
inline Point unit(Point v) {
  const float l = length(v);
  return l > 0 ? v * (1 / l) : Point{1, 0};
}

// Turned by a quarter to the left of the direction, as seen on a page whose y points down.
inline Point left_of(Point direction) { return {direction.y, -direction.x}; }

inline Rect scaled(const Rect& rect, float scale) {
  return {rect.x * scale, rect.y * scale, rect.width * scale, rect.height * scale};
}

inline Rect centered_rect(Point center, Size size) {
  return {center.x - size.width / 2, center.y - size.height / 2, size.width, size.height};
}

// Squared, because callers compare only; 0 inside.
inline float squared_distance(const Rect& rect, Point point) {
  const float dx = std::max({rect.left() - point.x, 0.0f, point.x - rect.right()});
  const float dy = std::max({rect.top() - point.y, 0.0f, point.y - rect.bottom()});
  return dx * dx + dy * dy;
}

}  // namespace sixiang
