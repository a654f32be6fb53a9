#include "diagram/grid.h"

#include <algorithm>
#include <cmath>

#include "base/sort_unique.h"

namespace sixiang {

GridAxis::GridAxis(const std::vector<float>& places, std::vector<GridConstraint> constraints) {
  for (float place : places) {
    lines_.push_back(std::floor(place));
    lines_.push_back(std::ceil(place));
  }
  sort_unique(lines_);
  widths_.assign(lines_.empty() ? 0 : lines_.size() - 1, 0.0f);
  std::stable_sort(constraints.begin(), constraints.end(),
                   [](const GridConstraint& a, const GridConstraint& b) { return a.to - a.from < b.to - b.from; });
  // Constraints of one length all see the same widths: whichever came first would else get more, and a symmetric
  // diagram would not stay symmetric.
  for (std::size_t first = 0, last = 0; first < constraints.size(); first = last) {
    const float span = constraints[first].to - constraints[first].from;
    std::vector<float> grown = widths_;
    for (; last < constraints.size() && constraints[last].to - constraints[last].from < span + 0.001f; ++last) {
      satisfy(constraints[last], grown);
    }
    widths_ = std::move(grown);
  }
}

// Widths only grow, so that what was satisfied stays so.
void GridAxis::satisfy(const GridConstraint& constraint, std::vector<float>& grown) const {
  float sum = 0, squares = 0;
  for (std::size_t i = 0; i < widths_.size(); ++i) {
    const float part = share(i, constraint);
    sum += part * widths_[i];
    squares += part * part;
  }
  if (sum >= constraint.distance || squares == 0) return;
  const float step = (constraint.distance - sum) / squares;
  for (std::size_t i = 0; i < widths_.size(); ++i) {
    grown[i] = std::max(grown[i], widths_[i] + step * share(i, constraint));
  }
}

// The part of the interval that lies between the constraint's places.
float GridAxis::share(std::size_t interval, const GridConstraint& constraint) const {
  const float left = lines_[interval], right = lines_[interval + 1];
  return std::max(0.0f, std::min(right, constraint.to) - std::max(left, constraint.from)) / (right - left);
}

float GridAxis::position(float place) const {
  float sum = 0;
  for (std::size_t i = 0; i < widths_.size(); ++i) sum += widths_[i] * share(i, {lines_.front(), place, 0});
  return sum;
}

}  // namespace sixiang
