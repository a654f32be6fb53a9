// The poster's title: one or two lines of bold marker letters, a stressed part, a marker stroke under it, and
// decorations in the room that is left on both sides.
#pragma once

#include "layout/page.h"

namespace sixiang {

void draw_title(Page& page, const Rect& area);

}  // namespace sixiang
