#include "layout/page_plan.h"

#include <algorithm>

#include "base/largest_fitting.h"
#include "layout/grid_plan.h"
#include "layout/page_design.h"

namespace sixiang {

namespace {

// Sizes of text for which heights are asked, relative to the design's.
constexpr float kLargestText = 1.35f, kSmallestText = 0.35f, kTextStep = 0.05f;
constexpr float kLongPage = 0.78f;  // 16:9 is so much longer than wide

float length_of(const PageFormat& page) {
  const float shorter = std::min(page.width, page.height), longer = std::max(page.width, page.height);
  return std::min(1.0f, (longer / shorter - 1) / kLongPage);
}

// In the middle of the cards. One row of them has nothing to join there: the circle sits where two of them end, or like
// a seal on the corner of a single one.
Obstacle around_circle(const PageBuilder& page, const Zones& zones, const Rect& area, Point crossing) {
  const CircleDesign& design = kPage.circle;
  const float radius = std::min(design.radius * page.unit(), design.part * std::min(area.width, area.height));
  Obstacle obstacle{crossing, radius + design.clearance * page.unit()};
  const float over = design.over_frame * page.unit();
  if (zones.zones.back().rect.top() <= zones.zones.front().rect.top() + 1) {
    obstacle.center.y = area.bottom() + over - radius;
  }
  if (zones.zones.size() == 1) obstacle.center.x = area.right() + over - radius;
  return obstacle;
}

}  // namespace

Zones plan_page(const PageBuilder& page, const Rect& area) {
  const Poster& poster = page.poster();
  Zones zones;
  if (poster.sections.empty()) return zones;
  PagePlanning planning{page, ContentNeeds(page), length_of(poster.page), 0};
  GridPlan grid(planning, {poster.layout, poster.sections, nullptr}, {area.width, area.height});
  const auto fits = [&](float scale) { return grid.needed_height(scale) <= area.height; };
  const float scale = largest_fitting(sizes_down(kLargestText, kSmallestText, kTextStep), fits).size;
  grid.place(area, scale, zones);
  if (!poster.center || !grid.crossing()) return zones;
  if (grid.hub_radius()) {
    zones.circle = grid.hub_radius();
    zones.obstacle = {*grid.crossing(), *zones.circle + kPage.circle.clearance * page.unit()};
    return zones;
  }
  zones.obstacle = around_circle(page, zones, area, *grid.crossing());
  zones.circle = zones.obstacle.radius - kPage.circle.clearance * page.unit();
  return zones;
}

}  // namespace sixiang
