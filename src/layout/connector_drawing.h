// What joins sections, as planned.
#pragma once

#include "layout/page_builder.h"
#include "layout/zones.h"

namespace sixiang {

void draw_planned_line(PageBuilder& page, const PlannedLine& line);
// Each over those before it.
void draw_planned_arrows(PageBuilder& page, const std::vector<PlannedArrow>& arrows);
void draw_planned_text(PageBuilder& page, PlannedText text);

}  // namespace sixiang
