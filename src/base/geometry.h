// Points, sizes, rectangles and affine maps in poster points (1/1080 of the default page's side), y down.
// The vocabulary of everything from layout to display; pixels appear only in raster/.
#pragma once

#include <algorithm>

namespace sixiang {

struct Point {
  float x = 0, y = 0;
  bool operator==(const Point&) const = default;
};

inline Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
inline Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
inline Point operator*(Point a, float scale) { return {a.x * scale, a.y * scale}; }

struct Size {
  float width = 0, height = 0;
  bool operator==(const Size&) const = default;
};

// Half-open box; empty when width or height is not positive.
struct Rect {
  float x = 0, y = 0, width = 0, height = 0;
  bool operator==(const Rect&) const = default;

  float left() const { return x; }
  float top() const { return y; }
  float right() const { return x + width; }
  float bottom() const { return y + height; }
  Point center() const { return {x + width / 2, y + height / 2}; }
  bool empty() const { return !(width > 0 && height > 0); }
};

inline Rect rect_from_edges(float left, float top, float right, float bottom) {
  return {left, top, right - left, bottom - top};
}

// Smaller by `margin` on every side (negative: larger).
inline Rect inset(const Rect& rect, float margin) {
  return {rect.x + margin, rect.y + margin, rect.width - 2 * margin, rect.height - 2 * margin};
}

inline Rect translated(const Rect& rect, Point offset) {
  return {rect.x + offset.x, rect.y + offset.y, rect.width, rect.height};
}

// The smallest rectangle around both; an empty one does not count.
inline Rect united(const Rect& a, const Rect& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return rect_from_edges(std::min(a.left(), b.left()), std::min(a.top(), b.top()), std::max(a.right(), b.right()),
                         std::max(a.bottom(), b.bottom()));
}

inline bool intersects(const Rect& a, const Rect& b) {
  return a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom();
}

inline bool contains(const Rect& outer, const Rect& inner) {
  return outer.left() <= inner.left() && outer.top() <= inner.top() && outer.right() >= inner.right() &&
         outer.bottom() >= inner.bottom();
}

inline bool contains(const Rect& rect, Point point) {
  return point.x >= rect.left() && point.x < rect.right() && point.y >= rect.top() && point.y < rect.bottom();
}

// Uniform scale, then translation: p ↦ p · scale + offset. All that a poster needs, and exact to compose.
struct Placement {
  Point offset;
  float scale = 1;
  bool operator==(const Placement&) const = default;

  Point operator()(Point point) const { return {point.x * scale + offset.x, point.y * scale + offset.y}; }
};

// `outer` after `inner`.
inline Placement combined(const Placement& outer, const Placement& inner) {
  return {outer(inner.offset), outer.scale * inner.scale};
}

}  // namespace sixiang
