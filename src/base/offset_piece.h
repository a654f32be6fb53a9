// Segments cut into pieces so simple that their parallel curves are one cubic each. Internal to base/.
#pragma once

#include <vector>

#include "base/segment.h"

namespace sixiang {

struct OffsetPiece {
  Segment segment;
  FinePoint start_direction, end_direction;  // unit
  // The neighbour there belongs to the same curve: whatever the style says, the join is round.
  bool start_in_curve = false, end_in_curve = false;
  // The curve is narrower than the pen on that side: the parallel curve runs backwards somewhere.
  bool tight_left = false, tight_right = false;
};

struct OffsetContour {
  std::vector<OffsetPiece> pieces;
  bool closed = false;
};

// Ready for parallel curves at up to `radius` on both sides, each within `tolerance` of the true one.
OffsetContour offset_contour(const SegmentContour& contour, double radius, double tolerance);

OffsetContour reversed(const OffsetContour& contour);

// The curve parallel to a piece, `distance` to its left (negative: to its right).
Segment parallel(const OffsetPiece& piece, double distance);

}  // namespace sixiang
