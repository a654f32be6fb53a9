// Walks along one side of contours and draws what a pen leaves there: parallel curves, joins and caps. Internal to
// base/. Everything runs clockwise on the screen, so that windings add up and never cancel.
#pragma once

#include <optional>
#include <vector>

#include "base/offset_piece.h"
#include "base/stroke.h"

namespace sixiang {

struct PenStyle {
  double radius = 0.5;
  LineJoin join = LineJoin::Round;
  LineCap cap = LineCap::Round;
  double miter_limit = 4;
  double tolerance = 0.05;
};

class OffsetPen {
 public:
  explicit OffsetPen(const PenStyle& style) : style_(style) {}

  // Both sides with caps at open ends. The contour has pieces.
  void stroke(const OffsetContour& contour);
  // What a pen of no length leaves.
  void dab(FinePoint center, FinePoint direction);
  // Only the left side; the contour is closed and has pieces.
  void outset(const OffsetContour& contour);

  Path take();

 private:
  // Which of two equal walks: at an exact turn back only the first draws the join.
  enum class Walk : std::uint8_t { Forth, Back };

  void to(FinePoint point);
  void curve_to(const Segment& segment);
  void close();

  void walk(const OffsetContour& contour, Walk walk);
  // Which ends are drawn already, as the corner with a neighbour.
  struct Trim {
    bool start = false, end = false;
  };
  void piece(const OffsetPiece& piece, Trim trimmed);
  void tight_piece(const OffsetPiece& piece);
  void triangle(FinePoint a, FinePoint b, FinePoint c);
  void join(const OffsetPiece& before, const OffsetPiece& after, Walk walk);
  std::optional<FinePoint> inner_corner(const OffsetPiece& before, const OffsetPiece& after) const;
  void miter(FinePoint pivot, FinePoint before, FinePoint after);
  void arc(FinePoint center, FinePoint from, FinePoint target, FinePoint forward);
  void cap(FinePoint end, FinePoint direction);

  PenStyle style_;
  Path path_;
  Path patches_;  // triangles, each a contour
  bool starting_ = true;
  FinePoint start_, last_;
};

}  // namespace sixiang
