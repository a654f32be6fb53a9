// What a grid has in its gutters besides arrows: the divider of a split, and the names of a matrix' axes.
#pragma once

#include "layout/lanes.h"
#include "layout/page_builder.h"
#include "layout/zones.h"

namespace sixiang {

// `direction`: that the dividing line has. The room across it, and what is planned in the whole gutter, clear of
// the circle.
float divider_room(const PageBuilder& page, const Divider& divider, Direction direction);
void plan_divider(const PageBuilder& page, const Divider& divider, Direction direction, const Rect& gutter,
                  const Obstacle& circle, Zones& zones);

// Along the foot of the cards, to the right; or at their left, upwards.
float axis_room(const PageBuilder& page, const std::string& name, Direction direction);
void plan_axis(const PageBuilder& page, const std::string& name, Direction direction, const Rect& gutter, Zones& zones);

// From the middle of a hub to each of the cards around it, behind both.
void plan_spokes(const PageBuilder& page, Point middle, const std::vector<const Section*>& sections,
                 const std::vector<Rect>& cards, Zones& zones);

}  // namespace sixiang
