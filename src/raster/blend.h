// Source-over in sRGB values with straight alpha, each step exact to the nearest of 255: specs/decisions/blending.md.
#pragma once

#include <cstdint>

#include "base/color.h"

namespace sixiang {

// a · b / 255, rounded to nearest, for a and b of 0 to 255.
inline std::uint32_t multiplied(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t product = a * b + 128;
  return (product + (product >> 8)) >> 8;
}

// Paints `count` RGBA pixels with `color`, whose alpha counts times `coverage` (0 to 255).
void blend_row(std::uint8_t* pixels, int count, Color color, std::uint8_t coverage);

}  // namespace sixiang
