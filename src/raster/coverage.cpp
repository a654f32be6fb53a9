#include "raster/coverage.h"

#include <algorithm>
#include <cstdlib>

namespace sixiang {

namespace {

constexpr int kBandCells = 1 << 15;  // 256 KiB: stays in the second-level cache

int floor_pixel(std::int32_t subpixels) { return subpixels >> 8; }
int ceil_pixel(std::int32_t subpixels) { return (subpixels + kSubpixels - 1) >> 8; }

std::int64_t floor_div(std::int64_t a, std::int64_t positive) {
  const std::int64_t quotient = a / positive;
  return quotient - (a % positive < 0 ? 1 : 0);
}

// Where an edge is at height y, rounded down; always reckoned from the whole edge, so that a clipped picture has the
// very cells of the whole one.
std::int32_t x_at(const Edge& edge, std::int32_t y) {
  if (y == edge.y0) return edge.x0;
  if (y == edge.y1) return edge.x1;
  const std::int64_t dx = edge.x1 - edge.x0, dy = edge.y1 - edge.y0;
  return edge.x0 + std::int32_t(floor_div(dx * (y - edge.y0), dy));
}

}  // namespace

void CoverageBuilder::reset(const PixelRect& clip) {
  clip_ = clip;
  list_.clear();
}

void CoverageBuilder::add(const Path& path, const PixelPlacement& placement) { flatten(path, placement, clip_, list_); }

bool CoverageBuilder::begin_sweep() {
  if (list_.edges.empty()) return false;
  const int right = list_.reaches_right ? clip_.right : ceil_pixel(list_.right);
  area_ = intersection(clip_, {floor_pixel(list_.left), floor_pixel(list_.top), right, ceil_pixel(list_.bottom)});
  if (area_.empty()) return false;
  columns_ = area_.width() + 1;
  band_rows_ = std::clamp(kBandCells / columns_, 1, area_.height());
  words_ = std::size_t(columns_ + 63) / 64;
  // All are empty between sweeps: only new ones need clearing.
  const std::size_t cells = std::size_t(band_rows_) * std::size_t(columns_);
  if (cells_.size() < cells) cells_.resize(cells);
  const std::size_t words = std::size_t(band_rows_) * words_;
  if (marks_.size() < words) marks_.resize(words);
  return true;
}

void CoverageBuilder::accumulate(int top, int bottom) {
  const std::int32_t high = top * kSubpixels, low = bottom * kSubpixels, right = area_.right * kSubpixels;
  for (const Edge& edge : list_.edges) {
    if (edge.y1 <= high || edge.y0 >= low || std::min(edge.x0, edge.x1) >= right) continue;
    add_edge(edge, top, bottom);
  }
}

void CoverageBuilder::add_edge(const Edge& edge, int top, int bottom) {
  const std::int32_t first_y = std::max(edge.y0, top * kSubpixels), last_y = std::min(edge.y1, bottom * kSubpixels);
  const std::int32_t origin = area_.left * kSubpixels;
  const int first_row = floor_pixel(first_y), last_row = floor_pixel(last_y - 1);
  std::int32_t x = x_at(edge, first_y) - origin, y = first_y;
  for (int row = first_row; row <= last_row; ++row) {
    const std::int32_t row_top = row * kSubpixels;
    const std::int32_t next_y = std::min(row_top + kSubpixels, last_y);
    const std::int32_t next_x = x_at(edge, next_y) - origin;
    add_row_edge(row - top, {x, y - row_top, next_x, next_y - row_top, edge.winding});
    x = next_x;
    y = next_y;
  }
}

void CoverageBuilder::add_row_edge(int row, const RowEdge& edge) {
  const int column = floor_pixel(edge.x0);
  if (column != floor_pixel(edge.x1)) return add_wide_row_edge(row, edge);
  const std::int32_t cover = (edge.y1 - edge.y0) * edge.winding;
  add_cell(row, column, cover, cover * (edge.x0 + edge.x1 - 2 * column * kSubpixels));
}

// Crosses from pixel to pixel: cut at the pixels' borders, from left to right.
void CoverageBuilder::add_wide_row_edge(int row, const RowEdge& edge) {
  const bool rightward = edge.x0 < edge.x1;
  const std::int32_t left = rightward ? edge.x0 : edge.x1, right = rightward ? edge.x1 : edge.x0;
  const std::int64_t width = right - left, height = edge.y1 - edge.y0;
  // Height passed between the left end and x.
  const auto passed = [&](std::int32_t x) {
    return x == right ? std::int32_t(height) : std::int32_t(height * (x - left) / width);
  };
  std::int32_t x = left, done = 0;
  if (left < 0) {
    x = std::min(0, right);
    done = passed(x);
    add_cell(row, -1, done * edge.winding, 0);
  }
  const std::int32_t end = std::min(right, (columns_ - 1) * kSubpixels);
  while (x < end) {
    const int column = floor_pixel(x);
    const std::int32_t next_x = std::min((column + 1) * kSubpixels, right);
    const std::int32_t next_done = passed(next_x);
    const std::int32_t cover = (next_done - done) * edge.winding;
    add_cell(row, column, cover, cover * (x + next_x - 2 * column * kSubpixels));
    x = next_x;
    done = next_done;
  }
}

void CoverageBuilder::add_cell(int row, std::int32_t column, std::int32_t cover, std::int32_t doubled_area) {
  if (cover == 0 || column >= columns_ - 1) return;
  if (column < 0) {
    column = -1;
    doubled_area = 0;
  }
  const std::uint32_t place = std::uint32_t(column + 1);
  Cell& cell = cells_[std::size_t(row) * std::size_t(columns_) + place];
  cell.cover += std::uint32_t(cover);
  cell.area += std::uint32_t(doubled_area);
  marks_[std::size_t(row) * words_ + place / 64] |= std::uint64_t(1) << (place % 64);
}

}  // namespace sixiang
