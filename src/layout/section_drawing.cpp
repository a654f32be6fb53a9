#include <algorithm>

#include "layout/section_body.h"

namespace sixiang {

namespace {

// The groups of a diagram's parts by the ids that they have on the page.
void name_within(const std::string& diagram, DisplayList& items) {
  for (Item& item : items) {
    Group* group = std::get_if<Group>(&item);
    if (!group) continue;
    if (!group->id.empty()) group->id = join_id(diagram, group->id);
    name_within(diagram, group->items);
  }
}

void draw_diagram(PageBuilder& page, const MeasuredSection& content, const Arrangement& arrangement) {
  const Section& section = *content.section;
  const Rect& room = arrangement.diagram;
  DiagramLayout diagram = layout_section_diagram(page, section, {room.width, room.height}, arrangement.zoom);
  const BlockId id = block_of(join_id(section.id, "content.0.diagram"), "kind");
  page.report(id, diagram.diagnostics);
  page.require(diagram.pending);
  const float unit = page.unit();
  const Size size{diagram.box.width * unit, diagram.box.height() * unit};
  const Placement place{{room.center().x - size.width / 2, room.center().y - size.height / 2}, unit};
  Block block = make_block(id, BlockKind::Diagram);
  block.rect = {place.offset.x, place.offset.y, size.width, size.height};
  block.overflow = std::any_of(diagram.diagnostics.begin(), diagram.diagnostics.end(),
                               [](const Diagnostic& diagnostic) { return diagnostic.code == "overflow"; });
  page.add_block(block);
  for (const DiagramPart& part : diagram.parts) {
    Block inner = make_block(within(id.block, {part.id, part.field}), BlockKind::DiagramPart, part.source);
    const Point corner = place({part.rect.x, part.rect.y});
    inner.rect = {corner.x, corner.y, part.rect.width * unit, part.rect.height * unit};
    inner.font_size = part.font_size * unit;
    page.add_block(inner);
  }
  name_within(id.block, diagram.box.items);
  Group group = placed(std::move(diagram.box), place.offset, unit);
  group.id = id.block;
  page.add(std::move(group));
}

BlockId label_block(const Section& section, std::size_t index) {
  return block_of(item_id(join_id(section.id, "content"), index), "text");
}

// A card is made by the first label that stands on it.
BlockId card_block(const PageBuilder& page, const MeasuredSection& content, const Arrangement& arrangement,
                   std::size_t index) {
  const Rect& card = arrangement.cards[index];
  // Of a label without ink the origin may lie beside its card.
  const float slack = 2 * kDesign.body.card_corner * page.unit();
  const auto first =
      std::find_if(arrangement.labels.begin(), arrangement.labels.end(),
                   [&](const ArrangedLabel& label) { return contains(inset(card, -slack), label.origin); });
  BlockId id;
  id.block = item_id(join_id(content.section->id, "cards"), index);
  if (first != arrangement.labels.end()) {
    id.field = label_block(*content.section, content.labels[first->index].index()).field;
  }
  return id;
}

void draw_card(PageBuilder& page, const MeasuredSection& content, const Arrangement& arrangement, std::size_t index) {
  const Rect& card = arrangement.cards[index];
  const Path shape = rounded_rectangle(card, kDesign.body.card_corner * page.unit());
  page.fill(shape, card_color(page.poster()));
  page.border(shape, outline_color(page.poster(), *content.section));
  Block block = make_block(card_block(page, content, arrangement, index), BlockKind::Card);
  block.rect = card;
  page.add_block(block);
}

void draw_label(PageBuilder& page, const MeasuredSection& content, const ArrangedLabel& arranged, bool overflow) {
  const MeasuredLabel& label = content.labels[arranged.index];
  const TextLayout layout = arranged.wrapped ? label.set(*arranged.wrapped) : label.set();
  if (arranged.bullet) {
    const Path dot = circle(*arranged.bullet, arranged.bullet_radius);
    page.fill(dot, accent_color(page.poster(), *content.section));
    page.stroke(dot, ink_color(page.poster()), page.border_width() * kDesign.body.bullet_border * arranged.scale);
  }
  Block block = make_block(label_block(*content.section, label.index()), BlockKind::Label,
                           content.section->content[label.index()].text);
  const Rect extent = (arranged.wrapped ? label.wrapped(*arranged.wrapped) : label.natural()).taken;
  block.rect = {arranged.origin.x, arranged.origin.y + extent.top() * arranged.scale, extent.width * arranged.scale,
                extent.height * arranged.scale};
  block.font_size = label.text_size() * arranged.scale;
  block.overflow = overflow || arranged.scale < kDesign.body.readable;
  page.place_text(std::move(block), layout, arranged.origin, arranged.scale);
}

}  // namespace

void draw_section_body(PageBuilder& page, const MeasuredSection& content, const Arrangement& arrangement) {
  if (leading_diagram(*content.section)) draw_diagram(page, content, arrangement);
  for (std::size_t i = 0; i < arrangement.cards.size(); ++i) draw_card(page, content, arrangement, i);
  const bool overflow = !fits(page, content, arrangement);
  for (const ArrangedLabel& label : arrangement.labels) draw_label(page, content, label, overflow);
}

}  // namespace sixiang
