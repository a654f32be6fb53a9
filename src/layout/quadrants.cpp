#include "layout/quadrants.h"

#include "layout/design.h"

#include <algorithm>

namespace sixiang {

namespace {

// Two columns; a last section without a neighbour takes the whole row, and so do two on a page that is higher than
// wide.
std::vector<Zone> grid(const Poster& poster, const Rect& area, float gutter) {
  std::vector<Zone> zones;
  const std::size_t count = poster.sections.size();
  if (count == 2 && area.height > kDesign.quadrants.tall * area.width) {
    const float height = (area.height - gutter) / 2;
    zones.push_back({&poster.sections[0], {area.x, area.y, area.width, height}, 0});
    zones.push_back({&poster.sections[1], {area.x, area.y + height + gutter, area.width, height}, 1});
    return zones;
  }
  const std::size_t rows = (count + 1) / 2;
  const float height = (area.height - gutter * float(rows > 0 ? rows - 1 : 0)) / float(std::max<std::size_t>(rows, 1));
  const float half = (area.width - gutter) / 2;
  for (std::size_t i = 0; i < count; ++i) {
    const bool alone = i % 2 == 0 && i + 1 == count;
    const std::size_t row = i / 2;
    const float x = area.left() + (i % 2 == 0 ? 0 : half + gutter);
    const float y = area.top() + float(row) * (height + gutter);
    zones.push_back({&poster.sections[i], {x, y, alone ? area.width : half, height}, row});
  }
  return zones;
}

// In the middle of the page. One row of sections has nothing to join there: the circle sits where two of them end, or
// like a seal on the corner of a single one.
Obstacle around_circle(const PageBuilder& page, const std::vector<Zone>& zones, const Rect& area) {
  const float radius = std::min(kDesign.quadrants.circle_radius * page.unit(),
                                kDesign.quadrants.circle_part * std::min(area.width, area.height));
  Obstacle obstacle{area.center(), radius + kDesign.quadrants.clearance * page.unit()};
  const float over = kDesign.quadrants.circle_over_frame * page.unit();
  if (zones.back().rect.top() <= zones.front().rect.top() + 1) obstacle.center.y = area.bottom() + over - radius;
  if (zones.size() == 1) obstacle.center.x = area.right() + over - radius;
  return obstacle;
}

}  // namespace

Zones quadrants(const PageBuilder& page, const Rect& area) {
  Zones result;
  result.zones = grid(page.poster(), area, kDesign.quadrants.gutter * page.unit());
  if (!page.poster().center || result.zones.empty()) return result;
  result.obstacle = around_circle(page, result.zones, area);
  result.circle = result.obstacle.radius - kDesign.quadrants.clearance * page.unit();
  return result;
}

}  // namespace sixiang
