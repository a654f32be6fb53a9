// Outlines → how much of each pixel they cover, exactly, on a grid of 1/256 pixel. Integers only: the same on every
// machine. The method is that of FreeType's and font-rs's smooth rasterizers: every edge leaves in each cell that it
// crosses its height and the area to its right; a running sum along the row gives the coverage.
#pragma once

#include <cstdint>
#include <vector>

#include "base/path.h"

namespace sixiang {

// Half-open, in pixels.
struct PixelRect {
  int left = 0, top = 0, right = 0, bottom = 0;
  bool operator==(const PixelRect&) const = default;

  bool empty() const { return left >= right || top >= bottom; }
  int width() const { return right - left; }
};

// Pixels [begin, end) of a row that are covered to the same degree, 1 to 255.
struct CoverageSpan {
  int y = 0, begin = 0, end = 0;
  std::uint8_t coverage = 0;
};

// Collects edges, then gives spans from top to bottom and from left to right. Keeps its memory for the next outline.
class CoverageBuilder {
 public:
  // Only `clip` will be asked for; edges beyond it still count for what is inside.
  void reset(const PixelRect& clip);

  // `placement` maps the path to pixels. Contours with coordinates that are not finite are left out.
  void add(const Path& path, const Placement& placement);

  // Valid until the next reset.
  const std::vector<CoverageSpan>& spans(FillRule rule);

 private:
  struct Cell {
    int x, cover, area;
  };
  struct PlacedCell {
    int y;
    Cell cell;
  };

  void line(std::int64_t x0, std::int64_t y0, std::int64_t x1, std::int64_t y1);
  void line_in_row(int row, std::int64_t x0, std::int64_t y0, std::int64_t x1, std::int64_t y1);
  void cell(int row, std::int64_t column, std::int64_t cover, std::int64_t area);
  void sweep(int y, const Cell* first, const Cell* last, FillRule rule);
  void emit(int y, int begin, int end, std::uint8_t coverage);

  PixelRect clip_;
  std::vector<PlacedCell> cells_;
  std::vector<std::uint32_t> row_starts_;
  std::vector<Cell> sorted_;
  std::vector<CoverageSpan> spans_;
};

}  // namespace sixiang
