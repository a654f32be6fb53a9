#include "base/offset_pen.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sixiang {

namespace {

// Sine of the largest turn that needs no join: the two parallel curves meet within any tolerance.
constexpr double kSameDirection = 1e-4;

bool goes_on(FinePoint before, FinePoint after) {
  return dot(before, after) > 0 && std::abs(cross(before, after)) < kSameDirection;
}

// How far along each side from the pivot the two inner parallels meet, as a multiple of the radius: the tangent of half
// of the turn.
double half_turn_tangent(FinePoint before, FinePoint after) {
  return std::abs(cross(before, after)) / (1 + dot(before, after));
}

}  // namespace

void OffsetPen::to(FinePoint point) {
  if (starting_) {
    path_.move_to(to_point(point));
    start_ = point;
    starting_ = false;
  } else if (to_point(point) == to_point(last_)) {
    return;
  } else {
    path_.line_to(to_point(point));
  }
  last_ = point;
}

void OffsetPen::curve_to(const Segment& segment) {
  path_.cubic_to(to_point(segment.p[1]), to_point(segment.p[2]), to_point(segment.p[3]));
  last_ = segment.p[3];
}

void OffsetPen::close() {
  if (!starting_) path_.close();
  starting_ = true;
}

void OffsetPen::stroke(const OffsetContour& contour) {
  const OffsetContour back = reversed(contour);
  walk(contour, Walk::Forth);
  if (contour.closed) {
    close();
  } else {
    cap(contour.pieces.back().segment.p[3], contour.pieces.back().end_direction);
  }
  walk(back, Walk::Back);
  if (!contour.closed) cap(back.pieces.back().segment.p[3], back.pieces.back().end_direction);
  close();
}

void OffsetPen::outset(const OffsetContour& contour) {
  walk(contour, Walk::Forth);
  close();
}

void OffsetPen::dab(FinePoint center, FinePoint direction) {
  if (style_.cap == LineCap::Butt) return;
  to(center + left_of(direction) * style_.radius);
  cap(center, direction);
  cap(center, -direction);
  close();
}

Path OffsetPen::take() {
  path_.append(patches_);
  patches_ = {};
  return std::exchange(path_, {});
}

void OffsetPen::walk(const OffsetContour& contour, Walk direction) {
  const std::vector<OffsetPiece>& pieces = contour.pieces;
  const std::size_t count = pieces.size();
  for (std::size_t i = 0; i < count; ++i) {
    const bool has_before = contour.closed || i > 0, has_after = contour.closed || i + 1 < count;
    const OffsetPiece& before = pieces[(i + count - 1) % count];
    const OffsetPiece& after = pieces[(i + 1) % count];
    const auto corner = has_after ? inner_corner(pieces[i], after) : std::nullopt;
    piece(pieces[i], {has_before && inner_corner(before, pieces[i]), corner.has_value()});
    if (corner) {
      to(*corner);
    } else if (has_after) {
      join(pieces[i], after, direction);
    }
  }
}

void OffsetPen::piece(const OffsetPiece& piece, Trim trimmed) {
  if (piece.tight_left) return tight_piece(piece);
  const Segment offset = parallel(piece, style_.radius);
  if (!trimmed.start) to(offset.p[0]);
  if (offset.straight) {
    if (!trimmed.end) to(offset.p[3]);
  } else {
    curve_to(offset);
  }
}

// A parallel that runs backwards would wind the wrong way round. Instead the walk goes along the curve itself, and the
// pen's left half is added in triangles, each turned the right way.
void OffsetPen::tight_piece(const OffsetPiece& piece) {
  const Segment& s = piece.segment;
  const double radius = style_.radius;
  const FinePoint last = s.p[3] + left_of(piece.end_direction) * radius;
  to(s.p[0] + left_of(piece.start_direction) * radius);
  to(s.p[0]);
  curve_to(s);
  to(last);
  // A piece turns by 60° at most: chords of the circle that far off the centre line.
  const int steps = int(std::clamp(std::ceil(std::sqrt(radius / (8 * style_.tolerance))), 2.0, 64.0));
  FinePoint inner = s.p[0], outer = s.p[0] + left_of(piece.start_direction) * radius;
  for (int i = 1; i <= steps; ++i) {
    const double t = double(i) / steps;
    const FinePoint velocity = s.velocity(t);
    const double speed = length(velocity);
    const FinePoint next_inner = s.at(t);
    const FinePoint next_outer = i == steps || speed == 0 ? last : next_inner + left_of(velocity) * (radius / speed);
    triangle(inner, next_inner, next_outer);
    triangle(inner, next_outer, outer);
    inner = next_inner;
    outer = next_outer;
  }
}

void OffsetPen::triangle(FinePoint a, FinePoint b, FinePoint c) {
  const double area = cross(b - a, c - a);
  if (area == 0) return;
  if (area < 0) std::swap(b, c);
  patches_.move_to(to_point(a));
  patches_.line_to(to_point(b));
  patches_.line_to(to_point(c));
  patches_.close();
}

// Where the parallels of two lines meet on the inner side of a corner, if both lines reach that far.
std::optional<FinePoint> OffsetPen::inner_corner(const OffsetPiece& before, const OffsetPiece& after) const {
  const FinePoint a = before.end_direction, b = after.start_direction;
  if (!before.segment.straight || !after.segment.straight || !(cross(a, b) < 0) || goes_on(a, b)) return std::nullopt;
  if (!(1 + dot(a, b) > 1e-6)) return std::nullopt;
  const double reach = style_.radius * half_turn_tangent(a, b);
  // Half of each line: the other half may be needed at its other end.
  const double room =
      std::min(length(before.segment.p[3] - before.segment.p[0]), length(after.segment.p[3] - after.segment.p[0]));
  if (2 * reach > room) return std::nullopt;
  return after.segment.p[0] + left_of(b) * style_.radius + b * reach;
}

void OffsetPen::join(const OffsetPiece& before, const OffsetPiece& after, Walk direction) {
  const FinePoint a = before.end_direction, b = after.start_direction;
  if (goes_on(a, b)) return;
  const FinePoint pivot = before.segment.p[3];
  const double turn = cross(a, b);
  if (turn < 0 || (turn == 0 && direction == Walk::Back)) {
    // The inner side, where the lines are too short to meet: through the pivot, as if each were drawn by itself.
    to(pivot);
  } else if (style_.join == LineJoin::Round || (before.end_in_curve && after.start_in_curve)) {
    arc(pivot, left_of(a) * style_.radius, left_of(b) * style_.radius, a);
  } else if (style_.join == LineJoin::Miter) {
    miter(pivot, a, b);
  }
}

void OffsetPen::miter(FinePoint pivot, FinePoint before, FinePoint after) {
  // Miter length / width = 1 / sin(half of the inner angle) = √(2 / (1 + cos of the turn)); SVG 2 §13.5.6.
  const double one_plus_cosine = 1 + dot(before, after);
  if (one_plus_cosine > 1e-6 && 2 / one_plus_cosine <= style_.miter_limit * style_.miter_limit) {
    to(pivot + (left_of(before) + left_of(after)) * (style_.radius / one_plus_cosine));
  }
}

// Along the circle round `center` from offset `from` to offset `target`, clockwise; `forward` lies between the two
// where they are opposite. Cubic arcs of at most 90° with control distance 4/3 · tan(angle / 4).
void OffsetPen::arc(FinePoint center, FinePoint from, FinePoint target, FinePoint forward) {
  const double radius = style_.radius;
  const double cosine = std::clamp(dot(from, target) / (radius * radius), -1.0, 1.0);
  if (cosine < -1e-6) {
    const FinePoint sum = from + target;
    const double size = length(sum);
    const FinePoint middle = size > 1e-3 * radius ? sum * (radius / size) : forward * radius;
    arc(center, from, middle, forward);
    arc(center, middle, target, forward);
    return;
  }
  to(center + from);
  const double half_cosine = std::sqrt((1 + cosine) / 2), half_sine = std::sqrt((1 - cosine) / 2);
  const double reach = 4.0 / 3 * half_sine / (1 + half_cosine);
  const FinePoint out{-from.y, from.x}, in{target.y, -target.x};
  curve_to({{center + from, center + from + out * reach, center + target + in * reach, center + target}, false});
}

void OffsetPen::cap(FinePoint end, FinePoint direction) {
  const FinePoint side = left_of(direction) * style_.radius, forward = direction * style_.radius;
  switch (style_.cap) {
    case LineCap::Butt:
      break;
    case LineCap::Round:
      arc(end, side, forward, direction);
      arc(end, forward, -side, direction);
      return;
    case LineCap::Square:
      to(end + side + forward);
      to(end - side + forward);
      break;
  }
  to(end - side);
}

}  // namespace sixiang
