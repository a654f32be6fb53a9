// What joins sections, as planned.
#pragma once

#include "layout/page_builder.h"
#include "layout/zones.h"

namespace sixiang {

void draw_planned_line(PageBuilder& page, const PlannedLine& line);
void draw_planned_arrow(PageBuilder& page, const PlannedArrow& arrow);
void draw_planned_text(PageBuilder& page, PlannedText text);

}  // namespace sixiang
