// Links of a page that its grids do not draw: between a round node of a ring and a section at a side of the page,
// straight from one to the other. What has no free way, or joins a section to itself, is reported.
#pragma once

#include "layout/page_builder.h"
#include "layout/zones.h"

namespace sixiang {

// When the ring is drawn: what stands there is known from its blocks.
void draw_ring_links(PageBuilder& page, const Zones& zones);

}  // namespace sixiang
