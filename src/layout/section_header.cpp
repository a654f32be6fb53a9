#include "layout/section_header.h"

#include <algorithm>
#include <vector>

#include "base/largest_fitting.h"
#include "base/utf8.h"
#include "layout/decoration.h"
#include "layout/design.h"
#include "layout/header_halves.h"
#include "layout/header_parts.h"
#include "layout/label_look.h"
#include "layout/ornament.h"
#include "layout/page_design.h"
#include "layout/section_frame.h"
#include "layout/side_header.h"

namespace sixiang {

namespace {

constexpr float kBelowTitle = 0.14f, kAboveSubtitle = 0.87f;  // em: what a line of each takes, whatever its letters

// With the gap behind it, at scale 1.
float before_width(const PageBuilder& page, const MeasuredHeader& content) {
  if (content.halves) return content.number ? number_over_corner(page) : 0;
  if (!has_disc(*content.section)) return 0;
  return 2 * disc_radius(page, content, first_on_disc(content)) + design(page, kDesign.header.disc_gap);
}

// Of what stands behind the title but for the subtitle, with the gaps before, at scale 1.
float behind_width(const PageBuilder& page, const MeasuredHeader& content) {
  float width = badge_width(page, content);
  if (ornament_named(content.section->icon)) width += design(page, kDesign.header.gap + 2 * kDesign.header.icon_radius);
  if (has_icon_at_end(*content.section))
    width += design(page, kDesign.header.gap) + 2 * disc_radius(page, content, OnDisc::Icon);
  return width;
}

float subtitle_width(const PageBuilder& page, const MeasuredHeader& content) {
  return content.subtitle ? design(page, kDesign.header.gap) + content.subtitle->box.width : 0;
}

// Of the title and its subtitle, at scale 1.
float words_width(const PageBuilder& page, const MeasuredHeader& content) {
  if (content.halves) return halves_width(page, *content.halves);
  const float title = content.title.box.width;
  switch (content.subtitles) {
    case Subtitles::Beside:
      return title + subtitle_width(page, content);
    case Subtitles::Below:
      return content.subtitle ? std::max(title, content.subtitle->box.width) : title;
  }
  return title;
}

float all_width(const PageBuilder& page, const MeasuredHeader& content) {
  return before_width(page, content) + words_width(page, content) + behind_width(page, content);
}

// Where the words of a title begin that say in Latin what is before them, behind a blank; 0: it has none.
std::size_t find_gloss(const std::string& title) {
  if (title.find_first_of("$\\*=:\n") != std::string::npos) return 0;
  std::size_t begin = title.size();
  while (begin > 0 && static_cast<unsigned char>(title[begin - 1]) < 0x80) --begin;
  const std::size_t blank = title.find(' ', begin);
  const bool after_han = begin > 0 && blank == begin;
  if (!after_han || blank + 1 == title.size()) return 0;
  const char first = title[blank + 1];
  return (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z') ? blank + 1 : 0;
}

// For the title on as many lines as it needs beside what is on both sides of it.
ParagraphStyle broken_lines(const PageBuilder& page, const MeasuredHeader& content, float scale) {
  ParagraphStyle paragraph = title_style(page, *content.section).paragraph;
  paragraph.breaking = LineBreaking::Balanced;
  paragraph.max_width =
      std::max(1.0f, content.room.width / scale - before_width(page, content) - behind_width(page, content));
  paragraph.line_height = kDesign.header.line_height;
  return paragraph;
}

// From the title's last baseline to the subtitle's end below it, at scale 1.
float below_height(const MeasuredHeader& content) {
  return content.subtitle->box.height() * kDesign.header.line_height;
}

// How high the title's lines and the subtitle below them are at `scale`.
float lines_height(const PageBuilder& page, const MeasuredHeader& content, std::size_t lines, float scale) {
  const float line = design(page, kDesign.header.title_size) * kDesign.header.line_height * scale;
  return float(lines) * line + (content.subtitle ? below_height(content) * scale : 0);
}

// The largest scale at which those lines fill the header and no more.
float broken_scale(const PageBuilder& page, const MeasuredHeader& content) {
  std::vector<float> scales{kDesign.header.largest_broken};
  while (scales.back() >= kDesign.header.smallest_broken) scales.push_back(scales.back() * kHeaderSizeRatio);
  const float extras = before_width(page, content) + behind_width(page, content);
  const auto fits_at = [&](float scale) {
    const TextLayout broken = content.prepared_title->measure(broken_lines(page, content, scale));
    const float below = content.subtitle ? content.subtitle->box.width : 0;
    const bool narrow = (std::max(broken.box.width, below) + extras) * scale <= content.room.width + 0.5f;
    return narrow && std::max(lines_height(page, content, broken.lines.size(), scale), broken.box.height() * scale) <=
                         content.room.height * kDesign.header.lines_part;
  };
  return largest_fitting(scales, fits_at).size;
}

// One line would be too small, or the text has several.
bool breaks_at(const MeasuredHeader& content, float scale) {
  if (content.halves) return false;
  const bool has_lines = content.title.lines.size() > 1 || (content.subtitle && content.subtitle->lines.size() > 1);
  return scale < kDesign.header.least_one_line || has_lines;
}

// Draws it as one block; `origin` is its first baseline's left end.
void draw_text(PageBuilder& page, BlockId id, BlockKind kind, const std::string& source, const TextLayout& text,
               Point origin, float size, float scale) {
  const float depth = text.lines.empty() ? 0 : text.lines.back().baseline * scale;
  Block block = make_block(std::move(id), kind, source);
  block.rect = {origin.x, origin.y - size * 0.86f, text.box.width * scale, size * 1.0f + depth};
  block.font_size = size;
  block.overflow = kind == BlockKind::SectionTitle && scale < kDesign.header.readable;
  page.place_text(std::move(block), text, origin, scale);
}

// Behind the title: one of the poster's own ornaments. Its width with the gap before it; 0 without one.
float draw_ornament_behind(PageBuilder& page, const Section& section, Point left_middle, float scale) {
  const std::optional<DecorationKind> ornament = ornament_named(section.icon);
  if (!ornament) return 0;
  const float radius = design(page, kDesign.header.icon_radius) * scale;
  const Point center{left_middle.x + radius, left_middle.y};
  draw_ornament(page, *ornament, center, radius, icon_color(page.poster(), section));
  Block block = make_block(block_of(join_id(section.id, "icon")), BlockKind::Icon);
  block.rect = {center.x - radius, center.y - radius, 2 * radius, 2 * radius};
  page.add_block(block);
  return 2 * radius + design(page, kDesign.header.gap) * scale;
}

// At the room's right end; where it begins.
float draw_end_icon(PageBuilder& page, const MeasuredHeader& content, float scale) {
  const float radius = disc_radius(page, content, OnDisc::Icon) * scale;
  draw_disc(page, content, OnDisc::Icon, {content.room.right() - radius, content.room.center().y}, radius);
  return content.room.right() - 2 * radius;
}

}  // namespace

MeasuredHeader measure_header(const PageBuilder& page, const Section& section, const Rect& room, Subtitles subtitles) {
  MeasuredHeader content;
  content.section = &section;
  content.room = room;
  content.subtitles = subtitles;
  const LabelStyle style = title_style(page, section);
  LabelStyle subtitle = style;
  subtitle.text.face = page.text_face();
  subtitle.text.size *= kDesign.header.subtitle;
  subtitle.text.embolden_em = kDesign.type.embolden;
  std::string title = section.title;
  if (!section.subtitle.empty()) {
    content.subtitle = layout_label(section.subtitle, subtitle, page.fonts());
  } else if (const std::size_t at = subtitles == Subtitles::Below ? find_gloss(title) : 0; at > 0) {
    content.subtitle = layout_label(title.substr(at), subtitle, page.fonts());
    move_sources(content.subtitle->box.items, [at](ByteRange source) {
      return ByteRange{source.begin + at, source.end + at};
    });
    content.has_gloss = true;
    title.resize(at - 1);
  }
  content.prepared_title = std::make_unique<PreparedLabel>(title, style, page.fonts());
  content.title = content.prepared_title->set(style.paragraph);
  LabelStyle on_card = label_style(page, design(page, kDesign.header.number_size), card_color(page.poster()));
  on_card.text.embolden_em = kDesign.type.title_embolden;
  if (!section.number.empty()) content.number = layout_label(section.number, on_card, page.fonts());
  if (section.badge && !section.badge->text.empty())
    content.badge = layout_label(section.badge->text, badge_style(page, *section.badge), page.fonts());
  return content;
}

float width_scale(const PageBuilder& page, const MeasuredHeader& content) {
  const float width = all_width(page, content);
  return width <= content.room.width ? 1 : std::max(0.1f, content.room.width / width);
}

float header_scale(const PageBuilder& page, const MeasuredHeader& content) {
  // In a low header, as high as that is.
  return std::min(width_scale(page, content),
                  content.room.height / (full_header_height(page, *content.section) * kDesign.header.lines_part));
}

float title_scale(const PageBuilder& page, const MeasuredHeader& content, float scale) {
  return breaks_at(content, scale) ? broken_scale(page, content) : scale;
}

float most_badge_scale(const PageBuilder& page, const MeasuredHeader& content, float scale) {
  if (!content.badge || breaks_at(content, scale)) return content.badge_scale;
  const float badge = design(page, 2 * kDesign.header.badge_padding) + content.badge->box.width;
  const float others = all_width(page, content) - badge * content.badge_scale;
  const float beside = (content.room.width / scale - others) / badge;
  const float high = content.badge->lines.size() > 1 ? kDesign.header.broken_badge_part * content.room.height *
                                                           content.badge_scale / (badge_height(page, content) * scale)
                                                     : 1;
  return std::clamp(std::min(beside, high), kDesign.header.least_badge, 1.0f);
}

namespace {

// Behind the comma nearest its middle; 0: both parts would be too different.
std::size_t comma_break(const std::string& text) {
  if (text.find_first_of("$\\\n") != std::string::npos) return 0;
  const std::size_t middle = text.size() / 2;
  std::size_t best = 0;
  for (std::string_view comma : {",", "，", "、", "；", "："}) {
    for (std::size_t at = text.find(comma); at != std::string::npos; at = text.find(comma, at + 1)) {
      const std::size_t behind = at + comma.size();
      const auto from_middle = [&](std::size_t place) { return std::max(place, middle) - std::min(place, middle); };
      if (4 * behind < text.size() || 4 * behind > 3 * text.size()) continue;
      if (best == 0 || from_middle(behind) < from_middle(best)) best = behind;
    }
  }
  return best;
}

}  // namespace

void break_badge(const PageBuilder& page, MeasuredHeader& content) {
  std::string text = content.section->badge->text;
  if (utf8_length(text) < kDesign.header.least_broken_badge) return;
  LabelStyle style = badge_style(page, *content.section->badge);
  if (const std::size_t at = comma_break(text); at > 0) {
    const std::size_t added = text[at] == ' ' ? 0 : 1;
    text.replace(at, 1 - added, "\n");
    content.badge = layout_label(text, style, page.fonts());
    const auto as_typed = [&](std::size_t byte) { return byte > at ? byte - added : byte; };
    move_sources(content.badge->box.items, [&](ByteRange source) {
      return ByteRange{as_typed(source.begin), as_typed(source.end)};
    });
    return;
  }
  style.paragraph.breaking = LineBreaking::Balanced;
  style.paragraph.max_width = content.badge->box.width * kDesign.header.broken_badge;
  const TextLayout broken = layout_label(text, style, page.fonts());
  if (broken.lines.size() != 2) return;
  // As wide as its lines are.
  style.paragraph.max_width = std::max(broken.lines[0].width, broken.lines[1].width) + 0.01f;
  content.badge = layout_label(text, style, page.fonts());
}

namespace {

// The title and its subtitle as they stand at a scale; poster points.
struct HeaderTexts {
  const TextLayout* title;
  bool is_below;  // the subtitle
  bool is_at_left;
  float size, gap, width;
};

HeaderTexts texts_of(const PageBuilder& page, const MeasuredHeader& content, const TextLayout& title, float scale) {
  HeaderTexts texts;
  texts.title = &title;
  texts.is_below = content.subtitle && (&title != &content.title || content.subtitles == Subtitles::Below);
  texts.is_at_left = content.align == HeaderAlign::Left;
  texts.size = design(page, kDesign.header.title_size) * scale;
  texts.gap = design(page, kDesign.header.gap) * scale;
  const float subtitle = content.subtitle ? content.subtitle->box.width * scale : 0;
  texts.width = title.box.width * scale;
  if (texts.is_below) {
    texts.width = std::max(texts.width, subtitle);
  } else if (content.subtitle) {
    texts.width += texts.gap + subtitle;
  }
  return texts;
}

// From `x` on, in the middle of the room's height.
void draw_texts(PageBuilder& page, const MeasuredHeader& content, const HeaderTexts& texts, float x, float scale) {
  const Section& section = *content.section;
  const TextLayout& title = *texts.title;
  const float depth = title.lines.empty() ? 0 : title.lines.back().baseline * scale;
  const float sub_size = texts.size * kDesign.header.subtitle;
  const float sub_height = texts.is_below ? below_height(content) * scale : 0;
  // The shorter one of two lines stands in the middle of the longer one.
  const auto indent = [&](const TextLayout& line) {
    return texts.is_below && !texts.is_at_left ? (texts.width - line.box.width * scale) / 2 : 0;
  };
  const float middle = content.room.center().y + kDesign.type.optical_middle * texts.size;
  const Point origin{x + indent(title), middle - (depth + sub_height) / 2};
  draw_text(page, block_of(join_id(section.id, "title")), BlockKind::SectionTitle, section.title, title, origin,
            texts.size, scale);
  if (!content.subtitle) return;
  Point at{x + title.box.width * scale + texts.gap, origin.y};
  if (texts.is_below) {
    const float below = std::max(content.subtitle->box.ascent * scale + sub_size * kDesign.header.below_gap,
                                 kBelowTitle * texts.size + kAboveSubtitle * sub_size);
    at = {x + indent(*content.subtitle), origin.y + depth + below};
  }
  if (content.has_gloss) return page.draw_text(block_of(join_id(section.id, "title")), *content.subtitle, at, scale);
  draw_text(page, block_of(join_id(section.id, "subtitle")), BlockKind::SectionSubtitle, section.subtitle,
            *content.subtitle, at, sub_size, scale);
}

}  // namespace

Rect draw_section_header(PageBuilder& page, const MeasuredHeader& content, float scale) {
  const Section& section = *content.section;
  const Rect& room = content.room;
  if (section.header == HeaderKind::Side) {
    draw_side_header(page, content, scale);
    return {room.right(), room.top(), 0, 0};
  }
  TextLayout broken;
  const bool in_lines = breaks_at(content, scale);
  if (in_lines) {
    scale = broken_scale(page, content);
    broken = content.prepared_title->set(broken_lines(page, content, scale));
  }
  const HeaderTexts texts = texts_of(page, content, in_lines ? broken : content.title, scale);
  const float gap = texts.gap, middle = room.center().y;
  const float used = before_width(page, content) * scale + texts.width + behind_width(page, content) * scale;
  float x = room.left() + (texts.is_at_left ? 0 : std::max(0.0f, (room.width - used) / 2));
  if (content.halves) {
    draw_halves(page, content, x + before_width(page, content) * scale, scale);
    if (content.number) {
      const float corner = design(page, kPage.frame.corner_number);
      draw_disc(page, content, OnDisc::Number, {content.strip.left() + corner, content.strip.top() + corner},
                design(page, kPage.frame.step_number));
    }
    return {room.right(), room.top(), 0, 0};
  }
  if (has_disc(section)) {
    const float radius = disc_radius(page, content, first_on_disc(content)) * scale;
    draw_disc(page, content, first_on_disc(content), {x + radius, middle}, radius);
    x += before_width(page, content) * scale;
  }
  draw_texts(page, content, texts, x, scale);
  x += texts.width;
  x += draw_ornament_behind(page, section, {x + gap, middle}, scale);
  float right = has_icon_at_end(section) ? draw_end_icon(page, content, scale) - 1.5f * gap : room.right();
  if (content.badge && texts.is_at_left) {
    // In a column with those of other headers.
    const float width = badge_width(page, content) * scale - gap;
    draw_badge(page, content, {right - width, middle}, scale);
    right -= width + gap;
  } else if (content.badge) {
    x += gap + draw_badge(page, content, {x + gap, middle}, scale);
  }
  return rect_from_edges(x + 2 * gap, room.top(), std::max(x + 2 * gap, right), room.bottom());
}

}  // namespace sixiang
