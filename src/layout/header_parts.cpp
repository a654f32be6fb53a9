#include "layout/header_parts.h"

#include <algorithm>

#include "layout/decoration.h"
#include "layout/design.h"
#include "layout/label_look.h"
#include "layout/ornament.h"
#include "layout/page_design.h"
#include "layout/section_frame.h"

namespace sixiang {

float design(const PageBuilder& page, float length) { return length * page.unit(); }

// What the words of a header stand on.
Color ground_of(const Poster& poster, const Section& section) {
  return section.header == HeaderKind::Plain ? body_color(poster, section) : strip_color(poster, section);
}

LabelStyle title_style(const PageBuilder& page, const Section& section) {
  LabelStyle style = label_style(page, design(page, kDesign.header.title_size), ground_of(page.poster(), section));
  style.text.face = page.title_face();
  style.text.embolden_em = kDesign.type.title_embolden;
  style.text.latin_embolden_em = kDesign.type.latin_embolden;
  style.signs = kDesign.type.signs;
  style.signs->outline = style.text.color;
  return style;
}

float number_over_corner(const PageBuilder& page) {
  const float reach = design(page, kPage.frame.corner_number + kPage.frame.step_number);
  return std::max(0.0f, reach - side_padding(page, 0)) + design(page, kDesign.header.gap);
}

// What stands before the title: a number, or an icon on its disc.
bool has_disc(const Section& section) { return !section.number.empty() || is_drawn_icon(section.icon); }
bool has_icon_at_end(const Section& section) { return !section.number.empty() && is_drawn_icon(section.icon); }

float badge_width(const PageBuilder& page, const MeasuredHeader& content) {
  if (!content.badge) return 0;
  return design(page, kDesign.header.gap) +
         (design(page, 2 * kDesign.header.badge_padding) + content.badge->box.width) * content.badge_scale;
}

float badge_height(const PageBuilder& page, const MeasuredHeader& content) {
  const HeaderDesign& header = kDesign.header;
  const float height = content.badge->lines.size() > 1 ? header.broken_badge_height : header.badge_height;
  return design(page, header.badge_size * height) * content.badge_scale;
}

LabelStyle badge_style(const PageBuilder& page, const Badge& badge) {
  LabelStyle style = label_style(page, design(page, kDesign.header.badge_size), card_color(page.poster()));
  style.text.color = style.formula_color = badge_colors(page, badge).text;
  style.text.embolden_em = kDesign.type.embolden + kDesign.type.stress;
  style.paragraph.line_height = kDesign.header.badge_line_height;
  style.paragraph.align = TextAlign::Center;
  return style;
}

OnDisc first_on_disc(const MeasuredHeader& content) { return content.number ? OnDisc::Number : OnDisc::Icon; }

float disc_radius(const PageBuilder& page, const MeasuredHeader& content, OnDisc what) {
  switch (what) {
    case OnDisc::Number:
      return design(page, kDesign.header.disc_radius);
    case OnDisc::Icon:
      return std::max(design(page, kDesign.header.icon_disc_radius),
                      kDesign.header.icon_disc_part * content.room.height / 2);
  }
  return 0;
}

void draw_disc(PageBuilder& page, const MeasuredHeader& content, OnDisc what, Point center, float most) {
  const Section& section = *content.section;
  const float radius = std::min({most, content.room.height / 2, content.room.width / 2});
  const Color card = card_color(page.poster());
  const Path disc = circle(center, radius);
  page.fill(disc, card);
  page.border(disc, outline_color(page.poster(), section));
  const Rect square{center.x - radius, center.y - radius, 2 * radius, 2 * radius};
  if (what == OnDisc::Number) {
    const float scale = most / design(page, kDesign.header.disc_radius);
    const float size = design(page, kDesign.header.number_size) * scale;
    // Two digits keep within the disc.
    const float own = std::min(1.0f, 1.5f * radius / (content.number->box.width * scale));
    Block block = make_block(block_of(join_id(section.id, "number")), BlockKind::Badge, section.number);
    block.rect = square;
    block.font_size = size * own;
    page.place_text(
        std::move(block), *content.number,
        {center.x - content.number->box.width * scale * own / 2, center.y + kDesign.type.optical_middle * size * own},
        scale * own);
    return;
  }
  draw_icon_block(page, block_of(join_id(section.id, "icon")), section.icon,
                  inset(square, radius * (1 - kDesign.header.icon_part)), header_color(page.poster(), section), card);
}

// Its width.
float draw_badge(PageBuilder& page, const MeasuredHeader& content, Point left_middle, float scale) {
  const Badge& badge = *content.section->badge;
  const TextLayout& text = *content.badge;
  const float height = badge_height(page, content) * scale;
  scale *= content.badge_scale;
  const float size = design(page, kDesign.header.badge_size) * scale;
  const float padding = design(page, kDesign.header.badge_padding) * scale;
  const Rect rect{left_middle.x, left_middle.y - height / 2, text.box.width * scale + 2 * padding, height};
  const Path shape = rounded_rectangle(rect, size * kDesign.header.badge_height / 2);
  const BadgeColors colors = badge_colors(page, badge);
  page.fill(shape, colors.fill);
  page.border(shape, colors.border);
  Block block = make_block(block_of(join_id(content.section->id, "badge"), "text"), BlockKind::Badge, badge.text);
  block.rect = inset(rect, -page.border_width() / 2);
  block.font_size = size;
  const float depth = text.lines.empty() ? 0 : text.lines.back().baseline * scale;
  page.place_text(std::move(block), text,
                  {rect.x + padding, left_middle.y + kDesign.type.optical_middle * size - depth / 2}, scale);
  return rect.width;
}

}  // namespace sixiang
