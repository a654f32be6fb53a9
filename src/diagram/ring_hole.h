// The circle for what stands in the middle of a ring whose arrows cross it.
#pragma once

#include <vector>

#include "diagram/arrow_label.h"
#include "diagram/diagram.h"

namespace sixiang {

// As large as it goes up to `most`, clear of all obstacles by `gap`, its centre within the convex polygon; of nearly
// equal ones the one nearest to `middle`. Radius 0: there is none.
RingHole largest_free_circle(const std::vector<Point>& polygon, Point middle, float most, float gap,
                             const LabelObstacles& obstacles);

}  // namespace sixiang
