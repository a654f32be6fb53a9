// The circle of `center` with its lines of text.
#pragma once

#include "layout/page_builder.h"

namespace sixiang {

void draw_center_circle(PageBuilder& page, const Center& center, Point middle, float radius);

}  // namespace sixiang
