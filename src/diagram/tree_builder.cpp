#include "diagram/tree_builder.h"

#include <algorithm>

namespace sixiang {

namespace {

// All in em of the nodes' texts.
constexpr float kNodeGap = 0.8f;  // between nodes of one level, and nodes above each other that nothing joins
constexpr float kArrow = 2.1f;    // the shortest arrow from level to level,
constexpr float kAside = 1.3f;    // and what follows its corner where it leaves aside
constexpr float kAsideTail = 0.45f, kAsideGap = 0.75f;  // from a diamond's side corner to a disc aside of it
constexpr float kEndGap = 0.16f;                        // between an arrow's ends and the nodes
constexpr float kCorner = 0.5f;                         // radius of an arrow's corners
constexpr float kLane = 1.15f;                          // of an arrow that runs back up, beside the tree
constexpr float kLoopReach = 1.7f, kLoopApart = 0.42f;
constexpr float kShortWord = 1.9f;  // texts of a diamond's arrows up to that width stand in discs
constexpr float kDiscMargin = 0.17f, kLeastDisc = 0.74f;
constexpr float kTextRoom = 0.9f;    // beside an upright arrow with a text, of its width
constexpr float kLevelText = 1.25f;  // of a text's height, between two levels
constexpr float kFork = 1.35f;       // between arrows of two colours at one edge,
constexpr float kForkPart = 0.62f;   // together on that part of it
constexpr float kBeforeLane = 0.5f, kLanes = 0.95f, kAfterLane = 1.35f;  // of arrows that run across between two levels
constexpr float kStraight = 0.04f;
constexpr float kSlantGap = 1.22f;  // of two diamonds that stand aside: 1 where their edges touch

class TreeBuilder {
 public:
  TreeBuilder(const MeasuredFlow& content, const TreeLevels& tree, const DiagramStyle& style, const TreeFit& fit)
      : content_(content), tree_(tree), style_(style), fit_(fit), em_(fit.setting.scale * style.text_size) {
    flow_.setting = fit.setting;
    flow_.arrow_text = arrow_text_scale(fit.setting.scale, style);
    sizes_ = node_sizes(content, fit.setting.wrapping, style, fit.diamonds);
    for (std::size_t node = 0; node < sizes_.size(); ++node) {
      NodeSize& size = sizes_[node];
      const float wider = shape(node) == NodeShape::Box ? fit.boxes : 1;
      size = {size.width * fit.setting.scale * wider, size.height * fit.setting.scale,
              size.short_edge * fit.setting.scale};
    }
    for (const ContentArrow& arrow : content.arrows) {
      styles_.push_back(block_arrow_style(content, arrow, HeadColor::OfSource, em_, style));
      shaft_ = styles_.back().shaft;
    }
    widen_nodes();
    find_discs();
    place_cells();
    find_lanes();
    place_levels();
  }

  ArrangedFlow build(TreeDetail detail) {
    place_nodes();
    place_arrows();
    if (detail == TreeDetail::Whole) {
      place_texts(flow_, content_, style_);
    } else {
      for (const NodeOutline& node : flow_.nodes) flow_.bounds = united(flow_.bounds, node_ink(node, style_));
      for (const ArrangedArrow& arrow : flow_.arrows) {
        flow_.bounds = united(flow_.bounds, block_arrow_bounds(arrow.shape.way, arrow.shape.style, style_));
      }
    }
    return std::move(flow_);
  }

 private:
  NodeShape shape(std::size_t node) const { return content_.nodes[node].node->shape; }
  Size extent(std::size_t node) const { return turned(Size{sizes_[node].width, sizes_[node].height}, fit_.direction); }
  float reach(std::size_t node, float off) const { return reach_along(shape(node), sizes_[node], off, fit_.direction); }
  float end_gap() const { return kEndGap * em_ + style_.border_width / 2; }
  Size text_size(std::size_t arrow) const {
    const Rect& ink = content_.arrows[arrow].text.ink;
    return turned(Size{ink.width * flow_.arrow_text, ink.height * flow_.arrow_text}, fit_.direction);
  }

  // For arrows of several looks beside each other.
  void widen_nodes() {
    for (const bool at_start : {true, false}) {
      for (std::size_t node = 0; node < content_.nodes.size(); ++node) {
        if (shape(node) != NodeShape::Box && shape(node) != NodeShape::Pill) continue;
        std::vector<std::size_t> looks;
        for (std::size_t i = 0; i < content_.arrows.size(); ++i) {
          const ContentArrow& arrow = content_.arrows[i];
          if (tree_.chains[i].empty() || (at_start ? arrow.from : arrow.to) != node) continue;
          const auto is_alike = [&](std::size_t other) { return look_alike(other, i); };
          if (std::none_of(looks.begin(), looks.end(), is_alike)) looks.push_back(i);
        }
        if (looks.size() < 2) continue;
        const float needed = 2 * kFork * em_ * float(looks.size() - 1) / kForkPart;
        float& across = fit_.direction == TreeDirection::Down ? sizes_[node].width : sizes_[node].height;
        across = std::max(across, needed);
      }
    }
  }

  bool in_disc(std::size_t index) const {
    const ContentArrow& arrow = content_.arrows[index];
    return shape(arrow.from) == NodeShape::Diamond && !tree_.chains[index].empty() && !arrow.text.empty() &&
           arrow.text.blocks.size() == 1 && arrow.text.ink.width <= kShortWord * style_.text_size;
  }

  // Of a diamond's arrows that leave below the first alone.
  bool has_disc(std::size_t index) const {
    if (!in_disc(index) || side_of(index) != 0) return in_disc(index);
    for (std::size_t i = 0; i < index; ++i) {
      if (content_.arrows[i].from == content_.arrows[index].from && in_disc(i) && side_of(i) == 0) return false;
    }
    return true;
  }

  // One size for all.
  void find_discs() {
    for (std::size_t i = 0; i < content_.arrows.size(); ++i) {
      if (!in_disc(i)) continue;
      const Rect& ink = content_.arrows[i].text.ink;
      const float diagonal = std::sqrt(ink.width * ink.width + ink.height * ink.height) * flow_.arrow_text;
      disc_ = std::max({disc_, kLeastDisc * em_, diagonal / 2 + kDiscMargin * em_});
    }
  }

  void place_cells() {
    TreeSpacing spacing;
    spacing.gap = kNodeGap * em_ * fit_.across;
    spacing.aside = std::max(disc_, shaft_) + (kAsideTail + kAsideGap * std::min(1.0f, fit_.across)) * em_;
    spacing.widths.assign(tree_.cells.size(), shaft_ + 0.4f * em_);
    for (std::size_t node = 0; node < content_.nodes.size(); ++node) spacing.widths[node] = extent(node).width;
    for (std::size_t i = 0; i < content_.arrows.size(); ++i) {
      const ContentArrow& arrow = content_.arrows[i];
      if (arrow.from == arrow.to) spacing.widths[arrow.from] = extent(arrow.from).width + 2.6f * kLoopReach * em_;
      if (arrow.text.empty() || tree_.chains[i].size() < 2) continue;
      if (in_disc(i)) {
        float& width = spacing.widths[tree_.chains[i][1]];
        width = std::max(width, 2 * disc_ + 0.4f * em_);
        continue;
      }
      // Its text stands beside it, somewhere above its end.
      const std::size_t end = tree_.chains[i][1];
      spacing.widths[end] = std::max(spacing.widths[end], 2 * text_size(i).width * kTextRoom);
    }
    x_ = places_across(tree_, content_, spacing);
  }

  // Which side of a diamond the arrow leaves by: -1 left, 1 right, 0 none: it leaves below.
  float side_of(std::size_t index) const {
    const std::vector<std::size_t>& chain = tree_.chains[index];
    if (chain.size() < 2 || shape(chain[0]) != NodeShape::Diamond) return 0;
    const float off = x_[chain[1]] - x_[chain[0]];
    if (std::fabs(off) < extent(chain[0]).width / 2 + std::max(disc_, shaft_)) return 0;
    for (std::size_t i = 0; i < index; ++i) {
      if (!tree_.chains[i].empty() && tree_.chains[i][0] == chain[0] && side_of(i) * off > 0) return 0;
    }
    return off < 0 ? -1.0f : 1.0f;
  }

  // From where it leaves its node to the next level, where an arrow runs across between them.
  float room_across(std::size_t index) const {
    const std::size_t level = tree_.cells[tree_.chains[index][0]].level;
    const float lanes = float(lanes_[level]);
    return lanes == 0 ? 0 : (kBeforeLane + kLanes * (lanes - 1) + kAfterLane) * em_;
  }

  // Cells that lead to others aside of them run across in lanes of their own, unless they are far from each other or
  // lead to the same cells.
  void find_lanes() {
    lanes_.assign(tree_.levels.size(), 0);
    lane_of_.assign(tree_.cells.size(), 0);
    struct Across {
      float left = 0, right = 0;
      std::size_t lane = 0;
    };
    for (std::size_t l = 0; l < tree_.levels.size(); ++l) {
      std::vector<Across> taken;
      for (std::size_t cell : tree_.levels[l]) {
        Across own{x_[cell], x_[cell], 0};
        for (std::size_t below : tree_.cells[cell].below) {
          own.left = std::min(own.left, x_[below]);
          own.right = std::max(own.right, x_[below]);
        }
        if (own.right - own.left < kStraight * em_) continue;
        const auto is_taken = [&](const Across& other) {
          return other.lane == own.lane && own.left < other.right - kStraight * em_ &&
                 other.left < own.right - kStraight * em_;
        };
        while (std::any_of(taken.begin(), taken.end(), is_taken)) ++own.lane;
        taken.push_back(own);
        lane_of_[cell] = own.lane;
        lanes_[l] = std::max(lanes_[l], own.lane + 1);
      }
    }
  }

  // Between the middles of two nodes that an arrow joins from level to level.
  float joined_apart(std::size_t index) const {
    const std::size_t from = tree_.chains[index][0], to = tree_.chains[index][1];
    const float lower = tree_.cells[to].is_node ? extent(to).height / 2 : 0;
    const float disc = has_disc(index) ? disc_ : 0;
    if (side_of(index) != 0) return lower + std::max(disc, shaft_) + kAside * em_ * fit_.along;
    // What only passes the next level straight down asks for nothing there.
    if (!tree_.cells[to].is_node && std::fabs(x_[from] - x_[to]) < kStraight * em_) return 0;
    const float tail = disc > 0 ? 2 * disc + 0.1f * em_ : 0;
    const float text = disc > 0 ? 0 : text_size(index).height * kLevelText;
    return extent(from).height / 2 + lower +
           std::max({tail + (kArrow - 0.5f) * em_, kArrow * em_, text, tail + room_across(index)}) * fit_.along;
  }

  float unjoined_apart(std::size_t upper, std::size_t lower) const {
    const Size a = extent(upper), b = extent(lower);
    const float off = std::fabs(x_[upper] - x_[lower]);
    if (off >= (a.width + b.width) / 2 + kNodeGap * em_) return 0;
    const float full = (a.height + b.height) / 2 + kNodeGap * em_;
    if (shape(upper) != NodeShape::Diamond || shape(lower) != NodeShape::Diamond) return full;
    return std::min(full, (a.height + b.height) / 2 * std::max(0.0f, kSlantGap - 2 * off / (a.width + b.width)));
  }

  void place_levels() {
    const std::size_t count = tree_.levels.size();
    std::vector<float> joined(count), tallest(count);
    for (std::size_t i = 0; i < content_.arrows.size(); ++i) {
      if (tree_.chains[i].size() < 2) continue;
      const std::size_t level = tree_.cells[tree_.chains[i][0]].level;
      joined[level] = std::max(joined[level], joined_apart(i));
    }
    for (std::size_t node = 0; node < content_.nodes.size(); ++node) {
      float& height = tallest[tree_.cells[node].level];
      height = std::max(height, extent(node).height);
    }
    y_.assign(count, 0);
    for (std::size_t l = 1; l < count; ++l) {
      y_[l] = y_[l - 1] + std::max(joined[l - 1], (tallest[l - 1] + tallest[l]) / 4 + kNodeGap * em_);
      for (std::size_t m = l - std::min<std::size_t>(l, 2); m < l; ++m) {
        for (std::size_t lower : tree_.levels[l]) {
          for (std::size_t upper : tree_.levels[m]) {
            if (!tree_.cells[lower].is_node || !tree_.cells[upper].is_node) continue;
            y_[l] = std::max(y_[l], y_[m] + unjoined_apart(upper, lower));
          }
        }
      }
    }
  }

  Point middle(std::size_t cell) const { return {x_[cell], y_[tree_.cells[cell].level]}; }

  void place_nodes() {
    for (std::size_t node = 0; node < content_.nodes.size(); ++node) {
      const Rect rect = centered_rect(turned(middle(node), fit_.direction), {sizes_[node].width, sizes_[node].height});
      const float corner = (shape(node) == NodeShape::Diamond ? 0.36f : 0.42f) * em_;
      flow_.nodes.push_back(node_outline(shape(node), rect, corner, sizes_[node].short_edge));
    }
  }

  // Arrows that look alike may share their ends.
  bool look_alike(std::size_t a, std::size_t b) const {
    return styles_[a].shaft_color == styles_[b].shaft_color && styles_[a].line == styles_[b].line;
  }

  // Where an arrow leaves a node below, or reaches it above: all that look alike at one place, those places beside each
  // other in the order of where they lead.
  float port(std::size_t index, bool at_start) const {
    const auto node_of = [&](std::size_t i) { return at_start ? content_.arrows[i].from : content_.arrows[i].to; };
    const std::size_t node = node_of(index);
    struct Port {
      std::size_t arrow = 0;
      float sum = 0, count = 0;
      float place() const { return sum / count; }
    };
    std::vector<Port> ports;
    std::size_t own = 0;
    for (std::size_t i = 0; i < content_.arrows.size(); ++i) {
      const std::vector<std::size_t>& chain = tree_.chains[i];
      if (chain.empty() || node_of(i) != node || (at_start && side_of(i) != 0)) continue;
      std::size_t k = 0;
      while (k < ports.size() && !look_alike(ports[k].arrow, i)) ++k;
      if (k == ports.size()) ports.push_back({i, 0, 0});
      ports[k].sum += x_[at_start ? chain[1] : chain[chain.size() - 2]];
      ports[k].count += 1;
      if (i == index) own = k;
    }
    // What runs straight stays in the middle.
    const auto rank = [&](std::size_t port) {
      float before = 0;
      for (std::size_t k = 0; k < ports.size(); ++k) {
        const bool left = ports[k].place() != ports[port].place() ? ports[k].place() < ports[port].place() : k < port;
        before += left ? 1 : 0;
      }
      return before;
    };
    float middle = (float(ports.size()) - 1) / 2;
    for (std::size_t k = 0; k < ports.size(); ++k) {
      if (std::fabs(ports[k].place() - x_[node]) < kStraight * em_) middle = rank(k);
    }
    const float most = std::max(middle, float(ports.size()) - 1 - middle);
    const float part = shape(node) == NodeShape::Diamond ? kForkPart / 2 : kForkPart;
    const float step = std::min(kFork * em_, extent(node).width * part / 2 / std::max(1.0f, most));
    return (rank(own) - middle) * step;
  }

  // Arrows that meet are one shape.
  std::size_t group_of(std::size_t index) const {
    const ContentArrow& arrow = content_.arrows[index];
    for (std::size_t i = 0; i < index; ++i) {
      const ContentArrow& other = content_.arrows[i];
      const bool meets = other.from == arrow.from ? side_of(i) == side_of(index) : other.to == arrow.to;
      if (meets && !tree_.chains[i].empty() && !tree_.chains[index].empty() && look_alike(i, index)) {
        return flow_.arrows[i].group;
      }
    }
    return index;
  }

  void place_arrows() {
    std::size_t back = 0;
    for (std::size_t i = 0; i < content_.arrows.size(); ++i) {
      const ContentArrow& content = content_.arrows[i];
      ArrangedArrow arrow;
      arrow.group = group_of(i);
      arrow.shape.style = styles_[i];
      ArrowWay& way = arrow.shape.way;
      if (content.from == content.to) {
        way = loop(content.from);
      } else if (tree_.chains[i].empty()) {
        way = way_back(content, back++);
      } else {
        way = way_down(i, arrow);
      }
      float longest = -1;
      for (std::size_t k = 0; k < way.size(); ++k) {
        const float length = distance(way[k].start, way[k].end);
        if (length > longest) arrow.text_piece = k;
        longest = std::max(longest, length);
      }
      for (ArrowCurve& piece : way) piece = turned(piece, fit_.direction);
      if (arrow.disc > 0) {
        const Rect& ink = content.text.ink;
        arrow.text = centered_rect(turned(arrow.text.center(), fit_.direction),
                                   {ink.width * flow_.arrow_text, ink.height * flow_.arrow_text});
      }
      flow_.arrows.push_back(std::move(arrow));
    }
  }

  // Into the next level's room: down, across in the cell's lane, and down.
  void go_down(std::vector<Point>& points, std::size_t cell, Point to) const {
    const Point from = points.back();
    if (std::fabs(from.x - to.x) >= kStraight * em_) {
      const std::size_t level = tree_.cells[cell].level;
      const float lane =
          y_[level] + level_reach(level) + (kBeforeLane + kLanes * float(lane_of_[cell])) * em_ + end_gap();
      const float y = std::clamp(lane, from.y, std::max(from.y, to.y - kAfterLane * em_));
      points.push_back({from.x, y});
      points.push_back({to.x, y});
    }
    points.push_back(to);
  }

  ArrowWay way_down(std::size_t index, ArrangedArrow& arrow) const {
    const std::vector<std::size_t>& chain = tree_.chains[index];
    const std::size_t from = chain.front(), to = chain.back();
    const float enters = port(index, false);
    const Point end = middle(to) + Point{enters, -reach(to, enters) - end_gap()};
    std::vector<Point> points;
    const float side = side_of(index);
    if (side != 0) {
      const Point corner{chain.size() > 2 ? x_[chain[1]] : end.x, middle(from).y};
      points = {middle(from) + Point{side * (extent(from).width / 2 + end_gap()), 0}, corner};
      set_disc(index, arrow, corner);
    } else {
      const float leaves = port(index, true);
      points = {middle(from) + Point{leaves, reach(from, leaves) + end_gap()}};
      if (has_disc(index)) {
        points.back().y += disc_ + style_.border_width / 2;
        set_disc(index, arrow, points.back());
      }
    }
    for (std::size_t k = 1; k + 1 < chain.size(); ++k) {
      const Point passing = middle(chain[k]);
      go_down(points, chain[k - 1], {passing.x, passing.y + level_reach(tree_.cells[chain[k]].level)});
    }
    go_down(points, chain[chain.size() - 2], end);
    return rounded(std::move(points), shares_end(index, true) && side == 0, shares_end(index, false));
  }

  // Whether another arrow leaves, or comes in, at the same place.
  bool shares_end(std::size_t index, bool at_start) const {
    const ContentArrow& arrow = content_.arrows[index];
    for (std::size_t i = 0; i < content_.arrows.size(); ++i) {
      const ContentArrow& other = content_.arrows[i];
      if (i == index || tree_.chains[i].empty() || !look_alike(i, index)) continue;
      if (at_start ? other.from == arrow.from && side_of(i) == 0 : other.to == arrow.to) return true;
    }
    return false;
  }

  // Where arrows part or meet, the corners are square.
  ArrowWay rounded(std::vector<Point> points, bool square_first, bool square_last) const {
    points = without_needless(points);
    std::vector<float> radii(points.size(), kCorner * em_ + shaft_ / 2);
    if (square_first && points.size() > 2) radii[1] = 0;
    if (square_last && points.size() > 2) radii[points.size() - 2] = 0;
    return way_through(points, radii);
  }

  // Points on one line with their neighbours say nothing.
  static std::vector<Point> without_needless(const std::vector<Point>& points) {
    std::vector<Point> kept;
    for (Point point : points) {
      if (!kept.empty() && distance(kept.back(), point) < 0.01f) continue;
      const std::size_t count = kept.size();
      if (count > 1 && std::fabs(cross(unit(kept[count - 1] - kept[count - 2]), point - kept[count - 1])) < 0.01f) {
        kept.pop_back();
      }
      kept.push_back(point);
    }
    return kept;
  }

  void set_disc(std::size_t index, ArrangedArrow& arrow, Point at) const {
    if (!has_disc(index)) return;
    arrow.disc = disc_;
    arrow.text = {at.x, at.y, 0, 0};
  }

  // Half of the height of a level's nodes.
  float level_reach(std::size_t level) const {
    float most = 0;
    for (std::size_t cell : tree_.levels[level]) {
      if (tree_.cells[cell].is_node) most = std::max(most, extent(cell).height / 2);
    }
    return most;
  }

  ArrowWay loop(std::size_t node) const {
    const Point side = middle(node) + Point{extent(node).width / 2 + end_gap(), 0};
    const Point apart{0, kLoopApart * em_ + shaft_ / 2}, out{kLoopReach * em_ * 4 / 3, 0};
    const bool slanted = shape(node) == NodeShape::Diamond || shape(node) == NodeShape::Circle;
    const Point in{slanted ? -0.5f * apart.y : 0, 0};
    return {{side - apart + in, side - apart + out, side + apart + out, side + apart + in}};
  }

  // Whether no node stands to its right.
  bool is_last(std::size_t node) const {
    const std::vector<std::size_t>& level = tree_.levels[tree_.cells[node].level];
    return std::none_of(level.begin(), level.end(),
                        [&](std::size_t other) { return tree_.cells[other].is_node && x_[other] > x_[node]; });
  }

  // Beside the tree, up to a node above. Where others stand between a node and the way, through the room below its
  // level, or above.
  ArrowWay way_back(const ContentArrow& arrow, std::size_t before) const {
    float right = x_[arrow.from];
    const std::size_t top = tree_.cells[arrow.to].level, foot = tree_.cells[arrow.from].level;
    for (std::size_t cell = 0; cell < tree_.cells.size(); ++cell) {
      if (tree_.cells[cell].level < top || tree_.cells[cell].level > foot) continue;
      const float half = tree_.cells[cell].is_node ? extent(cell).width / 2 : shaft_;
      right = std::max(right, x_[cell] + half);
    }
    const float lane = right + (kLane + kLane * float(before)) * em_ + float(before) * shaft_;
    std::vector<Point> points;
    const std::size_t from = arrow.from, to = arrow.to;
    const float off = extent(from).width * 0.25f;
    if (is_last(from)) {
      points.push_back(middle(from) + Point{extent(from).width / 2 + end_gap(), 0});
    } else {
      points.push_back(middle(from) + Point{off, reach(from, off) + end_gap()});
      points.push_back({points.back().x, middle(from).y + level_reach(tree_.cells[from].level) + 0.8f * em_});
    }
    points.push_back({lane, points.back().y});
    const float in = extent(to).width * 0.25f;
    if (is_last(to)) {
      points.push_back({lane, middle(to).y});
      points.push_back(middle(to) + Point{extent(to).width / 2 + end_gap(), 0});
    } else {
      points.push_back({lane, middle(to).y - level_reach(tree_.cells[to].level) - 1.3f * em_});
      points.push_back({x_[to] + in, points.back().y});
      points.push_back(middle(to) + Point{in, -reach(to, in) - end_gap()});
    }
    return rounded(std::move(points), false, false);
  }

  const MeasuredFlow& content_;
  const TreeLevels& tree_;
  const DiagramStyle& style_;
  TreeFit fit_;
  float em_, shaft_ = 0, disc_ = 0;
  ArrangedFlow flow_;
  std::vector<NodeSize> sizes_;
  std::vector<BlockArrowStyle> styles_;       // of arrows
  std::vector<float> x_, y_;                  // of cells; of levels
  std::vector<std::size_t> lanes_, lane_of_;  // of levels; of cells
};

}  // namespace

ArrangedFlow build_tree(const MeasuredFlow& content, const TreeLevels& tree, const DiagramStyle& style,
                        const TreeFit& fit, TreeDetail detail) {
  return TreeBuilder(content, tree, style, fit).build(detail);
}

}  // namespace sixiang
