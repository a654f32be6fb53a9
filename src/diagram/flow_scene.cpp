#include "diagram/flow_scene.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "diagram/arrow_label.h"
#include "diagram/grid.h"
#include "diagram/vector.h"

namespace sixiang {

namespace {

constexpr float kUnlinkedGap = 9;     // between neighbours without an arrow, and the least that rows keep
constexpr float kTextMargin = 4.5f;   // on both sides of a text that stands in the gap of its arrow, beside the head
constexpr float kSlantedText = 0.5f;  // part of a text's width that a slanting arrow's gap keeps for it
constexpr float kUpright = 1.7f, kUprightBent = 3;  // of an arrow head's length
constexpr float kUprightText = 1.7f;                // of the text's height
constexpr float kWidestBend = 1.4f, kBendStep = 0.06f;
// What is in a bent arrow's way costs as much as so many deepest bulges.
constexpr float kThroughNode = 4, kAlongArrow = 1.2f;
constexpr float kDeepestBulge = 3.2f;  // em
// Of an arrow head's length: within this of another arrow a curve seems to join it.
constexpr float kAlong = 0.8f;
constexpr float kCornerRadius = 0.42f;  // em

// What the arrows between two nodes need, poster points.
struct Link {
  float room = -1;    // for their texts where the nodes stand side by side; negative: there is no arrow
  float upright = 0;  // at least, where one node stands above the other: more where an arrow bends or has a text, in
                      // which case its shaft would hardly be seen
};

// Points of a curve at even parameters; the first one is its start, and its end is left out.
constexpr std::size_t kSamples = 16;
using Samples = std::array<Point, kSamples>;

Samples samples_of(const ArrowCurve& curve) {
  Samples samples;
  for (std::size_t i = 0; i < kSamples; ++i) samples[i] = point_at(curve, float(i) / kSamples);
  return samples;
}

class SceneBuilder {
 public:
  SceneBuilder(const FlowContent& content, const DiagramStyle& style, const FlowFit& fit)
      : content_(content), style_(style), fit_(fit), sizes_(node_sizes(content, fit.wrapping, style)) {
    for (NodeSize& size : sizes_) {
      size.width *= fit.scale;
      size.height *= fit.scale;
      size.short_edge *= fit.scale;
    }
  }

  FlowScene build(SceneDetail detail) {
    find_links();
    place_nodes();
    // Straight ones first: those that bend keep off them.
    scene_.arrows.resize(content_.arrows.size());
    for (bool bending : {false, true}) {
      for (std::size_t i = 0; i < content_.arrows.size(); ++i) {
        if ((content_.arrows[i].bend != 0) == bending) route(content_.arrows[i], scene_.arrows[i]);
      }
    }
    cover();
    if (detail == SceneDetail::Whole || check_room()) place_texts(detail);
    check_room();
    return std::move(scene_);
  }

 private:
  // Whether a pair of nodes stands side by side rather than one above the other.
  bool beside(std::size_t i, std::size_t k) const {
    const float columns = std::fabs(content_.nodes[i].column - content_.nodes[k].column);
    const float rows = std::fabs(content_.nodes[i].row - content_.nodes[k].row);
    return columns >= rows && (rows < 1 || linked(i, k));
  }

  bool linked(std::size_t i, std::size_t k) const { return link(i, k).room >= 0; }
  const Link& link(std::size_t i, std::size_t k) const { return links_[i * sizes_.size() + k]; }

  void find_links() {
    links_.assign(sizes_.size() * sizes_.size(), Link{});
    for (const ContentArrow& arrow : content_.arrows) {
      const bool level = std::fabs(content_.nodes[arrow.from].row - content_.nodes[arrow.to].row) < 0.5f;
      const bool on_line = level && arrow.bend == 0;
      const float width = arrow.text.ink.width * fit_.arrow_text;
      const float room = arrow.text.empty() ? 0
                         : on_line          ? width + 2 * kTextMargin + style_.arrow_head
                                            : width * kSlantedText;
      const float upright = std::max(style_.arrow_head * (arrow.bend == 0 ? kUpright : kUprightBent),
                                     arrow.text.ink.height * fit_.arrow_text * kUprightText);
      for (std::size_t cell : {arrow.from * sizes_.size() + arrow.to, arrow.to * sizes_.size() + arrow.from}) {
        links_[cell].room = std::max(links_[cell].room, room);
        links_[cell].upright = std::max(links_[cell].upright, upright);
      }
    }
  }

  std::vector<GridConstraint> column_constraints() const {
    std::vector<GridConstraint> constraints;
    for (std::size_t i = 0; i < sizes_.size(); ++i) {
      for (std::size_t k = 0; k < sizes_.size(); ++k) {
        const float from = content_.nodes[i].column, to = content_.nodes[k].column;
        if (from >= to) continue;
        const float half = (sizes_[i].width + sizes_[k].width) / 2;
        if (beside(i, k)) {
          const float gap = linked(i, k) ? std::max(fit_.column_gap, link(i, k).room)
                                         : std::max(kUnlinkedGap, fit_.column_gap * 0.6f);
          constraints.push_back({from, to, half + gap + style_.outline_width});
        } else if (to - from >= 0.5f) {
          // Not in each other's way, but a later column still stands farther right.
          constraints.push_back({from, to, std::min(sizes_[i].width, sizes_[k].width) / 2 + kUnlinkedGap});
        }
      }
    }
    return constraints;
  }

  std::vector<GridConstraint> row_constraints(const std::vector<float>& x) const {
    std::vector<GridConstraint> constraints;
    for (std::size_t i = 0; i < sizes_.size(); ++i) {
      for (std::size_t k = 0; k < sizes_.size(); ++k) {
        const float from = content_.nodes[i].row, to = content_.nodes[k].row;
        if (from >= to) continue;
        const float apart = std::fabs(x[i] - x[k]) - (sizes_[i].width + sizes_[k].width) / 2;
        if (!beside(i, k) && apart < kUnlinkedGap) {
          const float gap = std::max(fit_.row_gap, link(i, k).upright);
          constraints.push_back({from, to, (sizes_[i].height + sizes_[k].height) / 2 + gap + style_.outline_width});
        } else if (to - from >= 1 && linked(i, k)) {
          // A whole row lower: it stands lower, as the branches of a tree do.
          constraints.push_back({from, to, std::min(sizes_[i].height, sizes_[k].height) + fit_.row_gap});
        } else if (!beside(i, k) && to - from >= 0.5f && to - from <= 1) {
          constraints.push_back({from, to, std::min(sizes_[i].height, sizes_[k].height) / 2 + fit_.row_gap / 2});
        }
      }
    }
    return constraints;
  }

  void place_nodes() {
    std::vector<float> columns, rows, x;
    for (const ContentNode& node : content_.nodes) {
      columns.push_back(node.column);
      rows.push_back(node.row);
    }
    const GridAxis horizontal(columns, column_constraints());
    for (float column : columns) x.push_back(horizontal.position(column));
    const GridAxis vertical(rows, row_constraints(x));
    for (std::size_t i = 0; i < sizes_.size(); ++i) {
      const Rect rect = centered_rect({x[i], vertical.position(rows[i])}, {sizes_[i].width, sizes_[i].height});
      const float corner_radius = kCornerRadius * style_.text_size * fit_.scale;
      scene_.nodes.push_back(node_outline(content_.nodes[i].node->shape, rect, corner_radius, sizes_[i].short_edge));
    }
  }

  // How many nodes that it does not belong to a curve runs through.
  int crossed(const Samples& samples, const ContentArrow& arrow) const {
    Point least = samples[1], most = samples[1];
    for (std::size_t k = 2; k < kSamples; ++k) {
      least = {std::min(least.x, samples[k].x), std::min(least.y, samples[k].y)};
      most = {std::max(most.x, samples[k].x), std::max(most.y, samples[k].y)};
    }
    int count = 0;
    for (std::size_t i = 0; i < scene_.nodes.size(); ++i) {
      const Rect rect = inset(scene_.nodes[i].rect, -style_.outline_width / 2 - 1);
      if (most.x < rect.left() || most.y < rect.top() || least.x >= rect.right() || least.y >= rect.bottom()) continue;
      if (i == arrow.from || i == arrow.to) continue;
      const bool hit =
          std::any_of(samples.begin() + 1, samples.end(), [&](Point point) { return contains(rect, point); });
      count += hit ? 1 : 0;
    }
    return count;
  }

  // Whether a curve runs along straight arrows rather than just across one, or ends in the head of one.
  bool runs_along(const ArrowCurve& curve, const Samples& samples) const {
    const float reach = style_.arrow_head * kAlong;
    for (std::size_t i = 0; i < scene_.arrows.size(); ++i) {
      if (content_.arrows[i].bend != 0) continue;
      if (distance(curve.end, scene_.arrows[i].curve.end) < style_.arrow_head) return true;
      const Point start = scene_.arrows[i].curve.start, line = scene_.arrows[i].curve.end - start;
      const float squared = std::max(dot(line, line), 1.0f);
      int near = 0;
      // Arrows of one node lie close to each other at their ends.
      for (std::size_t k = 3; k < kSamples - 2; ++k) {
        const float t = std::clamp(dot(samples[k] - start, line) / squared, 0.0f, 1.0f);
        near += distance(start + line * t, samples[k]) < reach ? 1 : 0;
      }
      if (near > 2) return true;
    }
    return false;
  }

  float obstruction(const ArrowCurve& curve, const ContentArrow& arrow) const {
    const Samples samples = samples_of(curve);
    return kThroughNode * float(crossed(samples, arrow)) + (runs_along(curve, samples) ? kAlongArrow : 0);
  }

  // A bend of the document's that would run through other nodes or along other arrows becomes one near it that does
  // not. A long arrow bulges no deeper than a few lines of text: the diagram would be all arrow.
  ArrowCurve bent(const ContentArrow& arrow, ArrowRoute route) const {
    const NodeOutline &from = scene_.nodes[arrow.from], &to = scene_.nodes[arrow.to];
    const float length = distance(from.rect.center(), to.rect.center());
    const float deepest = kDeepestBulge * style_.text_size * fit_.scale;
    const float most = length > deepest ? deepest / length : 1;
    const float wanted = std::clamp(route.bend, -most, most);
    route.bend = wanted;
    ArrowCurve best = route_arrow(from, to, route);
    float least = obstruction(best, arrow);
    // Costs a step away from what is wanted: by how much the bulge changes, in units of the deepest.
    const float step_cost = kBendStep * std::max(1.0f, length / deepest);
    for (int step = 1; float(step) * step_cost < least; ++step) {
      for (float change : {float(step) * kBendStep, -float(step) * kBendStep}) {
        route.bend = wanted + (wanted > 0 ? change : -change);
        if (std::fabs(route.bend) < kBendStep || std::fabs(route.bend) > kWidestBend) continue;
        const ArrowCurve curve = route_arrow(from, to, route);
        const float cost = float(step) * step_cost + obstruction(curve, arrow);
        if (cost >= least) continue;
        least = cost;
        best = curve;
      }
    }
    return best;
  }

  // A straight arrow that would run through other nodes bends around them.
  ArrowCurve routed(const ContentArrow& arrow) const {
    const NodeOutline &from = scene_.nodes[arrow.from], &to = scene_.nodes[arrow.to];
    const float clearance = style_.outline_width / 2;
    if (arrow.from == arrow.to) return loop_arrow(from, 1.1f * style_.text_size * fit_.scale, clearance);
    ArrowRoute route;
    route.clearance = clearance;
    route.bend = arrow.bend;
    if (route.bend != 0) return bent(arrow, route);
    if (arrow.paired) route.shift = style_.arrow_head * 0.55f;
    const ArrowCurve straight = route_arrow(from, to, route);
    ArrowCurve best = straight;
    int fewest = crossed(samples_of(straight), arrow);
    route.shift = 0;
    for (float bend : {0.16f, -0.16f, 0.24f, -0.24f, 0.34f, -0.34f, 0.48f, -0.48f}) {
      if (fewest == 0) break;
      route.bend = bend;
      const ArrowCurve curve = route_arrow(from, to, route);
      if (const int count = crossed(samples_of(curve), arrow); count < fewest) {
        fewest = count;
        best = curve;
      }
    }
    return best;
  }

  void route(const ContentArrow& arrow, SceneArrow& placed) const {
    placed.curve = routed(arrow);
    placed.style.width = style_.arrow_width;
    placed.style.head = style_.arrow_head;
    placed.style.color = arrow.arrow->color.value_or(style_.accent);
    placed.style.line = arrow.arrow->style;
  }

  Rect node_ink(std::size_t i) const {
    const NodeOutline& outline = scene_.nodes[i];
    if (outline.shape == NodeShape::Plain) return outline.rect;
    return inset(outline.rect, -style_.outline_width / 2);
  }

  void cover() {
    for (std::size_t i = 0; i < scene_.nodes.size(); ++i) scene_.bounds = united(scene_.bounds, node_ink(i));
    for (const SceneArrow& arrow : scene_.arrows) {
      scene_.bounds = united(scene_.bounds, arrow_bounds(arrow.curve, arrow.style));
    }
  }

  bool check_room() {
    scene_.in_room = scene_.bounds.width <= style_.max_size.width && scene_.bounds.height <= style_.max_size.height;
    return scene_.in_room;
  }

  void place_texts(SceneDetail detail) {
    LabelObstacles obstacles;
    for (std::size_t i = 0; i < scene_.nodes.size(); ++i) obstacles.nodes.push_back(node_ink(i));
    for (std::size_t i = 0; i < scene_.arrows.size(); ++i) {
      obstacles.arrows.push_back(shaft_obstacle(scene_.arrows[i].curve, scene_.arrows[i].style));
      obstacles.arrows.back().from = content_.arrows[i].from;
      obstacles.arrows.back().to = content_.arrows[i].to;
    }
    for (std::size_t i = 0; i < scene_.arrows.size(); ++i) {
      const MeasuredText& text = content_.arrows[i].text;
      if (text.empty()) continue;
      obstacles.extent = scene_.bounds;
      const Size size{text.ink.width * fit_.arrow_text, text.ink.height * fit_.arrow_text};
      const LabelPlace place = place_label(scene_.arrows[i].curve, i, size, obstacles);
      scene_.arrows[i].text = place.rect;
      scene_.texts_clear = scene_.texts_clear && place.clear;
      if (detail == SceneDetail::Trial && !place.clear) return;
      scene_.bounds = united(scene_.bounds, place.rect);
      obstacles.texts.push_back(place.rect);
    }
  }

  const FlowContent& content_;
  const DiagramStyle& style_;
  const FlowFit& fit_;
  std::vector<NodeSize> sizes_;
  std::vector<Link> links_;  // of every pair of nodes
  FlowScene scene_;
};

}  // namespace

FlowScene build_flow(const FlowContent& content, const DiagramStyle& style, const FlowFit& fit, SceneDetail detail) {
  return SceneBuilder(content, style, fit).build(detail);
}

}  // namespace sixiang
