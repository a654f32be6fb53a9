#include "diagram/flow_drawing.h"

#include "base/shapes.h"

namespace sixiang {

namespace {

constexpr float kInnerPart = 0.6f;  // of a diamond, that holds its text

TextCentering centering_in(const NodeOutline& outline, const MeasuredText& text) {
  switch (outline.shape) {
    case NodeShape::Circle:
      return circle_centering(text);
    case NodeShape::Diamond:
      return TextCentering::Ink;
    case NodeShape::Box:
    case NodeShape::Narrowing:
    case NodeShape::Widening:
    case NodeShape::Plain:
    case NodeShape::Pill:
      break;
  }
  return TextCentering::Frame;
}

// A box with the name above and a part of the card's colour below.
void draw_parts(Drawing& drawing, const NodeOutline& outline, float parting, Color color, const DiagramStyle& style) {
  const Rect& rect = outline.rect;
  const Rect name = rect_from_edges(rect.left(), rect.top(), rect.right(), parting);
  fill(drawing, outline_path(outline), style.card);
  fill_with_border(drawing, top_rounded_rectangle(name, outline.corner_radius), color, style);
  StrokeStyle pen;
  pen.width = style.border_width;
  stroke(drawing, outline_path(outline), std::move(pen), style.ink);
}

}  // namespace

Rect node_ink(const NodeOutline& outline, const DiagramStyle& style) {
  if (outline.shape == NodeShape::Plain) return outline.rect;
  return inset(outline.rect, -style.border_width / 2);
}

void draw_node(Drawing& drawing, const ContentNode& node, const NodeOutline& outline, const NodeSetting& setting,
               const DiagramStyle& style) {
  const MeasuredText& text = node.text_for(setting.wrapping);
  const Point origin = text_origin(text, outline.rect.center(), centering_in(outline, text), setting.scale);
  const Color color = node.node->fill.value_or(style.card);
  if (text.part) {
    draw_parts(drawing, outline, origin.y + text.part->top * setting.scale, color, style);
  } else if (outline.shape != NodeShape::Plain) {
    fill_with_border(drawing, outline_path(outline), color, style);
  }
  draw_text(drawing, node_block(*node.node), text, origin, setting.scale);
  DiagramPart part = make_part(node_block(*node.node), node.node->text);
  part.rect = node_ink(outline, style);
  // The corners of diamonds lie beside each other's edges.
  if (outline.shape == NodeShape::Diamond) {
    const Size inner{outline.rect.width * kInnerPart, outline.rect.height * kInnerPart};
    part.rect = centered_rect(outline.rect.center(), inner);
  }
  part.font_size = text.font_size * setting.scale;
  drawing.parts.push_back(std::move(part));
}

void draw_arrow_text(Drawing& drawing, const ContentArrow& arrow, const Rect& place, float scale) {
  if (place.empty()) return;
  const Point origin = text_origin(arrow.text, place.center(), TextCentering::Ink, scale);
  draw_text(drawing, arrow_block(arrow.index), arrow.text, origin, scale);
  DiagramPart part = make_part(arrow_block(arrow.index), arrow.arrow->text);
  part.rect = place;
  part.font_size = arrow.text.font_size * scale;
  drawing.parts.push_back(std::move(part));
}

}  // namespace sixiang
