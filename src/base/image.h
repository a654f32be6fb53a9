// A picture in memory: rows of RGBA bytes, sRGB, straight alpha, top row first, no padding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sixiang {

struct Image {
  int width_px = 0, height_px = 0;
  std::vector<std::uint8_t> rgba;  // 4 · width_px · height_px bytes
  bool operator==(const Image&) const = default;

  const std::uint8_t* pixel(int x, int y) const {
    return &rgba[4 * (std::size_t(y) * std::size_t(width_px) + std::size_t(x))];
  }
  std::uint8_t* pixel(int x, int y) { return &rgba[4 * (std::size_t(y) * std::size_t(width_px) + std::size_t(x))]; }
};

}  // namespace sixiang
