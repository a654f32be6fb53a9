#include "raster/coverage.h"

#include <algorithm>
#include <cmath>

#include "base/flatten.h"

namespace sixiang {

namespace {

constexpr std::int64_t kOne = 256;              // subpixels a pixel
constexpr float kFlatness_px = 0.05f;           // a twentieth of a pixel cannot be seen
constexpr float kFarthest_px = float(1 << 20);  // coordinates are held within this, far outside of any image

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  const std::int64_t quotient = a / b;
  return quotient - ((a % b != 0) && ((a < 0) != (b < 0)) ? 1 : 0);
}

std::int64_t subpixels(float value) {
  return std::int64_t(std::lrint(std::clamp(value, -kFarthest_px, kFarthest_px) * float(kOne)));
}

std::uint8_t coverage_of(std::int64_t doubled_area, FillRule rule) {
  // 2 · 256 · 256 units are one whole pixel.
  std::int64_t value = std::abs(doubled_area);
  constexpr std::int64_t kWhole = 2 * kOne * kOne;
  if (rule == FillRule::EvenOdd) {
    value %= 2 * kWhole;
    if (value > kWhole) value = 2 * kWhole - value;
  }
  value = std::min(value, kWhole);
  return std::uint8_t((value * 255 + kWhole / 2) / kWhole);
}

}  // namespace

void CoverageBuilder::reset(const PixelRect& clip) {
  clip_ = clip;
  cells_.clear();
}

void CoverageBuilder::add(const Path& path, const Placement& placement) {
  if (clip_.empty()) return;
  for (const FlatContour& contour : flattened(transformed(path, placement), kFlatness_px)) {
    const bool finite = std::all_of(contour.points.begin(), contour.points.end(),
                                    [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
    if (!finite || contour.points.size() < 2) continue;
    const Point last = contour.points.back();
    std::int64_t x0 = subpixels(last.x), y0 = subpixels(last.y);
    for (Point point : contour.points) {
      const std::int64_t x1 = subpixels(point.x), y1 = subpixels(point.y);
      line(x0, y0, x1, y1);
      x0 = x1;
      y0 = y1;
    }
  }
}

void CoverageBuilder::line(std::int64_t x0, std::int64_t y0, std::int64_t x1, std::int64_t y1) {
  if (y0 == y1) return;
  const std::int64_t dx = x1 - x0, dy = y1 - y0;
  const std::int64_t low = std::max(std::min(y0, y1), clip_.top * kOne);
  const std::int64_t high = std::min(std::max(y0, y1), clip_.bottom * kOne);
  if (low >= high) return;
  // Each crossing is computed from the whole edge, so that a clipped picture has the very cells of the whole one.
  const auto x_at = [&](std::int64_t y) { return y == y0 ? x0 : y == y1 ? x1 : x0 + floor_div(dx * (y - y0), dy); };
  for (std::int64_t row = floor_div(low, kOne); row * kOne < high; ++row) {
    const std::int64_t top = std::max(low, row * kOne), bottom = std::min(high, (row + 1) * kOne);
    if (dy > 0) {
      line_in_row(int(row), x_at(top), top, x_at(bottom), bottom);
    } else {
      line_in_row(int(row), x_at(bottom), bottom, x_at(top), top);
    }
  }
}

void CoverageBuilder::line_in_row(int row, std::int64_t x0, std::int64_t y0, std::int64_t x1, std::int64_t y1) {
  const std::int64_t left_edge = clip_.left * kOne, right_edge = clip_.right * kOne;
  // Wholly right of the clip: nothing. Wholly left: only its height counts.
  if (std::min(x0, x1) >= right_edge) return;
  if (std::max(x0, x1) < left_edge) {
    cell(row, clip_.left - 1, y1 - y0, 0);
    return;
  }
  const std::int64_t dx = x1 - x0, dy = y1 - y0;
  const std::int64_t first = floor_div(std::min(x0, x1), kOne), last = floor_div(std::max(x0, x1), kOne);
  if (first == last) {
    const std::int64_t origin = first * kOne;
    cell(row, first, dy, dy * ((x0 - origin) + (x1 - origin)));
    return;
  }
  const auto y_at = [&](std::int64_t x) { return x == x0 ? y0 : x == x1 ? y1 : y0 + floor_div(dy * (x - x0), dx); };
  const auto part = [&](std::int64_t column, std::int64_t origin, std::int64_t left, std::int64_t right) {
    const std::int64_t cover = dx > 0 ? y_at(right) - y_at(left) : y_at(left) - y_at(right);
    cell(row, column, cover, cover * ((left - origin) + (right - origin)));
  };
  const std::int64_t leftmost = std::min(x0, x1), rightmost = std::max(x0, x1);
  if (leftmost < left_edge) part(clip_.left - 1, leftmost, leftmost, left_edge);
  for (std::int64_t column = std::max<std::int64_t>(first, clip_.left); column <= last && column < clip_.right;
       ++column) {
    const std::int64_t origin = column * kOne;
    part(column, origin, std::max(leftmost, origin), std::min(rightmost, origin + kOne));
  }
}

void CoverageBuilder::cell(int row, std::int64_t column, std::int64_t cover, std::int64_t area) {
  if (column >= clip_.right || cover == 0) return;
  if (column < clip_.left) {
    column = clip_.left - 1;
    area = 0;
  }
  cells_.push_back({row, {int(column), int(cover), int(area)}});
}

const std::vector<CoverageSpan>& CoverageBuilder::spans(FillRule rule) {
  spans_.clear();
  if (cells_.empty()) return spans_;
  int first_row = cells_[0].y, last_row = first_row;
  for (const PlacedCell& placed : cells_) {
    first_row = std::min(first_row, placed.y);
    last_row = std::max(last_row, placed.y);
  }
  const std::size_t rows = std::size_t(last_row - first_row) + 1;
  row_starts_.assign(rows + 1, 0);
  for (const PlacedCell& placed : cells_) ++row_starts_[std::size_t(placed.y - first_row) + 1];
  for (std::size_t i = 0; i < rows; ++i) row_starts_[i + 1] += row_starts_[i];
  sorted_.resize(cells_.size());
  std::vector<std::uint32_t>& next = row_starts_;
  for (std::size_t i = cells_.size(); i-- > 0;) {
    const PlacedCell& placed = cells_[i];
    sorted_[--next[std::size_t(placed.y - first_row) + 1]] = placed.cell;
  }
  // The loop above turned each row's end into its beginning.
  for (std::size_t row = 0; row < rows; ++row) {
    const std::size_t begin = next[row + 1];
    const std::size_t end = row + 2 <= rows ? next[row + 2] : cells_.size();
    Cell* cells = sorted_.data();
    std::sort(cells + begin, cells + end, [](const Cell& a, const Cell& b) { return a.x < b.x; });
    sweep(first_row + int(row), cells + begin, cells + end, rule);
  }
  return spans_;
}

void CoverageBuilder::sweep(int y, const Cell* first, const Cell* last, FillRule rule) {
  std::int64_t cover = 0;
  while (first != last) {
    const int x = first->x;
    std::int64_t area = 0;
    for (; first != last && first->x == x; ++first) {
      area += first->area;
      cover += first->cover;
    }
    if (x >= clip_.left) emit(y, x, x + 1, coverage_of(cover * 2 * kOne - area, rule));
    const int next = first == last ? clip_.right : std::min(first->x, clip_.right);
    emit(y, std::max(x + 1, clip_.left), next, coverage_of(cover * 2 * kOne, rule));
  }
}

void CoverageBuilder::emit(int y, int begin, int end, std::uint8_t coverage) {
  if (begin >= end || coverage == 0) return;
  if (!spans_.empty()) {
    CoverageSpan& last = spans_.back();
    if (last.y == y && last.end == begin && last.coverage == coverage) {
      last.end = end;
      return;
    }
  }
  spans_.push_back({y, begin, end, coverage});
}

}  // namespace sixiang
