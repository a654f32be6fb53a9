// An outline of lines and Bézier curves: what shapes, glyphs and strokes become before they are filled.
// Verbs and points are kept apart so that a path is cheap to copy, transform and compare.
#pragma once

#include <cstdint>
#include <vector>

#include "base/geometry.h"

namespace sixiang {

enum class PathVerb : std::uint8_t { MoveTo, LineTo, QuadTo, CubicTo, Close };

// MoveTo and LineTo take one point, QuadTo two (control, end), CubicTo three, Close none.
// Every contour starts with MoveTo; filling closes open contours.
struct Path {
  std::vector<PathVerb> verbs;
  std::vector<Point> points;
  bool operator==(const Path&) const = default;

  bool empty() const { return verbs.empty(); }
  void move_to(Point to);
  void line_to(Point to);
  void quad_to(Point control, Point to);
  void cubic_to(Point control1, Point control2, Point to);
  void close();
  void append(const Path& other);
};

enum class FillRule : std::uint8_t { NonZero, EvenOdd };

Path transformed(const Path& path, const Placement& placement);

// The smallest rectangle around all control points (contains the ink; exact for straight paths).
Rect control_bounds(const Path& path);

// The smallest rectangle around the curve itself.
Rect bounds(const Path& path);

}  // namespace sixiang
