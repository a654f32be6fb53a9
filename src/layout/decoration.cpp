#include "layout/decoration.h"

#include <array>

#include "base/problems.h"

namespace sixiang {

namespace {

BlockId decoration_block(std::size_t index) { return block_of(item_id("decorations", index), "kind"); }

void add_ornament(PageBuilder& page, std::size_t index, Point center, float radius) {
  const Decoration& decoration = page.poster().decorations[index];
  draw_ornament(page, decoration.kind, center, radius, decoration.color);
  Block block = make_block(decoration_block(index), BlockKind::Decoration);
  block.rect = {center.x - radius, center.y - radius, 2 * radius, 2 * radius};
  page.add_block(block);
}

void report_no_room(PageBuilder& page, std::size_t index) {
  page.report(decoration_block(index), {make_diagnostic(Problem::NoRoom)});
}

// Where the first few ornaments beside a title stand: distance from the title and height, in design units.
struct Spot {
  float away, up, radius;
};
constexpr std::array<Spot, 4> kSpots = {{{54, 6, 21}, {100, -24, 10}, {116, 24, 12}, {160, -4, 9}}};

// Where the first few ornaments of a corner stand, in parts of its side.
struct CornerSpot {
  float across, down, radius;
};
constexpr std::array<CornerSpot, 3> kCornerSpots = {
    {{0.34f, 0.66f, 0.34f}, {0.8f, 0.15f, 0.15f}, {0.86f, 0.84f, 0.13f}}};

void draw_side(PageBuilder& page, const Rect& room, DecorationPlace place, float edge, float direction) {
  std::size_t used = 0;
  const std::vector<Decoration>& decorations = page.poster().decorations;
  for (std::size_t i = 0; i < decorations.size(); ++i) {
    if (decorations[i].place != place) continue;
    const Spot spot = kSpots[used % kSpots.size()];
    const std::size_t lap = used / kSpots.size();
    const float further = 150 * float(lap);
    const Point center{edge + direction * (spot.away + further) * page.unit(), room.center().y - spot.up * page.unit()};
    const float radius = spot.radius * page.unit();
    if (center.x - radius < room.left() || center.x + radius > room.right()) {
      report_no_room(page, i);
      continue;
    }
    add_ornament(page, i, center, radius);
    ++used;
  }
}

}  // namespace

void draw_ornament(PageBuilder& page, DecorationKind kind, Point center, float radius, Color color) {
  Path shape;
  switch (kind) {
    case DecorationKind::Star:
      shape = star(center, radius, radius * 0.46f);
      break;
    case DecorationKind::Sparkle:
      shape = sparkle(center, radius);
      break;
    case DecorationKind::Dot:
      shape = circle(center, radius);
      break;
    case DecorationKind::Ring:
      page.stroke(circle(center, radius * 0.7f), ink_color(page.poster()), radius * 0.3f + 2 * page.border_width());
      page.stroke(circle(center, radius * 0.7f), color, radius * 0.3f);
      return;
  }
  page.fill(shape, color);
  page.border(shape, ink_color(page.poster()));
}

void draw_title_decorations(PageBuilder& page, const Rect& area, const Rect& title) {
  const float gap = kDesign.page.decoration_gap * page.unit();
  draw_side(page, rect_from_edges(area.left(), area.top(), title.left() - gap, area.bottom()),
            DecorationPlace::TitleLeft, title.left(), -1);
  draw_side(page, rect_from_edges(title.right() + gap, area.top(), area.right(), area.bottom()),
            DecorationPlace::TitleRight, title.right(), 1);
}

void draw_corner_decorations(PageBuilder& page, const std::vector<Rect>& rooms) {
  std::size_t used = 0;
  const std::vector<Decoration>& decorations = page.poster().decorations;
  for (std::size_t i = 0; i < decorations.size(); ++i) {
    if (decorations[i].place != DecorationPlace::Corners) continue;
    if (used >= rooms.size() * kCornerSpots.size()) {
      report_no_room(page, i);
      continue;
    }
    const Rect& room = rooms[used % rooms.size()];
    const CornerSpot& spot = kCornerSpots[used / rooms.size()];
    ++used;
    add_ornament(page, i, {room.x + spot.across * room.width, room.y + spot.down * room.height},
                 spot.radius * room.width);
  }
}

}  // namespace sixiang
