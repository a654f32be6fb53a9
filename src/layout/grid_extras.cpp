#include "layout/grid_extras.h"

#include <algorithm>

#include "layout/link_text.h"
#include "layout/ornament.h"
#include "layout/page_design.h"
#include "layout/section_frame.h"
#include "model/colors.h"

namespace sixiang {

namespace {

LinkTextSetting set_word(const PageBuilder& page, const std::string& text, float size, Color ground) {
  LinkTextStyle style;
  style.scale = size / kPage.link_text.name;
  style.ground = ground;
  return set_link_name(page, text, style);
}

Color divider_color(const PageBuilder& page, const Divider& divider) {
  return divider.color.value_or(card_color(page.poster()));
}

float disc_diameter(const PageBuilder& page, const Size& word) {
  const float least = kPage.divider.disc * page.unit(), padding = kPage.divider.padding * page.unit();
  return std::max(least, std::sqrt(word.width * word.width + word.height * word.height) + padding);
}

// Of the word on the arrow, along it and across.
Size along_arrow(const Size& word, Direction line) {
  return line == Direction::Vertical ? word : Size{word.height, word.width};
}

struct DividerArrow {
  float length = 0, shaft = 0, head_width = 0;
  float word_end = 0;  // from the tip to where the word may end: it reaches into the head as far as that is wide enough
};

DividerArrow divider_arrow(const PageBuilder& page, const Size& word) {
  const DividerDesign& design = kPage.divider;
  const float unit = page.unit();
  DividerArrow arrow;
  arrow.shaft = std::max(design.shaft * unit, word.height + 2 * design.padding * unit);
  arrow.head_width = std::max(design.head_width * unit, 1.5f * arrow.shaft);
  arrow.word_end = std::min(1.0f, design.around_word * word.height / arrow.head_width) * design.head_length * unit;
  arrow.length = std::max(design.arrow_length * unit, word.width + design.padding * unit + arrow.word_end);
  return arrow;
}

// Where the document gives none, the arrow leads from the colour of the first half to that of the second.
struct DividerColors {
  Color shaft, head;
};
DividerColors divider_colors(const PageBuilder& page, const Divider& divider) {
  const Poster& poster = page.poster();
  DividerColors colors{divider_color(page, divider), divider_color(page, divider)};
  if (divider.color || divider.shape != DividerShape::Arrow) return colors;
  const auto in_flow = [](const Section& section) { return section.place == SectionPlace::Flow; };
  const auto first = std::find_if(poster.sections.begin(), poster.sections.end(), in_flow);
  const auto last = std::find_if(poster.sections.rbegin(), poster.sections.rend(), in_flow);
  if (first == poster.sections.end()) return colors;
  const Color from = header_color(poster, *first), to = header_color(poster, *last);
  const auto is_readable = [&](Color color) {
    const Color seen = seen_on_page(poster, color);
    return contrast(ink_color(poster), seen) >= kDesign.type.least_contrast;
  };
  if (is_readable(from) && is_readable(to)) colors = {from, to};
  return colors;
}

LinkTextSetting divider_word(const PageBuilder& page, const Divider& divider) {
  return set_word(page, divider.text, kPage.divider.text, divider_colors(page, divider).shaft);
}

Path line_between(Point from, Point to) {
  Path path;
  path.move_to(from);
  path.line_to(to);
  return path;
}

LinkTextSetting axis_word(const PageBuilder& page, const std::string& name, Direction direction) {
  LinkTextStyle style;
  style.scale = kPage.axes.text / kPage.link_text.name;
  style.ground = background_color(page.poster());
  if (direction == Direction::Horizontal) return set_link_name(page, name, style);
  if (stands_upright(name)) return set_upright(page, name, style);
  style.max_width = kPage.axes.longest * kPage.axes.text * page.unit();
  return set_link_name(page, name, style);
}

}  // namespace

float divider_room(const PageBuilder& page, const Divider& divider, Direction direction) {
  const DividerDesign& design = kPage.divider;
  const float unit = page.unit();
  const Size word = divider.text.empty() ? Size{} : divider_word(page, divider).size();
  switch (divider.shape) {
    case DividerShape::Line:
      return divider.text.empty() ? design.bare * unit : disc_diameter(page, word) + 2 * design.free * unit;
    case DividerShape::Arrow:
      break;
  }
  // The arrow points across the line, and reaches over both panels.
  return divider_arrow(page, along_arrow(word, direction)).length - 2 * design.over * unit;
}

void plan_divider(const PageBuilder& page, const Divider& divider, Direction direction, const Rect& gutter,
                  const Obstacle& circle, Zones& zones) {
  const DividerDesign& design = kPage.divider;
  const float unit = page.unit();
  const bool down = direction == Direction::Vertical;
  const Point center = gutter.center(), along = down ? Point{0, gutter.height / 2} : Point{gutter.width / 2, 0};
  // The circle often has the very middle.
  const float clear = circle.radius + design.head_width / 2 * unit;
  Point middle = center;
  for (float part : {0.0f, -0.5f, 0.5f, -0.75f, 0.75f}) {
    middle = center + along * part;
    if (circle.radius <= 0 || distance(middle, circle.center) >= clear) break;
  }
  PlannedLine line;
  line.id = block_of("layout.divider", "shape");
  line.path = line_between(center - along, center + along);
  line.pen.width = design.line * unit;
  line.pen.dashes = {0.01f, design.dots * unit};
  line.color = ink_color(page.poster());
  zones.lines.push_back(std::move(line));
  const Color color = divider_color(page, divider);
  LinkTextSetting word = divider.text.empty() ? LinkTextSetting{} : divider_word(page, divider);
  const BlockId id = block_of("layout.divider", "text");
  if (divider.shape == DividerShape::Arrow) {
    const float length = (down ? gutter.width : gutter.height) + 2 * design.over * unit;
    const Point reach = (down ? Point{1, 0} : Point{0, 1}) * (length / 2);
    const Size along_it = along_arrow(word.size(), direction);
    const DividerArrow drawn = divider_arrow(page, along_it);
    const DividerColors colors = divider_colors(page, divider);
    PlannedArrow arrow;
    arrow.id = block_of("layout.divider", "shape");
    arrow.kind = BlockKind::Divider;
    arrow.way = {straight_curve(middle - reach, middle + reach)};
    arrow.style = {drawn.shaft, design.head_length * unit, drawn.head_width, colors.shaft,
                   colors.head, LineStyle::Solid};
    zones.arrows.push_back(std::move(arrow));
    if (word.empty()) return;
    // As far from the tail as from where the head is too narrow for it.
    const Point back = sixiang::unit(reach) * (-drawn.word_end / 2);
    zones.texts.push_back(placed_text(id, BlockKind::Divider, std::move(word), middle + back));
    return;
  }
  if (word.empty()) return;
  const float diameter = disc_diameter(page, word.size());
  PlannedText disc = placed_text(id, BlockKind::Divider, std::move(word), middle);
  disc.pill = centered_rect(middle, {diameter, diameter});
  disc.ground = color;
  zones.texts.push_back(std::move(disc));
}

float axis_room(const PageBuilder& page, const std::string& name, Direction direction) {
  if (name.empty()) return 0;
  const Size word = axis_word(page, name, direction).size();
  return (direction == Direction::Vertical ? word.width : word.height) + kPage.axes.free * page.unit();
}

void plan_axis(const PageBuilder& page, const std::string& name, Direction direction, const Rect& gutter,
               Zones& zones) {
  if (name.empty()) return;
  const AxesDesign& design = kPage.axes;
  const float unit = page.unit();
  const bool down = direction == Direction::Vertical;
  const std::string id = join_id("layout.axes", down ? "vertical" : "horizontal");
  LinkTextSetting word = axis_word(page, name, direction);
  const Point middle = down ? Point{gutter.left() + word.size().width / 2, gutter.center().y}
                            : Point{gutter.center().x, gutter.bottom() - word.size().height / 2};
  const Point forward = down ? Point{0, -1} : Point{1, 0};
  const float half = (down ? gutter.height : gutter.width) / 2;
  const float gap = (down ? word.size().height : word.size().width) / 2 + design.gap * unit;
  const Color ink = ink_color(page.poster());
  if (half > gap) {
    PlannedLine line;
    line.id = block_of(id);
    line.path = line_between(middle - forward * half, middle - forward * gap);
    line.pen.width = design.line * unit;
    line.color = ink;
    zones.lines.push_back(std::move(line));
    PlannedArrow arrow;
    arrow.id = block_of(id);
    arrow.kind = BlockKind::Axis;
    arrow.way = {straight_curve(middle + forward * gap, middle + forward * half)};
    arrow.style = {design.line * unit, design.head * unit, design.head * unit, ink, ink, LineStyle::Solid};
    zones.arrows.push_back(std::move(arrow));
  }
  zones.texts.push_back(placed_text(block_of(id), BlockKind::Axis, std::move(word), middle));
}

namespace {

// What the card says keeps clear of its disc.
void put_icon_at_spoke(const PageBuilder& page, const Section& section, Point end, Zones& zones) {
  for (Zone& zone : zones.zones) {
    if (zone.section != &section) continue;
    zone.spoke_end = end;
    const float taken = (kPage.hub.disc + kPage.hub.disc_gap) * page.unit() - body_padding(page, zone.body.width);
    zone.body.width -= taken;
    if (end.x < zone.rect.center().x) zone.body.x += taken;
  }
}

}  // namespace

void plan_spokes(const PageBuilder& page, Point middle, const std::vector<const Section*>& sections,
                 const std::vector<Rect>& cards, Zones& zones) {
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const Rect& card = cards[i];
    // To the middle of the edge that faces the hub.
    const bool beside = middle.x < card.left() || middle.x > card.right();
    const Point end = beside ? Point{middle.x < card.left() ? card.left() : card.right(), card.center().y}
                             : Point{card.center().x, middle.y < card.top() ? card.top() : card.bottom()};
    PlannedLine line;
    line.id = block_of("layout.connect");
    line.path = line_between(middle, end);
    line.pen.width = kPage.hub.spoke * page.unit();
    line.color = header_color(page.poster(), *sections[i]);
    line.behind = Behind::Yes;
    zones.lines.push_back(std::move(line));
    if (beside && is_drawn_icon(sections[i]->icon)) put_icon_at_spoke(page, *sections[i], end, zones);
  }
}

}  // namespace sixiang
