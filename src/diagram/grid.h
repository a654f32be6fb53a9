// One axis of a grid whose lines stand where their contents need them: places such as 0, 1 and 2.5 → poster points.
#pragma once

#include <vector>

namespace sixiang {

// What stands at the place `to` keeps at least `distance` (poster points) from what stands at `from`; from < to.
struct GridConstraint {
  float from = 0, to = 0, distance = 0;
};

class GridAxis {
 public:
  // The whole-numbered lines around `places` get the shortest distances that satisfy all constraints, closest pairs of
  // places first. Places between two lines lie in proportion between them; lines that nothing uses take no room.
  GridAxis(const std::vector<float>& places, std::vector<GridConstraint> constraints);

  // Poster points; the first line is at 0. `place` is one of those given.
  float position(float place) const;

 private:
  // Raises `grown` to what the constraint needs of the widths.
  void satisfy(const GridConstraint& constraint, std::vector<float>& grown) const;
  float share(std::size_t interval, const GridConstraint& constraint) const;

  std::vector<float> lines_;
  std::vector<float> widths_;  // between each line and the next
};

}  // namespace sixiang
