// A row of nodes that is all there is in a long low room: from end to end of it, with fat arrows, their words above; a
// way back runs below, its word in the line.
#include <algorithm>

#include "diagram/arranged_flow.h"

namespace sixiang {

namespace {

constexpr float kLong = 5, kLeastWidth = 30;  // a room is so many times as wide as high, so many em wide, and
constexpr float kLeastGain = 1.4f;            // so many times as wide as a plain row
constexpr std::size_t kMostNodes = 8;
constexpr float kSmaller = 0.95f;  // of two scales that are tried one after the other
// Em of the nodes' texts.
constexpr float kNodeWidth = 5, kNodeHeight = 1.7f;
constexpr float kPlainGap = 2;                  // of a row that fills no room
constexpr float kGap = 1.27f, kMostGap = 2.4f;  // of a node's width, as wanted and at most
constexpr float kShaft = 0.38f, kHeadLength = 0.68f, kHeadWidth = 1.05f, kEndGap = 0.22f;
constexpr float kWordAbove = 0.2f, kWordBeside = 0.3f;
constexpr float kDrop = 1.36f, kCorner = 0.42f, kStraight = 0.16f;  // of the way back; straight before its head
constexpr float kWordInLine = 0.66f;

// Nodes from left to right, and the arrows between them.
struct Row {
  std::vector<std::size_t> nodes;
  std::optional<std::size_t> back;  // of the arrows, from the last node to the first
};

// nullopt: it is not just a row.
std::optional<Row> row_of(const MeasuredFlow& content) {
  Row row;
  for (std::size_t i = 0; i < content.nodes.size(); ++i) row.nodes.push_back(i);
  std::sort(row.nodes.begin(), row.nodes.end(),
            [&](std::size_t a, std::size_t b) { return content.nodes[a].column < content.nodes[b].column; });
  for (const ContentNode& node : content.nodes) {
    const NodeShape shape = node.node->shape;
    if (node.row != content.nodes.front().row || (shape != NodeShape::Box && shape != NodeShape::Pill)) {
      return std::nullopt;
    }
  }
  std::vector<bool> joined(row.nodes.size());
  const auto place_of = [&](std::size_t node) {
    return std::size_t(std::find(row.nodes.begin(), row.nodes.end(), node) - row.nodes.begin());
  };
  for (std::size_t i = 0; i < content.arrows.size(); ++i) {
    const std::size_t from = place_of(content.arrows[i].from), to = place_of(content.arrows[i].to);
    if (to == from + 1 && !joined[from]) {
      joined[from] = true;
    } else if (from + 1 == row.nodes.size() && to == 0 && !row.back && from > 1) {
      row.back = i;
    } else {
      return std::nullopt;
    }
  }
  return std::count(joined.begin(), joined.end(), true) + 1 == std::ptrdiff_t(joined.size()) ? std::optional(row)
                                                                                             : std::nullopt;
}

class BandBuilder {
 public:
  BandBuilder(const MeasuredFlow& content, const Row& row, const DiagramStyle& style, float scale)
      : content_(content), row_(row), style_(style), em_(scale * style.text_size) {
    flow_.setting.scale = scale;
    flow_.arrow_text = arrow_text_scale(scale, style);
    flow_.trials = 1;
    for (const NodeSize& size : node_sizes(content, NodeWrapping::OneLine, style)) {
      natural_ = {std::max(natural_.width, size.width * scale), std::max(natural_.height, size.height * scale)};
    }
    const float count = float(row.nodes.size()), room = style.max_size.width - style.border_width;
    const float wanted = room / (count + kGap * (count - 1));
    node_ = {std::max(natural_.width, std::min(wanted, kNodeWidth * em_)),
             std::max(natural_.height, kNodeHeight * em_)};
    gap_ = std::min((room - count * node_.width) / (count - 1), kMostGap * node_.width);
  }

  bool is_worth_it() const {
    const float count = float(row_.nodes.size());
    return style_.max_size.width > kLeastGain * (count * natural_.width + (count - 1) * kPlainGap * em_);
  }

  // nullopt: it does not fit.
  std::optional<ArrangedFlow> build() {
    place_nodes();
    flow_.arrows.resize(content_.arrows.size());
    for (std::size_t i = 0; i < content_.arrows.size(); ++i) {
      const bool fits = i == row_.back ? place_back(i) : place_forward(i);
      if (!fits) return std::nullopt;
    }
    for (const NodeOutline& node : flow_.nodes) add(node_ink(node, style_));
    if (!is_in_room(flow_, style_)) return std::nullopt;
    return std::move(flow_);
  }

 private:
  void add(const Rect& rect) { flow_.bounds = united(flow_.bounds, rect); }

  void place_nodes() {
    flow_.nodes.resize(content_.nodes.size());
    for (std::size_t k = 0; k < row_.nodes.size(); ++k) {
      const Point middle{float(k) * (node_.width + gap_), 0};
      const ContentNode& node = content_.nodes[row_.nodes[k]];
      flow_.nodes[row_.nodes[k]] = node_outline(node.node->shape, centered_rect(middle, node_), kCorner * em_, 0);
    }
  }

  BlockArrowStyle style_of(std::size_t index) const {
    BlockArrowStyle result;
    result.shaft = kShaft * em_;
    result.head_length = kHeadLength * em_;
    result.head_width = kHeadWidth * em_;
    result.line = content_.arrows[index].arrow->style;
    result.shaft_color = result.head_color = content_.arrows[index].arrow->color.value_or(style_.accent);
    return result;
  }

  Size word_size(std::size_t index) const {
    const Rect& ink = content_.arrows[index].text.ink;
    return {ink.width * flow_.arrow_text, ink.height * flow_.arrow_text};
  }

  ArrangedArrow& start_arrow(std::size_t index) {
    ArrangedArrow& arrow = flow_.arrows[index];
    arrow.group = index;
    arrow.shape.style = style_of(index);
    return arrow;
  }

  // Its word above the shaft.
  bool place_forward(std::size_t index) {
    ArrangedArrow& arrow = start_arrow(index);
    const Rect &from = flow_.nodes[content_.arrows[index].from].rect, &to = flow_.nodes[content_.arrows[index].to].rect;
    const Point start{from.right() + kEndGap * em_, 0}, tip{to.left() - kEndGap * em_, 0};
    arrow.shape.way = {straight_curve(start, tip)};
    add(block_arrow_bounds(arrow.shape.way, arrow.shape.style, style_));
    if (content_.arrows[index].text.empty()) return true;
    const Size word = word_size(index);
    if (word.width + kWordBeside * em_ > tip.x - start.x - arrow.shape.style.head_length) return false;
    const float foot = -arrow.shape.style.shaft / 2 - style_.border_width - kWordAbove * em_;
    const float middle = (start.x + tip.x - arrow.shape.style.head_length) / 2;
    arrow.text = {middle - word.width / 2, foot - word.height, word.width, word.height};
    add(arrow.text);
    return true;
  }

  // Below the nodes; its word interrupts it.
  bool place_back(std::size_t index) {
    ArrangedArrow& arrow = start_arrow(index);
    const Rect &from = flow_.nodes[content_.arrows[index].from].rect, &to = flow_.nodes[content_.arrows[index].to].rect;
    const float edge = node_.height / 2 + kEndGap * em_, lane = node_.height / 2 + kDrop * em_;
    const float corner = std::min(kCorner, kDrop - kEndGap - kHeadLength - kStraight) * em_;
    const Point start{from.center().x, edge}, first{start.x, lane}, second{to.center().x, lane}, tip{second.x, edge};
    if (content_.arrows[index].text.empty()) {
      arrow.shape.way = way_through({start, first, second, tip}, {0, corner, corner, 0});
    } else {
      const Size word = word_size(index);
      const float middle = (first.x + second.x) / 2, half = word.width / 2 + kWordInLine * em_;
      if (first.x - middle < half + 2 * corner) return false;
      arrow.text = centered_rect({middle, lane}, word);
      add(arrow.text);
      arrow.shape.way = way_through({{middle - half, lane}, second, tip}, {0, corner, 0});
      BlockArrow before{way_through({start, first, {middle + half, lane}}, {0, corner, 0}), arrow.shape.style};
      before.style.head_length = 0;
      before.style.head_width = before.style.shaft;
      add(block_arrow_bounds(before.way, before.style, style_));
      arrow.before_text = std::move(before);
    }
    add(block_arrow_bounds(arrow.shape.way, arrow.shape.style, style_));
    return true;
  }

  const MeasuredFlow& content_;
  const Row& row_;
  const DiagramStyle& style_;
  float em_, gap_ = 0;
  Size natural_, node_;
  ArrangedFlow flow_;
};

}  // namespace

std::optional<ArrangedFlow> arrange_band(const MeasuredFlow& content, const DiagramStyle& style) {
  const std::size_t count = content.nodes.size();
  const Size& room = style.max_size;
  if (count < 2 || count > kMostNodes || room.width < kLong * room.height ||
      room.width < kLeastWidth * style.text_size) {
    return std::nullopt;
  }
  const std::optional<Row> row = row_of(content);
  if (!row || !BandBuilder(content, *row, style, 1).is_worth_it()) return std::nullopt;
  const float least = std::min(style.min_text_size, style.text_size) / style.text_size;
  for (float scale = 1; scale >= least; scale *= kSmaller) {
    if (std::optional<ArrangedFlow> flow = BandBuilder(content, *row, style, scale).build()) return flow;
  }
  return std::nullopt;
}

}  // namespace sixiang
