#include "layout/tracks.h"

#include <algorithm>
#include <numeric>

namespace sixiang {

namespace {

// Tracks whose needs differ by less than this part of the larger one look as if they should be equal.
constexpr float kAlike = 0.16f;
constexpr float kAlikePart = 0.6f;  // of what is left
constexpr float kNearly = 1.015f;   // as much too high as small gaps can take up

// The cells that are taken, row by row.
class Occupancy {
 public:
  explicit Occupancy(std::size_t columns) : columns_(columns) {}

  bool is_free(std::size_t column, std::size_t row, const CellSpan& span) const {
    for (std::size_t r = row; r < row + span.rows; ++r) {
      for (std::size_t c = column; c < column + span.columns; ++c) {
        if (taken_at(c, r)) return false;
      }
    }
    return true;
  }
  void take(const GridCell& cell) {
    if (taken_.size() < (cell.row + cell.rows) * columns_) taken_.resize((cell.row + cell.rows) * columns_);
    for (std::size_t r = cell.row; r < cell.row + cell.rows; ++r) {
      for (std::size_t c = cell.column; c < cell.column + cell.columns; ++c) taken_[r * columns_ + c] = 1;
    }
  }

 private:
  bool taken_at(std::size_t column, std::size_t row) const {
    const std::size_t at = row * columns_ + column;
    return at < taken_.size() && taken_[at];
  }

  std::size_t columns_;
  std::vector<char> taken_;
};

// Rows have no height of their own: those that no cell starts in are given up, and what spans them covers fewer.
void close_empty_rows(std::vector<GridCell>& cells) {
  std::vector<std::size_t> rank(row_count(cells) + 1);
  for (const GridCell& cell : cells) rank[cell.row] = 1;
  std::size_t before = 0;
  for (std::size_t& row : rank) {
    const std::size_t starts = row;
    row = before;
    before += starts;
  }
  for (GridCell& cell : cells) {
    const std::size_t end = rank[cell.row + cell.rows];
    cell.row = rank[cell.row];
    cell.rows = end - cell.row;
  }
}

}  // namespace

std::vector<GridCell> place_cells(const std::vector<CellSpan>& spans, std::size_t columns) {
  columns = std::max<std::size_t>(1, columns);
  Occupancy taken(columns);
  std::vector<GridCell> cells;
  std::size_t column = 0, row = 0;
  for (const CellSpan& asked : spans) {
    const CellSpan span{std::clamp<std::size_t>(asked.columns, 1, columns), std::max<std::size_t>(1, asked.rows)};
    while (column + span.columns > columns || !taken.is_free(column, row, span)) {
      if (++column < columns) continue;
      column = 0;
      ++row;
    }
    cells.push_back({column, row, span.columns, span.rows});
    taken.take(cells.back());
    column += span.columns;
  }
  close_empty_rows(cells);
  return cells;
}

std::size_t column_count(const std::vector<GridCell>& cells) {
  std::size_t count = 0;
  for (const GridCell& cell : cells) count = std::max(count, cell.column + cell.columns);
  return count;
}

std::size_t row_count(const std::vector<GridCell>& cells) {
  std::size_t count = 0;
  for (const GridCell& cell : cells) count = std::max(count, cell.row + cell.rows);
  return count;
}

float sum(const std::vector<float>& sizes) { return std::accumulate(sizes.begin(), sizes.end(), 0.0f); }

Tracks tracks_at(float start, const std::vector<float>& sizes, const std::vector<float>& gutters) {
  Tracks tracks;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    start += gutters[i];
    tracks.starts.push_back(start);
    tracks.sizes.push_back(sizes[i]);
    start += sizes[i];
  }
  return tracks;
}

std::vector<float> equal_sizes(float total, std::size_t count, const std::vector<float>& gutters) {
  const float each = count > 0 ? std::max(0.0f, total - sum(gutters)) / float(count) : 0;
  return std::vector<float>(count, each);
}

Rect cell_rect(const GridCell& cell, const Tracks& columns, const Tracks& rows) {
  return rect_from_edges(columns.start(cell.column), rows.start(cell.row), columns.end(cell.last_column()),
                         rows.end(cell.last_row()));
}

float cell_width(const GridCell& cell, const std::vector<float>& columns, const std::vector<float>& gutters) {
  float width = 0;
  for (std::size_t c = cell.column; c <= cell.last_column(); ++c) {
    width += columns[c] + (c > cell.column ? gutters[c] : 0);
  }
  return width;
}

std::vector<float> row_needs(const std::vector<GridCell>& cells, const std::vector<float>& heights,
                             const std::vector<float>& gutters) {
  std::vector<float> needs(row_count(cells));
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].rows == 1) needs[cells[i].row] = std::max(needs[cells[i].row], heights[i]);
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const GridCell& cell = cells[i];
    if (cell.rows == 1) continue;
    float has = 0;
    for (std::size_t r = cell.row; r <= cell.last_row(); ++r) has += needs[r] + (r > cell.row ? gutters[r] : 0);
    const float more = std::max(0.0f, heights[i] - has) / float(cell.rows);
    for (std::size_t r = cell.row; r <= cell.last_row(); ++r) needs[r] += more;
  }
  return needs;
}

std::vector<float> share_lack(const std::vector<float>& needs, float total) {
  std::vector<std::size_t> order(needs.size());
  std::iota(order.begin(), order.end(), std::size_t(0));
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return needs[a] < needs[b]; });
  std::vector<float> sizes(needs.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    sizes[order[i]] = std::min(needs[order[i]], total / float(order.size() - i));
    total -= sizes[order[i]];
  }
  return sizes;
}

std::vector<float> share_out(const std::vector<float>& needs, float total) {
  std::vector<std::size_t> order(needs.size());
  std::iota(order.begin(), order.end(), std::size_t(0));
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return needs[a] > needs[b]; });
  // Those of about one need have the largest of them, where there is room for that.
  std::vector<float> sizes = needs;
  for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
    while (last < order.size() && needs[order[last]] >= needs[order[first]] * (1 - kAlike)) {
      sizes[order[last++]] = needs[order[first]];
    }
  }
  if (sum(sizes) > kNearly * total) sizes = needs;
  const float have = sum(sizes), left = total - have;
  for (float& size : sizes) {
    const float part = have > 0 ? size / have : 1 / float(sizes.size());
    // Of what is left, one part goes to all alike: a row that needs little is not the only one that looks cramped.
    const float alike = left > 0 ? kAlikePart : 0;
    size += left * (alike / float(sizes.size()) + (1 - alike) * part);
  }
  return sizes;
}

}  // namespace sixiang
