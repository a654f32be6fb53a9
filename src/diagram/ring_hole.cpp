#include "diagram/ring_hole.h"

#include <algorithm>

namespace sixiang {

namespace {

constexpr int kSteps = 20;          // of a grid across the polygon
constexpr int kRefinements = 5;     // of the best place on it, by half a step each
constexpr float kOffMiddle = 0.1f;  // what a point off the middle costs, in points of radius

class HoleSearch {
 public:
  HoleSearch(const std::vector<Point>& polygon, Point middle, float most, float gap, const LabelObstacles& obstacles)
      : polygon_(polygon), middle_(middle), most_(most), gap_(gap), obstacles_(obstacles) {}

  RingHole run() {
    if (polygon_.empty()) return best_;
    Point least = polygon_.front(), far = polygon_.front();
    for (const Point& corner : polygon_) {
      least = {std::min(least.x, corner.x), std::min(least.y, corner.y)};
      far = {std::max(far.x, corner.x), std::max(far.y, corner.y)};
    }
    Point step = (far - least) * (1.0f / kSteps);
    try_out(middle_);
    for (int row = 1; row < kSteps; ++row) {
      for (int column = 1; column < kSteps; ++column) {
        try_out(least + Point{step.x * float(column), step.y * float(row)});
      }
    }
    for (int round = 0; round < kRefinements && best_.radius > 0; ++round) {
      step = step * 0.5f;
      const Point from = best_.center;
      for (int row = -1; row <= 1; ++row) {
        for (int column = -1; column <= 1; ++column) {
          try_out(from + Point{step.x * float(column), step.y * float(row)});
        }
      }
    }
    return best_;
  }

 private:
  bool is_inside(Point point) const {
    bool left = false, right = false;
    for (std::size_t i = 0; i < polygon_.size(); ++i) {
      const Point from = polygon_[i], to = polygon_[(i + 1) % polygon_.size()];
      const float side = cross(to - from, point - from);
      left = left || side < 0;
      right = right || side > 0;
    }
    return !(left && right);
  }

  // Of a circle round the point, at most what is asked for; below `least` it does not matter by how much.
  float free_radius(Point point, float least) const {
    float radius = most_;
    for (const LabelDisc& disc : obstacles_.discs) {
      radius = std::min(radius, distance(point, disc.center) - disc.radius - gap_);
    }
    for (const Rect& node : obstacles_.nodes) {
      radius = std::min(radius, std::sqrt(squared_distance(node, point)) - gap_);
    }
    if (!obstacles_.room.empty()) {
      const Rect& room = obstacles_.room;
      radius = std::min(
          {radius, point.x - room.left(), room.right() - point.x, point.y - room.top(), room.bottom() - point.y});
    }
    for (const ShaftObstacle& arrow : obstacles_.arrows) {
      if (radius <= least) return radius;
      radius = std::min(radius, distance_to(arrow, point, radius + arrow.radius + gap_) - arrow.radius - gap_);
    }
    return radius;
  }

  // At most `limit`.
  static float distance_to(const ShaftObstacle& arrow, Point point, float limit) {
    float nearest = limit * limit;
    for (const ShaftRun& run : arrow.runs) {
      const Rect around = rect_from_edges(run.least.x, run.least.y, run.most.x, run.most.y);
      if (squared_distance(around, point) >= nearest) continue;
      for (std::size_t i = run.first; i < run.last; ++i) {
        const Point way = arrow.points[i] - point;
        nearest = std::min(nearest, dot(way, way));
      }
    }
    return std::sqrt(nearest);
  }

  void try_out(Point point) {
    const float cost = kOffMiddle * distance(point, middle_);
    const float least = best_.radius > 0 ? best_worth_ + cost : 0;
    if (least >= most_ || !is_inside(point)) return;
    const float radius = free_radius(point, least);
    if (radius <= least) return;
    best_ = {point, radius};
    best_worth_ = radius - cost;
  }

  const std::vector<Point>& polygon_;
  Point middle_;
  float most_, gap_;
  const LabelObstacles& obstacles_;
  RingHole best_;
  float best_worth_ = 0;
};

}  // namespace

RingHole largest_free_circle(const std::vector<Point>& polygon, Point middle, float most, float gap,
                             const LabelObstacles& obstacles) {
  return HoleSearch(polygon, middle, most, gap, obstacles).run();
}

}  // namespace sixiang
