// Contours as lines and cubic Béziers in double precision: what strokes and outsets are computed on. Internal to base/.
#pragma once

#include <array>
#include <vector>

#include "base/path.h"

namespace sixiang {

// One line or curve. A straight one has its control points on its ends.
struct Segment {
  std::array<FinePoint, 4> p;
  bool straight = true;

  FinePoint at(double t) const;
  // First derivative.
  FinePoint velocity(double t) const;
  // Second derivative.
  FinePoint acceleration(double t) const;
  // Unit vectors; ends without a control point of their own look to the next one.
  FinePoint start_direction() const;
  FinePoint end_direction() const;
};

Segment line_segment(FinePoint from, FinePoint to);
// The piece from parameter `t0` to `t1`.
Segment part(const Segment& segment, double t0, double t1);
Segment reversed(const Segment& segment);

struct SegmentContour {
  std::vector<Segment> segments;  // each begins where the one before ends; empty: a mere point
  bool closed = false;
  FinePoint point;            // where a mere point is,
  FinePoint direction{1, 0};  // and which way a square cap on it looks
};

// Segments shorter than `shortest` are merged into their neighbours. Contours with coordinates that are not finite or
// beyond ±10,000,000 are left out, and so are those of a lone MoveTo.
std::vector<SegmentContour> contours_of(const Path& path, double shortest);

}  // namespace sixiang
