#include "base/shapes.h"

#include <array>

namespace sixiang {

namespace {

// Control distance of a cubic quarter circle: 4/3 · (√2 − 1), largest radial error 0.03 %.
constexpr float kQuarterArc = 0.5522847498f;

// Cosine and sine of 90° + k · 36°, the ten corners of a star that stands on two points (y down: the first is the top).
constexpr std::array<Point, 10> kDecagon = {{{0.0f, -1.0f},
                                             {0.5877852523f, -0.8090169944f},
                                             {0.9510565163f, -0.3090169944f},
                                             {0.9510565163f, 0.3090169944f},
                                             {0.5877852523f, 0.8090169944f},
                                             {0.0f, 1.0f},
                                             {-0.5877852523f, 0.8090169944f},
                                             {-0.9510565163f, 0.3090169944f},
                                             {-0.9510565163f, -0.3090169944f},
                                             {-0.5877852523f, -0.8090169944f}}};

// From `from` to `to` by a quarter ellipse whose tangents meet in `corner`.
void quarter_to(Path& path, Point from, Point corner, Point to) {
  path.cubic_to(from + (corner - from) * kQuarterArc, to + (corner - to) * kQuarterArc, to);
}

}  // namespace

Path rectangle(const Rect& rect) {
  return polyline({{rect.left(), rect.top()},
                   {rect.right(), rect.top()},
                   {rect.right(), rect.bottom()},
                   {rect.left(), rect.bottom()},
                   {rect.left(), rect.top()}});
}

Path rounded_rectangle(const Rect& rect, float radius) {
  const float r = std::max(0.0f, std::min(radius, std::min(rect.width, rect.height) / 2));
  if (r == 0) return rectangle(rect);
  const float left = rect.left(), top = rect.top(), right = rect.right(), bottom = rect.bottom();
  Path path;
  path.move_to({left + r, top});
  path.line_to({right - r, top});
  quarter_to(path, {right - r, top}, {right, top}, {right, top + r});
  path.line_to({right, bottom - r});
  quarter_to(path, {right, bottom - r}, {right, bottom}, {right - r, bottom});
  path.line_to({left + r, bottom});
  quarter_to(path, {left + r, bottom}, {left, bottom}, {left, bottom - r});
  path.line_to({left, top + r});
  quarter_to(path, {left, top + r}, {left, top}, {left + r, top});
  path.close();
  return path;
}

Path top_rounded_rectangle(const Rect& rect, float radius) {
  const float r = std::max(0.0f, std::min(radius, std::min(rect.width / 2, rect.height)));
  const float left = rect.left(), top = rect.top(), right = rect.right(), bottom = rect.bottom();
  Path path;
  path.move_to({left, bottom});
  path.line_to({left, top + r});
  quarter_to(path, {left, top + r}, {left, top}, {left + r, top});
  path.line_to({right - r, top});
  quarter_to(path, {right - r, top}, {right, top}, {right, top + r});
  path.line_to({right, bottom});
  path.close();
  return path;
}

Path left_rounded_rectangle(const Rect& rect, float radius) {
  const float r = std::max(0.0f, std::min(radius, std::min(rect.width, rect.height / 2)));
  const float left = rect.left(), top = rect.top(), right = rect.right(), bottom = rect.bottom();
  Path path;
  path.move_to({right, bottom});
  path.line_to({left + r, bottom});
  quarter_to(path, {left + r, bottom}, {left, bottom}, {left, bottom - r});
  path.line_to({left, top + r});
  quarter_to(path, {left, top + r}, {left, top}, {left + r, top});
  path.line_to({right, top});
  path.close();
  return path;
}

Path circle(Point center, float radius) {
  return rounded_rectangle({center.x - radius, center.y - radius, 2 * radius, 2 * radius}, radius);
}

Path star(Point center, float outer_radius, float inner_radius) {
  Path path;
  for (std::size_t i = 0; i < kDecagon.size(); ++i) {
    const Point corner = center + kDecagon[i] * (i % 2 == 0 ? outer_radius : inner_radius);
    if (i == 0) {
      path.move_to(corner);
    } else {
      path.line_to(corner);
    }
  }
  path.close();
  return path;
}

Path sparkle(Point center, float radius) {
  const float waist = radius * 0.14f;
  const std::array<Point, 4> tips = {{{0, -radius}, {radius, 0}, {0, radius}, {-radius, 0}}};
  const std::array<Point, 4> waists = {{{waist, -waist}, {waist, waist}, {-waist, waist}, {-waist, -waist}}};
  Path path;
  path.move_to(center + tips[0]);
  for (std::size_t i = 0; i < 4; ++i) path.quad_to(center + waists[i], center + tips[(i + 1) % 4]);
  path.close();
  return path;
}

Path polyline(const std::vector<Point>& points) {
  Path path;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i == 0) {
      path.move_to(points[i]);
    } else if (i + 1 == points.size() && i > 1 && points[i] == points[0]) {
      path.close();
    } else {
      path.line_to(points[i]);
    }
  }
  return path;
}

}  // namespace sixiang
