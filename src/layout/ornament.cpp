#include "layout/ornament.h"

#include "icon/icon.h"
#include "layout/design.h"

namespace sixiang {

std::optional<DecorationKind> ornament_named(const std::string& icon) {
  if (icon == "star") return DecorationKind::Star;
  if (icon == "sparkle") return DecorationKind::Sparkle;
  if (icon == "dot") return DecorationKind::Dot;
  return std::nullopt;
}

bool is_drawn_icon(const std::string& icon) { return !ornament_named(icon) && find_icon(icon).has_value(); }

namespace {

// Strokes as dark as the fill would be lost in it: the page's ink is mostly the other of the two.
Color fill_under(const Poster& poster, Color strokes, Color fill, Color ground) {
  for (const Color color : {fill, ink_color(poster)}) {
    if (contrast(strokes, seen_on_page(poster, color)) >= kDesign.header.least_icon_contrast) return color;
  }
  return ground;
}

}  // namespace

void draw_icon_block(PageBuilder& page, const BlockId& id, const std::string& icon, const Rect& square, Color fill,
                     Color ground, float stroke) {
  const std::optional<IconId> found = find_icon(icon);
  if (!found) {
    if (!icon.empty()) page.report(id, {unknown_icon(icon)});
    return;
  }
  IconStyle style;
  style.ink = ink_on(page.poster(), seen_on_page(page.poster(), ground));
  style.fill = fill_under(page.poster(), style.ink, fill, ground);
  style.stroke = page.border_width() * stroke;
  Group group;
  group.id = id.block;
  group.items = draw_icon(*found, square, style);
  page.add(std::move(group));
  Block block = make_block(id, BlockKind::Icon);
  block.rect = square;
  page.add_block(block);
}

}  // namespace sixiang
