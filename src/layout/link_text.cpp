#include "layout/link_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "layout/page_design.h"
#include "model/colors.h"

namespace sixiang {

namespace {

constexpr float kLineHeight = 1.2f, kUprightPitch = 1.16f, kUprightSpace = 0.6f;  // em

LinkTextSetting set_text(const PageBuilder& page, const std::string& text, LabelStyle style,
                         const LinkTextStyle& asked) {
  LinkTextSetting result;
  result.source = text;
  result.font_size = style.text.size;
  style.paragraph.line_height = kLineHeight;
  if (asked.max_width) {
    style.paragraph.breaking = LineBreaking::Balanced;
    style.paragraph.max_width = *asked.max_width;
    style.paragraph.align = TextAlign::Left;
    const TextLayout natural = layout_label(text, style, page.fonts());
    // Lines are aligned within the widest of them, not within what there was room for.
    float widest = 0;
    for (const TextLine& line : natural.lines) widest = std::max(widest, line.width);
    style.paragraph.align = asked.align;
    style.paragraph.max_width = std::max(1.0f, widest + 0.5f);
  }
  result.layout = layout_label(text, style, page.fonts());
  const Box& box = result.layout.box;
  result.ink_box = rect_from_edges(0, -box.ascent, box.width, box.descent);
  return result;
}

// Where a line ends at a space, what comes after it stands lower.
void keep_spaces(TextLayout& layout, const std::string& text, float space) {
  const auto lower = [&](std::size_t offset) {
    return space * float(std::count(text.begin(), text.begin() + std::ptrdiff_t(std::min(offset, text.size())), ' '));
  };
  for (Item& item : layout.box.items) {
    GlyphRun* run = std::get_if<GlyphRun>(&item);
    if (!run) continue;
    for (PositionedGlyph& glyph : run->glyphs) glyph.origin.y += lower(glyph.source.begin);
  }
  for (TextLine& line : layout.lines) line.baseline += lower(line.begin);
  layout.box.descent += lower(text.size());
}

LabelStyle style_of(const PageBuilder& page, float size, const LinkTextStyle& asked) {
  return label_style(page, size * asked.scale * page.unit(), asked.ground);
}

}  // namespace

LinkWords words_of(const std::string& text) {
  const std::size_t end = text.find('\n');
  if (end == std::string::npos) return {text, {}};
  return {text.substr(0, end), text.substr(end + 1)};
}

LinkTextSetting set_link_name(const PageBuilder& page, const std::string& text, const LinkTextStyle& style) {
  LabelStyle label = style_of(page, kPage.link_text.name, style);
  label.text.embolden_em = kPage.link_text.name_embolden;
  return set_text(page, text, label, style);
}

LinkTextSetting set_link_detail(const PageBuilder& page, const std::string& text, const LinkTextStyle& style) {
  return set_text(page, text, style_of(page, kPage.link_text.detail, style), style);
}

LinkTextSetting as_part_of(const std::string& whole, std::size_t offset, LinkTextSetting part) {
  part.source = whole;
  move_sources(part.layout.box.items, [offset](ByteRange source) {
    return ByteRange{source.begin + offset, source.end + offset};
  });
  return part;
}

LinkTextSetting set_upright(const PageBuilder& page, const std::string& text, const LinkTextStyle& style) {
  LabelStyle label = style_of(page, kPage.link_text.name, style);
  label.text.embolden_em = kPage.link_text.name_embolden;
  label.paragraph.breaking = LineBreaking::Greedy;
  label.paragraph.max_width = label.text.size * 1.05f;
  label.paragraph.align = TextAlign::Center;
  label.paragraph.line_height = kUprightPitch;
  LinkTextSetting result;
  result.source = text;
  result.font_size = label.text.size;
  result.layout = layout_label(text, label, page.fonts());
  keep_spaces(result.layout, text, kUprightSpace * label.text.size);
  const Box& box = result.layout.box;
  result.ink_box = rect_from_edges(0, -box.ascent, box.width, box.descent);
  return result;
}

bool stands_upright(const std::string& text) {
  const std::vector<CodePoint> points = decode_utf8(text);
  return points.size() <= kPage.link_text.upright &&
         std::all_of(points.begin(), points.end(), [](const CodePoint& point) {
           return point.value == U' ' || point.value == U'\n' || is_cjk(point.value);
         });
}

PlannedText placed_text(const BlockId& id, BlockKind kind, LinkTextSetting text, Point middle) {
  PlannedText planned;
  planned.block = make_block(id, kind, text.source);
  planned.origin = middle - text.ink_box.center();
  planned.block.rect = translated(text.ink_box, planned.origin);
  planned.block.font_size = text.font_size;
  planned.text = std::move(text.layout);
  return planned;
}

}  // namespace sixiang
