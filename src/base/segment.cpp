#include "base/segment.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace sixiang {

FinePoint Segment::at(double t) const { return cubic_at(p[0], p[1], p[2], p[3], t); }

FinePoint Segment::velocity(double t) const {
  if (straight) return p[3] - p[0];
  const double s = 1 - t;
  return (p[1] - p[0]) * (3 * s * s) + (p[2] - p[1]) * (6 * s * t) + (p[3] - p[2]) * (3 * t * t);
}

FinePoint Segment::acceleration(double t) const {
  if (straight) return {};
  return (p[2] - p[1] * 2 + p[0]) * (6 * (1 - t)) + (p[3] - p[2] * 2 + p[1]) * (6 * t);
}

namespace {

// Unit vector along the first of the three that is not (nearly) nothing beside the largest.
FinePoint first_direction(FinePoint a, FinePoint b, FinePoint c) {
  const double least = 1e-6 * std::max({length(a), length(b), length(c)});
  for (FinePoint v : {a, b, c}) {
    const double size = length(v);
    if (size > least) return v * (1 / size);
  }
  return {1, 0};
}

}  // namespace

FinePoint Segment::start_direction() const { return first_direction(p[1] - p[0], p[2] - p[0], p[3] - p[0]); }
FinePoint Segment::end_direction() const { return first_direction(p[3] - p[2], p[3] - p[1], p[3] - p[0]); }

Segment line_segment(FinePoint from, FinePoint to) { return {{from, from, to, to}, true}; }

Segment part(const Segment& segment, double t0, double t1) {
  const FinePoint from = t0 == 0 ? segment.p[0] : segment.at(t0), to = t1 == 1 ? segment.p[3] : segment.at(t1);
  if (segment.straight) {
    const FinePoint way = segment.p[3] - segment.p[0];
    return line_segment(segment.p[0] + way * t0, t1 == 1 ? segment.p[3] : segment.p[0] + way * t1);
  }
  // The control points of a part lie along its end velocities, a third of its length in the parameter.
  const double third = (t1 - t0) / 3;
  return {{from, from + segment.velocity(t0) * third, to - segment.velocity(t1) * third, to}, false};
}

Segment reversed(const Segment& segment) {
  return {{segment.p[3], segment.p[2], segment.p[1], segment.p[0]}, segment.straight};
}

namespace {

class Collector {
 public:
  explicit Collector(double shortest) : shortest_(shortest) {}

  void move_to(Point point) {
    finish();
    restart(to_fine_point(point));
  }

  void line_to(Point to) { add(line_segment(last_, to_fine_point(to))); }

  void quad_to(Point control, Point to) {
    const FinePoint middle = to_fine_point(control), end = to_fine_point(to);
    add({{last_, last_ + (middle - last_) * (2.0 / 3), end + (middle - end) * (2.0 / 3), end}, false});
  }

  void cubic_to(Point control1, Point control2, Point to) {
    add({{last_, to_fine_point(control1), to_fine_point(control2), to_fine_point(to)}, false});
  }

  void close() {
    const FinePoint start = start_;
    if (!(last_ == start)) add(line_segment(last_, start));
    drawn_ = true;
    contour_.closed = true;
    finish();
    restart(start);
  }

  std::vector<SegmentContour> take() {
    finish();
    return std::move(contours_);
  }

 private:
  void restart(FinePoint point) {
    start_ = last_ = point;
    drawn_ = false;
    usable_ = in_reach(point);
    contour_ = {};
    contour_.point = point;
  }

  void add(const Segment& segment) {
    drawn_ = true;
    double reach = 0;
    for (FinePoint p : segment.p) {
      usable_ = usable_ && in_reach(p);
      reach = std::max(reach, length(p - segment.p[0]));
    }
    if (usable_ && reach > shortest_) {
      contour_.segments.push_back(segment);
      last_ = segment.p[3];
    }
  }

  void finish() {
    if (drawn_ && usable_) contours_.push_back(contour_);
    drawn_ = false;
  }

  // False for a NaN, too.
  static bool in_reach(FinePoint p) {
    constexpr double kFarthest = 1e7;
    return std::abs(p.x) <= kFarthest && std::abs(p.y) <= kFarthest;
  }

  double shortest_;
  FinePoint start_, last_;
  bool drawn_ = false, usable_ = true;
  SegmentContour contour_;
  std::vector<SegmentContour> contours_;
};

}  // namespace

std::vector<SegmentContour> contours_of(const Path& path, double shortest) {
  Collector collector(shortest);
  walk(path, collector);
  return collector.take();
}

}  // namespace sixiang
