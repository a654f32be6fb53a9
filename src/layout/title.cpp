#include "layout/title.h"

#include <algorithm>

#include "base/utf8.h"
#include "layout/decoration.h"

namespace sixiang {

namespace {

constexpr float kTitleSize = 86, kSmallestTitle = 36;
constexpr float kTitleEmbolden = 0.02f;

// The bytes of `text` that hold the code points [start, start + length), cut to what is there.
std::pair<std::size_t, std::size_t> byte_range(const std::string& text, int start, int length) {
  const std::vector<CodePoint> points = decode_utf8(text);
  const auto offset = [&](long long index) {
    if (index <= 0) return std::size_t(0);
    return std::size_t(index) < points.size() ? points[std::size_t(index)].offset : text.size();
  };
  return {offset(start), offset((long long)start + std::max(length, 0))};
}

struct TitleParts {
  std::vector<Inline> content;
  std::size_t stressed = 0;  // index in content; content.size(): none
};

TitleParts parts_of(const PageBuilder& page, float size) {
  const Title& title = page.poster().title;
  TextStyle style;
  style.face = page.title_face();
  style.size = size;
  style.color = page.poster().palette.ink;
  style.embolden_em = kTitleEmbolden;
  TitleParts parts;
  const auto add = [&](std::size_t begin, std::size_t end, Color color) {
    if (begin >= end) return;
    TextSpan span;
    span.text = title.text.substr(begin, end - begin);
    span.style = style;
    span.style.color = color;
    span.source_offset = begin;
    parts.content.emplace_back(std::move(span));
  };
  if (!title.emphasis) {
    add(0, title.text.size(), style.color);
    parts.stressed = parts.content.size();
    return parts;
  }
  const auto [begin, end] = byte_range(title.text, title.emphasis->start, title.emphasis->length);
  add(0, begin, style.color);
  parts.stressed = parts.content.size();
  add(begin, end, title.emphasis->color);
  if (begin >= end) parts.stressed = parts.content.size() + 1;
  add(end, title.text.size(), style.color);
  return parts;
}

// Breaks over two lines only where one line would be smaller than is readable.
struct TitleSetting {
  TextLayout layout;
  float size = 0;
};

TitleSetting set_title(const PageBuilder& page, const Rect& area) {
  const float unit = page.unit();
  const float largest = std::min(kTitleSize * unit, area.height * 0.82f);
  ParagraphStyle paragraph;
  paragraph.breaking = LineBreaking::None;
  paragraph.spacing = label_style(page, 1).paragraph.spacing;
  TitleSetting setting{layout_text(parts_of(page, largest).content, paragraph, page.fonts()), largest};
  const float width = setting.layout.box.width;
  if (width <= area.width) return setting;
  const float one_line = largest * area.width / width;
  if (one_line >= kSmallestTitle * unit) {
    return {layout_text(parts_of(page, one_line).content, paragraph, page.fonts()), one_line};
  }
  paragraph.breaking = LineBreaking::Balanced;
  paragraph.align = TextAlign::Center;
  paragraph.max_width = area.width;
  paragraph.line_height = 1.15f;
  float size = std::min(largest, area.height / 2.3f);
  for (;; size *= 0.94f) {
    setting = {layout_text(parts_of(page, size).content, paragraph, page.fonts()), size};
    const float height = float(setting.layout.lines.size()) * size * 1.15f;
    if (height <= area.height || size < 12 * unit) return setting;
  }
}

// A slightly waving stroke of a broad marker, as drawn by a hand from left to right.
Path wave(float left, float right, float y, float swing) {
  const float width = right - left;
  Path path;
  path.move_to({left, y + swing * 0.5f});
  path.cubic_to({left + width * 0.3f, y - swing}, {left + width * 0.62f, y - swing * 0.2f}, {right, y - swing * 0.4f});
  return path;
}

float span_width(const PageBuilder& page, const TitleParts& parts, std::size_t first, std::size_t last) {
  const std::vector<Inline> part(parts.content.begin() + std::ptrdiff_t(first),
                                 parts.content.begin() + std::ptrdiff_t(last));
  ParagraphStyle paragraph;
  paragraph.breaking = LineBreaking::None;
  paragraph.spacing = label_style(page, 1).paragraph.spacing;
  return part.empty() ? 0 : layout_text(part, paragraph, page.fonts()).box.width;
}

// The stroke runs under the stressed part, or under the whole title where nothing is stressed.
void draw_underline(PageBuilder& page, const TitleSetting& setting, Point origin, Color color) {
  const TitleParts parts = parts_of(page, setting.size);
  float left = origin.x, right = origin.x + setting.layout.box.width;
  if (parts.stressed < parts.content.size()) {
    left += span_width(page, parts, 0, parts.stressed);
    right = left + span_width(page, parts, parts.stressed, parts.stressed + 1);
  }
  const float y = origin.y + setting.size * 0.185f;
  page.stroke(wave(left, right, y, setting.size * 0.05f), color, setting.size * 0.13f);
}

}  // namespace

void draw_title(PageBuilder& page, const Rect& area) {
  const Title& title = page.poster().title;
  const TitleSetting setting = set_title(page, area);
  const TextLayout& layout = setting.layout;
  page.report("title", layout.diagnostics);
  page.require(layout.pending);
  const bool one_line = layout.lines.size() <= 1;
  const float last_baseline = layout.lines.empty() ? 0 : layout.lines.back().baseline;
  const float middle = kOpticalMiddle * setting.size - last_baseline / 2;
  const Point origin{area.center().x - layout.box.width / 2, area.center().y + middle};
  if (one_line && title.underline && !title.text.empty()) draw_underline(page, setting, origin, *title.underline);

  Block block;
  block.id = "title";
  block.kind = BlockKind::Title;
  block.source = title.text;
  block.font_size = setting.size;
  Group group = placed(layout.box, origin);
  const Rect ink = translated(ink_bounds(group.items, page.fonts()), origin);
  block.rect = ink.empty() ? Rect{origin.x, origin.y, 0, 0} : ink;
  block.overflow = setting.size < 18 * page.unit();
  if (block.overflow) page.report_overflow("title");
  page.add_block(block);
  group.id = "title";
  page.add(std::move(group));
  draw_title_decorations(page, area, block.rect);
}

}  // namespace sixiang
