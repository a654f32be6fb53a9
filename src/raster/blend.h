// Source-over in sRGB values with straight alpha, exact to the nearest of 255 steps.
#pragma once

#include <cstdint>

#include "base/color.h"

namespace sixiang {

// a · b / 255, rounded to nearest, for a and b of 0 to 255.
inline std::uint32_t multiplied(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t product = a * b + 128;
  return (product + (product >> 8)) >> 8;
}

// Paints `color` at `alpha` (its own alpha times the coverage) over one RGBA pixel.
inline void blend_pixel(std::uint8_t* pixel, Color color, std::uint32_t alpha) {
  if (alpha == 255) {
    pixel[0] = color.red;
    pixel[1] = color.green;
    pixel[2] = color.blue;
    pixel[3] = 255;
    return;
  }
  const std::uint32_t rest = 255 - alpha;
  if (pixel[3] == 255) {
    const auto mix = [&](std::uint32_t under, std::uint32_t over) {
      const std::uint32_t sum = over * alpha + under * rest + 128;
      return std::uint8_t((sum + (sum >> 8)) >> 8);
    };
    pixel[0] = mix(pixel[0], color.red);
    pixel[1] = mix(pixel[1], color.green);
    pixel[2] = mix(pixel[2], color.blue);
    return;
  }
  const std::uint32_t under_alpha = multiplied(pixel[3], rest);
  const std::uint32_t total = alpha + under_alpha;
  if (total == 0) return;
  const auto mix = [&](std::uint32_t under, std::uint32_t over) {
    return std::uint8_t((over * alpha + under * under_alpha + total / 2) / total);
  };
  pixel[0] = mix(pixel[0], color.red);
  pixel[1] = mix(pixel[1], color.green);
  pixel[2] = mix(pixel[2], color.blue);
  pixel[3] = std::uint8_t(total);
}

}  // namespace sixiang
