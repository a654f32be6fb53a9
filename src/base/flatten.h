// Curves as chains of straight lines: the first step of filling and of stroking. Plain arithmetic and sqrt only.
#pragma once

#include <vector>

#include "base/path.h"

namespace sixiang {

struct FlatContour {
  std::vector<Point> points;
  std::vector<bool> smooth;  // for each point: it lies within a curve, so the direction hardly changes there
  bool closed = false;       // by Close; filling closes all contours, stroking only these
};

// `tolerance`: the largest distance between a curve and its chords, in path units; > 0.
std::vector<FlatContour> flattened(const Path& path, float tolerance);

}  // namespace sixiang
