// The circle in the middle of the layout `quadrants`, with its lines of text.
#pragma once

#include "layout/page_builder.h"

namespace sixiang {

void draw_center_circle(PageBuilder& page, const Center& center, Point middle, float radius);

}  // namespace sixiang
