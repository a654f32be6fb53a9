#include "diagram/flow_content.h"

#include <algorithm>
#include <cmath>

namespace sixiang {

namespace {

// Nearer than this in both directions, in columns and rows, two nodes stand at one place.
constexpr float kSamePlace = 0.25f;
// Texts narrower than this stay on one line, or on two, em.
constexpr float kWrapFrom = 2.4f, kThreeLinesFrom = 5.5f;
// Shapes whose needs differ by more than this factor are not made equal.
constexpr float kAlike = 1.4f;
constexpr float kPlainMargin = 0.4f;  // em
constexpr float kPartMargin = 0.84f;  // em, of boxes of two parts
constexpr float kRingDetail = 0.74f;  // of the name's size
constexpr float kTreeDetail = 0.76f;  // the same: an answer's detail is read like a label
// Longer lines are broken, em of the name: in circles, and in a tree's nodes on two lines or on three.
constexpr float kLineInCircle = 4.5f, kTwoLinesFrom = 5.2f, kThreeFrom = 4.2f;
constexpr float kPale = 0.6f;                        // of the card's colour in a node's, for what stands beside it
constexpr float kIcon = 1.7f, kIconInCircle = 2.3f;  // em
constexpr float kIconInDisc = 0.36f;  // of the diameter that a node of a ring over the whole page shall have
constexpr float kIconFill = 0.6f;     // of the card's colour in the accent, for icons in nodes without a fill
constexpr float kDiamondFull = 0.9f;  // how far a diamond's texts reach out: 1 where they touch the edges

bool same_place(const ContentNode& a, const ContentNode& b) {
  return std::fabs(a.column - b.column) < kSamePlace && std::fabs(a.row - b.row) < kSamePlace;
}

}  // namespace

BlockId node_block(const FlowNode& node) { return block_of(join_id("nodes", node.id), "text"); }
BlockId arrow_block(std::size_t index) { return block_of(item_id("arrows", index), "text"); }

namespace {

void move_apart(std::vector<ContentNode>& nodes, Drawing& drawing) {
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    ContentNode& node = nodes[i];
    const auto taken = [&] {
      return std::any_of(nodes.begin(), nodes.begin() + std::ptrdiff_t(i),
                         [&](const ContentNode& other) { return same_place(node, other); });
    };
    while (taken()) node.row += 1;
    if (node.row == node.node->row) continue;
    report(drawing, node_block(*node.node), Problem::NodesOverlap);
  }
}

// Where the diagram is arranged by rule, all stand in one row until the rule has its say.
void place_as_written(std::vector<ContentNode>& nodes, FlowArrangement arrange, Drawing& drawing) {
  const bool free = arrange == FlowArrangement::Free;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    nodes[i].column = free ? nodes[i].node->column : float(i);
    nodes[i].row = free ? nodes[i].node->row : 0;
  }
  if (free) move_apart(nodes, drawing);
}

Color ground_of(const FlowNode& node, const DiagramStyle& style) {
  return node.shape == NodeShape::Plain ? style.ground : node.fill.value_or(style.card);
}

std::optional<std::size_t> find_node(const FlowDiagram& diagram, const std::string& id) {
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
    if (diagram.nodes[i].id == id) return i;
  }
  return std::nullopt;
}

void resolve_arrows(MeasuredFlow& content, const FlowDiagram& diagram, const DiagramStyle& style, const FontSet& fonts,
                    Drawing& drawing, float detail) {
  // Where any has a detail, all names look like names.
  const bool detailed = std::any_of(diagram.arrows.begin(), diagram.arrows.end(),
                                    [](const FlowArrow& arrow) { return has_detail(arrow.text); });
  for (std::size_t i = 0; i < diagram.arrows.size(); ++i) {
    const FlowArrow& arrow = diagram.arrows[i];
    const std::optional<std::size_t> from = find_node(diagram, arrow.from), to = find_node(diagram, arrow.to);
    if (!from || !to) {
      const std::string& missing = from ? arrow.to : arrow.from;
      report(drawing, arrow_block(i), Problem::UnknownNode, {missing});
      continue;
    }
    ContentArrow& resolved = content.arrows.emplace_back();
    resolved.arrow = &arrow;
    resolved.index = i;
    resolved.from = *from;
    resolved.to = *to;
    resolved.bend = arrow.bend;
    const Color own = arrow.color.value_or(diagram.nodes[*from].fill.value_or(style.accent));
    NameLook look;
    look.ground = style.ground;
    look.detail = detail;
    if (detailed) look.color = readable_tone(own, style);
    if (diagram.arrange == FlowArrangement::Ring) {
      // Many arrows have their texts near each other: the stroke says which one it is.
      look.color = readable_tone(style.key_formula, style);
      look.underline = own;
      look.detail = kRingDetail;
      look.weight = NameWeight::Bold;
    }
    resolved.text = measure_name_and_detail(arrow.text, look, style, fonts);
  }
  for (ContentArrow& a : content.arrows) {
    a.paired = std::any_of(content.arrows.begin(), content.arrows.end(),
                           [&](const ContentArrow& b) { return a.from != a.to && a.from == b.to && a.to == b.from; });
  }
}

// A line of text whose far edge lies `high` from the middle leaves room where its half width, of the diamond's, and
// that, of the diamond's half height, add up to less than 1.
NodeSize diamond_size(const MeasuredText& text, float em, float wide_for_height) {
  float height = 2.4f * em;
  const Point middle = text.ink.center();
  for (const Rect& line : text.lines) {
    const float wide = 2 * std::max(middle.x - line.left(), line.right() - middle.x);
    const float high = std::max(middle.y - line.top(), line.bottom() - middle.y);
    height = std::max(height, (wide / wide_for_height + 2 * high) / kDiamondFull);
  }
  return {height * wide_for_height, height, 0};
}

// From the middle of its ink to the farthest corner of what it is made of.
float reach_of(const MeasuredText& text) {
  const Point middle = text.ink.center();
  float reach = 0;
  for (const Rect& block : text.blocks) {
    const float wide = std::max(middle.x - block.left(), block.right() - middle.x);
    const float high = std::max(middle.y - block.top(), block.bottom() - middle.y);
    reach = std::max(reach, std::sqrt(wide * wide + high * high));
  }
  return reach;
}

NodeSize node_size(const ContentNode& node, NodeWrapping wrapping, float em, float diamond_width) {
  const MeasuredText& text = node.text_for(wrapping);
  const Rect content = text.extent();
  switch (node.node->shape) {
    case NodeShape::Box:
      return {std::max(content.width + 0.8f * em, 2 * em),
              std::max(content.height + (text.part ? kPartMargin : 0.7f) * em, 1.45f * em), 0};
    case NodeShape::Circle: {
      const float diameter = std::max(2 * reach_of(text) + 0.5f * em, 1.55f * em);
      return {diameter, diameter, 0};
    }
    case NodeShape::Narrowing:
    case NodeShape::Widening: {
      const float edge = std::max(content.height + 0.7f * em, 1.44f * em);
      return {std::max(content.width + 0.6f * em, 2.2f * em), std::max(edge * 2.05f, 4 * em),
              std::max(edge, 2.6f * em)};
    }
    case NodeShape::Diamond:
      return diamond_size(text, em, diamond_width);
    case NodeShape::Pill:
      return {std::max(content.width + 1.5f * em, 2.4f * em), std::max(content.height + 0.7f * em, 1.45f * em), 0};
    case NodeShape::Plain:
      break;
  }
  // Without an outline of its own a text keeps arrows at a distance.
  return {std::max(content.width + kPlainMargin * em, 0.5f * em),
          std::max(content.height + kPlainMargin * em, 0.5f * em), 0};
}

bool alike(const ContentNode& a, const ContentNode& b) {
  const NodeShape shape = a.node->shape, other = b.node->shape;
  switch (shape) {
    case NodeShape::Box:
    case NodeShape::Pill:
      return other == shape && a.column == b.column;
    case NodeShape::Circle:
    case NodeShape::Diamond:
      return other == shape;
    case NodeShape::Narrowing:
    case NodeShape::Widening:
      return other == NodeShape::Narrowing || other == NodeShape::Widening;
    case NodeShape::Plain:
      break;
  }
  return false;
}

bool side_by_side(const ContentNode& a, const ContentNode& b) {
  return a.node->shape == NodeShape::Box && b.node->shape == NodeShape::Box && a.row == b.row;
}

void grow_to(float& length, float other) {
  if (other > length && other <= length * kAlike) length = other;
}

void grow_to(NodeSize& size, const NodeSize& other) {
  grow_to(size.width, other.width);
  grow_to(size.height, other.height);
  grow_to(size.short_edge, other.short_edge);
}

enum class Line { None, Row, Column };

// Whether all nodes stand in one row or column.
Line line_of(const std::vector<ContentNode>& nodes) {
  const auto all = [&](float ContentNode::*place) {
    return std::all_of(nodes.begin(), nodes.end(),
                       [&](const ContentNode& node) { return std::fabs(node.*place - nodes[0].*place) < kSamePlace; });
  };
  return all(&ContentNode::row) ? Line::Row : all(&ContentNode::column) ? Line::Column : Line::None;
}

// Of each node, counted from the line's beginning.
std::vector<std::size_t> places_in_line(const std::vector<ContentNode>& nodes) {
  float ContentNode::*const place = line_of(nodes) == Line::Row ? &ContentNode::column : &ContentNode::row;
  std::vector<std::size_t> places(nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (const ContentNode& other : nodes) places[i] += other.*place < nodes[i].*place ? 1 : 0;
  }
  return places;
}

void add_icon(ContentNode& node, const DiagramStyle& style) {
  if (node.node->icon.empty()) return;
  const Color pale = mixed(style.accent, style.card, kIconFill);
  const Color fill = node.node->fill ? style.card : pale;
  const bool is_of_page = style.disc > 0;
  const float in_circle = is_of_page ? kIconInDisc * style.disc / style.text_size : kIconInCircle;
  const IconAbove above{node.node->icon, fill, node.node->shape == NodeShape::Circle ? in_circle : kIcon};
  put_icon_above(node.text, above, style);
  if (node.wrapped) put_icon_above(*node.wrapped, above, style);
  if (node.on_three_lines) put_icon_above(*node.on_three_lines, above, style);
  if (node.apart) put_icon_above(node.apart->name, above, style);
}

}  // namespace

Color note_color(const ContentNode& node, const DiagramStyle& style) {
  return mixed(node.node->fill.value_or(style.accent), style.card, kPale);
}

void share_parts_of_rows(MeasuredFlow& content) {
  for (const ContentNode& first : content.nodes) {
    std::vector<MeasuredText*> row, wrapped, on_three_lines;
    for (ContentNode& node : content.nodes) {
      if (node.row != first.row) continue;
      row.push_back(&node.text);
      if (node.wrapped) wrapped.push_back(&*node.wrapped);
      if (node.on_three_lines) on_three_lines.push_back(&*node.on_three_lines);
    }
    share_parts(row);
    share_parts(wrapped);
    share_parts(on_three_lines);
  }
}

MeasuredFlow measure_flow(const FlowDiagram& diagram, const DiagramStyle& style, const FontSet& fonts, Drawing& drawing,
                          float detail) {
  MeasuredFlow content;
  const bool is_ring = diagram.arrange == FlowArrangement::Ring;
  const bool in_tree = diagram.arrange == FlowArrangement::Tree;
  for (const FlowNode& node : diagram.nodes) {
    ContentNode& measured = content.nodes.emplace_back();
    measured.node = &node;
    NameLook look;
    look.ground = ground_of(node, style);
    look.detail = detail;
    if (node.shape == NodeShape::Box) look.part_ground = style.card;
    if (in_tree) look.detail = kTreeDetail;
    if (is_ring && node.shape == NodeShape::Circle) {
      look.weight = NameWeight::Bold;
      look.longest_line = kLineInCircle;
      look.detail = kRingDetail;
    }
    measured.text = measure_name_and_detail(node.text, look, style, fonts);
    if (in_tree && has_detail(node.text) && node.shape != NodeShape::Circle) {
      look.longest_line = kTwoLinesFrom;
      measured.wrapped = measure_name_and_detail(node.text, look, style, fonts);
      look.longest_line = kThreeFrom;
      look.most_lines = 3;
      measured.on_three_lines = measure_name_and_detail(node.text, look, style, fonts);
    }
    if (is_ring && node.shape == NodeShape::Circle && style.least_note > 0 && has_detail(node.text)) {
      NameLook beside;
      beside.ground = note_color(measured, style);
      measured.apart = measure_apart(node.text, look, beside, style, fonts);
    }
    if (node.shape != NodeShape::Circle && !has_detail(node.text) &&
        measured.text.ink.width > kWrapFrom * style.text_size && may_be_wrapped(measured.text, style)) {
      measured.wrapped = measure_on_two_lines(measured.text, style, fonts);
      if (measured.text.ink.width > kThreeLinesFrom * style.text_size) {
        measured.on_three_lines = measure_on_three_lines(measured.text, style, fonts);
      }
    }
    content.can_wrap = content.can_wrap || measured.wrapped;
    add_icon(measured, style);
    report_text(drawing, measured.text, node_block(node));
  }
  place_as_written(content.nodes, diagram.arrange, drawing);
  if (diagram.arrange == FlowArrangement::Free) share_parts_of_rows(content);
  resolve_arrows(content, diagram, style, fonts, drawing, detail);
  for (const ContentArrow& arrow : content.arrows) {
    report_text(drawing, arrow.text, arrow_block(arrow.index));
  }
  return content;
}

std::vector<FlowPlace> places_of(const MeasuredFlow& content) {
  std::vector<FlowPlace> places;
  for (const ContentNode& node : content.nodes) places.push_back({node.column, node.row});
  return places;
}

std::vector<FlowPlace> folded_places(const MeasuredFlow& content, std::size_t rows) {
  const std::vector<ContentNode>& nodes = content.nodes;
  const Line line = line_of(nodes);
  if (nodes.size() <= rows || line == Line::None || (line == Line::Row && rows == 1)) return {};
  const std::vector<std::size_t> order = places_in_line(nodes);
  const std::size_t in_row = (nodes.size() + rows - 1) / rows;
  std::vector<FlowPlace> places;
  for (std::size_t place : order) {
    const std::size_t row = place / in_row, column = place % in_row;
    places.push_back({float(row % 2 == 0 ? column : in_row - 1 - column), float(row)});
  }
  std::vector<bool> joined(nodes.size());
  for (const ContentArrow& arrow : content.arrows) {
    const std::size_t left = std::min(order[arrow.from], order[arrow.to]);
    if (std::max(order[arrow.from], order[arrow.to]) == left + 1) joined[left] = true;
  }
  // Without an arrow nothing tells which way a row is to be read.
  const bool all = std::count(joined.begin(), joined.end(), true) + 1 == std::ptrdiff_t(joined.size());
  return all ? places : std::vector<FlowPlace>{};
}

std::vector<FlowPlace> rows_of(const MeasuredFlow& content, std::size_t in_row) {
  std::vector<FlowPlace> places;
  for (std::size_t i = 0; i < content.nodes.size(); ++i) places.push_back({float(i % in_row), float(i / in_row)});
  return places;
}

void move_nodes(MeasuredFlow& content, const std::vector<FlowPlace>& places, FlowWays ways) {
  for (std::size_t i = 0; i < places.size(); ++i) {
    content.nodes[i].column = places[i].column;
    content.nodes[i].row = places[i].row;
  }
  for (ContentArrow& arrow : content.arrows) {
    const FlowPlace &from = places[arrow.from], &to = places[arrow.to];
    const float columns = std::fabs(from.column - to.column), rows = std::fabs(from.row - to.row);
    const bool folded = ways == FlowWays::Folded;
    arrow.free_way = folded && columns + rows != 1;
    arrow.bend = folded && (columns == 0 || arrow.free_way) ? 0 : arrow.arrow->bend;
  }
}

void take_fewer_lines(MeasuredFlow& content, const DiagramStyle& style, float diamond_width) {
  for (NodeWrapping wrapping : {NodeWrapping::TwoLines, NodeWrapping::ThreeLines}) {
    const std::vector<NodeSize> sizes = node_sizes(content, wrapping, style, diamond_width);
    for (std::size_t i = 0; i < sizes.size(); ++i) {
      ContentNode& node = content.nodes[i];
      std::optional<MeasuredText>& broken = wrapping == NodeWrapping::TwoLines ? node.wrapped : node.on_three_lines;
      const NodeWrapping less = wrapping == NodeWrapping::TwoLines ? NodeWrapping::OneLine : NodeWrapping::TwoLines;
      const NodeSize need = node_size(node, less, style.text_size, diamond_width);
      if (broken && need.width <= sizes[i].width && need.height <= sizes[i].height) broken = node.text_for(less);
    }
  }
}

std::vector<NodeSize> node_sizes(const MeasuredFlow& content, NodeWrapping wrapping, const DiagramStyle& style,
                                 float diamond_width) {
  std::vector<NodeSize> needs;
  needs.reserve(content.nodes.size());
  for (const ContentNode& node : content.nodes)
    needs.push_back(node_size(node, wrapping, style.text_size, diamond_width));
  std::vector<NodeSize> sizes = needs;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    for (std::size_t k = 0; k < sizes.size(); ++k) {
      if (alike(content.nodes[i], content.nodes[k])) grow_to(sizes[i], needs[k]);
      if (side_by_side(content.nodes[i], content.nodes[k])) grow_to(sizes[i].height, needs[k].height);
    }
    // Both at once: a circle stays round.
    if (content.nodes[i].node->shape == NodeShape::Circle) sizes[i].height = sizes[i].width;
  }
  return sizes;
}

}  // namespace sixiang
