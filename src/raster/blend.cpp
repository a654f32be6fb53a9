#include "raster/blend.h"

#include <cstring>

namespace sixiang {

namespace {

void copy_row(std::uint8_t* pixels, int count, Color color) {
  const std::uint8_t value[4] = {color.red, color.green, color.blue, 255};
  for (int i = 0; i < count; ++i, pixels += 4) std::memcpy(pixels, value, 4);
}

// Over a pixel without transparency.
void blend_opaque(std::uint8_t* pixel, Color color, std::uint32_t alpha) {
  const std::uint32_t rest = 255 - alpha;
  const auto mix = [alpha, rest](std::uint32_t under, std::uint32_t over) {
    const std::uint32_t sum = over * alpha + under * rest + 128;
    return std::uint8_t((sum + (sum >> 8)) >> 8);
  };
  pixel[0] = mix(pixel[0], color.red);
  pixel[1] = mix(pixel[1], color.green);
  pixel[2] = mix(pixel[2], color.blue);
}

// Straight alpha: the weights of the two colours are divided by the alpha of their union.
void blend_translucent(std::uint8_t* pixel, Color color, std::uint32_t alpha) {
  // In 255ths of 255ths, so that only the results are rounded.
  const std::uint32_t over_weight = alpha * 255, under_weight = pixel[3] * (255 - alpha);
  const std::uint32_t total = over_weight + under_weight;
  const auto mix = [=](std::uint32_t under, std::uint32_t over) {
    return std::uint8_t((over * over_weight + under * under_weight + total / 2) / total);
  };
  pixel[0] = mix(pixel[0], color.red);
  pixel[1] = mix(pixel[1], color.green);
  pixel[2] = mix(pixel[2], color.blue);
  pixel[3] = std::uint8_t((total + 127) / 255);
}

}  // namespace

void blend_row(std::uint8_t* pixels, int count, Color color, std::uint8_t coverage) {
  const std::uint32_t alpha = multiplied(color.alpha, coverage);
  if (alpha == 0) return;
  if (alpha == 255) return copy_row(pixels, count, color);
  for (int i = 0; i < count; ++i, pixels += 4) {
    if (pixels[3] == 255) {
      blend_opaque(pixels, color, alpha);
    } else {
      blend_translucent(pixels, color, alpha);
    }
  }
}

}  // namespace sixiang
