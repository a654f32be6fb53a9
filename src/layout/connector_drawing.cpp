#include "layout/connector_drawing.h"

#include <algorithm>

#include "layout/page_design.h"
#include "model/colors.h"

namespace sixiang {

void draw_planned_line(PageBuilder& page, const PlannedLine& line) {
  page.fill(stroke_outline(line.path, line.pen), line.color);
  Block block = make_block(line.id, line.kind);
  block.rect = inset(bounds(line.path), -line.pen.width / 2);
  page.add_block(block);
}

void draw_planned_arrows(PageBuilder& page, const std::vector<PlannedArrow>& arrows) {
  DiagramStyle style;
  style.ink = ink_color(page.poster());
  style.border_width = frame_look(page.poster().style).inner * page.unit();
  std::vector<BlockArrow> below;
  for (const PlannedArrow& arrow : arrows) {
    if (arrow.way.empty()) continue;
    BlockArrow shape{arrow.way, arrow.style};
    // Its border lies outside.
    if (shape.style.shaft > 2 * style.border_width) shape.style.shaft -= style.border_width;
    style.ground = arrow.ground;
    Drawing drawing;
    draw_casing(drawing, shape, below, style);
    draw_block_arrows(drawing, {shape}, style);
    Group group;
    group.items = std::move(drawing.items);
    page.add(std::move(group));
    Block block = make_block(arrow.id, arrow.kind);
    block.rect = block_arrow_bounds(shape.way, shape.style, style);
    page.add_block(block);
    below.push_back(std::move(shape));
  }
}

void draw_planned_text(PageBuilder& page, PlannedText text) {
  if (text.pill) {
    const Path pill = rounded_rectangle(*text.pill, std::min(text.pill->width, text.pill->height) / 2);
    page.fill(pill, text.ground);
    page.border(pill, ink_color(page.poster()));
  }
  page.place_text(std::move(text.block), text.text, text.origin, 1);
}

}  // namespace sixiang
