// Contours cut into dashes (SVG 2 §13.5.5). Internal to base/.
#pragma once

#include <vector>

#include "base/segment.h"

namespace sixiang {

// `lengths`: on, off, on, …; an odd number is repeated. A closed contour starts and ends at its first point. Patterns
// without length, or so fine that thousands of dashes would run together, leave the contour whole.
std::vector<SegmentContour> dashed(const SegmentContour& contour, const std::vector<float>& lengths, float offset);

}  // namespace sixiang
