// The circle of `center` with its lines of text.
#pragma once

#include "layout/page_builder.h"

namespace sixiang {

// The least radius, poster points, from the design's up, at which all lines of the centre are readable; the largest
// where none is.
float center_radius(const PageBuilder& page, const Center& center);

// From the least radius at which all lines are readable to the wanted one, or to that where it is larger.
struct RadiusRange {
  float least = 0, most = 0;
};
RadiusRange readable_radii(const PageBuilder& page, const Center& center, float wanted);

void draw_center_circle(PageBuilder& page, const Center& center, Point middle, float radius);

}  // namespace sixiang
