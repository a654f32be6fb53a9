// Rows of tiles whose dots scatter, captions below them, and arrows with their names in the captions' row or in lanes
// below it.
#include <algorithm>
#include <cmath>

#include "base/shapes.h"
#include "diagram/kinds.h"
#include "diagram/noise_dots.h"
#include "diagram/noise_plan.h"

namespace sixiang {

namespace {

BlockId tile_block(std::size_t index) { return block_of(item_id("tiles", index), "caption"); }
BlockId span_block(std::size_t index) { return block_of(item_id("spans", index), "text"); }

constexpr float kTileCorner = 0.2f;  // of a tile's side
constexpr float kTilePadding = 0.075f;

class NoiseLayout {
 public:
  NoiseLayout(const NoiseDiagram& diagram, const DiagramStyle& style, const FontSet& fonts, DrawingUse use)
      : diagram_(diagram), style_(style), fonts_(fonts), drawing_{use, {}, {}, {}, {}, {}, {}} {
    for (std::size_t i = 0; i < diagram.tiles.size(); ++i) {
      texts_.captions.push_back(measure_text(diagram.tiles[i].caption, style.ground, style, fonts));
      report_text(drawing_, texts_.captions.back(), tile_block(i));
    }
    for (std::size_t i = 0; i < diagram.spans.size(); ++i) {
      texts_.spans.push_back(measure_text(diagram.spans[i].text, style.ground, style, fonts));
      report_text(drawing_, texts_.spans.back(), span_block(i));
    }
  }

  DiagramLayout run() {
    if (diagram_.tiles.empty()) return finish(std::move(drawing_), style_, fonts_);
    report_unknown_tiles();
    draw(plan_noise(diagram_, texts_, style_));
    return finish(std::move(drawing_), style_, fonts_);
  }

 private:
  void report_unknown_tiles() {
    for (std::size_t i = 0; i < diagram_.spans.size(); ++i) {
      if (is_known(diagram_, diagram_.spans[i])) continue;
      report(drawing_, span_block(i), Problem::UnknownTile);
    }
  }

  void draw(const NoisePlan& plan) {
    NoiseDots dots;
    if (drawing_.use == DrawingUse::Drawn) dots = make_noise_dots(diagram_.seed, diagram_.dots);
    for (std::size_t i = 0; i < diagram_.tiles.size(); ++i) draw_tile(plan, dots, i);
    for (const PlacedSpan& span : plan.spans) draw_span(plan, span);
    if (!plan.fits) report_overflow(drawing_);
  }

  void draw_tile(const NoisePlan& plan, const NoiseDots& dots, std::size_t index) {
    const Rect rect = plan.tile_rect(index);
    fill_with_border(drawing_, rounded_rectangle(rect, kTileCorner * plan.tile), style_.card, style_);
    if (drawing_.use == DrawingUse::Drawn) draw_dots(plan, dots, index);
    const MeasuredText& caption = texts_.captions[index];
    const Point origin = text_origin(caption, plan.caption_center(index, style_), TextCentering::Frame, plan.scale);
    draw_text(drawing_, tile_block(index), caption, origin, plan.scale);
    DiagramPart part = make_part(tile_block(index), diagram_.tiles[index].caption);
    part.rect = inset(rect, -style_.border_width / 2);
    part.font_size = plan.scale * style_.text_size;
    drawing_.parts.push_back(std::move(part));
  }

  // Within the tile's walls.
  void draw_dots(const NoisePlan& plan, const NoiseDots& dots, std::size_t index) {
    const Rect rect = plan.tile_rect(index);
    const float half = plan.tile / 2 - style_.border_width / 2 - kTilePadding * plan.tile;
    // Dots touch on the figure, which reads as one line from afar; all keep inside the walls.
    const float radius = std::max(0.0f, std::clamp(dots.spacing * half * 0.56f, 0.04f * half, 0.125f * half));
    Path path;
    for (std::size_t i = 0; i < dots.figure.size(); ++i) {
      const Point place = dot_at(dots, i, diagram_.tiles[index].level) * (half - radius);
      path.append(circle(rect.center() + place, radius));
    }
    fill(drawing_, std::move(path), style_.accent);
  }

  // Of a span over several rows the part that bears the text is the named one.
  void draw_span(const NoisePlan& plan, const PlacedSpan& placed) {
    const NoiseSpan& span = diagram_.spans[placed.index];
    const MeasuredText& text = texts_.spans[placed.index];
    const Point row{0, plan.rows[placed.row].top};
    ArrowStyle arrow;
    arrow.width = style_.arrow_width;
    arrow.head = style_.arrow_head;
    arrow.color = span.color.value_or(style_.accent);
    Rect covered;
    const auto draw_line = [&](const ArrowCurve& line, ArrowHead ending) {
      arrow.ending = ending;
      const ArrowCurve moved = straight_curve(line.start + row, line.end + row);
      draw_arrow(drawing_, moved, arrow);
      covered = united(covered, arrow_bounds(moved, arrow));
    };
    if (placed.arrow) draw_line(*placed.arrow, ArrowHead::Triangle);
    if (placed.lead) draw_line(*placed.lead, ArrowHead::None);
    if (!placed.with_text) return;
    const Point origin = text_origin(text, placed.text_center + row, TextCentering::Frame, plan.scale);
    draw_text(drawing_, span_block(placed.index), text, origin, plan.scale);
    DiagramPart part = make_part(span_block(placed.index), span.text);
    part.rect = united(covered, ink_at(text, origin, plan.scale));
    part.font_size = plan.scale * style_.text_size;
    drawing_.parts.push_back(std::move(part));
  }

  const NoiseDiagram& diagram_;
  const DiagramStyle& style_;
  const FontSet& fonts_;
  Drawing drawing_;
  MeasuredNoise texts_;
};

}  // namespace

DiagramLayout layout_kind(const NoiseDiagram& diagram, const DiagramStyle& style, const FontSet& fonts,
                          DrawingUse use) {
  return NoiseLayout(diagram, style, fonts, use).run();
}

}  // namespace sixiang
