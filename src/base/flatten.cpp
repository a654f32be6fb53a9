#include "base/flatten.h"

#include <algorithm>
#include <cmath>

namespace sixiang {

namespace {

float length(Point p) { return std::sqrt(p.x * p.x + p.y * p.y); }

// A chord of the n-th part of a curve is at most |second derivative| / (8 n²) away from it.
int segments(float second_derivative, float tolerance) {
  const float n = std::ceil(std::sqrt(second_derivative / (8 * tolerance)));
  return n >= 1 ? int(std::min(n, 512.0f)) : 1;
}

class Flattener {
 public:
  explicit Flattener(float tolerance) : tolerance_(tolerance) {}

  void start(Point point) {
    contours_.emplace_back();
    add(point, false);
    open_ = true;
  }

  void line(Point to) {
    resume();
    add(to, false);
  }

  void quad(Point b, Point c) {
    resume();
    const Point a = contours_.back().points.back();
    const int n = segments(2 * length(a - b * 2 + c), tolerance_);
    for (int i = 1; i < n; ++i) {
      const float t = float(i) / float(n), s = 1 - t;
      add(a * (s * s) + b * (2 * s * t) + c * (t * t), true);
    }
    add(c, false);
  }

  void cubic(Point b, Point c, Point d) {
    resume();
    const Point a = contours_.back().points.back();
    const int n = segments(6 * std::max(length(a - b * 2 + c), length(b - c * 2 + d)), tolerance_);
    for (int i = 1; i < n; ++i) {
      const float t = float(i) / float(n), s = 1 - t;
      add(a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t), true);
    }
    add(d, false);
  }

  void close() {
    if (!contours_.empty()) contours_.back().closed = true;
    open_ = false;
  }

  std::vector<FlatContour> take() { return std::move(contours_); }

 private:
  void add(Point point, bool smooth) {
    contours_.back().points.push_back(point);
    contours_.back().smooth.push_back(smooth);
  }

  // What follows a Close without a MoveTo starts where the closed contour did.
  void resume() {
    if (!open_) start(contours_.empty() ? Point{} : contours_.back().points.front());
  }

  float tolerance_;
  bool open_ = false;
  std::vector<FlatContour> contours_;
};

}  // namespace

std::vector<FlatContour> flattened(const Path& path, float tolerance) {
  Flattener flattener(tolerance);
  const Point* p = path.points.data();
  for (PathVerb verb : path.verbs) {
    switch (verb) {
      case PathVerb::MoveTo:
        flattener.start(p[0]);
        p += 1;
        break;
      case PathVerb::LineTo:
        flattener.line(p[0]);
        p += 1;
        break;
      case PathVerb::QuadTo:
        flattener.quad(p[0], p[1]);
        p += 2;
        break;
      case PathVerb::CubicTo:
        flattener.cubic(p[0], p[1], p[2]);
        p += 3;
        break;
      case PathVerb::Close:
        flattener.close();
        break;
    }
  }
  return flattener.take();
}

}  // namespace sixiang
