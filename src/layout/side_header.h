// The head of a section in a column beside its body: number, icon, title, subtitle and badge one below the other.
#pragma once

#include "layout/section_header.h"

namespace sixiang {

// The largest scale of its words at which all of it fits its column.
float side_scale(PageBuilder& page, const MeasuredHeader& content);

// Draws it at that scale, or smaller where it would not fit.
void draw_side_header(PageBuilder& page, const MeasuredHeader& content, float scale);

// What stands in the column of a section with its title in the body: its icon, and its number over the frame's corner;
// or its number alone.
void draw_step(PageBuilder& page, const Section& section, const Rect& column);

// Its icon at the end of a spoke.
void draw_spoke_end(PageBuilder& page, const Section& section, Point end);

}  // namespace sixiang
