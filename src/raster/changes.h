// Two pages → where their pictures may differ: so that after a small edit only that is drawn again.
#pragma once

#include <vector>

#include "display/display_list.h"
#include "font/font_set.h"
#include "raster/raster.h"

namespace sixiang {

// Rectangles in the whole picture that hold all pixels of `part` in which `after` is drawn differently; none where all
// are the same. The pages have one size and one background. Rectangles may touch, but do not overlap.
std::vector<PixelRect> changed_regions(const Page& before, const Page& after, const FontSet& fonts,
                                       const PicturePart& part);

}  // namespace sixiang
