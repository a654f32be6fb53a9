// A row of tiles whose dots scatter, captions below them, and arrows with their names in the captions' row or in lanes
// below it.
#include <algorithm>
#include <cmath>
#include <optional>

#include "base/shapes.h"
#include "diagram/arrow.h"
#include "diagram/kinds.h"
#include "diagram/measured_text.h"
#include "diagram/noise_dots.h"
#include "diagram/vector.h"

namespace sixiang {

namespace {

constexpr float kTileGap = 0.1f;     // of a tile's side: between tiles that fill the width
constexpr float kWidestGap = 0.5f;   // between tiles that fill the height
constexpr float kTileCorner = 0.2f;  // of a tile's side
constexpr float kTilePadding = 0.075f;
constexpr float kLeastTile = 1.5f;  // of the smallest text size: smaller tiles show no figure
constexpr float kLaneHeight = 1.2f, kTextGap = 0.32f, kLaneTop = 0.3f;  // em
constexpr float kSizeStep = 0.5f;

struct Interval {
  float from = 0, to = 0;
};

// A row under the tiles; what stands in it keeps apart.
struct Lane {
  std::vector<Interval> taken;

  bool free(Interval wanted) const {
    return std::none_of(taken.begin(), taken.end(),
                        [&](Interval other) { return wanted.from < other.to && other.from < wanted.to; });
  }
};

struct PlacedSpan {
  std::size_t index = 0;
  std::optional<ArrowCurve> lead, arrow;  // before the text (without head) and after it; or only the arrow
  Point text_center;
};

// Everything at one text scale. x from the first tile's left edge, y from the tiles' top.
struct NoisePlan {
  float scale = 1, tile = 0, pitch = 0;
  std::vector<Lane> lanes;
  std::vector<PlacedSpan> spans;
  bool fits = false;
};

class NoiseLayout {
 public:
  NoiseLayout(const NoiseDiagram& diagram, const DiagramStyle& style, const FontSet& fonts)
      : diagram_(diagram), style_(style), fonts_(fonts) {
    for (std::size_t i = 0; i < diagram.tiles.size(); ++i) {
      captions_.push_back(measure_text(diagram.tiles[i].caption, style, fonts));
      report_text(drawing_, captions_.back(), "tiles." + std::to_string(i));
    }
    for (std::size_t i = 0; i < diagram.spans.size(); ++i) {
      span_texts_.push_back(measure_text(diagram.spans[i].text, style, fonts));
      report_text(drawing_, span_texts_.back(), "spans." + std::to_string(i));
    }
  }

  DiagramLayout run() {
    if (diagram_.tiles.empty()) return finish(std::move(drawing_), style_, fonts_);
    report_unknown_tiles();
    const float least = std::min(style_.min_text_size, style_.text_size);
    NoisePlan plan = make_plan(1);
    for (float size = style_.text_size - kSizeStep; !plan.fits && size >= least; size -= kSizeStep) {
      plan = make_plan(size / style_.text_size);
    }
    draw(plan);
    return finish(std::move(drawing_), style_, fonts_);
  }

 private:
  float em(const NoisePlan& plan) const { return plan.scale * style_.text_size; }
  float tile_center(const NoisePlan& plan, int tile) const { return float(tile) * plan.pitch + plan.tile / 2; }

  bool known(const NoiseSpan& span) const {
    const int count = int(diagram_.tiles.size());
    return span.from >= 0 && span.to >= 0 && span.from < count && span.to < count;
  }

  void report_unknown_tiles() {
    for (std::size_t i = 0; i < diagram_.spans.size(); ++i) {
      if (known(diagram_.spans[i])) continue;
      report(drawing_, "spans." + std::to_string(i), "unknown-tile",
             {"it starts or ends at a tile that does not exist: it is not drawn", "起止图块不存在：未绘制"});
    }
  }

  float below(const NoisePlan& plan) const {
    if (plan.lanes.empty()) return 0;
    return em(plan) * (kLaneTop + kLaneHeight * float(plan.lanes.size()));
  }

  float lane_middle(const NoisePlan& plan, std::size_t lane) const {
    return plan.tile + style_.outline_width / 2 + em(plan) * (kLaneTop + kLaneHeight * (float(lane) + 0.5f));
  }

  // Tiles as large as the width allows, or the height when `lanes` of text stand below.
  void size_tiles(NoisePlan& plan) const {
    const float count = float(diagram_.tiles.size());
    const float width = style_.max_size.width - style_.outline_width;
    const float height = style_.max_size.height - style_.outline_width - below(plan);
    const float outlines = style_.outline_width * (count - 1);
    const float by_width = (width - overhang(plan) - outlines) / (count + kTileGap * (count - 1));
    plan.tile = std::max(0.0f, std::min(by_width, height));
    const float spread = count > 1 ? (width - overhang(plan) - count * plan.tile) / (count - 1) : 0;
    plan.pitch = plan.tile + std::clamp(spread, 0.0f, kWidestGap * plan.tile);
  }

  // How far the captions of the first and the last tile stick out.
  float overhang(const NoisePlan& plan) const {
    const float side = plan.tile + style_.outline_width;
    const float first = captions_.front().ink.width * plan.scale - side;
    const float last = captions_.back().ink.width * plan.scale - side;
    return plan.tile > 0 ? std::max(0.0f, first / 2) + std::max(0.0f, last / 2) : 0;
  }

  NoisePlan make_plan(float scale) const {
    NoisePlan plan;
    plan.scale = scale;
    // The lanes below depend on the tiles' places, and the tiles' size on the lanes: a few rounds settle both.
    for (int round = 0; round < 4; ++round) {
      size_tiles(plan);
      plan.lanes.clear();
      plan.spans.clear();
      plan.fits = plan.tile >= kLeastTile * style_.min_text_size;
      place_captions(plan);
      for (std::size_t i = 0; i < diagram_.spans.size(); ++i) {
        if (known(diagram_.spans[i])) place_span(plan, i);
      }
    }
    const float height = plan.tile + style_.outline_width + below(plan);
    plan.fits = plan.fits && height <= style_.max_size.height + 0.01f;
    return plan;
  }

  void take(NoisePlan& plan, std::size_t lane, Interval interval) const {
    if (plan.lanes.size() <= lane) plan.lanes.resize(lane + 1);
    plan.lanes[lane].taken.push_back(interval);
  }

  bool is_free(const NoisePlan& plan, std::size_t lane, Interval interval) const {
    return lane >= plan.lanes.size() || plan.lanes[lane].free(interval);
  }

  void place_captions(NoisePlan& plan) const {
    const float gap = kTextGap * em(plan);
    for (std::size_t i = 0; i < captions_.size(); ++i) {
      if (captions_[i].empty()) continue;
      const float half = captions_[i].ink.width * plan.scale / 2;
      const float center = tile_center(plan, int(i));
      plan.fits = plan.fits && is_free(plan, 0, {center - half, center + half});
      take(plan, 0, {center - half - gap, center + half + gap});
    }
  }

  // Where a span's arrow starts or ends in a lane: at the middle of its tile, or beside the caption there.
  float span_end(const NoisePlan& plan, std::size_t lane, int tile, float direction) const {
    const MeasuredText& caption = captions_[std::size_t(tile)];
    const float inner = lane > 0          ? 0.35f * em(plan)
                        : caption.empty() ? 0
                                          : caption.ink.width * plan.scale / 2 + kTextGap * em(plan);
    return tile_center(plan, tile) + direction * inner;
  }

  void place_span(NoisePlan& plan, std::size_t index) const {
    const NoiseSpan& span = diagram_.spans[index];
    const MeasuredText& text = span_texts_[index];
    const float width = text.ink.width * plan.scale;
    const float direction = span.to > span.from ? 1.0f : -1.0f;
    const float room = text.empty() ? 0 : width + 2 * kTextGap * em(plan);
    const float least = room + style_.arrow_head * 1.2f + 2 * style_.arrow_width + 12;
    for (std::size_t lane = 0; lane < plan.lanes.size() + 2; ++lane) {
      const float start = span_end(plan, lane, span.from, direction), end = span_end(plan, lane, span.to, -direction);
      const float middle = (start + end) / 2;
      const Interval line{std::min(start, end), std::max(start, end)};
      const Interval words{middle - width / 2 - 1, middle + width / 2 + 1};
      PlacedSpan placed;
      placed.index = index;
      placed.text_center = {middle, lane_middle(plan, lane)};
      if (span.from == span.to) {
        if (!is_free(plan, lane, words)) continue;
        take(plan, lane, words);
      } else if ((end - start) * direction >= least) {
        if (!is_free(plan, lane, line)) continue;
        take(plan, lane, line);
        draw_through(placed, {start, end}, direction * room / 2);
      } else {
        // Too short for its text: the text stands below the arrow.
        const bool free = is_free(plan, lane, line) && is_free(plan, lane + 1, words) && lane > 0;
        if (!free || (end - start) * direction < style_.arrow_head) continue;
        take(plan, lane, line);
        take(plan, lane + 1, words);
        placed.arrow = straight_curve({start, placed.text_center.y}, {end, placed.text_center.y});
        placed.text_center.y = lane_middle(plan, lane + 1);
      }
      plan.spans.push_back(placed);
      return;
    }
    plan.fits = false;
  }

  static void draw_through(PlacedSpan& placed, Interval line, float half_room) {
    const float y = placed.text_center.y;
    if (half_room == 0) {
      placed.arrow = straight_curve({line.from, y}, {line.to, y});
    } else {
      placed.lead = straight_curve({line.from, y}, {placed.text_center.x - half_room, y});
      placed.arrow = straight_curve({placed.text_center.x + half_room, y}, {line.to, y});
    }
  }

  void draw(const NoisePlan& plan) {
    const NoiseDots dots = make_noise_dots(diagram_.seed, diagram_.dots);
    for (std::size_t i = 0; i < diagram_.tiles.size(); ++i) draw_tile(plan, dots, i);
    for (const PlacedSpan& span : plan.spans) draw_span(plan, span);
    if (!plan.fits && std::none_of(drawing_.diagnostics.begin(), drawing_.diagnostics.end(),
                                   [](const Diagnostic& diagnostic) { return diagnostic.code == "overflow"; })) {
      report(drawing_, "", "overflow",
             {"too many tiles or too long captions for the room", "图块过多或说明过长，版面放不下"});
    }
  }

  void draw_tile(const NoisePlan& plan, const NoiseDots& dots, std::size_t index) {
    const Rect rect{float(index) * plan.pitch, 0, plan.tile, plan.tile};
    fill_and_outline(drawing_, rounded_rectangle(rect, kTileCorner * plan.tile), style_.card, style_);
    const float half = plan.tile / 2 - style_.outline_width / 2 - kTilePadding * plan.tile;
    // Dots touch on the figure, which reads as one line from afar; all keep inside the walls.
    const float radius = std::max(0.0f, std::clamp(dots.spacing * half * 0.56f, 0.04f * half, 0.125f * half));
    Path path;
    for (std::size_t i = 0; i < dots.figure.size(); ++i) {
      const Point place = dot_at(dots, i, diagram_.tiles[index].level) * (half - radius);
      path.append(circle(rect.center() + place, radius));
    }
    fill(drawing_, std::move(path), style_.accent);
    const MeasuredText& caption = captions_[index];
    const Point center{tile_center(plan, int(index)), lane_middle(plan, 0)};
    draw_text(drawing_, caption, text_origin(caption, center, TextCentering::Frame, plan.scale), plan.scale);
    DiagramPart part;
    part.id = "tiles." + std::to_string(index);
    part.source = diagram_.tiles[index].caption;
    part.rect = inset(rect, -style_.outline_width / 2);
    part.font_size = em(plan);
    drawing_.parts.push_back(std::move(part));
  }

  void draw_span(const NoisePlan& plan, const PlacedSpan& placed) {
    const NoiseSpan& span = diagram_.spans[placed.index];
    const MeasuredText& text = span_texts_[placed.index];
    ArrowStyle arrow;
    arrow.width = style_.arrow_width;
    arrow.head = style_.arrow_head;
    arrow.color = span.color.value_or(style_.accent);
    const Point origin = text_origin(text, placed.text_center, TextCentering::Frame, plan.scale);
    Rect covered = ink_at(text, origin, plan.scale);
    if (placed.arrow) {
      draw_arrow(drawing_, *placed.arrow, arrow);
      covered = united(covered, arrow_bounds(*placed.arrow, arrow));
    }
    if (placed.lead) {
      arrow.ending = ArrowHead::None;
      draw_arrow(drawing_, *placed.lead, arrow);
      covered = united(covered, arrow_bounds(*placed.lead, arrow));
    }
    draw_text(drawing_, text, origin, plan.scale);
    DiagramPart part;
    part.id = "spans." + std::to_string(placed.index);
    part.source = span.text;
    part.rect = covered;
    part.font_size = em(plan);
    drawing_.parts.push_back(std::move(part));
  }

  const NoiseDiagram& diagram_;
  const DiagramStyle& style_;
  const FontSet& fonts_;
  Drawing drawing_;
  std::vector<MeasuredText> captions_, span_texts_;
};

}  // namespace

DiagramLayout layout_noise(const NoiseDiagram& diagram, const DiagramStyle& style, const FontSet& fonts) {
  return NoiseLayout(diagram, style, fonts).run();
}

}  // namespace sixiang
