// A page of any kind: the title on top, below it what the kind makes of the rest. Frames, headers, decorations, the
// measuring and fitting of all content and the order of drawing are here, once.
#pragma once

#include "layout/page_builder.h"
#include "layout/zones.h"

namespace sixiang {

// Where the sections stand in the part of the page below the title.
using ZonesOf = Zones (*)(const PageBuilder& page, const Rect& area);

// Whether all texts have the largest size that the design allows, and wide gaps: all could be larger as a whole.
enum class Room : std::uint8_t { Used, Left };

Room layout_page(PageBuilder& page, ZonesOf zones_of);

}  // namespace sixiang
