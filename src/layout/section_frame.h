// The frame of a section: its body's and its header's ground with one border, and the room that both leave.
#pragma once

#include "layout/page_builder.h"
#include "layout/zones.h"

namespace sixiang {

// Of a header in which a title has its full size, poster points.
float full_header_height(const PageBuilder& page, const Section& section);

// Of what stands above the body; 0 where the header is none, or stands beside it.
float header_height(const PageBuilder& page, const Section& section);

// Between the edge of a frame of that width and what stands in it, poster points.
float side_padding(const PageBuilder& page, float width);

// On a tall page a section with a side header has its icon or number in a column beside the body, as a step of a chain
// down the page, and its title at the body's head.
bool has_title_in_body(const PageBuilder& page, const Section& section);

struct FrameParts {
  Rect header, body;
  Rect column;  // beside both; empty: there is none
};
FrameParts frame_parts(const PageBuilder& page, const Section& section, const Rect& frame);

// Such a table reaches to the frame's edges, directly below the header's strip.
bool shows_only_a_table(const Section& section);

// Of the header's strip: a header colour that the document gives goes to the head of such a table, the strip is paler.
Color strip_color(const Poster& poster, const Section& section);
// What the document gives as the header's colour or the accent, else a paler tone of the header.
Color table_head_color(const Poster& poster, const Section& section);

void draw_frame(PageBuilder& page, const Zone& zone);

// For the header's text: in the obstacle's band it keeps beside it, in about the same distance as from the frame.
Rect header_room(const PageBuilder& page, const Zone& zone, const Obstacle& obstacle);

// At each side of a body of that width.
float body_padding(const PageBuilder& page, float width);

// Of the body, without the paddings at the sides.
Rect body_room(const PageBuilder& page, const Zone& zone, const Obstacle& obstacle);

}  // namespace sixiang
