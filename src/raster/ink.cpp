#include "raster/ink.h"

#include <algorithm>
#include <cmath>

namespace sixiang {

namespace {

// Outlines are rounded to parts of a pixel.
constexpr double kToSpare = 1;

PixelBounds placed_bounds(const Point& first, const Point& last, const PixelPlacement& place) {
  return {double(first.x) * place.scale + place.x, double(first.y) * place.scale + place.y,
          double(last.x) * place.scale + place.x, double(last.y) * place.scale + place.y};
}

int held(double pixel, int least, int most) { return int(std::clamp(pixel, double(least), double(most))); }

}  // namespace

PixelBounds ink_of(const Path& path, const PixelPlacement& placement) {
  if (path.points.empty()) return {};
  Point first{1e30f, 1e30f}, last{-1e30f, -1e30f};
  // In this order what is no number changes nothing.
  for (const Point& point : path.points) {
    first = {std::min(first.x, point.x), std::min(first.y, point.y)};
    last = {std::max(last.x, point.x), std::max(last.y, point.y)};
  }
  return placed_bounds(first, last, placement);
}

PixelBounds ink_of(GlyphId glyph, float embolden, const FontSet& fonts, const PixelPlacement& placement) {
  const Rect box = inset(fonts.glyph_bounds(glyph), -embolden / 2);
  return placed_bounds({box.left(), box.top()}, {box.right(), box.bottom()}, placement);
}

PixelRect touched(const PixelBounds& ink, const PixelRect& picture) {
  if (!(ink.left <= ink.right && ink.top <= ink.bottom)) return {};
  return {held(std::floor(ink.left) - kToSpare, picture.left, picture.right),
          held(std::floor(ink.top) - kToSpare, picture.top, picture.bottom),
          held(std::ceil(ink.right) + kToSpare, picture.left, picture.right),
          held(std::ceil(ink.bottom) + kToSpare, picture.top, picture.bottom)};
}

}  // namespace sixiang
