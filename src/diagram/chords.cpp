#include "diagram/chords.h"

namespace sixiang {

namespace {

// Takes the first contour.
struct FirstContour {
  std::vector<Point> points;
  int contours = 0;

  void move_to(Point to) {
    ++contours;
    line_to(to);
  }
  void line_to(Point to) {
    if (contours <= 1) points.push_back(to);
  }
  void cubic_to(Point control1, Point control2, Point to) {
    if (contours > 1) return;
    const Point from = points.back();
    for (int i = 1; i <= kChordsOfCurve; ++i) {
      points.push_back(cubic_at(from, control1, control2, to, float(i) / kChordsOfCurve));
    }
  }
  void close() {}
};

}  // namespace

std::vector<Point> chords(const Path& path) {
  FirstContour contour;
  contour.points.reserve(path.points.size() * kChordsOfCurve);
  walk_cubics(path, contour);
  std::vector<Point> points = std::move(contour.points);
  if (points.size() > 1 && distance(points.front(), points.back()) < 1e-4f) points.pop_back();
  return points;
}

}  // namespace sixiang
