// Tokens in a row, an arrow from each to the next, and arcs above from what a token depends on.
#include <algorithm>
#include <cmath>

#include "base/shapes.h"
#include "diagram/arrow.h"
#include "diagram/kinds.h"
#include "diagram/measured_text.h"
#include "diagram/vector.h"

namespace sixiang {

namespace {

constexpr float kShortestGap = 1.6f, kLongestGap = 4.6f;  // of the arrow head's length
constexpr float kAlike = 1.5f;       // tokens that need more than this times the least are drawn as long pills
constexpr float kArcWidth = 0.72f;   // of an arrow's
constexpr float kArcLanding = 1.0f;  // radius of the dot where an arc ends, of an arc's width
constexpr float kArcGap = 2;         // between that dot and the token's outline
constexpr float kSizeStep = 0.5f;

struct Arc {
  std::size_t from = 0, to = 0;
};

std::vector<Arc> arcs_of(ChainArcs kind, std::size_t count) {
  std::vector<Arc> arcs;
  for (std::size_t to = 1; to < count; ++to) {
    switch (kind) {
      case ChainArcs::All:
        for (std::size_t from = 0; from < to; ++from) arcs.push_back({from, to});
        break;
      case ChainArcs::Previous:
        arcs.push_back({to - 1, to});
        break;
      case ChainArcs::None:
        break;
    }
  }
  // Longer ones first: shorter arcs are painted over them.
  std::stable_sort(arcs.begin(), arcs.end(), [](Arc a, Arc b) { return a.to - a.from > b.to - b.from; });
  return arcs;
}

struct ChainPlan {
  float scale = 1, gap = 0;
  float height = 0;  // of a token's outline (its centre line)
  std::vector<Rect> tokens;
  float width = 0;  // of all ink
};

class ChainLayout {
 public:
  ChainLayout(const ChainDiagram& diagram, const DiagramStyle& style, const FontSet& fonts)
      : diagram_(diagram), style_(style), fonts_(fonts), arcs_(arcs_of(diagram.arcs, diagram.tokens.size())) {
    for (std::size_t i = 0; i < diagram.tokens.size(); ++i) {
      texts_.push_back(measure_text(diagram.tokens[i].text, style, fonts));
      report_text(drawing_, texts_.back(), "tokens." + std::to_string(i));
    }
  }

  DiagramLayout run() {
    if (texts_.empty()) return finish(std::move(drawing_), style_, fonts_);
    const float least = std::min(style_.min_text_size, style_.text_size);
    const float shortest = style_.arrow_head * kShortestGap;
    ChainPlan plan = make_plan(1, shortest);
    for (float size = style_.text_size - kSizeStep; !fits(plan) && size >= least; size -= kSizeStep) {
      plan = make_plan(size / style_.text_size, shortest);
    }
    if (texts_.size() > 1) {
      const float spare = (style_.max_size.width - plan.width) / float(texts_.size() - 1);
      const float gap = std::min(shortest + std::max(0.0f, spare), style_.arrow_head * kLongestGap);
      plan = make_plan(plan.scale, gap);
    }
    draw(plan);
    return finish(std::move(drawing_), style_, fonts_);
  }

 private:
  bool fits(const ChainPlan& plan) const {
    const float arcs = arcs_.empty() ? 0 : least_arc_room();
    return plan.width <= style_.max_size.width && plan.height + style_.outline_width + arcs <= style_.max_size.height;
  }

  float arc_width() const { return style_.arrow_width * kArcWidth; }
  float least_arc_room() const { return 10 * arc_width(); }

  float need(const MeasuredText& text) const {
    const float em = style_.text_size;
    const float diagonal = std::sqrt(text.ink.width * text.ink.width + text.ink.height * text.ink.height);
    return std::max(diagonal + 0.55f * em, 1.9f * em);
  }

  ChainPlan make_plan(float scale, float gap) const {
    ChainPlan plan;
    plan.scale = scale;
    plan.gap = gap;
    float least = need(texts_.front());
    for (const MeasuredText& text : texts_) least = std::min(least, need(text));
    float diameter = least;
    for (const MeasuredText& text : texts_) {
      if (need(text) <= least * kAlike) diameter = std::max(diameter, need(text));
    }
    plan.height = diameter * scale;
    float x = 0;
    for (const MeasuredText& text : texts_) {
      const float wide = need(text) <= diameter ? 0 : text.ink.width + 0.95f * style_.text_size;
      const float width = std::max(diameter, wide) * scale;
      plan.tokens.push_back({x, -plan.height / 2, width, plan.height});
      x += width + gap + style_.outline_width;
    }
    plan.width = x - gap;
    return plan;
  }

  NodeOutline outline(const ChainPlan& plan, std::size_t index) const {
    NodeOutline result;
    result.rect = plan.tokens[index];
    result.corner_radius = plan.height / 2;
    return result;
  }

  void draw(const ChainPlan& plan) {
    for (const Arc& arc : arcs_) draw_arc(plan, arc);
    for (std::size_t i = 0; i + 1 < texts_.size(); ++i) {
      ArrowStyle arrow;
      arrow.width = style_.arrow_width;
      arrow.head = style_.arrow_head;
      arrow.color = style_.accent;
      ArrowRoute route;
      route.clearance = style_.outline_width / 2;
      draw_arrow(drawing_, route_arrow(outline(plan, i), outline(plan, i + 1), route), arrow);
    }
    for (std::size_t i = 0; i < texts_.size(); ++i) draw_token(plan, i);
  }

  // The point on the upper side of a token that lies `offset` beside its middle, `clearance` above the outline.
  Point on_top(const ChainPlan& plan, std::size_t token, float offset, float clearance) const {
    const Rect& rect = plan.tokens[token];
    const float radius = plan.height / 2 + clearance;
    return {rect.center().x + offset, -std::sqrt(std::max(0.0f, radius * radius - offset * offset))};
  }

  // Arcs fan out over a token's top: those that arrive on the left, those that leave on the right, long ones nearer to
  // the middle than the shorter ones that they enclose. So arcs of one token never cross each other.
  float fan_offset(const ChainPlan& plan, std::size_t distance) const {
    const float most = float(std::max<std::size_t>(texts_.size() - 1, 2) - 1);
    const float nearness = 1 - float(distance - 1) / most;
    return plan.height / 2 * (0.16f + 0.56f * nearness);
  }

  float arc_height(const ChainPlan& plan, std::size_t distance) const {
    const float room = style_.max_size.height - plan.height - style_.outline_width - arc_width();
    const float most = std::max(least_arc_room(), std::min(room, 0.24f * plan.width + plan.height * 0.2f));
    const float longest = float(arcs_.front().to - arcs_.front().from);
    // Between linear and even: near arcs stay visible, far ones stay apart.
    const float part = float(distance) / longest;
    return most * (0.16f + 0.84f * part);
  }

  void draw_arc(const ChainPlan& plan, const Arc& arc) {
    const std::size_t distance = arc.to - arc.from;
    const float width = arc_width();
    const float clearance = style_.outline_width / 2 + kArcGap + kArcLanding * width;
    const float offset = fan_offset(plan, distance);
    const Point start = on_top(plan, arc.from, offset, 0), end = on_top(plan, arc.to, -offset, clearance);
    const float top = -plan.height / 2 - style_.outline_width / 2 - arc_height(plan, distance);
    // A cubic whose controls are level reaches three quarters of the way from its ends to them.
    const float level = (top - (start.y + end.y) / 8) / 0.75f;
    const float lean = (end.x - start.x) * 0.16f;
    const ArrowCurve curve{start, {start.x + lean, level}, {end.x - lean, level}, end};
    const bool last = arc.to + 1 == texts_.size();
    const Color color = last ? style_.accent : mixed(style_.accent, style_.card, 0.5f);
    ArrowStyle arrow;
    arrow.width = width;
    arrow.color = color;
    arrow.ending = ArrowHead::None;
    draw_arrow(drawing_, curve, arrow);
    fill(drawing_, circle(end, kArcLanding * 1.6f * width), color);
  }

  void draw_token(const ChainPlan& plan, std::size_t index) {
    const Rect& rect = plan.tokens[index];
    const ChainToken& token = diagram_.tokens[index];
    fill_and_outline(drawing_, rounded_rectangle(rect, plan.height / 2), token.fill.value_or(style_.card), style_);
    const MeasuredText& text = texts_[index];
    draw_text(drawing_, text, text_origin(text, rect.center(), TextCentering::Ink, plan.scale), plan.scale);
    DiagramPart part;
    part.id = "tokens." + std::to_string(index);
    part.source = token.text;
    part.rect = inset(rect, -style_.outline_width / 2);
    part.font_size = text.font_size * plan.scale;
    drawing_.parts.push_back(std::move(part));
  }

  const ChainDiagram& diagram_;
  const DiagramStyle& style_;
  const FontSet& fonts_;
  Drawing drawing_;
  std::vector<MeasuredText> texts_;
  std::vector<Arc> arcs_;
};

}  // namespace

DiagramLayout layout_chain(const ChainDiagram& diagram, const DiagramStyle& style, const FontSet& fonts) {
  return ChainLayout(diagram, style, fonts).run();
}

}  // namespace sixiang
