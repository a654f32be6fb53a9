// Outlines → how much of each pixel they cover, exactly, on a grid of 1/256 pixel, in integers: the same on every
// machine. Every edge leaves in each pixel that it crosses its height (cover) and twice the area to its left; a running
// sum along the row gives the coverage. specs/decisions/coverage.md says why it is built this way.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/path.h"
#include "raster/flatten.h"
#include "raster/pixel.h"

namespace sixiang {

// Pixels [begin, end) of a row that are covered to the same degree, 1 to 255.
struct CoverageSpan {
  int y = 0, begin = 0, end = 0;
  std::uint8_t coverage = 0;
};

// Keeps its memory from outline to outline: at most about half a megabyte besides the edges.
class CoverageBuilder {
 public:
  // Only `clip` will be asked for; edges beyond it still count for what is inside.
  void reset(const PixelRect& clip);

  void add(const Path& path, const PixelPlacement& placement);

  // Calls paint(CoverageSpan) from top to bottom and from left to right.
  template <class Paint>
  void sweep(FillRule rule, const Paint& paint) {
    if (!begin_sweep()) return;
    for (int top = area_.top; top < area_.bottom; top += band_rows_) {
      const int bottom = top + band_rows_ < area_.bottom ? top + band_rows_ : area_.bottom;
      accumulate(top, bottom);
      for (int y = top; y < bottom; ++y) sweep_row(y, y - top, rule, paint);
    }
  }

 private:
  static constexpr std::uint32_t kDoubledRow = 2 * kSubpixels;

  // Unsigned, so that sums may wrap on the way: the totals are right as long as no pixel is wound around 16,000 times.
  struct Cell {
    std::uint32_t cover = 0, area = 0;
  };
  // Part of an edge within one row of pixels; x from the left of the area, y from the top of the row.
  struct RowEdge {
    std::int32_t x0, y0, x1, y1;
    std::int32_t winding;
  };

  bool begin_sweep();
  void accumulate(int top, int bottom);
  void add_edge(const Edge& edge, int top, int bottom);
  void add_row_edge(int row, const RowEdge& edge);
  void add_wide_row_edge(int row, const RowEdge& edge);
  void add_cell(int row, std::int32_t column, std::int32_t cover, std::int32_t doubled_area);

  // Of twice 256 × 256 parts of a pixel; to the nearest of 255 steps.
  static std::uint8_t coverage_of(std::uint32_t doubled_area, FillRule rule) {
    constexpr std::uint32_t kWhole = kDoubledRow * kSubpixels;
    std::uint32_t value = doubled_area < 0x80000000u ? doubled_area : 0u - doubled_area;
    if (rule == FillRule::EvenOdd) {
      value %= 2 * kWhole;
      if (value > kWhole) value = 2 * kWhole - value;
    }
    if (value >= kWhole) return 255;
    return std::uint8_t((value * 255 + kWhole / 2) / kWhole);
  }

  template <class Paint>
  void sweep_row(int y, int row, FillRule rule, const Paint& paint) {
    Cell* cells = cells_.data() + std::size_t(row) * std::size_t(columns_);
    std::uint64_t* marks = marks_.data() + std::size_t(row) * words_;
    // Column 0 gathers what lies left of the area.
    std::uint32_t cover = 0;
    int next = 1;
    for (std::size_t word = 0; word < words_; ++word) {
      for (std::uint64_t bits = marks[word]; bits != 0; bits &= bits - 1) {
        const int column = int(word) * 64 + std::countr_zero(bits);
        if (column > next) paint_run(y, next, column, coverage_of(cover * kDoubledRow, rule), paint);
        Cell& cell = cells[column];
        cover += cell.cover;
        if (column > 0) paint_run(y, column, column + 1, coverage_of(cover * kDoubledRow - cell.area, rule), paint);
        cell = {};
        next = column + 1;
      }
      marks[word] = 0;
    }
    if (next < columns_) paint_run(y, next, columns_, coverage_of(cover * kDoubledRow, rule), paint);
  }

  template <class Paint>
  void paint_run(int y, int begin, int end, std::uint8_t coverage, const Paint& paint) const {
    if (coverage != 0) paint(CoverageSpan{y, area_.left - 1 + begin, area_.left - 1 + end, coverage});
  }

  PixelRect clip_, area_;
  EdgeList list_;
  int columns_ = 0, band_rows_ = 0;
  std::size_t words_ = 0;  // 64 marks each, a row
  std::vector<Cell> cells_;
  std::vector<std::uint64_t> marks_;  // which cells of a row are not empty
};

}  // namespace sixiang
