// Path → straight edges on the grid of 1/256 pixel. From here on there are integers only.
#pragma once

#include <cstdint>
#include <vector>

#include "base/path.h"
#include "raster/pixel.h"

namespace sixiang {

inline constexpr int kSubpixels = 256;  // a pixel, along one axis

// In subpixels, y0 < y1 always: both directions of one line leave the very same traces, so that neighbours that share
// an edge fit without a seam.
struct Edge {
  std::int32_t x0, y0, x1, y1;
  std::int32_t winding;  // 1: the outline runs down, -1: up
};

struct EdgeList {
  std::vector<Edge> edges;
  // Of all edges that count; in subpixels. Meaningless without edges.
  std::int32_t left = 0, top = 0, right = 0, bottom = 0;
  // There were edges right of the clip: what is inside may go on as far as the clip does.
  bool reaches_right = false;

  void clear() {
    edges.clear();
    reaches_right = false;
  }
};

// Appends. Open contours are closed; contours with coordinates that are not finite are left out; those beyond ±2^20
// pixels, 64 times the largest image, are held there. What cannot change a pixel of `clip` is left out, what lies left
// of it is straightened: the pixels inside do not depend on the clip.
void flatten(const Path& path, const PixelPlacement& placement, const PixelRect& clip, EdgeList& list);

}  // namespace sixiang
