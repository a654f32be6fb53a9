// What a CoverageBuilder says, as a picture of numbers.
#pragma once

#include <cstdint>
#include <vector>

#include "raster/coverage.h"

namespace sixiang::testing {

struct CoverageMap {
  PixelRect clip;
  std::vector<int> values;
  int spans_out_of_order = 0;

  int at(int x, int y) const {
    return values[std::size_t(y - clip.top) * std::size_t(clip.width()) + std::size_t(x - clip.left)];
  }
  // In pixels.
  double area() const {
    double sum = 0;
    for (int value : values) sum += value;
    return sum / 255;
  }
};

inline CoverageMap coverage_map(const std::vector<Path>& paths, FillRule rule, const PixelRect& clip,
                                const PixelPlacement& placement = {}) {
  CoverageMap map;
  map.clip = clip;
  map.values.assign(std::size_t(clip.width()) * std::size_t(clip.height()), 0);
  CoverageBuilder builder;
  builder.reset(clip);
  for (const Path& path : paths) builder.add(path, placement);
  int last_y = clip.top, last_end = clip.left;
  builder.sweep(rule, [&](const CoverageSpan& span) {
    if (span.y > last_y) last_end = clip.left;
    const bool in_order = span.y >= last_y && span.begin >= last_end && span.begin < span.end &&
                          span.end <= clip.right && span.y < clip.bottom && span.coverage > 0;
    map.spans_out_of_order += !in_order;
    last_y = span.y;
    last_end = span.end;
    if (!in_order) return;
    for (int x = span.begin; x < span.end; ++x) {
      map.values[std::size_t(span.y - clip.top) * std::size_t(clip.width()) + std::size_t(x - clip.left)] =
          span.coverage;
    }
  });
  return map;
}

inline CoverageMap coverage_map(const Path& path, const PixelRect& clip, FillRule rule = FillRule::NonZero) {
  return coverage_map(std::vector<Path>{path}, rule, clip);
}

}  // namespace sixiang::testing
