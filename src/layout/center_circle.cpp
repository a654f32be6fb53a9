#include "layout/center_circle.h"

#include <algorithm>
#include <cmath>

namespace sixiang {

namespace {

struct Line {
  TextLayout layout;
  float size = 0, ascent = 0, descent = 0;  // of the ink, so that the stack looks even
};

LabelStyle line_style(const PageBuilder& page, CenterRole role, Color fill) {
  switch (role) {
    case CenterRole::Caption:
      return label_style(page, 23 * page.unit(), fill);
    case CenterRole::Text:
      return label_style(page, 27 * page.unit(), fill);
    case CenterRole::Formula:
      break;
  }
  return label_style(page, 50 * page.unit(), fill);
}

std::vector<Line> set_lines(const PageBuilder& page, const Center& center) {
  std::vector<Line> lines;
  for (const CenterLine& source : center.lines) {
    const LabelStyle style = line_style(page, source.role, center.fill);
    Line line{layout_label(source.text, style, page.fonts()), style.text.size, 0, 0};
    const Rect ink = ink_bounds(line.layout.box.items, page.fonts());
    line.ascent = -ink.top();
    line.descent = ink.bottom();
    lines.push_back(std::move(line));
  }
  return lines;
}

float stack_height(const std::vector<Line>& lines, float gap) {
  float height = lines.empty() ? 0 : gap * float(lines.size() - 1);
  for (const Line& line : lines) height += line.ascent + line.descent;
  return height;
}

// True where every line's corners lie within the circle of that radius.
bool inside(const std::vector<Line>& lines, float gap, float scale, float radius) {
  float y = -stack_height(lines, gap) / 2 * scale;
  for (const Line& line : lines) {
    const float bottom = y + (line.ascent + line.descent) * scale;
    const float far = std::max(std::abs(y), std::abs(bottom));
    const float half = line.layout.box.width / 2 * scale;
    if (far * far + half * half > radius * radius) return false;
    y = bottom + gap * scale;
  }
  return true;
}

}  // namespace

void draw_center_circle(PageBuilder& page, const Center& center, Point middle, float radius) {
  const Path shape = circle(middle, radius);
  page.fill(shape, center.fill);
  page.outline(shape, page.poster().palette.ink);
  Block block;
  block.id = "center";
  block.kind = BlockKind::Center;
  block.rect = {middle.x - radius, middle.y - radius, 2 * radius, 2 * radius};
  page.add_block(block);

  const std::vector<Line> lines = set_lines(page, center);
  const float gap = 10 * page.unit();
  float scale = 1.2f;
  while (scale > 0.2f && !inside(lines, gap, scale, radius - 7 * page.unit())) scale -= 0.02f;
  float y = middle.y - stack_height(lines, gap) / 2 * scale;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    const std::string id = "center.lines." + std::to_string(i);
    page.report(id, line.layout.diagnostics);
    page.require(line.layout.pending);
    const Point origin{middle.x - line.layout.box.width / 2 * scale, y + line.ascent * scale};
    Block text;
    text.id = id;
    text.kind = BlockKind::CenterLine;
    text.source = center.lines[i].text;
    text.rect = {origin.x, y, line.layout.box.width * scale, (line.ascent + line.descent) * scale};
    text.font_size = line.size * scale;
    text.overflow = scale < 0.5f;
    if (text.overflow) page.report_overflow(id);
    page.add_block(text);
    Group group = placed(line.layout.box, origin, scale);
    group.id = id;
    page.add(std::move(group));
    y += (line.ascent + line.descent + gap) * scale;
  }
}

}  // namespace sixiang
