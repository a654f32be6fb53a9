#include "diagram/drawing.h"

#include <algorithm>

#include "base/sort_unique.h"
#include "base/stroke.h"

namespace sixiang {

namespace {

constexpr float kSlack = 0.02f;  // poster points, for sums of rounded numbers

// Of no size where they have nothing in common: a node without text or outline may lie outside of all ink.
Rect clipped(const Rect& rect, const Rect& limit) {
  const float left = std::clamp(rect.left(), limit.left(), limit.right());
  const float top = std::clamp(rect.top(), limit.top(), limit.bottom());
  return rect_from_edges(left, top, std::clamp(rect.right(), limit.left(), limit.right()),
                         std::clamp(rect.bottom(), limit.top(), limit.bottom()));
}

}  // namespace

void fill(Drawing& drawing, Path path, Color color) {
  FillPath item;
  item.path = std::move(path);
  item.color = color;
  drawing.items.emplace_back(std::move(item));
}

void stroke(Drawing& drawing, const Path& path, float width, Color color) {
  StrokeStyle style;
  style.width = width;
  fill(drawing, stroke_outline(path, style), color);
}

void fill_and_outline(Drawing& drawing, const Path& path, Color color, const DiagramStyle& style) {
  fill(drawing, path, color);
  stroke(drawing, path, style.outline_width, style.ink);
}

DiagramPart make_part(BlockId id, std::string source) {
  DiagramPart part;
  part.id = std::move(id.block);
  part.field = std::move(id.field);
  part.source = std::move(source);
  return part;
}

void report(Drawing& drawing, const BlockId& part, Problem problem, std::initializer_list<std::string_view> named) {
  Diagnostic& diagnostic = drawing.diagnostics.emplace_back(make_diagnostic(problem, named));
  diagnostic.block = part.block;
  diagnostic.field = part.field;
}

void report_overflow(Drawing& drawing) {
  const auto is_overflow = [](const Diagnostic& diagnostic) { return diagnostic.code == "overflow"; };
  if (std::any_of(drawing.diagnostics.begin(), drawing.diagnostics.end(), is_overflow)) return;
  report(drawing, {}, Problem::DiagramTooLarge);
}

DiagramLayout finish(Drawing drawing, const DiagramStyle& style, const FontSet& fonts) {
  const Rect ink = ink_bounds(drawing.items, fonts);
  DiagramLayout result;
  if (!ink.empty()) {
    const Size room = style.max_size;
    float scale = 1;
    if (ink.width > room.width + kSlack || ink.height > room.height + kSlack) {
      report_overflow(drawing);
      scale = std::max(0.0f, std::min(room.width / ink.width, room.height / ink.height));
    }
    const Point offset{-ink.x * scale, -ink.y * scale};
    Group group;
    group.placement = {offset, scale};
    group.items = std::move(drawing.items);
    result.box.width = std::min(ink.width * scale, room.width);
    result.box.descent = std::min(ink.height * scale, room.height);
    result.box.items.emplace_back(std::move(group));
    for (DiagramPart& part : drawing.parts) {
      part.rect = translated(scaled(clipped(part.rect, ink), scale), offset);
      part.font_size *= scale;
    }
  }
  result.parts = std::move(drawing.parts);
  result.diagnostics = std::move(drawing.diagnostics);
  result.pending = std::move(drawing.pending);
  sort_unique(result.pending);
  return result;
}

}  // namespace sixiang
