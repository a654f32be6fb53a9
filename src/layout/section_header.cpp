#include "layout/section_header.h"

#include <algorithm>

#include "base/largest_fitting.h"
#include "layout/decoration.h"
#include "layout/design.h"

namespace sixiang {

namespace {

constexpr float kScaleRatio = 0.95f;

// Of the icons, those that stand behind the title.
std::optional<DecorationKind> ornament_of(std::string_view icon) {
  if (icon == "star") return DecorationKind::Star;
  if (icon == "sparkle") return DecorationKind::Sparkle;
  if (icon == "dot") return DecorationKind::Dot;
  return std::nullopt;
}

LabelStyle title_style(const PageBuilder& page, const Section& section) {
  LabelStyle style = label_style(page, kDesign.header.title_size * page.unit(), header_color(page.poster(), section));
  style.text.face = page.title_face();
  style.text.embolden_em = kDesign.header.title_embolden;
  return style;
}

// Width of icon and badge with the gaps before them, at scale 1.
float extras_width(const PageBuilder& page, const MeasuredHeader& content) {
  float width = 0;
  if (ornament_of(content.section->icon)) width += (kDesign.header.gap + 2 * kDesign.header.icon_radius) * page.unit();
  if (content.badge)
    width += (kDesign.header.gap + 2 * kDesign.header.badge_padding) * page.unit() + content.badge->box.width;
  return width;
}

float draw_icon(PageBuilder& page, const Section& section, DecorationKind ornament, Point left_middle, float scale) {
  const float radius = kDesign.header.icon_radius * page.unit() * scale;
  const Color color = icon_color(page.poster(), section);
  const Point center{left_middle.x + radius, left_middle.y};
  draw_ornament(page, ornament, center, radius, color);
  Block block = make_block(block_of(join_id(section.id, "icon")), BlockKind::Icon);
  block.rect = {center.x - radius, center.y - radius, 2 * radius, 2 * radius};
  page.add_block(block);
  return 2 * radius;
}

float draw_badge(PageBuilder& page, const MeasuredHeader& content, Point left_middle, float scale) {
  const Badge& badge = *content.section->badge;
  const TextLayout& text = *content.badge;
  const float size = kDesign.header.badge_size * page.unit() * scale;
  const float padding = kDesign.header.badge_padding * page.unit() * scale;
  const Rect rect{left_middle.x, left_middle.y - size * kDesign.header.badge_middle,
                  text.box.width * scale + 2 * padding, size * kDesign.header.badge_height};
  const Path shape = rounded_rectangle(rect, size * kDesign.header.badge_corner);
  page.fill(shape, card_color(page.poster()));
  page.border(shape, badge.color);
  Block block = make_block(block_of(join_id(content.section->id, "badge"), "text"), BlockKind::Badge, badge.text);
  block.rect = inset(rect, -page.border_width() / 2);
  block.font_size = size;
  page.place_text(std::move(block), text, {rect.x + padding, left_middle.y + kDesign.type.optical_middle * size},
                  scale);
  return rect.width;
}

// For the title on as many lines as it needs beside icon and badge.
ParagraphStyle broken_lines(const PageBuilder& page, const MeasuredHeader& content, float scale) {
  ParagraphStyle paragraph = title_style(page, *content.section).paragraph;
  paragraph.breaking = LineBreaking::Balanced;
  paragraph.max_width = std::max(1.0f, content.room.width / scale - extras_width(page, content));
  paragraph.line_height = kDesign.header.line_height;
  return paragraph;
}

// The largest scale at which those lines fill the header and no more.
float broken_scale(const PageBuilder& page, const MeasuredHeader& content) {
  std::vector<float> scales{kDesign.header.largest_broken};
  while (scales.back() >= kDesign.header.smallest_broken) scales.push_back(scales.back() * kScaleRatio);
  const auto fits_at = [&](float scale) {
    const TextLayout broken = content.prepared_title->measure(broken_lines(page, content, scale));
    const float line = kDesign.header.title_size * kDesign.header.line_height * page.unit() * scale;
    const bool narrow = broken.box.width * scale + extras_width(page, content) * scale <= content.room.width + 0.5f;
    return narrow && float(broken.lines.size()) * line <= content.room.height * kDesign.header.lines_part;
  };
  return largest_fitting(scales, fits_at).size;
}

}  // namespace

MeasuredHeader measure_header(const PageBuilder& page, const Section& section, const Rect& room) {
  MeasuredHeader content;
  content.section = &section;
  content.room = room;
  const LabelStyle style = title_style(page, section);
  content.prepared_title = std::make_unique<PreparedLabel>(section.title, style, page.fonts());
  content.title = content.prepared_title->set(style.paragraph);
  if (section.badge && !section.badge->text.empty()) {
    LabelStyle badge = label_style(page, kDesign.header.badge_size * page.unit(), card_color(page.poster()));
    badge.text.color = badge.formula_color = section.badge->color;
    badge.text.embolden_em = 0.012f;
    content.badge = layout_label(section.badge->text, badge, page.fonts());
  }
  return content;
}

float header_scale(const PageBuilder& page, const MeasuredHeader& content) {
  const float width = content.title.box.width + extras_width(page, content);
  return width <= content.room.width ? 1 : std::max(0.1f, content.room.width / width);
}

Rect draw_section_header(PageBuilder& page, const MeasuredHeader& content, float scale) {
  const Section& section = *content.section;
  const Rect& room = content.room;
  const TextLayout* title = &content.title;
  TextLayout broken;
  if (scale < kDesign.header.least_one_line || content.title.lines.size() > 1) {
    // One line would be too small, or the text has several.
    scale = broken_scale(page, content);
    broken = content.prepared_title->set(broken_lines(page, content, scale));
    title = &broken;
  }
  const float size = kDesign.header.title_size * page.unit() * scale;
  const float middle = room.center().y;
  const float depth = title->lines.empty() ? 0 : title->lines.back().baseline * scale;
  const Point origin{room.left(), middle + kDesign.type.optical_middle * size - depth / 2};
  Block block = make_block(block_of(join_id(section.id, "title")), BlockKind::SectionTitle, section.title);
  block.rect = {origin.x, origin.y - size * 0.86f, title->box.width * scale, size * 1.0f + depth};
  block.font_size = size;
  block.overflow = scale < kDesign.header.readable;
  page.place_text(std::move(block), *title, origin, scale);

  const float gap = kDesign.header.gap * page.unit() * scale;
  float x = room.left() + title->box.width * scale;
  const std::optional<DecorationKind> ornament = ornament_of(section.icon);
  if (ornament) x += gap + draw_icon(page, section, *ornament, {x + gap, middle}, scale);
  if (content.badge) x += gap + draw_badge(page, content, {x + gap, middle}, scale);
  return rect_from_edges(x + 2 * gap, room.top(), room.right(), room.bottom());
}

}  // namespace sixiang
