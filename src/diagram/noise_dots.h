// The dots of a noise diagram: a heart that scatters. Places are in the unit square of a tile's dot centres, -1 to 1.
#pragma once

#include <cstdint>
#include <vector>

#include "base/geometry.h"

namespace sixiang {

struct NoiseDots {
  std::vector<Point> figure;  // where each dot is at level 0
  std::vector<Point> noise;   // where it is at level 1
  float spacing = 0;          // between neighbours on the figure
};

// The same seed and count give the same dots, whatever the tiles.
NoiseDots make_noise_dots(std::uint32_t seed, int count);

// As diffusion models add noise: √(1-a²) · figure + a · noise, where a = level², so that the figure lasts until the
// middle levels; walls throw dots back inside.
Point dot_at(const NoiseDots& dots, std::size_t index, float level);

}  // namespace sixiang
