#include "diagram/chords.h"

#include "diagram/vector.h"

namespace sixiang {

namespace {

void add_curve(std::vector<Point>& points, Point control1, Point control2, Point end) {
  const Point start = points.back();
  for (int i = 1; i <= kChordsOfCurve; ++i) {
    const float t = float(i) / kChordsOfCurve, s = 1 - t;
    points.push_back(start * (s * s * s) + control1 * (3 * s * s * t) + control2 * (3 * s * t * t) + end * (t * t * t));
  }
}

}  // namespace

std::vector<Point> chords(const Path& path) {
  std::vector<Point> result;
  std::size_t next = 0;
  for (PathVerb verb : path.verbs) {
    const Point* points = path.points.data() + next;
    switch (verb) {
      case PathVerb::MoveTo:
        if (!result.empty()) return result;
        [[fallthrough]];
      case PathVerb::LineTo:
        result.push_back(points[0]);
        next += 1;
        break;
      case PathVerb::QuadTo:
        add_curve(result, lerp(result.back(), points[0], 2.0f / 3), lerp(points[1], points[0], 2.0f / 3), points[1]);
        next += 2;
        break;
      case PathVerb::CubicTo:
        add_curve(result, points[0], points[1], points[2]);
        next += 3;
        break;
      case PathVerb::Close:
        break;
    }
  }
  if (result.size() > 1 && distance(result.front(), result.back()) < 1e-4f) result.pop_back();
  return result;
}

}  // namespace sixiang
