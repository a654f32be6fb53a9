#include "layout/section_frame.h"

#include "layout/design.h"

#include <algorithm>

namespace sixiang {

namespace {

Rect header_rect(const PageBuilder& page, const Rect& zone) {
  return {zone.x, zone.y, zone.width,
          std::min(kDesign.frame.header_height * page.unit(), zone.height / kDesign.frame.most_header)};
}

}  // namespace

void draw_frame(PageBuilder& page, const Zone& zone) {
  const float radius = kDesign.frame.corner_radius * page.unit();
  const Section& section = *zone.section;
  const Color color = outline_color(page.poster(), section);
  const Path body = rounded_rectangle(zone.rect, radius);
  const Rect header = header_rect(page, zone.rect);
  page.fill(body, body_color(page.poster(), section));
  page.fill(top_rounded_rectangle(header, radius), header_color(page.poster(), section));
  // Its round ends stay within the frame's own border.
  const float reach = page.border_width() / 2;
  Path line;
  line.move_to({header.left() + reach, header.bottom()});
  line.line_to({header.right() - reach, header.bottom()});
  page.border(line, color);
  page.border(body, color);
  Block block = make_block(block_of(section.id, "title"), BlockKind::Section);
  block.rect = zone.rect;
  page.add_block(block);
}

Rect header_room(const PageBuilder& page, const Rect& zone, const Obstacle& obstacle) {
  const Rect header = header_rect(page, zone);
  const float padding = kDesign.frame.side_padding * page.unit();
  const float text = kDesign.frame.header_text * page.unit();
  const Rect free = beside(obstacle, header, header.center().y - text, header.center().y + text);
  const bool cut_left = free.left() > header.left(), cut_right = free.right() < header.right();
  return rect_from_edges(free.left() + (cut_left ? padding * kDesign.frame.padding_after : padding), header.top(),
                         free.right() - (cut_right ? padding * kDesign.frame.padding_before : padding),
                         header.bottom());
}

Rect body_room(const PageBuilder& page, const Rect& zone, const Obstacle& obstacle) {
  const float header = header_rect(page, zone).height;
  const float padding = kDesign.frame.side_padding * page.unit();
  const Rect body{zone.x + padding, zone.y + header, zone.width - 2 * padding, zone.height - header};
  return clear_of(obstacle, body);
}

}  // namespace sixiang
