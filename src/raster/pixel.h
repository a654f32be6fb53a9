// Pixel space: rectangles of whole pixels and the map from poster points. Pixels appear only in raster/.
#pragma once

#include "base/geometry.h"

namespace sixiang {

// Half-open, in pixels.
struct PixelRect {
  int left = 0, top = 0, right = 0, bottom = 0;
  bool operator==(const PixelRect&) const = default;

  bool empty() const { return left >= right || top >= bottom; }
  int width() const { return right - left; }
  int height() const { return bottom - top; }
};

inline PixelRect intersection(const PixelRect& a, const PixelRect& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

// The smallest rectangle around both; an empty one does not count.
inline PixelRect united(const PixelRect& a, const PixelRect& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

// p ↦ p · scale + (x, y), in double precision: at 16,384 pixels a float has no better than 1/512 pixel left.
struct PixelPlacement {
  double x = 0, y = 0, scale = 1;
};

inline PixelPlacement combined(const PixelPlacement& outer, const Placement& inner) {
  return {double(inner.offset.x) * outer.scale + outer.x, double(inner.offset.y) * outer.scale + outer.y,
          double(inner.scale) * outer.scale};
}

}  // namespace sixiang
