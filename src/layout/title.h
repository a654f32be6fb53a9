// The poster's title: one or two lines of bold marker letters, a stressed part, a marker stroke under it, and
// decorations in the room that is left on both sides.
#pragma once

#include "layout/page_builder.h"

namespace sixiang {

void draw_title(PageBuilder& page, const Rect& area);

}  // namespace sixiang
