#include <algorithm>

#include "layout/label_look.h"
#include "layout/ornament.h"
#include "layout/page_design.h"
#include "layout/section_body.h"
#include "layout/section_frame.h"

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

BlockId content_block(const Section& section, std::size_t index, std::string_view key) {
  return block_of(item_id(join_id(section.id, "content"), index), key);
}

bool is_clear(const Rect& rect, const Obstacle& obstacle) {
  const float dx = obstacle.center.x - std::clamp(obstacle.center.x, rect.left(), rect.right());
  const float dy = obstacle.center.y - std::clamp(obstacle.center.y, rect.top(), rect.bottom());
  return dx * dx + dy * dy >= obstacle.radius * obstacle.radius;
}

// Everything that these items draw at that place is clear of the obstacle, each thing as the rectangle around it.
bool are_clear(const DisplayList& items, const Placement& place, const Obstacle& obstacle, const FontSet& fonts) {
  return std::all_of(items.begin(), items.end(), [&](const Item& item) {
    if (const Group* group = std::get_if<Group>(&item)) {
      const Placement inner{place(group->placement.offset), place.scale * group->placement.scale};
      return are_clear(group->items, inner, obstacle, fonts);
    }
    const Rect ink = ink_bounds({item}, fonts);
    const Point corner = place({ink.x, ink.y});
    return ink.empty() || is_clear({corner.x, corner.y, ink.width * place.scale, ink.height * place.scale}, obstacle);
  });
}

// In the middle of `room`.
Placement placed_in(const Rect& room, const Box& box, float unit) {
  return {{room.center().x - box.width * unit / 2, room.center().y - box.height() * unit / 2}, unit};
}

// All that is below a section's header, within its outline.
struct BodyWithin {
  Rect rect;
  float corner = 0;
};

// Where a table that is all a section shows reaches from edge to edge; nullopt: it does not.
std::optional<BodyWithin> full_bleed(const PageBuilder& page, const MeasuredSection& content) {
  if (!shows_only_a_table(*content.section) || content.obstacle.radius > 0) return std::nullopt;
  const FrameLook& look = frame_look(page.poster().style);
  const float half = look.line * page.unit() / 2, rule = look.rule * page.unit() / 2;
  const Rect& area = content.whole_area;
  const float padding = content.padding - half;
  return BodyWithin{
      rect_from_edges(area.left() - padding, area.top() + rule, area.right() + padding, area.bottom() - half),
      kDesign.frame.corner_radius * page.unit() - half};
}

void draw_diagram(PageBuilder& page, const MeasuredSection& content, const ArrangedDiagram& arranged, float zoom) {
  const Section& section = *content.section;
  const std::size_t index = content.diagrams[arranged.index].index;
  const std::optional<BodyWithin> whole = full_bleed(page, content);
  DiagramSetting setting{zoom, arranged.beside, {}};
  if (whole) setting.full_bleed = whole->corner;
  const auto layout_in = [&](const Rect& room) {
    return layout_section_diagram(page, section, index, {room.width, room.height}, setting);
  };
  // A diagram's corners are often empty: then it may reach beside the obstacle.
  Rect room = whole ? whole->rect : arranged.room;
  DiagramLayout diagram = layout_in(room);
  const bool beside = !whole && arranged.free.width < room.width;
  const Placement wide = placed_in(room, diagram.box, page.unit());
  if (beside && !are_clear(diagram.box.items, wide, content.obstacle, page.fonts())) {
    room = arranged.free;
    diagram = layout_in(room);
  }
  const BlockId id = content_block(section, index, "diagram.kind");
  const std::string block_id = join_id(id.block, "diagram");
  page.report({block_id, id.field}, diagram.diagnostics);
  page.require(diagram.pending);
  const float unit = page.unit();
  const Size size{diagram.box.width * unit, diagram.box.height() * unit};
  // Those that share lines begin at one edge and end on one.
  const Placement place = arranged.beside.empty() ? placed_in(room, diagram.box, unit)
                                                  : Placement{{room.left(), room.bottom() - size.height}, unit};
  Block block = make_block({block_id, id.field}, BlockKind::Diagram);
  block.rect = {place.offset.x, place.offset.y, size.width, size.height};
  block.overflow = std::any_of(diagram.diagnostics.begin(), diagram.diagnostics.end(),
                               [](const Diagnostic& diagnostic) { return diagnostic.code == "overflow"; });
  page.add_block(block);
  for (const DiagramPart& part : diagram.parts) {
    Block inner = make_block(within(block_id, {part.id, part.field}), BlockKind::DiagramPart, part.source);
    const Point corner = place({part.rect.x, part.rect.y});
    inner.rect = {corner.x, corner.y, part.rect.width * unit, part.rect.height * unit};
    inner.font_size = part.font_size * unit;
    page.add_block(inner);
  }
  for (const Rect& shape : diagram.shapes) page.add_diagram_shape(transformed(shape, place));
  name_within(block_id, diagram.box.items);
  Group group = placed(std::move(diagram.box), place.offset, unit);
  group.id = block_id;
  page.add(std::move(group));
}

// Square where it begins, round where it ends.
Path bar_path(const Rect& rect, float corner) {
  corner = std::min({corner, rect.width, rect.height / 2});
  Path path;
  path.move_to({rect.left(), rect.top()});
  path.line_to({rect.right() - corner, rect.top()});
  path.quad_to({rect.right(), rect.top()}, {rect.right(), rect.top() + corner});
  path.line_to({rect.right(), rect.bottom() - corner});
  path.quad_to({rect.right(), rect.bottom()}, {rect.right() - corner, rect.bottom()});
  path.line_to({rect.left(), rect.bottom()});
  path.close();
  return path;
}

// As long as its amount says, border and all.
void draw_bar(PageBuilder& page, const MeasuredSection& content, const ArrangedBar& bar, std::size_t index) {
  const Section& section = *content.section;
  const float border = page.border_width(), corner = kDesign.roles.bar_corner / kDesign.roles.bar_height;
  const Color ink = outline_color(page.poster(), section), solid = header_color(page.poster(), section);
  const Rect rect = inset(bar.rect, std::min(border, bar.rect.width) / 2);
  const Path shape = bar_path(rect, corner * rect.height);
  const bool is_range = bar.solid > 2 * border && bar.solid < bar.rect.width - 2 * border;
  const Color open = mixed(solid, card_color(page.poster()), kDesign.roles.bar_open);
  page.fill(shape, is_range ? open : solid);
  page.border(shape, ink);
  if (is_range) {
    const Path least = rectangle({rect.x, rect.y, bar.solid - border, rect.height});
    page.fill(least, solid);
    page.border(least, ink);
  }
  BlockId id;
  id.block = item_id(join_id(section.id, "bars"), index);
  id.field = content_block(section, content.labels[bar.label].index(), "text").field;
  Block block = make_block(id, BlockKind::Card);
  block.rect = bar.rect;
  page.add_block(block);
}

std::string_view box_name(const ArrangedBox& box) {
  if (box.kind == ArrangedBoxKind::Seal) return "seals";
  if (box.kind == ArrangedBoxKind::Group) return "groups";
  switch (box.role) {
    case LabelRole::Key:
      return "cards";
    case LabelRole::Callout:
      return "callouts";
    case LabelRole::Code:
      return "code";
    case LabelRole::Tag:
      return "tags";
    case LabelRole::Text:
    case LabelRole::Sub:
    case LabelRole::Figure:
      break;
  }
  return "boxes";
}

Color box_fill(const PageBuilder& page, const Section& section, const ArrangedBox& box) {
  switch (box.kind) {
    case ArrangedBoxKind::OfRole:
      break;
    case ArrangedBoxKind::Seal:
      return kDesign.roles.seal_fill;
    case ArrangedBoxKind::Group:
      return card_color(page.poster());
  }
  return box_fill(page, section, box.role);
}

// Made by the first label that stands on it.
void draw_box(PageBuilder& page, const MeasuredSection& content, const ArrangedBox& box, std::size_t index) {
  const Path shape = rounded_rectangle(box.rect, box.corner);
  // A card on a body of its own colour is not framed once more.
  if (box.role != LabelRole::Key || !is_body_like_card(page, *content.section)) {
    page.fill(shape, box_fill(page, *content.section, box));
    page.border(shape, outline_color(page.poster(), *content.section));
  }
  BlockId id;
  id.block = item_id(join_id(content.section->id, box_name(box)), index);
  id.field = content_block(*content.section, content.labels[box.label].index(), "text").field;
  Block block = make_block(id, BlockKind::Card);
  block.rect = box.rect;
  page.add_block(block);
}

void draw_number(PageBuilder& page, const ArrangedBullet& bullet, Color ink) {
  LabelStyle style = label_style(page, bullet.radius / kDesign.roles.number_radius * kDesign.roles.number_size,
                                 card_color(page.poster()));
  style.text.color = ink;
  style.text.embolden_em = kDesign.type.embolden + kDesign.type.stress;
  const TextLayout text = layout_label(std::to_string(bullet.number), style, page.fonts());
  page.require(text.pending);
  const float size = style.text.size;
  page.add(
      placed(text.box, {bullet.center.x - text.box.width / 2, bullet.center.y + kDesign.type.optical_middle * size}));
}

// A tick or a cross of hand-drawn strokes about `center`.
Path sign_path(Bullet kind, Point center, float radius) {
  Path path;
  const auto at = [&](float x, float y) { return Point{center.x + x * radius, center.y + y * radius}; };
  if (kind == Bullet::Check) {
    path.move_to(at(-0.75f, 0.05f));
    path.line_to(at(-0.2f, 0.62f));
    path.line_to(at(0.8f, -0.62f));
  } else {
    path.move_to(at(-0.6f, -0.6f));
    path.line_to(at(0.6f, 0.6f));
    path.move_to(at(0.6f, -0.6f));
    path.line_to(at(-0.6f, 0.6f));
  }
  return path;
}

void draw_bullet(PageBuilder& page, const Section& section, const ArrangedBullet& bullet) {
  const Color accent = accent_color(page.poster(), section), ink = ink_color(page.poster());
  const float scale = bullet.size / (kDesign.body.text_size * page.unit());
  const float border = page.border_width() * kDesign.body.bullet_border * scale;
  switch (bullet.kind) {
    case Bullet::Dot: {
      const Path dot = circle(bullet.center, bullet.radius);
      page.fill(dot, bullet.sub ? card_color(page.poster()) : accent);
      page.stroke(dot, bullet.sub ? accent : ink, border);
      break;
    }
    case Bullet::Number: {
      const Path disc = circle(bullet.center, bullet.radius);
      page.fill(disc, card_color(page.poster()));
      page.stroke(disc, ink, border);
      draw_number(page, bullet, ink_on(page.poster(), card_color(page.poster())));
      break;
    }
    case Bullet::Check:
      page.stroke(sign_path(bullet.kind, bullet.center, bullet.radius), kDesign.type.signs.check, 1.8f * border);
      break;
    case Bullet::Cross:
      page.stroke(sign_path(bullet.kind, bullet.center, bullet.radius), kDesign.type.signs.cross, 1.8f * border);
      break;
    case Bullet::None:
      break;
  }
}

// The icon that a label begins with.
void draw_tile(PageBuilder& page, const Section& section, std::size_t index, const ArrangedBullet& bullet) {
  const Rect tile{bullet.center.x - bullet.radius, bullet.center.y - bullet.radius, 2 * bullet.radius,
                  2 * bullet.radius};
  const Path shape = rounded_rectangle(tile, kDesign.roles.tile_corner * bullet.radius);
  const Color card = card_color(page.poster());
  page.fill(shape, card);
  page.border(shape, outline_color(page.poster(), section));
  const BlockId text = content_block(section, index, "text");
  draw_icon_block(page, {join_id(text.block, "icon"), text.field}, bullet.tile,
                  inset(tile, bullet.radius * (1 - kDesign.roles.tile_icon)), header_color(page.poster(), section),
                  card);
}

Rect taken_by(const LabelText& text, const ArrangedLabel& arranged) {
  const Rect extent = (arranged.wrapped ? text.wrapped(*arranged.wrapped) : text.natural()).taken;
  return {arranged.origin.x, arranged.origin.y + extent.top() * arranged.scale, extent.width * arranged.scale,
          extent.height * arranged.scale};
}

// A label's pieces are one block.
class LabelDrawer {
 public:
  LabelDrawer(PageBuilder& page, const MeasuredSection& content, const Arrangement& arrangement)
      : page_(page), content_(content), overflow_(!fits(page, content, arrangement)) {}

  void draw(const ArrangedLabel& arranged) {
    const MeasuredLabel& label = content_.labels[arranged.index];
    const LabelText& text = label.text(arranged.piece);
    const TextLayout layout = arranged.wrapped ? text.set(*arranged.wrapped) : text.set();
    if (arranged.bullet && !arranged.bullet->tile.empty()) {
      draw_tile(page_, *content_.section, label.index(), *arranged.bullet);
    } else if (arranged.bullet) {
      draw_bullet(page_, *content_.section, *arranged.bullet);
    }
    const BlockId id = content_block(*content_.section, label.index(), "text");
    if (arranged.piece == LabelPiece::Seal) return page_.draw_text(id, layout, arranged.origin, arranged.scale);
    if (arranged.piece == LabelPiece::Head && label.has_tail()) {
      head_ = taken_by(text, arranged);
      return page_.draw_text(id, layout, arranged.origin, arranged.scale);
    }
    Block block = make_block(id, BlockKind::Label, content_.section->content[label.index()].text);
    block.rect = taken_by(text, arranged);
    if (arranged.piece == LabelPiece::Tail) block.rect = united(block.rect, head_);
    block.font_size = text.size() * arranged.scale;
    block.role = label.is_caption() ? LabelRole::Text : label.role();
    if (is_insight(*content_.section)) block.role = LabelRole::Callout;
    block.overflow = overflow_ || arranged.scale < kDesign.body.readable;
    page_.place_text(std::move(block), layout, arranged.origin, arranged.scale);
  }

 private:
  PageBuilder& page_;
  const MeasuredSection& content_;
  const bool overflow_;
  Rect head_;  // of the label whose tail comes next
};

}  // namespace

namespace {

// Neither its body nor its outline can be seen on the page.
bool is_bare(const Poster& poster, const Section& section) {
  const Color ground = seen_on_page(poster, background_color(poster));
  return seen_on_page(poster, body_color(poster, section)) == ground &&
         seen_on_page(poster, outline_color(poster, section)) == ground;
}

// Of a section without a header: its icon on a disc, left of what it says; without a bar around both, beside it.
void draw_bar_icon(PageBuilder& page, const MeasuredSection& content, const Arrangement& arrangement) {
  const Section& section = *content.section;
  if (content.area.width >= content.whole_area.width) return;
  const Rect& whole = content.whole_area;
  const float radius = std::min({kDesign.insight.disc_radius * page.unit(), whole.height / 2, whole.width / 4});
  Point center{whole.left() + radius, whole.center().y};
  const bool bare = is_bare(page.poster(), section);
  if (bare) {
    float left = whole.right();
    for (const ArrangedLabel& label : arrangement.labels)
      left = std::min(left, taken_by(content.labels[label.index].text(label.piece), label).left());
    center.x = std::max(center.x, left - kDesign.insight.icon_gap * page.unit() - radius);
  }
  const Color card = bare ? kDesign.insight.bare_disc : card_color(page.poster());
  page.fill(circle(center, radius), card);
  page.border(circle(center, radius), bare ? ink_color(page.poster()) : outline_color(page.poster(), section));
  const float half = radius * kDesign.header.icon_part;
  draw_icon_block(page, block_of(join_id(section.id, "icon")), section.icon,
                  {center.x - half, center.y - half, 2 * half, 2 * half},
                  bare ? card_color(page.poster()) : header_color(page.poster(), section), card);
}

void draw_picture(PageBuilder& page, const Section& section, const Rect& tile) {
  const Color header = header_color(page.poster(), section);
  const Color ground = mixed(header, body_color(page.poster(), section), kDesign.body.picture_pale);
  page.fill(rounded_rectangle(tile, kDesign.body.card_corner * page.unit()), ground);
  const float half = kDesign.body.picture_icon / 2 * std::min(tile.width, tile.height);
  draw_icon_block(page, block_of(join_id(section.id, "icon")), section.icon,
                  {tile.center().x - half, tile.center().y - half, 2 * half, 2 * half}, header, ground,
                  kDesign.body.picture_line);
}

}  // namespace

std::optional<Rect> free_corner(const PageBuilder& page, const MeasuredSection& content,
                                const Arrangement& arrangement) {
  const float unit = page.unit(), gap = kDesign.page.decoration_gap * unit;
  const auto is_free = [&](const Rect& corner) {
    const Rect around = inset(corner, -gap);
    const auto meets = [&](const Rect& rect) { return intersects(around, rect); };
    return is_clear(around, content.obstacle) && !(arrangement.picture && meets(*arrangement.picture)) &&
           std::none_of(arrangement.labels.begin(), arrangement.labels.end(),
                        [&](const ArrangedLabel& label) {
                          return meets(taken_by(content.labels[label.index].text(label.piece), label));
                        }) &&
           std::none_of(arrangement.boxes.begin(), arrangement.boxes.end(),
                        [&](const ArrangedBox& box) { return meets(box.rect); }) &&
           std::none_of(arrangement.diagrams.begin(), arrangement.diagrams.end(),
                        [&](const ArrangedDiagram& diagram) { return meets(diagram.room); });
  };
  const float right = content.area.right(), bottom = content.area.bottom() - bottom_padding(page);
  const float most = std::min(kDesign.page.corner_side * unit, content.area.height / 3);
  for (float side = most; side >= kDesign.page.decoration_side * unit; side *= 0.9f) {
    const Rect corner{right - side, bottom - side, side, side};
    if (is_free(corner)) return corner;
  }
  return std::nullopt;
}

void draw_section_body(PageBuilder& page, const MeasuredSection& content, const Arrangement& arrangement) {
  for (const ArrangedDiagram& diagram : arrangement.diagrams) draw_diagram(page, content, diagram, arrangement.zoom);
  for (std::size_t i = 0; i < arrangement.boxes.size(); ++i) draw_box(page, content, arrangement.boxes[i], i);
  for (std::size_t i = 0; i < arrangement.bars.size(); ++i) draw_bar(page, content, arrangement.bars[i], i);
  draw_bar_icon(page, content, arrangement);
  if (arrangement.picture) draw_picture(page, *content.section, *arrangement.picture);
  LabelDrawer labels(page, content, arrangement);
  for (const ArrangedLabel& label : arrangement.labels) labels.draw(label);
}

}  // namespace sixiang
