// Contours as lines and cubic Béziers in double precision: what strokes and outsets are computed on. Internal to base/.
#pragma once

#include <array>
#include <vector>

#include "base/path.h"

namespace sixiang {

// A point or a vector of the outline arithmetic; y down.
struct Vector {
  double x = 0, y = 0;
  bool operator==(const Vector&) const = default;
};

inline Vector operator+(Vector a, Vector b) { return {a.x + b.x, a.y + b.y}; }
inline Vector operator-(Vector a, Vector b) { return {a.x - b.x, a.y - b.y}; }
inline Vector operator-(Vector a) { return {-a.x, -a.y}; }
inline Vector operator*(Vector a, double scale) { return {a.x * scale, a.y * scale}; }
inline double dot(Vector a, Vector b) { return a.x * b.x + a.y * b.y; }
// Positive where `b` turns to the right of `a` as seen on the screen.
inline double cross(Vector a, Vector b) { return a.x * b.y - a.y * b.x; }
inline Vector left_of(Vector direction) { return {direction.y, -direction.x}; }
double length(Vector a);
Point to_point(Vector a);

// One line or curve. A straight one has its control points on its ends.
struct Segment {
  std::array<Vector, 4> p;
  bool straight = true;

  Vector at(double t) const;
  // First derivative.
  Vector velocity(double t) const;
  // Second derivative.
  Vector acceleration(double t) const;
  // Unit vectors; ends without a control point of their own look to the next one.
  Vector start_direction() const;
  Vector end_direction() const;
};

Segment line_segment(Vector from, Vector to);
// The piece from parameter `t0` to `t1`.
Segment part(const Segment& segment, double t0, double t1);
Segment reversed(const Segment& segment);

struct SegmentContour {
  std::vector<Segment> segments;  // each begins where the one before ends; empty: a mere point
  bool closed = false;
  Vector point;            // where a mere point is,
  Vector direction{1, 0};  // and which way a square cap on it looks
};

// Segments shorter than `shortest` are merged into their neighbours. Contours with coordinates that are not finite or
// beyond ±10,000,000 are left out, and so are those of a lone MoveTo.
std::vector<SegmentContour> contours_of(const Path& path, double shortest);

}  // namespace sixiang
