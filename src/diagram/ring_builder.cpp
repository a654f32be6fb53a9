// Every arrow leaves and reaches its nodes at an angle of its own: neighbours bow outwards, those of one pair run
// beside each other, and ends at one node are pushed apart.
#include "diagram/ring_builder.h"

#include <algorithm>
#include <array>

#include "diagram/angle.h"

namespace sixiang {

namespace {

// In turns: how far arrows between neighbours lean outwards, two of one pair apart, and ends at one node at least.
constexpr float kOutward = 0.055f, kPairApart = 0.075f, kLeastApart = 0.066f;
constexpr int kCoverSamples = 40;     // of a curve, where it may cover others' ends
constexpr float kCrowded = 0.8f;      // of a turn, that all ends of a node may take
constexpr float kMostTurned = 0.45f;  // of a turn, from the direction to the middle of the ring
constexpr int kSpreadRounds = 16;
// Leans that are tried where a node is in the way.
constexpr float kDetours[] = {0, 0.05f, -0.05f, 0.1f, -0.1f, 0.16f, -0.16f};
constexpr float kClear = 0.4f;                           // em, between arrows and other nodes
constexpr float kPull = 0.36f;                           // of an arrow's length, of the curve's controls
constexpr float kEndGap = 0.16f;                         // em, between an arrow's ends and the nodes
constexpr float kAlike = 2.2f;                           // round nodes whose needs differ by no more are equal
constexpr float kNodeGap = 1.1f, kJoinedGap = 1.9f;      // em, between two nodes at least, and grown ones with an arrow
constexpr float kHoleGap = 0.5f;                         // em, between nodes and what stands in the middle
constexpr float kLongest = 6.5f;                         // em: arrows between neighbours are no longer, as a rule
constexpr float kMostWide = 2.2f, kMostHigh = 1.25f;     // of that ring, one with room
constexpr float kLoopApart = 0.055f, kLoopReach = 2.6f;  // turns from its middle; em
constexpr float kLeastNote = 0.9f;                       // of the scale, of what stands beside nodes

// Where an arrow meets a node.
struct End {
  std::size_t arrow = 0;
  bool at_start = true;
  float turns = 0;   // from the direction to the middle of the ring
  float target = 0;  // the same, of the node at the other end
};

class RingBuilder {
 public:
  RingBuilder(const MeasuredFlow& content, const DiagramStyle& style, const RingTrial& trial, Size margin)
      : content_(content), style_(style), em_(trial.scale * style.text_size), growth_(trial.growth), bow_(trial.bow) {
    const float scale = trial.scale, growth = trial.growth;
    // What has grown has larger letters, too.
    flow_.setting = {trial.wrapping, std::max(scale, std::min(1.0f, scale * growth))};
    flow_.note_scale = std::max(scale, kLeastNote);
    flow_.text_reach = trial.text_reach;
    flow_.arrow_text = scale * trial.words;
    sizes_ = node_sizes(content, trial.wrapping, style);
    make_alike();
    for (NodeSize& size : sizes_) {
      size = {size.width * scale * growth, size.height * scale * growth, size.short_edge * scale * growth};
      largest_ = {std::max(largest_.width, size.width), std::max(largest_.height, size.height)};
    }
    place_nodes(margin);
  }

  bool nodes_apart() const {
    for (std::size_t i = 0; i < flow_.nodes.size(); ++i) {
      if (style_.hole > 0 && style_.least_hole == 0 && gap_to_hole(flow_.nodes[i]) < kHoleGap * em_) return false;
      if (!style_.taken.empty() && intersects(inset(flow_.nodes[i].rect, -kNodeGap / 2 * em_), style_.taken)) {
        return false;
      }
      for (std::size_t k = 0; k < i; ++k) {
        const bool far = growth_ > 1 && are_joined(i, k);
        if (gap_between(flow_.nodes[i], flow_.nodes[k]) < (far ? kJoinedGap : kNodeGap) * em_) return false;
      }
    }
    return true;
  }

  // When it is built: arrows that run through nodes.
  std::size_t crossed_nodes() const { return crossed_; }

  ArrangedFlow build(std::vector<std::size_t>& hardest) {
    flow_.room = centered_rect({0, 0}, style_.max_size);
    flow_.middle = middle_;
    find_ends();
    for (std::size_t i = 0; i < content_.arrows.size(); ++i) place_arrow(i);
    count_covered_ends();
    if (!place_texts_at_once(flow_, content_, style_, hardest)) flow_.without_texts = true;
    return std::move(flow_);
  }

 private:
  std::size_t count() const { return content_.nodes.size(); }

  // Round nodes are one size, unless one needs much more than the others.
  void make_alike() {
    const auto is_round = [&](std::size_t i) { return content_.nodes[i].node->shape == NodeShape::Circle; };
    float least = 0, most = 0;
    for (std::size_t i = 0; i < count(); ++i) {
      if (!is_round(i)) continue;
      least = least > 0 ? std::min(least, sizes_[i].width) : sizes_[i].width;
      most = std::max(most, sizes_[i].width);
    }
    if (most > kAlike * least) return;
    for (std::size_t i = 0; i < count(); ++i) {
      if (is_round(i)) sizes_[i] = {most, most, 0};
    }
  }

  // What arrows between neighbours are long enough for.
  float longest_arrow() const {
    float longest = kLongest * em_;
    for (const ContentArrow& arrow : content_.arrows) {
      longest = std::max(longest, arrow.text.ink.width * flow_.arrow_text + 3 * em_);
    }
    return longest;
  }

  float gap_to_hole(const NodeOutline& node) const {
    const Rect& rect = node.rect;
    const float from_middle = distance(rect.center(), middle_);
    return from_middle - style_.hole - std::max(rect.width, rect.height) / 2;
  }

  static float gap_between(const NodeOutline& a, const NodeOutline& b) {
    if (a.shape == NodeShape::Circle && b.shape == NodeShape::Circle) {
      return distance(a.rect.center(), b.rect.center()) - (a.rect.width + b.rect.width) / 2;
    }
    const float x = std::fabs(a.rect.center().x - b.rect.center().x) - (a.rect.width + b.rect.width) / 2;
    const float y = std::fabs(a.rect.center().y - b.rect.center().y) - (a.rect.height + b.rect.height) / 2;
    return std::max(x, y);
  }

  void place_nodes(Size margin) {
    const float n = float(count());
    Rect directions;  // around all nodes on a circle of 1
    const Size room = style_.max_size;
    const float border = style_.border_width;
    // Two stand side by side; an even number has no node at the top alone where the room is wide.
    const float first = count() == 2 ? 0.5f : -0.25f;
    const float ideal = n * (largest_.width + longest_arrow()) / 6.2832f;
    for (std::size_t i = 0; i < count(); ++i) {
      const Point way = direction_of(first + float(i) / n);
      directions = rect_from_edges(std::min(directions.left(), way.x), std::min(directions.top(), way.y),
                                   std::max(directions.right(), way.x), std::max(directions.bottom(), way.y));
    }
    const auto reach = [border](float length, float part, float node, float spread) {
      return std::max(0.0f, length * (1 - 2 * part) - node - border) / std::max(spread, 1.0f);
    };
    const float across = reach(room.width, margin.width, largest_.width, directions.width);
    const float down = reach(room.height, margin.height, largest_.height, directions.height);
    const Size radius{count() == 1 ? 0 : std::min(across, ideal * kMostWide),
                      count() < 3 ? 0 : std::min(down, ideal * kMostHigh)};
    const Point middle = directions.center();
    middle_ = {-middle.x * radius.width, -middle.y * radius.height};
    for (std::size_t i = 0; i < count(); ++i) {
      const Point way = direction_of(first + float(i) / n);
      const Point center = middle_ + Point{way.x * radius.width, way.y * radius.height};
      const Rect rect = centered_rect(center, {sizes_[i].width, sizes_[i].height});
      flow_.nodes.push_back(node_outline(content_.nodes[i].node->shape, rect, 0.42f * em_, sizes_[i].short_edge));
    }
  }

  bool are_joined(std::size_t a, std::size_t b) const {
    return std::any_of(content_.arrows.begin(), content_.arrows.end(), [&](const ContentArrow& arrow) {
      return (arrow.from == a && arrow.to == b) || (arrow.from == b && arrow.to == a);
    });
  }

  Point center_of(std::size_t node) const { return flow_.nodes[node].rect.center(); }
  float inward(std::size_t node) const { return turns_of(middle_ - center_of(node)); }

  bool are_neighbours(std::size_t a, std::size_t b) const {
    const std::size_t apart = a > b ? a - b : b - a;
    return count() > 2 && (apart == 1 || apart + 1 == count());
  }

  // To the left of the way from the lower-numbered node to the other.
  float lean_of(std::size_t index) const {
    const ContentArrow& arrow = content_.arrows[index];
    const std::size_t low = std::min(arrow.from, arrow.to), high = std::max(arrow.from, arrow.to);
    float before = 0, all = 0;
    for (std::size_t i = 0; i < content_.arrows.size(); ++i) {
      const ContentArrow& other = content_.arrows[i];
      if (std::min(other.from, other.to) != low || std::max(other.from, other.to) != high) continue;
      all += 1;
      before += i < index ? 1 : 0;
    }
    const Point line = center_of(high) - center_of(low);
    const bool left_is_outside = dot(left_of(line), lerp(center_of(low), center_of(high), 0.5f) - middle_) >= 0;
    const float outward = are_neighbours(low, high) ? kOutward : bow_;
    const float beside = (before - (all - 1) / 2) * kPairApart;
    return (left_is_outside ? outward : -outward) + beside;
  }

  void find_ends() {
    turns_.assign(content_.arrows.size(), {0, 0});
    pulls_.assign(content_.arrows.size(), 0);
    std::vector<std::vector<End>> ends(count());
    for (std::size_t i = 0; i < content_.arrows.size(); ++i) {
      const ContentArrow& arrow = content_.arrows[i];
      if (arrow.from == arrow.to) continue;
      const Point line = center_of(arrow.to) - center_of(arrow.from);
      const float out = wrapped_turns(turns_of(line) - inward(arrow.from));
      const float in = wrapped_turns(turns_of(line * -1) - inward(arrow.to));
      const float lean = passing_lean(i, lean_of(i) * (arrow.from < arrow.to ? 1 : -1));
      ends[arrow.from].push_back({i, true, out - lean, out});
      ends[arrow.to].push_back({i, false, in + lean, in});
    }
    for (std::size_t node = 0; node < count(); ++node) {
      spread(ends[node]);
      for (const End& end : ends[node]) {
        (end.at_start ? turns_[end.arrow].first : turns_[end.arrow].second) = end.turns + inward(node);
      }
    }
  }

  static void spread(std::vector<End>& ends) {
    // Arrows of one pair stay together, or they would cross those of another.
    std::stable_sort(ends.begin(), ends.end(), [](const End& a, const End& b) {
      return a.target != b.target ? a.target < b.target : a.turns < b.turns;
    });
    const float apart = std::min(kLeastApart, kCrowded / float(std::max<std::size_t>(1, ends.size())));
    for (int round = 0; round < kSpreadRounds; ++round) {
      for (std::size_t i = 1; i < ends.size(); ++i) {
        const float lacks = apart - (ends[i].turns - ends[i - 1].turns);
        if (lacks <= 0) continue;
        ends[i - 1].turns = std::max(-kMostTurned, ends[i - 1].turns - lacks / 2);
        ends[i].turns = std::min(kMostTurned, ends[i].turns + lacks / 2);
      }
    }
  }

  Point exit(std::size_t node, Point direction) const {
    const NodeOutline& outline = flow_.nodes[node];
    const Point middle = outline.rect.center();
    const float far = outline.rect.width + outline.rect.height;
    return exit_point(outline, middle, middle + direction * far, style_.border_width / 2 + kEndGap * em_);
  }

  ArrowCurve curve_at(const ContentArrow& arrow, float start_turns, float end_turns, float pull) const {
    const Point out = direction_of(start_turns), in = direction_of(end_turns);
    const Point start = exit(arrow.from, out), end = exit(arrow.to, in);
    return {start, start + out * pull, end + in * pull, end};
  }

  int crossed(const ArrowCurve& curve, const ContentArrow& arrow, float distance) const {
    int count = 0;
    for (std::size_t i = 0; i < flow_.nodes.size(); ++i) {
      if (i == arrow.from || i == arrow.to) continue;
      const NodeOutline& node = flow_.nodes[i];
      const Rect around = inset(node.rect, -distance);
      for (int k = 1; k < 12; ++k) {
        const Point point = point_at(curve, float(k) / 12);
        if (!contains(around, point)) continue;
        if (node.shape == NodeShape::Circle && length(point - node.rect.center()) > around.width / 2) continue;
        ++count;
        break;
      }
    }
    return count;
  }

  // The lean next to that one with which an arrow meets the fewest nodes; and how far its curve's controls reach then.
  // Before its ends are pushed apart from others: they must not come together again.
  float passing_lean(std::size_t index, float lean) {
    const ContentArrow& arrow = content_.arrows[index];
    const Point from = center_of(arrow.from), to = center_of(arrow.to);
    const float pull = kPull * std::max(em_, distance(from, to) - (largest_.width + largest_.height) / 2);
    float best = lean;
    int fewest = -1;
    for (float detour : kDetours) {
      const float reach = pull * (1 + std::fabs(detour) * 4), tried = lean + detour;
      const int count = crossed(curve_at(arrow, turns_of(to - from) - tried, turns_of(from - to) + tried, reach), arrow,
                                kClear * em_);
      if (fewest >= 0 && count >= fewest) continue;
      best = tried;
      pulls_[index] = reach;
      fewest = count;
      if (count == 0) break;
    }
    return best;
  }

  ArrowCurve curve_of(std::size_t index) const {
    const ContentArrow& arrow = content_.arrows[index];
    if (arrow.from == arrow.to) {
      const float outward = inward(arrow.from) + 0.5f;
      return curve_at(arrow, outward - kLoopApart, outward + kLoopApart, kLoopReach * em_);
    }
    return curve_at(arrow, turns_[index].first, turns_[index].second, pulls_[index]);
  }

  void place_arrow(std::size_t index) {
    ArrangedArrow& arrow = flow_.arrows.emplace_back();
    arrow.group = index;
    const ArrowCurve curve = curve_of(index);
    arrow.shape.way = {curve};
    crossed_ += crossed(curve, content_.arrows[index], style_.border_width) > 0 ? 1 : 0;
    arrow.shape.style = block_arrow_style(content_, content_.arrows[index], HeadColor::OfTarget, em_, style_);
  }

  // An arrow whose head or tail lies below another is hard to follow.
  void count_covered_ends() {
    for (const ArrangedArrow& arrow : flow_.arrows) {
      const ArrowCurve& own = arrow.shape.way.front();
      const float head = arrow.shape.style.head_length, reach = arrow.shape.style.head_width / 2;
      const Point tip = own.end - unit(direction_at(own, 1)) * (head / 2);
      const Point tail = own.start + unit(direction_at(own, 0)) * (head / 2);
      for (const ArrangedArrow& other : flow_.arrows) {
        if (&other == &arrow) continue;
        const float apart = reach + other.shape.style.shaft / 2;
        const ArrowCurve& curve = other.shape.way.front();
        flow_.covered += comes_near(curve, tip, apart) || comes_near(curve, tail, apart) ? 1 : 0;
      }
    }
  }

  static bool comes_near(const ArrowCurve& curve, Point point, float reach) {
    const auto [left, right] = std::minmax({curve.start.x, curve.control1.x, curve.control2.x, curve.end.x});
    const auto [top, bottom] = std::minmax({curve.start.y, curve.control1.y, curve.control2.y, curve.end.y});
    if (!contains(inset(rect_from_edges(left, top, right, bottom), -reach), point)) return false;
    for (int k = 0; k <= kCoverSamples; ++k) {
      if (distance(point_at(curve, float(k) / kCoverSamples), point) < reach) return true;
    }
    return false;
  }

  const MeasuredFlow& content_;
  const DiagramStyle& style_;
  float em_, growth_, bow_;
  ArrangedFlow flow_;
  std::vector<NodeSize> sizes_;
  Size largest_;
  std::size_t crossed_ = 0;
  Point middle_;                                // of the ellipse
  std::vector<std::pair<float, float>> turns_;  // of each arrow's start and end
  std::vector<float> pulls_;                    // from each arrow's ends to its controls
};

}  // namespace

std::optional<BuiltRing> build_ring(const MeasuredFlow& content, const DiagramStyle& style, const RingTrial& trial,
                                    Size margin, RingNodes nodes, std::vector<std::size_t>& hardest) {
  RingBuilder builder(content, style, trial, margin);
  if (nodes == RingNodes::Apart && !builder.nodes_apart()) return std::nullopt;
  BuiltRing ring{builder.build(hardest)};
  ring.crossed = builder.crossed_nodes();
  return ring;
}

}  // namespace sixiang
