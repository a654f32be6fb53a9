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

Point quad_at(Point a, Point b, Point c, float t) {
  const float s = 1 - t;
  return a * (s * s) + b * (2 * s * t) + c * (t * t);
}

// Parameter of a quadratic's extremum along one axis; outside 0..1 where there is none.
float quad_extremum(float a, float b, float c) {
  const float denominator = a - 2 * b + c;
  return denominator == 0 ? -1 : (a - b) / denominator;
}

// Up to two parameters at which a cubic's derivative along one axis vanishes.
int cubic_extrema(float p0, float p1, float p2, float p3, float* roots) {
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

}  // namespace

void PathBounds::add(Point point) {
  left_ = any_ ? std::min(left_, point.x) : point.x;
  top_ = any_ ? std::min(top_, point.y) : point.y;
  right_ = any_ ? std::max(right_, point.x) : point.x;
  bottom_ = any_ ? std::max(bottom_, point.y) : point.y;
  any_ = true;
}

void PathBounds::quad_to(Point control, Point to) {
  for (float t : {quad_extremum(at_.x, control.x, to.x), quad_extremum(at_.y, control.y, to.y)}) {
    if (t > 0 && t < 1) add(quad_at(at_, control, to, t));
  }
  line_to(to);
}

void PathBounds::cubic_to(Point control1, Point control2, Point to) {
  float roots[4];
  int count = cubic_extrema(at_.x, control1.x, control2.x, to.x, roots);
  count += cubic_extrema(at_.y, control1.y, control2.y, to.y, roots + count);
  for (int i = 0; i < count; ++i) {
    if (roots[i] > 0 && roots[i] < 1) add(cubic_at(at_, control1, control2, to, roots[i]));
  }
  line_to(to);
}

Rect bounds(const Path& path) {
  PathBounds bounds;
  walk(path, bounds);
  return bounds.rect();
}

}  // namespace sixiang
