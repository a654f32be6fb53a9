#include "base/path.h"

#include <cmath>

namespace sixiang {

void Path::move_to(Point to) {
  verbs.push_back(PathVerb::MoveTo);
  points.push_back(to);
}

void Path::line_to(Point to) {
  verbs.push_back(PathVerb::LineTo);
  points.push_back(to);
}

void Path::quad_to(Point control, Point to) {
  verbs.push_back(PathVerb::QuadTo);
  points.push_back(control);
  points.push_back(to);
}

void Path::cubic_to(Point control1, Point control2, Point to) {
  verbs.push_back(PathVerb::CubicTo);
  points.push_back(control1);
  points.push_back(control2);
  points.push_back(to);
}

void Path::close() { verbs.push_back(PathVerb::Close); }

void Path::append(const Path& other) {
  verbs.insert(verbs.end(), other.verbs.begin(), other.verbs.end());
  points.insert(points.end(), other.points.begin(), other.points.end());
}

Path transformed(const Path& path, const Placement& placement) {
  Path result;
  result.verbs = path.verbs;
  result.points.reserve(path.points.size());
  for (Point point : path.points) result.points.push_back(placement(point));
  return result;
}

namespace {

struct Extent {
  bool any = false;
  float left = 0, top = 0, right = 0, bottom = 0;

  void add(Point point) {
    left = any ? std::min(left, point.x) : point.x;
    top = any ? std::min(top, point.y) : point.y;
    right = any ? std::max(right, point.x) : point.x;
    bottom = any ? std::max(bottom, point.y) : point.y;
    any = true;
  }
  Rect rect() const { return any ? rect_from_edges(left, top, right, bottom) : Rect{}; }
};

Point quad_at(Point a, Point b, Point c, float t) {
  const float s = 1 - t;
  return a * (s * s) + b * (2 * s * t) + c * (t * t);
}

Point cubic_at(Point a, Point b, Point c, Point d, float t) {
  const float s = 1 - t;
  return a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t);
}

// Parameter of a quadratic's extremum along one axis; outside 0..1 where there is none.
float quad_extremum(float a, float b, float c) {
  const float denominator = a - 2 * b + c;
  return denominator == 0 ? -1 : (a - b) / denominator;
}

// Up to two parameters at which a cubic's derivative along one axis vanishes.
int cubic_extrema(float p0, float p1, float p2, float p3, float (&roots)[2]) {
  const float a = -p0 + 3 * p1 - 3 * p2 + p3;
  const float b = 2 * (p0 - 2 * p1 + p2);
  const float c = p1 - p0;
  if (a == 0) {
    if (b == 0) return 0;
    roots[0] = -c / b;
    return 1;
  }
  const float discriminant = b * b - 4 * a * c;
  if (discriminant < 0) return 0;
  // Not the textbook's formula: its difference loses all digits where `a` is nearly 0, as in a raised quadratic curve.
  const float root = std::sqrt(discriminant);
  const float sum = b < 0 ? root - b : -root - b;
  roots[0] = sum / (2 * a);
  roots[1] = sum == 0 ? 0 : 2 * c / sum;
  return 2;
}

void add_quad(Extent& extent, Point a, Point b, Point c) {
  for (float t : {quad_extremum(a.x, b.x, c.x), quad_extremum(a.y, b.y, c.y)}) {
    if (t > 0 && t < 1) extent.add(quad_at(a, b, c, t));
  }
  extent.add(c);
}

void add_cubic(Extent& extent, Point a, Point b, Point c, Point d) {
  float roots[2];
  for (int axis = 0; axis < 2; ++axis) {
    const int count = axis == 0 ? cubic_extrema(a.x, b.x, c.x, d.x, roots) : cubic_extrema(a.y, b.y, c.y, d.y, roots);
    for (int i = 0; i < count; ++i) {
      if (roots[i] > 0 && roots[i] < 1) extent.add(cubic_at(a, b, c, d, roots[i]));
    }
  }
  extent.add(d);
}

}  // namespace

Rect control_bounds(const Path& path) {
  Extent extent;
  for (Point point : path.points) extent.add(point);
  return extent.rect();
}

Rect bounds(const Path& path) {
  Extent extent;
  Point current;
  std::size_t next = 0;
  for (PathVerb verb : path.verbs) {
    const Point* points = path.points.data() + next;
    switch (verb) {
      case PathVerb::MoveTo:
      case PathVerb::LineTo:
        extent.add(points[0]);
        current = points[0];
        next += 1;
        break;
      case PathVerb::QuadTo:
        add_quad(extent, current, points[0], points[1]);
        current = points[1];
        next += 2;
        break;
      case PathVerb::CubicTo:
        add_cubic(extent, current, points[0], points[1], points[2]);
        current = points[2];
        next += 3;
        break;
      case PathVerb::Close:
        break;
    }
  }
  return extent.rect();
}

}  // namespace sixiang
