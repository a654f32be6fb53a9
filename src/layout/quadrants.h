// The layout kind `quadrants`: a title over a grid of rounded sections, two columns wide, joined by a circle in the
// middle.
#pragma once

#include "layout/page_builder.h"

namespace sixiang {

void layout_quadrants(PageBuilder& page);

}  // namespace sixiang
