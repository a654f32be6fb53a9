// The frame of a section: its body's and its header's ground with one border, and the room that both leave.
#pragma once

#include "layout/page_builder.h"
#include "layout/zones.h"

namespace sixiang {

void draw_frame(PageBuilder& page, const Zone& zone);

// For the header's text: in the obstacle's band it keeps beside it, in about the same distance as from the frame.
Rect header_room(const PageBuilder& page, const Rect& zone, const Obstacle& obstacle);

// Below the header, without the paddings at the sides.
Rect body_room(const PageBuilder& page, const Rect& zone, const Obstacle& obstacle);

}  // namespace sixiang
