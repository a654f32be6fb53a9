#include "layout/title.h"

#include <algorithm>

#include "base/largest_fitting.h"
#include "base/shapes.h"
#include "base/utf8.h"
#include "icon/icon.h"
#include "layout/decoration.h"
#include "layout/design.h"
#include "layout/ornament.h"

namespace sixiang {

namespace {

constexpr float kSizeRatio = 0.94f;  // of two sizes that are tried one after the other

// The bytes of the title that are stressed, cut to what is there; none: an empty range.
ByteRange stressed_bytes(const Title& title) {
  if (!title.emphasis) return {};
  const std::vector<CodePoint> points = decode_utf8(title.text);
  const auto offset = [&](long long index) {
    if (index <= 0) return std::size_t(0);
    return std::size_t(index) < points.size() ? points[std::size_t(index)].offset : title.text.size();
  };
  const long long start = title.emphasis->start, length = std::max(title.emphasis->length, 0);
  return {offset(start), std::max(offset(start), offset(start + length))};
}

// What a title says after its colon, with that, where it is longer than what it explains: it stands smaller behind it.
// None: an empty range at its end.
ByteRange explaining_bytes(const std::string& title) {
  const std::vector<CodePoint> points = decode_utf8(title);
  float before = 0, after = 0;
  std::size_t colon = title.size(), colons = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const char32_t c = points[i].value;
    const bool ends_word = c == U'：' || (c == U':' && i + 1 < points.size() && points[i + 1].value == U' ');
    if (ends_word && colons++ == 0) colon = points[i].offset;
    if (c == U'\n') return {title.size(), title.size()};
    (colons > 0 ? after : before) += is_cjk(c) ? 1 : 0.5f;
  }
  const bool explains = colons == 1 && before >= kDesign.title.least_explained && after - 1 > before;
  return {explains ? colon : title.size(), title.size()};
}

std::vector<Inline> content_of(const PageBuilder& page, float size) {
  const Title& title = page.poster().title;
  TextStyle style;
  style.face = page.title_face();
  style.size = size;
  style.color = ink_on(page.poster(), seen_on_page(page.poster(), background_color(page.poster())));
  style.embolden_em = kDesign.title.embolden;
  std::vector<Inline> content;
  const ByteRange explaining = explaining_bytes(title.text);
  const auto add_part = [&](std::size_t begin, std::size_t end, Color color, float part) {
    if (begin >= end) return;
    TextSpan span;
    span.text = title.text.substr(begin, end - begin);
    span.style = style;
    span.style.size *= part;
    span.style.color = color;
    span.source_offset = begin;
    content.emplace_back(std::move(span));
  };
  const auto add = [&](std::size_t begin, std::size_t end, Color color) {
    add_part(begin, std::min(end, explaining.begin), color, 1);
    add_part(std::max(begin, explaining.begin), end, color, kDesign.title.explaining);
  };
  const ByteRange stressed = stressed_bytes(title);
  add(0, stressed.begin, style.color);
  add(stressed.begin, stressed.end, title.emphasis ? title.emphasis->color : style.color);
  add(stressed.end, title.text.size(), style.color);
  return content;
}

TextLayout layout_title(const PageBuilder& page, float size, const ParagraphStyle& paragraph) {
  return layout_text(content_of(page, size), paragraph, page.fonts());
}

ParagraphStyle paragraph_style(const PageBuilder& page, LineBreaking breaking, float width) {
  ParagraphStyle paragraph;
  paragraph.breaking = breaking;
  paragraph.spacing = label_style(page, 1, background_color(page.poster())).paragraph.spacing;
  if (breaking == LineBreaking::None) return paragraph;
  paragraph.align = TextAlign::Center;
  paragraph.max_width = width;
  paragraph.line_height = kDesign.title.line_height;
  return paragraph;
}

TitleSetting on_lines(const PageBuilder& page, float width, float height) {
  TitleSetting setting;
  const ParagraphStyle paragraph = paragraph_style(page, LineBreaking::Balanced, width);
  setting.height = height;
  std::vector<float> sizes{height / (2 * kDesign.title.line_height)};
  while (sizes.back() >= kDesign.title.smallest * page.unit()) sizes.push_back(sizes.back() * kSizeRatio);
  const auto fits_at = [&](float size) {
    const TextLayout layout = layout_title(page, size, paragraph);
    const bool narrow = layout.box.width <= width + 0.5f;
    return narrow && float(layout.lines.size()) * size * kDesign.title.line_height <= height + 0.5f;
  };
  setting.size = largest_fitting(sizes, fits_at).size;
  setting.layout = layout_title(page, setting.size, paragraph);
  return setting;
}

// A slightly waving stroke of a broad marker, as drawn by a hand from left to right.
Path wave(float left, float right, float y, float swing) {
  const float width = right - left;
  Path path;
  path.move_to({left, y + swing * 0.5f});
  path.cubic_to({left + width * 0.3f, y - swing}, {left + width * 0.62f, y - swing * 0.2f}, {right, y - swing * 0.4f});
  return path;
}

// The ink of the stressed letters of each line; where none is stressed, of what a colon explains, else of all of the
// last line: one stroke concludes a title of two lines. Relative to the layout's origin.
std::vector<Rect> underlined(const PageBuilder& page, const TextLayout& layout) {
  const Title& title = page.poster().title;
  ByteRange stressed = stressed_bytes(title);
  const ByteRange explaining = explaining_bytes(title.text);
  if (stressed.empty() && !explaining.empty()) stressed = {0, explaining.begin};
  if (stressed.empty()) stressed = {layout.lines.empty() ? 0 : layout.lines.back().begin, title.text.size()};
  std::vector<Rect> rects(layout.lines.size());
  for (const Item& item : layout.box.items) {
    const GlyphRun* run = std::get_if<GlyphRun>(&item);
    if (!run) continue;
    for (std::size_t line = 0; line < rects.size(); ++line) {
      const ByteRange here{std::max(stressed.begin, layout.lines[line].begin),
                           std::min(stressed.end, layout.lines[line].end)};
      GlyphRun part = *run;
      std::erase_if(part.glyphs, [&](const PositionedGlyph& glyph) { return !overlap(glyph.source, here); });
      rects[line] = united(rects[line], ink_bounds({part}, page.fonts()));
    }
  }
  return rects;
}

void draw_underline(PageBuilder& page, const TitleSetting& setting, Point origin, Color color) {
  const std::vector<Rect> rects = underlined(page, setting.layout);
  const float inside = setting.size * kDesign.title.underline_inset;
  for (std::size_t line = 0; line < rects.size(); ++line) {
    if (rects[line].empty()) continue;
    const float y = origin.y + setting.layout.lines[line].baseline + setting.size * kDesign.title.underline_depth;
    const Path stroke =
        wave(origin.x + rects[line].left() + inside, origin.x + rects[line].right() - inside, y, setting.size * 0.05f);
    page.stroke(stroke, color, setting.size * kDesign.title.underline_width);
  }
}

// With the gap behind it; 0 without one.
float disc_width(float disc) { return disc * (1 + kDesign.title.disc_gap / kDesign.title.disc); }

void draw_icon(PageBuilder& page, float disc, Point center) {
  const Poster& poster = page.poster();
  const Color card = card_color(poster);
  const Color ground = poster.sections.empty() ? card : header_color(poster, poster.sections.front());
  const Rect square = centered_rect(center, {disc, disc});
  if (disc > 0) {
    const Path shape = circle(center, disc / 2);
    page.fill(shape, ground);
    page.border(shape, ink_color(poster));
  }
  draw_icon_block(page, block_of("title.icon"), poster.title.icon,
                  inset(square, disc / 2 * (1 - kDesign.title.icon_part)), card, ground);
}

TitleSetting set_words(const PageBuilder& page, float width, float growth) {
  TitleSetting setting;
  if (page.poster().title.text.empty()) return setting;
  const float unit = page.unit() * growth;
  const ParagraphStyle paragraph = paragraph_style(page, LineBreaking::None, 0);
  setting.height = kDesign.title.height * unit;
  setting.size = kDesign.title.size * unit;
  setting.layout = layout_title(page, setting.size, paragraph);
  setting.disc = find_icon(page.poster().title.icon) ? kDesign.title.disc * setting.size : 0;
  const float full_width = setting.layout.box.width + disc_width(setting.disc);
  if (full_width <= width && setting.layout.lines.size() <= 1) return setting;
  TitleSetting two_lines = on_lines(page, width - disc_width(setting.disc), kDesign.title.height_of_two_lines * unit);
  two_lines.disc = setting.disc;
  const float scale = width / std::max(width, full_width);
  setting.size *= scale;
  setting.disc *= scale;
  if (setting.layout.lines.size() > 1 || two_lines.size > setting.size * kDesign.title.two_lines_gain) return two_lines;
  setting.layout = layout_title(page, setting.size, paragraph);
  return setting;
}

}  // namespace

float TitleSetting::width() const {
  const float words = layout.box.width + disc_width(disc), below = subtitle ? subtitle->box.width : 0;
  return subtitle_beside ? words + kDesign.title.subtitle_beside * size + below : std::max(words, below);
}

namespace {

// Words of one line on a wide page, of letters that keep to the title's zone.
bool has_room_beside(const PageBuilder& page, TitleSetting setting, float width) {
  const PageFormat& format = page.poster().page;
  if (setting.layout.lines.size() != 1 || format.width < kDesign.title.wide * format.height) return false;
  if (ink_bounds(setting.layout.box.items, page.fonts()).height > kDesign.title.line_height * setting.size)
    return false;
  setting.subtitle_beside = true;
  return setting.subtitle->box.height() <= setting.size && setting.width() <= width;
}

// With what stands below the words.
TitleSetting with_subtitle(const PageBuilder& page, TitleSetting setting, float width) {
  const std::string& subtitle = page.poster().title.subtitle;
  if (subtitle.empty() || setting.height <= 0) return setting;
  LabelStyle style = label_style(page, setting.size * kDesign.title.subtitle, background_color(page.poster()));
  style.text.embolden_em = kDesign.type.embolden;
  style.text.latin_embolden_em = kDesign.type.latin_embolden;
  setting.subtitle = layout_label(subtitle, style, page.fonts());
  if (setting.subtitle->box.width > width) {
    style.text.size *= width / setting.subtitle->box.width;
    setting.subtitle = layout_label(subtitle, style, page.fonts());
  }
  setting.subtitle_size = style.text.size;
  setting.subtitle_beside = has_room_beside(page, setting, width);
  if (!setting.subtitle_beside)
    setting.height += setting.subtitle->box.height() + kDesign.title.subtitle_gap * page.unit();
  return setting;
}

// So many times as large as the design's title; nullopt where it does not have so many lines.
std::optional<TitleSetting> set_on_lines(const PageBuilder& page, float scale, std::size_t lines, TextAlign align) {
  TitleSetting setting;
  setting.size = scale * kDesign.title.size * page.unit();
  setting.disc = find_icon(page.poster().title.icon) ? kDesign.title.disc * setting.size : 0;
  ParagraphStyle paragraph = paragraph_style(page, LineBreaking::None, 0);
  setting.layout = layout_title(page, setting.size, paragraph);
  if (lines == 2) {
    paragraph = paragraph_style(page, LineBreaking::Balanced, setting.layout.box.width / 2 + setting.size);
    paragraph.align = align;
    setting.layout = layout_title(page, setting.size, paragraph);
  }
  if (setting.layout.lines.size() != lines) return std::nullopt;
  setting.height = kDesign.title.height / kDesign.title.size * setting.size +
                   float(lines - 1) * kDesign.title.line_height * setting.size;
  const float width = setting.layout.box.width;
  return with_subtitle(page, std::move(setting), width);
}

}  // namespace

TitleSetting set_title(const PageBuilder& page, float width, float growth) {
  return with_subtitle(page, set_words(page, width, growth), width);
}

std::optional<TitleSetting> title_within(const PageBuilder& page, const TitleSetting& title, float width) {
  if (title.height <= 0 || title.width() <= width) return title.height > 0 ? std::optional(title) : std::nullopt;
  const std::optional<TitleSetting> two_lines = set_on_lines(page, 1, 2, TextAlign::Left);
  return two_lines && two_lines->width() <= width ? two_lines : std::nullopt;
}

std::optional<CornerTitle> set_corner_title(const PageBuilder& page, const Rect& area,
                                            const std::vector<Rect>& shapes) {
  Rect drawn;
  for (const Rect& shape : shapes) drawn = united(drawn, shape);
  const float gap = kDesign.title.corner_gap * page.unit();
  const auto is_free = [&](const Rect& rect) {
    return std::none_of(shapes.begin(), shapes.end(),
                        [&](const Rect& shape) { return intersects(inset(rect, -gap), shape); });
  };
  for (float scale = kDesign.title.largest_in_corner; scale >= 1; scale *= kSizeRatio) {
    for (const TextAlign align : {TextAlign::Left, TextAlign::Right}) {
      for (const std::size_t lines : {2u, 1u}) {
        const std::optional<TitleSetting> setting = set_on_lines(page, scale, lines, align);
        if (!setting) continue;
        const Size size{setting->width(), setting->height};
        const float left = align == TextAlign::Left ? drawn.left() : drawn.right() - size.width;
        const Rect own{left, area.top(), size.width, size.height};
        if (contains(area, own) && is_free(own)) return CornerTitle{*setting, own};
      }
    }
  }
  return std::nullopt;
}

void draw_title(PageBuilder& page, const TitleSetting& setting, const Rect& whole) {
  Rect area = whole;
  if (setting.subtitle && !setting.subtitle_beside)
    area.height -= setting.subtitle->box.height() + kDesign.title.subtitle_gap * page.unit();
  const Title& title = page.poster().title;
  const TextLayout& layout = setting.layout;
  const float last_baseline = layout.lines.empty() ? 0 : layout.lines.back().baseline;
  const float middle = kDesign.type.optical_middle * setting.size - last_baseline / 2;
  const float words = disc_width(setting.disc) + layout.box.width;
  const float left = area.center().x - (setting.subtitle_beside ? setting.width() : words) / 2;
  const Point origin{left + disc_width(setting.disc), area.center().y + middle};
  draw_icon(page, setting.disc, {left + setting.disc / 2, area.center().y});
  if (title.underline) draw_underline(page, setting, origin, *title.underline);

  Block block = make_block(block_of("title", "text"), BlockKind::Title, title.text);
  block.font_size = setting.size;
  const Rect ink = translated(ink_bounds(layout.box.items, page.fonts()), origin);
  const Rect rect = ink.empty() ? Rect{origin.x, origin.y, 0, 0} : ink;
  block.rect = rect;
  block.overflow = setting.size < kDesign.title.unreadable * page.unit();
  page.place_text(std::move(block), layout, origin, 1);
  const Rect disc{left, area.center().y - setting.disc / 2, setting.disc, setting.disc};
  if (setting.subtitle) {
    const TextLayout& subtitle = *setting.subtitle;
    const Rect own = ink_bounds(subtitle.box.items, page.fonts());
    // Tall letters of other scripts reach below the title's zone.
    const float gap = kDesign.title.subtitle_gap * page.unit();
    const float top = std::max(area.bottom() + gap + subtitle.box.ascent + own.top(), rect.bottom() + gap / 4);
    Point at{area.center().x - subtitle.box.width / 2, top - own.top()};
    if (setting.subtitle_beside) at = {left + setting.width() - subtitle.box.width, origin.y};
    Block below = make_block(block_of("title.subtitle"), BlockKind::Title, title.subtitle);
    below.rect = translated(own, at);
    below.font_size = setting.subtitle_size;
    page.place_text(std::move(below), subtitle, at, 1);
  }
  Rect drawn = united(rect, disc);
  if (setting.subtitle_beside) drawn.width = left + setting.width() - drawn.x;
  draw_title_decorations(page, area, drawn);
}

}  // namespace sixiang
