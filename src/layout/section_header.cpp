#include "layout/section_header.h"

#include <algorithm>

#include "base/largest_fitting.h"
#include "layout/decoration.h"

namespace sixiang {

namespace {

constexpr float kTitleSize = 38, kTitleEmbolden = 0.016f;
constexpr float kBadgeSize = 25, kBadgePadding = 10;
// Of the header's height, that several lines fill at most.
constexpr float kLinesPart = 0.87f;
constexpr float kLineHeight = 1.12f;
constexpr float kReadable = 0.4f;  // the smallest scale of a title that can be read
// The smallest scale of a title on one line; the scales that are tried for several.
constexpr float kLeastOneLine = 0.62f, kLargestBroken = 0.72f, kSmallestBroken = 0.2f, kScaleRatio = 0.95f;
constexpr float kIconRadius = 18, kGap = 13;

DecorationKind ornament_of(Icon icon) {
  switch (icon) {
    case Icon::Sparkle:
      return DecorationKind::Sparkle;
    case Icon::Dot:
      return DecorationKind::Dot;
    case Icon::None:
    case Icon::Star:
      break;
  }
  return DecorationKind::Star;
}

LabelStyle title_style(const PageBuilder& page, const Section& section) {
  LabelStyle style = label_style(page, kTitleSize * page.unit(), section.colors.header);
  style.text.face = page.title_face();
  style.text.embolden_em = kTitleEmbolden;
  return style;
}

// Width of icon and badge with the gaps before them, at scale 1.
float extras_width(const PageBuilder& page, const MeasuredHeader& content) {
  float width = 0;
  if (content.section->icon != Icon::None) width += (kGap + 2 * kIconRadius) * page.unit();
  if (content.badge) width += (kGap + 2 * kBadgePadding) * page.unit() + content.badge->box.width;
  return width;
}

float draw_icon(PageBuilder& page, const Section& section, Point left_middle, float scale) {
  const float radius = kIconRadius * page.unit() * scale;
  const Color color = icon_color(section);
  const Point center{left_middle.x + radius, left_middle.y};
  draw_ornament(page, ornament_of(section.icon), center, radius, color);
  Block block = make_block(block_of(join_id(section.id, "icon")), BlockKind::Icon);
  block.rect = {center.x - radius, center.y - radius, 2 * radius, 2 * radius};
  page.add_block(block);
  return 2 * radius;
}

float draw_badge(PageBuilder& page, const MeasuredHeader& content, Point left_middle, float scale) {
  const Badge& badge = *content.section->badge;
  const TextLayout& text = *content.badge;
  const float size = kBadgeSize * page.unit() * scale;
  const float padding = kBadgePadding * page.unit() * scale;
  const Rect rect{left_middle.x, left_middle.y - size * 0.78f, text.box.width * scale + 2 * padding, size * 1.56f};
  const Path shape = rounded_rectangle(rect, size * 0.42f);
  page.fill(shape, page.poster().palette.card);
  page.outline(shape, badge.color);
  Block block = make_block(block_of(join_id(content.section->id, "badge"), "text"), BlockKind::Badge, badge.text);
  block.rect = inset(rect, -page.outline_width() / 2);
  block.font_size = size;
  page.place_text(std::move(block), text, {rect.x + padding, left_middle.y + kOpticalMiddle * size}, scale);
  return rect.width;
}

// For the title on as many lines as it needs beside icon and badge.
ParagraphStyle broken_lines(const PageBuilder& page, const MeasuredHeader& content, float scale) {
  ParagraphStyle paragraph = title_style(page, *content.section).paragraph;
  paragraph.breaking = LineBreaking::Balanced;
  paragraph.max_width = std::max(1.0f, content.room.width / scale - extras_width(page, content));
  paragraph.line_height = kLineHeight;
  return paragraph;
}

// The largest scale at which those lines fill the header and no more.
float broken_scale(const PageBuilder& page, const MeasuredHeader& content) {
  std::vector<float> scales{kLargestBroken};
  while (scales.back() >= kSmallestBroken) scales.push_back(scales.back() * kScaleRatio);
  const auto fits_at = [&](float scale) {
    const TextLayout broken = content.prepared_title->measure(broken_lines(page, content, scale));
    const float line = kTitleSize * kLineHeight * page.unit() * scale;
    const bool narrow = broken.box.width * scale + extras_width(page, content) * scale <= content.room.width + 0.5f;
    return narrow && float(broken.lines.size()) * line <= content.room.height * kLinesPart;
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
    LabelStyle badge = label_style(page, kBadgeSize * page.unit(), page.poster().palette.card);
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
  if (scale < kLeastOneLine || content.title.lines.size() > 1) {
    // One line would be too small, or the text has several.
    scale = broken_scale(page, content);
    broken = content.prepared_title->set(broken_lines(page, content, scale));
    title = &broken;
  }
  const float size = kTitleSize * page.unit() * scale;
  const float middle = room.center().y;
  const float depth = title->lines.empty() ? 0 : title->lines.back().baseline * scale;
  const Point origin{room.left(), middle + kOpticalMiddle * size - depth / 2};
  Block block = make_block(block_of(join_id(section.id, "title")), BlockKind::SectionTitle, section.title);
  block.rect = {origin.x, origin.y - size * 0.86f, title->box.width * scale, size * 1.0f + depth};
  block.font_size = size;
  block.overflow = scale < kReadable;
  page.place_text(std::move(block), *title, origin, scale);

  const float gap = kGap * page.unit() * scale;
  float x = room.left() + title->box.width * scale;
  if (section.icon != Icon::None) x += gap + draw_icon(page, section, {x + gap, middle}, scale);
  if (content.badge) x += gap + draw_badge(page, content, {x + gap, middle}, scale);
  return rect_from_edges(x + 2 * gap, room.top(), room.right(), room.bottom());
}

}  // namespace sixiang
