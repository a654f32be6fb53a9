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

// Hands the path on, verb by verb, to anything that has a Path's five functions.
template <class Sink>
void walk(const Path& path, Sink& sink) {
  const Point* p = path.points.data();
  for (PathVerb verb : path.verbs) {
    switch (verb) {
      case PathVerb::MoveTo:
        sink.move_to(p[0]);
        p += 1;
        break;
      case PathVerb::LineTo:
        sink.line_to(p[0]);
        p += 1;
        break;
      case PathVerb::QuadTo:
        sink.quad_to(p[0], p[1]);
        p += 2;
        break;
      case PathVerb::CubicTo:
        sink.cubic_to(p[0], p[1], p[2]);
        p += 3;
        break;
      case PathVerb::Close:
        sink.close();
        break;
    }
  }
}

// The same for who knows no quadratic curves: they come as cubic ones.
template <class Sink>
void walk_cubics(const Path& path, Sink& sink) {
  struct Raising {
    Sink& sink;
    Point start, at;

    void move_to(Point to) { sink.move_to(start = at = to); }
    void line_to(Point to) { sink.line_to(at = to); }
    void quad_to(Point control, Point to) {
      const Point from = at;
      sink.cubic_to(lerp(from, control, 2.0f / 3), lerp(to, control, 2.0f / 3), at = to);
    }
    void cubic_to(Point control1, Point control2, Point to) { sink.cubic_to(control1, control2, at = to); }
    void close() {
      at = start;
      sink.close();
    }
  };
  Raising raising{sink, {}, {}};
  walk(path, raising);
}

enum class FillRule : std::uint8_t { NonZero, EvenOdd };

Path transformed(const Path& path, const Placement& placement);

// The smallest rectangle around the curve itself.
Rect bounds(const Path& path);

// The same of what is drawn into it, with a path's five calls.
class PathBounds {
 public:
  void move_to(Point to) { line_to(to); }
  void line_to(Point to) {
    add(to);
    at_ = to;
  }
  void quad_to(Point control, Point to);
  void cubic_to(Point control1, Point control2, Point to);
  void close() {}

  Rect rect() const { return any_ ? rect_from_edges(left_, top_, right_, bottom_) : Rect{}; }

 private:
  void add(Point point);

  bool any_ = false;
  float left_ = 0, top_ = 0, right_ = 0, bottom_ = 0;
  Point at_;
};

}  // namespace sixiang
