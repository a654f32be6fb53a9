// The largest of several sizes that fits: of a text, a gap, a whole picture.
#pragma once

#include <cstddef>
#include <vector>

namespace sixiang {

// `largest`, then smaller by a step each, down to the last one that is not below `least`. At least one size; step > 0.
std::vector<float> sizes_down(float largest, float least, float step);

struct FittingSize {
  float size = 0;
  bool fits = false;
};

// The first of `sizes` that fits, else the last one. They begin with the largest, are not empty, and whatever follows
// one that fits has to fit too: asked are the first, about log2 of the others between, and the last where nothing
// before it fits.
template <class Fits>
FittingSize largest_fitting(const std::vector<float>& sizes, const Fits& fits) {
  if (fits(sizes.front())) return {sizes.front(), true};
  std::size_t failed = 0, held = sizes.size() - 1;
  while (held > failed + 1) {
    const std::size_t middle = (failed + held + 1) / 2;
    (fits(sizes[middle]) ? held : failed) = middle;
  }
  const bool is_last = held + 1 == sizes.size();
  return {sizes[held], !is_last || (held > 0 && fits(sizes[held]))};
}

}  // namespace sixiang
