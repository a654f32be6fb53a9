// The axis of a timeline: a broad arrow of one band for each section, with what marks their times on it.
#pragma once

#include "layout/lanes.h"
#include "layout/page_builder.h"
#include "layout/zones.h"

namespace sixiang {

// The room across the axis, with what is free at both sides of it.
float time_axis_room(const PageBuilder& page, const std::vector<const Section*>& sections, Direction direction);

// `gutter`: the whole room that it has, along it as well. `at`: where each section's mark stands along it.
void plan_time_axis(const PageBuilder& page, const std::vector<const Section*>& sections, const std::vector<float>& at,
                    Direction direction, const Rect& gutter, Zones& zones);

void draw_time_axis(PageBuilder& page, const TimeAxis& axis);

}  // namespace sixiang
