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
  // Of all edges, horizontal ones left out; in subpixels. Meaningless without edges.
  std::int32_t left = 0, top = 0, right = 0, bottom = 0;

  void clear() { edges.clear(); }
};

// Appends. Open contours are closed; contours with coordinates that are not finite are left out; those beyond ±2^20
// pixels, 64 times the largest image, are held there.
void flatten(const Path& path, const PixelPlacement& placement, EdgeList& list);

}  // namespace sixiang
