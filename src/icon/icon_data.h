// The icons as they are compiled in, written by scripts/icons/build. Inside icon/ only.
//
// Texts: one after another, each `name⇥Chinese words⇥English words`.
// Outlines: the contours of one icon after another, in whole numbers of seven bits a byte, the lowest first, the high
// bit where more follow; signed ones as 2n or -2n - 1.
//
//   contour = kind | closed << 2 | segments << 3, the step to its start, then its segments
//   segment = operation, then: Horizontal: dx. Vertical: dy. Line: the step. Arc: the step, the bulge.
//             Cubic: three steps, each from the point before
//   step    = dx, dy in 1/50 of the grid's unit, from where the contour before ended; the first one from the origin
//   bulge   = tangent of a quarter of the arc's angle, in 1/128; positive where it turns right
#pragma once

#include <cstddef>
#include <cstdint>

namespace sixiang {

constexpr float kIconSteps = 50, kIconBulges = 128;

enum class ContourKind : std::uint8_t { Stroked, StrokedAndFilled, Filled, Solid };
enum class OutlineOperation : std::uint8_t { Horizontal, Vertical, Line, Arc, Cubic };

// Icon i is from begins[i] to begins[i + 1].
struct IconData {
  std::size_t count = 0;
  const char* texts = nullptr;
  const std::uint16_t* text_begins = nullptr;
  const std::uint8_t* outlines = nullptr;
  const std::uint16_t* outline_begins = nullptr;
};

extern const IconData kIconData;

}  // namespace sixiang
