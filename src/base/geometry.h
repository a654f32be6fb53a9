// Points, sizes, rectangles and affine maps in poster points (1/1080 of the default page's side), y down.
// The vocabulary of everything from layout to display; pixels appear only in raster/.
#pragma once

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace sixiang {

// A place, or the way from one place to another.
template <class Number>
struct BasicPoint {
  Number x = 0, y = 0;
  bool operator==(const BasicPoint&) const = default;
};

using Point = BasicPoint<float>;
// For outline arithmetic, where floats would lose what is asked for.
using FinePoint = BasicPoint<double>;

inline Point to_point(FinePoint a) { return {float(a.x), float(a.y)}; }
inline FinePoint to_fine_point(Point a) { return {double(a.x), double(a.y)}; }

template <class N>
BasicPoint<N> operator+(BasicPoint<N> a, BasicPoint<N> b) {
  return {a.x + b.x, a.y + b.y};
}
template <class N>
BasicPoint<N> operator-(BasicPoint<N> a, BasicPoint<N> b) {
  return {a.x - b.x, a.y - b.y};
}
template <class N>
BasicPoint<N> operator-(BasicPoint<N> a) {
  return {-a.x, -a.y};
}
template <class N>
BasicPoint<N> operator*(BasicPoint<N> a, std::type_identity_t<N> scale) {
  return {a.x * scale, a.y * scale};
}

template <class N>
N dot(BasicPoint<N> a, BasicPoint<N> b) {
  return a.x * b.x + a.y * b.y;
}
// Positive where `b` turns to the right of `a` as seen on the screen.
template <class N>
N cross(BasicPoint<N> a, BasicPoint<N> b) {
  return a.x * b.y - a.y * b.x;
}
template <class N>
N length(BasicPoint<N> a) {
  return std::sqrt(dot(a, a));
}
template <class N>
N distance(BasicPoint<N> a, BasicPoint<N> b) {
  return length(b - a);
}
// `t` 0 gives `a`, 1 gives `b`.
template <class N>
BasicPoint<N> lerp(BasicPoint<N> a, BasicPoint<N> b, std::type_identity_t<N> t) {
  return a + (b - a) * t;
}
// Length 1; a zero vector gives the direction to the right.
template <class N>
BasicPoint<N> unit(BasicPoint<N> a) {
  const N size = length(a);
  return size > 0 ? a * (1 / size) : BasicPoint<N>{1, 0};
}
// Turned by a quarter to the left of the direction, as seen on a page whose y points down.
template <class N>
BasicPoint<N> left_of(BasicPoint<N> direction) {
  return {direction.y, -direction.x};
}

// On a cubic Bézier curve.
template <class N>
BasicPoint<N> cubic_at(BasicPoint<N> start, BasicPoint<N> control1, BasicPoint<N> control2, BasicPoint<N> end,
                       std::type_identity_t<N> t) {
  const N s = 1 - t;
  return start * (s * s * s) + control1 * (3 * s * s * t) + control2 * (3 * s * t * t) + end * (t * t * t);
}

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

inline Rect scaled(const Rect& rect, float scale) {
  return {rect.x * scale, rect.y * scale, rect.width * scale, rect.height * scale};
}

inline Rect centered_rect(Point center, Size size) {
  return {center.x - size.width / 2, center.y - size.height / 2, size.width, size.height};
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

// Squared, because callers compare only; 0 inside.
inline float squared_distance(const Rect& rect, Point point) {
  const float dx = std::max({rect.left() - point.x, 0.0f, point.x - rect.right()});
  const float dy = std::max({rect.top() - point.y, 0.0f, point.y - rect.bottom()});
  return dx * dx + dy * dy;
}

// Uniform scale, then translation: p ↦ p · scale + offset. All that a poster needs, and exact to compose.
struct Placement {
  Point offset;
  float scale = 1;
  bool operator==(const Placement&) const = default;

  Point operator()(Point point) const { return {point.x * scale + offset.x, point.y * scale + offset.y}; }
};

inline Rect transformed(const Rect& rect, const Placement& placement) {
  const Point corner = placement({rect.x, rect.y});
  return {corner.x, corner.y, rect.width * placement.scale, rect.height * placement.scale};
}

// `outer` after `inner`.
inline Placement combined(const Placement& outer, const Placement& inner) {
  return {outer(inner.offset), outer.scale * inner.scale};
}

}  // namespace sixiang
