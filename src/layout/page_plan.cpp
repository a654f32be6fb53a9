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

// Down to which arrows give way to texts of that scale.
float smallest_arrows(float scale) {
  const ArrowDesign& design = kPage.arrow;
  return scale < design.cramped ? design.smallest_for_texts : scale < design.small_texts ? design.smaller : 1;
}

}  // namespace

Zones plan_page(const PageBuilder& page, const Rect& area, ContentNeeds& needs) {
  const Poster& poster = page.poster();
  Zones zones;
  if (poster.sections.empty()) return zones;
  PagePlanning planning{page, needs, length_of(poster.page), 0};
  LinkRoom room;
  const auto grid_with = [&](const LinkRoom& links) {
    return std::make_unique<GridPlan>(planning, GridSource{poster.layout, poster.sections, nullptr},
                                      Size{area.width, area.height}, links);
  };
  std::unique_ptr<GridPlan> grid = grid_with(room);
  float scale = text_scale(*grid, area.height);
  const auto try_with = [&](const LinkRoom& links) {
    std::unique_ptr<GridPlan> other = grid_with(links);
    const float texts = text_scale(*other, area.height);
    if (texts <= scale) return false;
    room = links;
    scale = texts;
    grid = std::move(other);
    return true;
  };
  // Arrows give way to texts, as far as that helps: first where a gutter is only as wide as another one has to be.
  if (scale < kPage.arrow.cramped_rows) try_with({room.size, false});
  const auto smaller = [&] { return room.size * kPage.arrow.smaller; };
  while (smaller() >= smallest_arrows(scale) && try_with({smaller(), room.even})) {
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
