// Columns and rows that cells stand in: which cells, how wide, how high. Pure arithmetic, one pass each.
#pragma once

#include <cstddef>
#include <vector>

#include "base/geometry.h"

namespace sixiang {

// The tracks that one cell covers, from 0. At least one of each kind.
struct GridCell {
  std::size_t column = 0, row = 0, columns = 1, rows = 1;
  bool operator==(const GridCell&) const = default;

  std::size_t last_column() const { return column + columns - 1; }
  std::size_t last_row() const { return row + rows - 1; }
};

struct CellSpan {
  std::size_t columns = 1, rows = 1;
};

// Row by row, each in the first place after the one before where it has room; one that is wider than the grid is as
// wide as it. Rows that no cell starts in are given up.
std::vector<GridCell> place_cells(const std::vector<CellSpan>& spans, std::size_t columns);

std::size_t column_count(const std::vector<GridCell>& cells);
std::size_t row_count(const std::vector<GridCell>& cells);

// Where tracks lie along one direction. `gutters` stand before the first, between them and after the last: one more
// than tracks.
struct Tracks {
  std::vector<float> starts, sizes;

  float start(std::size_t track) const { return starts[track]; }
  float end(std::size_t track) const { return starts[track] + sizes[track]; }
};
Tracks tracks_at(float start, const std::vector<float>& sizes, const std::vector<float>& gutters);

float sum(const std::vector<float>& sizes);

// What is left of `total` for `count` tracks of one size, at least 0.
std::vector<float> equal_sizes(float total, std::size_t count, const std::vector<float>& gutters);

Rect cell_rect(const GridCell& cell, const Tracks& columns, const Tracks& rows);

// The width of a cell's columns with what lies between them.
float cell_width(const GridCell& cell, const std::vector<float>& columns, const std::vector<float>& gutters);

// What each row needs so that each cell has the height that it asks for: of those that span several, what their rows do
// not have already is shared among them. `heights` are by cell, `gutters` those of the rows.
std::vector<float> row_needs(const std::vector<GridCell>& cells, const std::vector<float>& heights,
                             const std::vector<float>& gutters);

// Sizes for tracks that need more than `total`: those that need least have it, and the others are equal.
std::vector<float> share_lack(const std::vector<float>& needs, float total);

// Sizes for tracks that need so much: those of about one need are equal where there is room for that; what is left of
// `total` is shared in part alike and in part in proportion, what lacks in proportion. The sum is `total`.
std::vector<float> share_out(const std::vector<float>& needs, float total);

}  // namespace sixiang
