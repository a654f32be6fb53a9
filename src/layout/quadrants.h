// The layout kind `quadrants`: a title over a grid of rounded sections, two columns wide, joined by a circle in the
// middle.
#pragma once

#include "layout/page.h"

namespace sixiang {

void layout_quadrants(Page& page);

}  // namespace sixiang
