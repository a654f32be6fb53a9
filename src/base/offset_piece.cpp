#include "base/offset_piece.h"

#include <cmath>
#include <cstddef>

namespace sixiang {

namespace {

constexpr int kMaxDepth = 10;
constexpr double kLeastCosine = 0.5;  // of the turn within a piece: 60°

FinePoint unit(FinePoint v) { return v * (1 / length(v)); }

// The control points go straight ahead from end to end.
bool is_straight(const Segment& s, double tolerance) {
  if (s.straight) return true;
  const FinePoint way = s.p[3] - s.p[0];
  const double reach = length(way);
  if (reach == 0) return false;
  const double first = dot(s.p[1] - s.p[0], way), second = dot(s.p[2] - s.p[0], way), all = reach * reach;
  if (first < 0 || second < first || all < second) return false;
  const double limit = 0.01 * tolerance * reach;
  return std::abs(cross(way, s.p[1] - s.p[0])) <= limit && std::abs(cross(way, s.p[2] - s.p[0])) <= limit;
}

// The parallel curve at `radius` runs backwards (or stands still) at one of the places looked at, to the left or to the
// right: its velocity is the curve's times 1 - curvature · distance.
void find_tight(OffsetPiece& piece, double radius) {
  const Segment& s = piece.segment;
  if (s.straight) return;
  const double least = 1e-6 * length(s.p[3] - s.p[0]);
  for (double t : {0.0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1.0}) {
    const FinePoint v = s.velocity(t);
    const double speed = length(v);
    if (speed <= least) continue;
    // Positive where the curve turns right, away from the left side.
    const double turn = cross(v, s.acceleration(t)), cube = speed * speed * speed;
    piece.tight_left = piece.tight_left || cube + turn * radius <= 0.02 * speed * speed * speed;
    piece.tight_right = piece.tight_right || cube - turn * radius <= 0.02 * speed * speed * speed;
  }
}

// Neither a loop nor a hook: hardly longer than its chord.
bool is_short(const Segment& s) {
  return length(s.p[3] - s.p[0]) >= 0.8 * (length(s.p[1] - s.p[0]) + length(s.p[2] - s.p[1]) + length(s.p[3] - s.p[2]));
}

bool fits(const OffsetPiece& piece, double distance, double tolerance) {
  const Segment offset = parallel(piece, distance);
  for (double t : {0.25, 0.5, 0.75}) {
    const FinePoint v = piece.segment.velocity(t);
    if (dot(v, v) == 0) return false;
    const FinePoint normal = left_of(unit(v));
    // Only what is off across the curve shows.
    if (std::abs(dot(piece.segment.at(t) + normal * distance - offset.at(t), normal)) > tolerance) return false;
  }
  return true;
}

OffsetPiece piece_of(const Segment& segment, double radius) {
  OffsetPiece piece;
  piece.segment = segment;
  piece.start_direction = segment.start_direction();
  piece.end_direction = segment.end_direction();
  find_tight(piece, radius);
  return piece;
}

class Cutter {
 public:
  Cutter(double radius, double tolerance, std::vector<OffsetPiece>& pieces)
      : radius_(radius), tolerance_(tolerance), pieces_(pieces) {}

  void cut(const Segment& segment) {
    const std::size_t first = pieces_.size();
    cut(segment, 0);
    for (std::size_t i = first; i + 1 < pieces_.size(); ++i) {
      pieces_[i].end_in_curve = true;
      pieces_[i + 1].start_in_curve = true;
    }
  }

 private:
  void cut(const Segment& segment, int depth) {
    if (is_straight(segment, tolerance_)) {
      if (!(segment.p[0] == segment.p[3])) {
        pieces_.push_back(piece_of(line_segment(segment.p[0], segment.p[3]), radius_));
      }
      return;
    }
    if (is_short(segment) && dot(segment.start_direction(), segment.end_direction()) >= kLeastCosine) {
      const OffsetPiece piece = piece_of(segment, radius_);
      if ((piece.tight_left || fits(piece, radius_, tolerance_)) &&
          (piece.tight_right || fits(piece, -radius_, tolerance_))) {
        pieces_.push_back(piece);
        return;
      }
    }
    if (depth < kMaxDepth) {
      cut(part(segment, 0, 0.5), depth + 1);
      cut(part(segment, 0.5, 1), depth + 1);
    } else if (!(segment.p[0] == segment.p[3])) {
      // The tip of a cusp, too small to see.
      pieces_.push_back(piece_of(line_segment(segment.p[0], segment.p[3]), radius_));
    }
  }

  double radius_, tolerance_;
  std::vector<OffsetPiece>& pieces_;
};

}  // namespace

OffsetContour offset_contour(const SegmentContour& contour, double radius, double tolerance) {
  OffsetContour result;
  result.closed = contour.closed;
  Cutter cutter(radius, tolerance, result.pieces);
  for (const Segment& segment : contour.segments) cutter.cut(segment);
  return result;
}

OffsetContour reversed(const OffsetContour& contour) {
  OffsetContour result;
  result.closed = contour.closed;
  result.pieces.reserve(contour.pieces.size());
  for (std::size_t i = contour.pieces.size(); i-- > 0;) {
    const OffsetPiece& piece = contour.pieces[i];
    OffsetPiece back;
    back.segment = reversed(piece.segment);
    back.start_direction = -piece.end_direction;
    back.end_direction = -piece.start_direction;
    back.start_in_curve = piece.end_in_curve;
    back.end_in_curve = piece.start_in_curve;
    back.tight_left = piece.tight_right;
    back.tight_right = piece.tight_left;
    result.pieces.push_back(back);
  }
  return result;
}

Segment parallel(const OffsetPiece& piece, double distance) {
  const Segment& s = piece.segment;
  const FinePoint from = s.p[0] + left_of(piece.start_direction) * distance;
  const FinePoint to = s.p[3] + left_of(piece.end_direction) * distance;
  if (s.straight) return line_segment(from, to);
  // Handles as long as the chord: exact for circles, where everything grows in one ratio (Tiller and Hanson 1984).
  const FinePoint chord = s.p[3] - s.p[0];
  const double ratio = dot(to - from, chord) / dot(chord, chord);
  return {{from, from + (s.p[1] - s.p[0]) * ratio, to - (s.p[3] - s.p[2]) * ratio, to}, false};
}

}  // namespace sixiang
