// A ring of round nodes: sections with a name, an icon and a few words, and the links between them. It is laid out as a
// flow diagram of such nodes is.
#pragma once

#include "layout/page_builder.h"
#include "layout/page_layout.h"
#include "layout/zones.h"

namespace sixiang {

// Room::Left where all of it has the design's full size.
Room draw_ring_nodes(PageBuilder& page, const RingRoom& room);

}  // namespace sixiang
