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

constexpr float kLongestGap = 4.6f;  // of the arrow head's length
constexpr float kHeadOfGap = 0.72f;  // an arrow head is no longer than this part of its gap
constexpr float kAlike = 1.5f;       // tokens that need more than this times the least are drawn as long pills
constexpr float kArcWidth = 0.8f;    // of an arrow's
constexpr float kMeeting = 0.3f;     // where arcs end, left of the middle, of a token's radius
constexpr float kFlattest = 0.2f;    // height of an arc of no length, of the highest one's
constexpr float kSteepest = 0.55f;   // height of an arc, of its width, at most
constexpr float kQuiet = 0.3f;       // how much paler most arcs are
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

bool is_ellipsis(const std::string& text) { return text == "…" || text == "⋯" || text == "..."; }

// Lengths in em of the text; the least gap between tokens in lengths of an arrow's head.
struct ChainDensity {
  float padding = 0, least_diameter = 0, gap = 0;
};
constexpr ChainDensity kRoomy{0.55f, 1.9f, 1.6f};
constexpr ChainDensity kDense{0.22f, 1.5f, 0.62f};  // for many tokens: arrow heads shrink with the gaps

struct ChainPlan {
  ChainDensity density;
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
    ChainPlan plan = largest(kRoomy);
    if (!fits(plan)) plan = largest(kDense);
    if (texts_.size() > 1) {
      const float spare = (style_.max_size.width - plan.width) / float(texts_.size() - 1);
      const float gap = std::min(plan.gap + std::max(0.0f, spare), style_.arrow_head * kLongestGap);
      plan = make_plan(plan.density, plan.scale, gap);
    }
    draw(plan);
    return finish(std::move(drawing_), style_, fonts_);
  }

 private:
  bool fits(const ChainPlan& plan) const {
    const float arcs = arcs_.empty() ? 0 : least_arc_room();
    return plan.width <= style_.max_size.width && plan.height + style_.outline_width + arcs <= style_.max_size.height;
  }

  // Thinner where there are many, or they would fill the whole figure.
  float arc_width() const { return style_.arrow_width * kArcWidth * std::clamp(8 / float(texts_.size()), 0.6f, 1.0f); }
  float least_arc_room() const { return 2.2f * style_.arrow_head; }

  ChainPlan largest(const ChainDensity& density) const {
    const float least = std::min(style_.min_text_size, style_.text_size);
    const float gap = style_.arrow_head * density.gap;
    ChainPlan plan = make_plan(density, 1, gap);
    for (float size = style_.text_size - kSizeStep; !fits(plan) && size >= least; size -= kSizeStep) {
      plan = make_plan(density, size / style_.text_size, gap);
    }
    return plan;
  }

  // The diameter of a circle around the text.
  float need(const MeasuredText& text, const ChainDensity& density) const {
    const float em = style_.text_size;
    const float diagonal = std::sqrt(text.ink.width * text.ink.width + text.ink.height * text.ink.height);
    return std::max(diagonal + density.padding * em, density.least_diameter * em);
  }

  ChainPlan make_plan(const ChainDensity& density, float scale, float gap) const {
    ChainPlan plan;
    plan.density = density;
    plan.scale = scale;
    plan.gap = gap;
    float least = need(texts_.front(), density);
    for (const MeasuredText& text : texts_) least = std::min(least, need(text, density));
    float diameter = least;
    for (const MeasuredText& text : texts_) {
      if (need(text, density) <= least * kAlike) diameter = std::max(diameter, need(text, density));
    }
    plan.height = diameter * scale;
    float x = 0;
    for (const MeasuredText& text : texts_) {
      const float wide = need(text, density) <= diameter ? 0 : text.ink.width + 0.95f * style_.text_size;
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
    for (std::size_t i = 1; i < texts_.size() && !arcs_.empty(); ++i) draw_arc_head(plan, i);
    for (std::size_t i = 0; i + 1 < texts_.size(); ++i) {
      ArrowStyle arrow;
      arrow.width = style_.arrow_width;
      arrow.head = std::min(style_.arrow_head, kHeadOfGap * plan.gap);
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

  // Arcs leave from the right of a token's top, the long ones nearer to its middle than the shorter ones that they
  // enclose, and all arcs to a token meet in one head on the left of its top: arcs of one token never cross.
  float leaving_offset(const ChainPlan& plan, std::size_t distance) const {
    const float most = float(std::max<std::size_t>(texts_.size() - 1, 2) - 1);
    const float nearness = 1 - float(distance - 1) / most;
    return plan.height / 2 * (0.12f + 0.56f * nearness);
  }

  Point meeting_point(const ChainPlan& plan, std::size_t token) const {
    return on_top(plan, token, -kMeeting * plan.height / 2, style_.outline_width / 2);
  }

  float arc_height(const ChainPlan& plan, std::size_t distance) const {
    const float room = style_.max_size.height - plan.height - style_.outline_width - arc_width();
    const float most = std::max(least_arc_room(), std::min(room, 0.24f * plan.width + plan.height * 0.2f));
    const float longest = float(arcs_.front().to - arcs_.front().from);
    return most * (kFlattest + (1 - kFlattest) * float(distance) / longest);
  }

  void draw_arc(const ChainPlan& plan, const Arc& arc) {
    const std::size_t distance = arc.to - arc.from;
    const float width = arc_width();
    const Point start = on_top(plan, arc.from, leaving_offset(plan, distance), 0);
    const Point end = meeting_point(plan, arc.to) - Point{0, arc_head(plan) * 0.6f};
    const float height = std::min(arc_height(plan, distance), kSteepest * (end.x - start.x));
    const float top = -plan.height / 2 - style_.outline_width / 2 - height;
    // A cubic whose controls are level reaches three quarters of the way from its ends to them.
    const float level = (top + width / 2 - (start.y + end.y) / 8) / 0.75f;
    const float lean = (end.x - start.x) * 0.14f;
    ArrowStyle arrow;
    arrow.width = width;
    arrow.color = arc_color(arc.to);
    arrow.ending = ArrowHead::None;
    draw_arrow(drawing_, {start, {start.x + lean, level}, {end.x, level}, end}, arrow);
  }

  float arc_head(const ChainPlan& plan) const { return std::min(style_.arrow_head, plan.height * 0.34f); }

  // What the last token depends on is the point of the figure: where all arcs are drawn, the others are quieter.
  Color arc_color(std::size_t to) const {
    return diagram_.arcs != ChainArcs::All || to + 1 == texts_.size() ? style_.accent
                                                                      : mixed(style_.accent, style_.card, kQuiet);
  }

  void draw_arc_head(const ChainPlan& plan, std::size_t to) {
    const Point tip = meeting_point(plan, to);
    ArrowStyle arrow;
    arrow.width = arc_width();
    arrow.head = arc_head(plan);
    arrow.color = arc_color(to);
    draw_arrow(drawing_, straight_curve(tip - Point{0, arrow.head}, tip), arrow);
  }

  // A font's dots are too small to be seen from afar.
  void draw_ellipsis(Point center, float em) {
    Path dots;
    for (float offset : {-0.34f, 0.0f, 0.34f}) dots.append(circle(center + Point{offset * em, 0}, 0.095f * em));
    fill(drawing_, std::move(dots), style_.ink);
  }

  void draw_token(const ChainPlan& plan, std::size_t index) {
    const Rect& rect = plan.tokens[index];
    const ChainToken& token = diagram_.tokens[index];
    fill_and_outline(drawing_, rounded_rectangle(rect, plan.height / 2), token.fill.value_or(style_.card), style_);
    const MeasuredText& text = texts_[index];
    if (is_ellipsis(token.text)) {
      draw_ellipsis(rect.center(), style_.text_size * plan.scale);
    } else {
      draw_text(drawing_, text, text_origin(text, rect.center(), TextCentering::Ink, plan.scale), plan.scale);
    }
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
