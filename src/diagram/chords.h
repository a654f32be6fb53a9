// A contour as a chain of points, for meeting and measuring it: curves are cut into a fixed number of chords.
#pragma once

#include <vector>

#include "base/path.h"

namespace sixiang {

inline constexpr int kChordsOfCurve = 16;

// Of the path's first contour, its first point first; a closed contour does not repeat it.
std::vector<Point> chords(const Path& path);

}  // namespace sixiang
