// A page of any kind: the title on top, below it what page_plan.h makes of the rest. Frames, headers, decorations, the
// measuring and fitting of all content and the order of drawing are here, once.
#pragma once

#include "layout/page_builder.h"

namespace sixiang {

// Whether all texts have the largest size that the design allows, and wide gaps: all could be larger as a whole.
enum class Room : std::uint8_t { Used, Left };

Room layout_page(PageBuilder& page);

}  // namespace sixiang
