#include "layout/page_plan.h"

#include <algorithm>
#include <memory>

#include "base/largest_fitting.h"
#include "layout/grid_plan.h"
#include "layout/page_design.h"

namespace sixiang {

namespace {

// Sizes of text for which heights are asked, relative to the design's.
constexpr float kCrowded = 0.5f;  // below this scale of its texts, a page holds more than it has room for
constexpr float kLargestText = 1.45f, kSmallestText = 0.35f, kTextStep = 0.05f;

// The largest size of texts with which all of it is as high as the room.
float text_scale(GridPlan& grid, float height) {
  const auto fits = [&](float scale) { return grid.needed_height(scale, KeySize::AsText) <= height; };
  return largest_fitting(sizes_down(kLargestText, kSmallestText, kTextStep), fits).size;
}

}  // namespace

Zones plan_page(const PageBuilder& page, const Rect& area, ContentNeeds& needs) {
  const Poster& poster = page.poster();
  Zones zones;
  if (poster.sections.empty()) return zones;
  PagePlanning planning{page, needs, length_of(poster.page), 0};
  const auto grid_with = [&](float link_size) {
    return std::make_unique<GridPlan>(planning, GridSource{poster.layout, poster.sections, nullptr},
                                      Size{area.width, area.height}, link_size);
  };
  float link_size = 1;
  std::unique_ptr<GridPlan> grid = grid_with(link_size);
  float scale = text_scale(*grid, area.height);
  // Arrows give way to texts, as far as that helps.
  while (scale < kPage.arrow.cramped && link_size * kPage.arrow.smaller >= kPage.arrow.smallest_for_texts) {
    link_size *= kPage.arrow.smaller;
    std::unique_ptr<GridPlan> smaller = grid_with(link_size);
    const float larger_texts = text_scale(*smaller, area.height);
    if (larger_texts <= scale) break;
    scale = larger_texts;
    grid = std::move(smaller);
  }
  grid->place(area, scale, zones);
  zones.text_scale = scale;
  const float least = kCrowded * kDesign.frame.header_height * page.unit();
  zones.crowded = scale < kCrowded || std::any_of(zones.zones.begin(), zones.zones.end(), [&](const Zone& zone) {
                    return zone.section->header == HeaderKind::Strip && zone.rect.height < least;
                  });
  if (!grid->circle()) return zones;
  zones.obstacle = *grid->circle();
  // In a low page's rows it would lie on the title.
  const float radius = std::min(zones.obstacle.radius, area.height / 2);
  zones.obstacle.center.y = std::clamp(zones.obstacle.center.y, area.top() + radius, area.bottom() - radius);
  zones.circle = zones.obstacle.radius - kPage.circle.clearance * page.unit();
  return zones;
}

}  // namespace sixiang
