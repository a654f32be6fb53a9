// Tokens in a row, an arrow from each to the next, and arcs above from what a token depends on. A long chain goes on in
// further rows, like text: a piece of arrow leaves one row and enters the next, and arcs from earlier rows begin there.
#include <algorithm>
#include <cmath>

#include "base/shapes.h"
#include "diagram/arrow.h"
#include "diagram/chain_plan.h"
#include "diagram/kinds.h"

namespace sixiang {

namespace {

constexpr float kHeadOfGap = 0.72f;  // an arrow head is no longer than this part of its gap
constexpr float kArcWidth = 0.8f;    // of an arrow's
constexpr float kMeeting = 0.3f;     // where arcs end that share a head, left of the middle, of a token's radius
// Heads side by side: how far from the middle at most, of a token's radius, also where arcs leave on the right; how far
// from each other, of their length; how much smaller they may be for that.
constexpr float kApart = 0.7f, kLeave = 0.2f, kHeadApart = 1.05f, kLeastHead = 0.58f;
constexpr float kFlattest = 0.2f;   // height of an arc of no length, of the highest one's
constexpr float kSteepest = 0.55f;  // height of an arc, of its width, at most
constexpr float kArcOfLevel = 0.4f, kThinnest = 0.4f;
constexpr float kQuiet = 0.3f;  // how much paler most arcs are
constexpr float kSide = 0.35f;  // length of a piece of arrow at a row's side where there are arcs, of the gap

// From a token, or from the row's beginning for all tokens of earlier rows.
struct Arc {
  bool from_before = false;
  std::size_t from = 0, to = 0;
  std::size_t distance = 1;  // in tokens
};

BlockId token_block(std::size_t index) { return block_of(item_id("tokens", index), "text"); }

bool is_ellipsis(const std::string& text) { return text == "…" || text == "⋯" || text == "..."; }

class ChainLayout {
 public:
  ChainLayout(const ChainDiagram& diagram, const DiagramStyle& style, const FontSet& fonts, DrawingUse use)
      : diagram_(diagram), style_(style), fonts_(fonts), drawing_{use, {}, {}, {}, {}, {}, {}} {
    for (std::size_t i = 0; i < diagram.tokens.size(); ++i) {
      const ChainToken& token = diagram.tokens[i];
      texts_.push_back(measure_text(token.text, token.fill.value_or(style.card), style, fonts));
      report_text(drawing_, texts_.back(), token_block(i));
    }
  }

  DiagramLayout run() {
    if (texts_.empty()) return finish(std::move(drawing_), style_, fonts_);
    plan_ = plan_chain(texts_, diagram_.arcs, style_);
    for (const ChainRow& row : plan_.rows) draw_row(row);
    for (std::size_t i = 0; i < texts_.size(); ++i) draw_token(i);
    return finish(std::move(drawing_), style_, fonts_);
  }

 private:
  void add_arcs_to(std::size_t to, const ChainRow& row, std::vector<Arc>& arcs) const {
    const std::size_t place = to - row.first;
    switch (diagram_.arcs) {
      case ChainArcs::All:
        if (row.first > 0) arcs.push_back({true, to, to, place + 1});
        for (std::size_t from = row.first; from < to; ++from) arcs.push_back({false, from, to, to - from});
        break;
      case ChainArcs::Previous:
        if (to > 0) arcs.push_back({place == 0, place == 0 ? to : to - 1, to, 1});
        break;
      case ChainArcs::None:
        break;
    }
  }

  // Longer ones first: shorter arcs are painted over them.
  std::vector<Arc> arcs_of(const ChainRow& row) const {
    std::vector<Arc> arcs;
    for (std::size_t to = row.first; to < row.last; ++to) add_arcs_to(to, row, arcs);
    std::stable_sort(arcs.begin(), arcs.end(), [](const Arc& a, const Arc& b) { return a.distance > b.distance; });
    return arcs;
  }

  std::size_t longest_row() const { return plan_.rows.front().last - plan_.rows.front().first; }

  // Thinner where there are many, or they would fill the whole figure: half of the distance between two of them.
  float arc_width() const {
    const float wanted = style_.arrow_width * kArcWidth * std::clamp(8 / float(longest_row()), 0.6f, 1.0f);
    const float levels = diagram_.arcs == ChainArcs::All ? float(longest_row()) : 1;
    return std::min(wanted, std::max(kThinnest * wanted, kArcOfLevel * plan_.arc_room / levels));
  }

  NodeOutline outline(std::size_t index) const {
    NodeOutline result;
    result.rect = plan_.tokens[index];
    result.corner_radius = plan_.height / 2;
    return result;
  }

  void draw_row(const ChainRow& row) {
    const std::vector<Arc> arcs = arcs_of(row);
    for (const Arc& arc : arcs) draw_arc(row, arc);
    for (std::size_t i = row.first; i < row.last; ++i) {
      if (i > 0 && !arcs.empty()) draw_arc_head(row, i);
    }
    ArrowRoute route;
    route.clearance = style_.border_width / 2;
    for (std::size_t i = row.first; i + 1 < row.last; ++i) {
      draw_arrow(drawing_, route_arrow(outline(i), outline(i + 1), route), arrow_style());
    }
    if (row.first > 0) {
      const Rect& rect = plan_.tokens[row.first];
      const float end = rect.left() - style_.border_width / 2;
      draw_arrow(drawing_, straight_curve({plan_.left(), row.middle}, {end, row.middle}), arrow_style());
    }
    if (row.last < texts_.size()) {
      const float start = plan_.tokens[row.last - 1].right();
      draw_arrow(drawing_, straight_curve({start, row.middle}, {start + plan_.gap, row.middle}), arrow_style());
    }
  }

  ArrowStyle arrow_style() const {
    ArrowStyle arrow;
    arrow.width = style_.arrow_width;
    arrow.head = std::min(style_.arrow_head, kHeadOfGap * plan_.gap);
    arrow.color = style_.accent;
    return arrow;
  }

  // The point on the upper side of a token that lies `offset` beside its middle, `clearance` above the outline.
  Point on_top(std::size_t token, float offset, float clearance) const {
    const Point center = plan_.tokens[token].center();
    const float radius = plan_.height / 2 + clearance;
    return center + Point{offset, -std::sqrt(std::max(0.0f, radius * radius - offset * offset))};
  }

  // Arcs leave from the right of a token's top, the long ones nearer to its middle than the shorter ones that they
  // enclose, and all arcs to a token meet in one head on the left of its top: arcs of one token never cross.
  float leaving_offset(std::size_t distance) const {
    const float most = float(std::max<std::size_t>(longest_row() - 1, 2) - 1);
    const float nearness = std::max(0.0f, 1 - float(distance - 1) / most);
    return plan_.height / 2 * (0.12f + 0.56f * nearness);
  }

  // Arcs to one token end side by side, the longest one at the right, where their heads have room; else all in one
  // head.
  struct Meeting {
    float first = 0, step = 0;  // offsets beside the token's middle
    std::size_t heads = 1;
    float head = 0;  // length
  };
  Meeting meeting(const ChainRow& row, std::size_t token) const {
    const float radius = plan_.height / 2;
    const Meeting together{-kMeeting * radius, 0, 1, arc_head()};
    const std::size_t count = token - row.first + (row.first > 0 ? 1 : 0);
    if (diagram_.arcs != ChainArcs::All || count < 2) return together;
    // On the right, arcs leave again.
    const float left = -kApart * radius, right = token + 1 == texts_.size() ? kApart * radius : kLeave * radius;
    const float step = std::min(kHeadApart * arc_head(), (right - left) / float(count - 1));
    const float head = step / kHeadApart;
    if (head < kLeastHead * arc_head()) return together;
    return {(left + right) / 2 - step * float(count - 1) / 2, step, count, head};
  }

  Point meeting_point(const ChainRow& row, std::size_t token, std::size_t place) const {
    const Meeting heads = meeting(row, token);
    return on_top(token, heads.first + heads.step * float(place), style_.border_width / 2);
  }

  float arc_height(std::size_t distance) const {
    const float longest = diagram_.arcs == ChainArcs::All && longest_row() > 1 ? float(longest_row() - 1) : 1;
    const float part = std::min(1.0f, float(distance) / longest);
    return (plan_.arc_room - arc_width()) * (kFlattest + (1 - kFlattest) * part);
  }

  void draw_arc(const ChainRow& row, const Arc& arc) {
    const float width = arc_width();
    const Point start = arc.from_before ? Point{plan_.left() + kSide * plan_.gap, row.middle}
                                        : on_top(arc.from, leaving_offset(arc.distance), 0);
    const Point end = meeting_point(row, arc.to, arc.distance - 1) - Point{0, arc_head() * 0.6f};
    const float height = std::min(arc_height(arc.distance), kSteepest * (end.x - start.x));
    const float top = row.middle - plan_.height / 2 - style_.border_width / 2 - height;
    // A cubic whose controls are level reaches three quarters of the way from its ends to them.
    const float level = (top + width / 2 - (start.y + end.y) / 8) / 0.75f;
    const float lean = (end.x - start.x) * 0.14f;
    ArrowStyle arrow;
    arrow.width = width;
    arrow.color = arc_color(arc.to);
    arrow.ending = ArrowHead::None;
    draw_arrow(drawing_, {start, {start.x + lean, level}, {end.x, level}, end}, arrow);
  }

  float arc_head() const { return std::min(style_.arrow_head, plan_.height * 0.34f); }

  // What the last token depends on is the point of the figure: where all arcs are drawn, the others are quieter.
  Color arc_color(std::size_t to) const {
    return diagram_.arcs != ChainArcs::All || to + 1 == texts_.size() ? style_.accent
                                                                      : mixed(style_.accent, style_.card, kQuiet);
  }

  void draw_arc_head(const ChainRow& row, std::size_t to) {
    if (to == row.first && row.first == 0) return;
    ArrowStyle arrow;
    arrow.width = arc_width();
    arrow.color = arc_color(to);
    const Meeting heads = meeting(row, to);
    arrow.head = heads.head;
    for (std::size_t i = 0; i < heads.heads; ++i) {
      const Point tip = meeting_point(row, to, i);
      draw_arrow(drawing_, straight_curve(tip - Point{0, arrow.head}, tip), arrow);
    }
  }

  // A font's dots are too small to be seen from afar.
  void draw_ellipsis(Point center, float em, Color color) {
    Path dots;
    for (float offset : {-0.34f, 0.0f, 0.34f}) dots.append(circle(center + Point{offset * em, 0}, 0.095f * em));
    fill(drawing_, std::move(dots), color);
  }

  void draw_token(std::size_t index) {
    const Rect& rect = plan_.tokens[index];
    const ChainToken& token = diagram_.tokens[index];
    fill_with_border(drawing_, rounded_rectangle(rect, plan_.height / 2), token.fill.value_or(style_.card), style_);
    const MeasuredText& text = texts_[index];
    if (is_ellipsis(token.text)) {
      draw_ellipsis(rect.center(), style_.text_size * plan_.scale, text.color);
    } else {
      const Point origin = text_origin(text, rect.center(), circle_centering(text), plan_.scale);
      draw_text(drawing_, token_block(index), text, origin, plan_.scale);
    }
    DiagramPart part = make_part(token_block(index), token.text);
    part.rect = inset(rect, -style_.border_width / 2);
    part.font_size = text.font_size * plan_.scale;
    drawing_.parts.push_back(std::move(part));
  }

  const ChainDiagram& diagram_;
  const DiagramStyle& style_;
  const FontSet& fonts_;
  Drawing drawing_;
  std::vector<MeasuredText> texts_;
  ChainPlan plan_;
};

}  // namespace

DiagramLayout layout_kind(const ChainDiagram& diagram, const DiagramStyle& style, const FontSet& fonts,
                          DrawingUse use) {
  return ChainLayout(diagram, style, fonts, use).run();
}

}  // namespace sixiang
