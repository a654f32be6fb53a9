#include "diagram/flow_router.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace sixiang {

namespace {

constexpr float kWidestBend = 1.4f, kBendStep = 0.06f;
// What is in a bent arrow's way costs as much as so many deepest bulges.
constexpr float kThroughNode = 4, kAlongArrow = 1.2f, kAcrossArrow = 0.7f;
constexpr float kDeepestBulge = 3.2f;  // em
constexpr float kLoopHeight = 1.1f;    // em
// Of an arrow head's length: within this of another arrow a curve seems to join it; between two arrows that run to and
// fro.
constexpr float kAlong = 0.8f, kPairShift = 0.55f;
// Bends that a straight arrow takes around a node in its way.
constexpr float kDetours[] = {0.16f, -0.16f, 0.24f, -0.24f, 0.34f, -0.34f, 0.48f, -0.48f};
// Ways that are free to choose: what they cost more than a straight one, how deep those are that turn back to the side
// they came from (arrow heads' lengths), and where they leave an edge (of its length, from its middle).
constexpr float kBendCost = 0.3f, kChannelCost = 0.5f, kTurnCost = 0.6f, kTurnDepthCost = 0.1f;
constexpr float kTurnDepths[] = {2.2f, 3.2f, 4.6f};
constexpr float kLeastChannel = 1.6f;  // arrow heads' lengths: from edge to edge
constexpr float kChannelPull = 0.85f;  // of the way across, before the curve turns
constexpr float kPort = 0.28f;

// Points of a curve at even parameters; the first one is its start, and its end is left out.
constexpr std::size_t kSamples = 16;
using Samples = std::array<Point, kSamples>;

Samples samples_of(const ArrowCurve& curve) {
  Samples samples;
  for (std::size_t i = 0; i < kSamples; ++i) samples[i] = point_at(curve, float(i) / kSamples);
  return samples;
}

float cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }

bool segments_cross(Point a, Point b, Point c, Point d) {
  return (cross(b - a, c - a) > 0) != (cross(b - a, d - a) > 0) &&
         (cross(d - c, a - c) > 0) != (cross(d - c, b - c) > 0);
}

// A curve in a few straight pieces.
struct Polyline {
  std::array<Point, 9> points;
  Rect bounds;
};

Polyline polyline_of(const ArrowCurve& curve) {
  Polyline line;
  const std::size_t pieces = line.points.size() - 1;
  for (std::size_t i = 0; i <= pieces; ++i) line.points[i] = point_at(curve, float(i) / float(pieces));
  Point least = line.points[0], most = line.points[0];
  for (Point point : line.points) {
    least = {std::min(least.x, point.x), std::min(least.y, point.y)};
    most = {std::max(most.x, point.x), std::max(most.y, point.y)};
  }
  // Also of an upright or level line, which has no area, a bit.
  line.bounds = inset(rect_from_edges(least.x, least.y, most.x, most.y), -0.5f);
  return line;
}

bool lines_cross(const Polyline& a, const Polyline& b) {
  for (std::size_t i = 1; i < a.points.size(); ++i) {
    for (std::size_t k = 1; k < b.points.size(); ++k) {
      if (segments_cross(a.points[i - 1], a.points[i], b.points[k - 1], b.points[k])) return true;
    }
  }
  return false;
}

class Router {
 public:
  Router(const MeasuredFlow& content, const std::vector<NodeOutline>& nodes, const DiagramStyle& style, float em)
      : content_(content), nodes_(nodes), style_(style), em_(em), routes_(content.arrows.size()) {
    placed_.reserve(content.arrows.size());
  }

  // Straight ones first: those that bend keep off them, and those that are free to choose off all others.
  std::vector<RoutedArrow> run() {
    for (const Way way : {Way::Straight, Way::Bent, Way::Free}) {
      for (std::size_t i = 0; i < routes_.size(); ++i) {
        const ContentArrow& arrow = content_.arrows[i];
        if (way_of(arrow) != way) continue;
        routes_[i] = way == Way::Free ? freely_routed(arrow) : RoutedArrow{routed(arrow), true};
        placed_.push_back(polyline_of(routes_[i].curve));
      }
    }
    return std::move(routes_);
  }

 private:
  enum class Way { Straight, Bent, Free };

  static Way way_of(const ContentArrow& arrow) {
    return arrow.free_way ? Way::Free : arrow.bend == 0 ? Way::Straight : Way::Bent;
  }

  // How many nodes that it does not belong to a curve runs through.
  int crossed(const Samples& samples, const ContentArrow& arrow) const {
    Point least = samples[1], most = samples[1];
    for (std::size_t k = 2; k < kSamples; ++k) {
      least = {std::min(least.x, samples[k].x), std::min(least.y, samples[k].y)};
      most = {std::max(most.x, samples[k].x), std::max(most.y, samples[k].y)};
    }
    int count = 0;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const Rect rect = inset(nodes_[i].rect, -style_.border_width / 2 - 1);
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
    for (std::size_t i = 0; i < routes_.size(); ++i) {
      if (content_.arrows[i].bend != 0 || content_.arrows[i].free_way) continue;
      if (distance(curve.end, routes_[i].curve.end) < style_.arrow_head) return true;
      const Point start = routes_[i].curve.start, line = routes_[i].curve.end - start;
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
    const NodeOutline &from = nodes_[arrow.from], &to = nodes_[arrow.to];
    const float length = distance(from.rect.center(), to.rect.center());
    const float deepest = kDeepestBulge * em_;
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
    const NodeOutline &from = nodes_[arrow.from], &to = nodes_[arrow.to];
    const float clearance = style_.border_width / 2;
    if (arrow.from == arrow.to) return loop_arrow(from, kLoopHeight * em_, clearance);
    ArrowRoute route;
    route.clearance = clearance;
    route.bend = arrow.bend;
    if (route.bend != 0) return bent(arrow, route);
    if (arrow.paired) route.shift = style_.arrow_head * kPairShift;
    const ArrowCurve straight = route_arrow(from, to, route);
    ArrowCurve best = straight;
    int fewest = crossed(samples_of(straight), arrow);
    route.shift = 0;
    for (float bend : kDetours) {
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

  // How many of the ways that are placed already, up to `most`, a curve runs across.
  int crossed_ways(const Polyline& line, int most) const {
    int count = 0;
    for (std::size_t i = 0; i < placed_.size() && count < most; ++i) {
      count += intersects(line.bounds, placed_[i].bounds) && lines_cross(line, placed_[i]) ? 1 : 0;
    }
    return count;
  }

  struct Choice {
    ArrowCurve curve;
    float cost = 0;
    int crossed_nodes = 0;
  };

  void consider(std::optional<Choice>& best, const ContentArrow& arrow, const ArrowCurve& curve, float cost) const {
    const auto is_worse = [&] { return best && cost >= best->cost; };
    if (is_worse()) return;
    const Samples samples = samples_of(curve);
    const int nodes = crossed(samples, arrow);
    cost += kThroughNode * float(nodes);
    if (is_worse()) return;
    if (runs_along(curve, samples)) cost += kAlongArrow;
    if (is_worse()) return;
    const int most = best ? int((best->cost - cost) / kAcrossArrow) + 1 : int(placed_.size());
    cost += kAcrossArrow * float(crossed_ways(polyline_of(curve), most));
    if (!is_worse()) best = Choice{curve, cost, nodes};
  }

  // The way that is least in the way of others, from the shortest on.
  RoutedArrow freely_routed(const ContentArrow& arrow) const {
    const NodeOutline &from = nodes_[arrow.from], &to = nodes_[arrow.to];
    std::optional<Choice> best;
    if (arrow.from == arrow.to) {
      consider(best, arrow, loop_arrow(from, kLoopHeight * em_, style_.border_width / 2), 0);
    } else {
      ArrowRoute route;
      route.clearance = style_.border_width / 2;
      if (arrow.paired) route.shift = style_.arrow_head * kPairShift;
      consider(best, arrow, route_arrow(from, to, route), 0);
      route.shift = 0;
      for (float bend : kDetours) {
        route.bend = bend;
        consider(best, arrow, route_arrow(from, to, route), kBendCost + std::fabs(bend));
      }
      consider_channels(best, arrow);
      consider_turns(best, arrow);
    }
    return {best->curve, best->crossed_nodes == 0};
  }

  // Where a way leaves the edge of a node that faces `direction` (of length 1, along an axis), moved along the edge
  // towards `target`.
  Point port(const NodeOutline& node, Point direction, Point target, float clearance) const {
    const Point center = node.rect.center(), reach{kPort * node.rect.width, kPort * node.rect.height};
    const Point along{std::fabs(direction.y) * std::clamp(target.x - center.x, -reach.x, reach.x),
                      std::fabs(direction.x) * std::clamp(target.y - center.y, -reach.y, reach.y)};
    const Point inside = center + along;
    return exit_point(node, inside, inside + direction * (node.rect.width + node.rect.height), clearance);
  }

  // From the lower edge of one node through the room below it to the upper edge of the other, or the reverse.
  void consider_channels(std::optional<Choice>& best, const ContentArrow& arrow) const {
    const NodeOutline &from = nodes_[arrow.from], &to = nodes_[arrow.to];
    const Point down{0, from.rect.center().y < to.rect.center().y ? 1.0f : -1.0f};
    const Point start = port(from, down, to.rect.center(), 0);
    const Point end = port(to, down * -1, from.rect.center(), style_.border_width / 2);
    const float across = dot(end - start, down);
    if (across < kLeastChannel * style_.arrow_head) return;
    const Point pull = down * (kChannelPull * across);
    consider(best, arrow, {start, start + pull, end - pull, end}, kChannelCost);
  }

  // Out of both nodes to the same side: below or above a row, beside a column.
  void consider_turns(std::optional<Choice>& best, const ContentArrow& arrow) const {
    const NodeOutline &from = nodes_[arrow.from], &to = nodes_[arrow.to];
    for (Point side : {Point{0, -1}, Point{0, 1}, Point{-1, 0}, Point{1, 0}}) {
      const Point start = port(from, side, to.rect.center(), 0);
      const Point end = port(to, side, from.rect.center(), style_.border_width / 2);
      for (float heads : kTurnDepths) {
        const float depth = heads * style_.arrow_head;
        // A cubic curve reaches three quarters of the way to its controls.
        const float line = std::max(dot(start, side), dot(end, side)) + depth * 4 / 3;
        consider(best, arrow,
                 {start, start + side * (line - dot(start, side)), end + side * (line - dot(end, side)), end},
                 kTurnCost + kTurnDepthCost * heads);
      }
    }
  }

  const MeasuredFlow& content_;
  const std::vector<NodeOutline>& nodes_;
  const DiagramStyle& style_;
  float em_;
  std::vector<RoutedArrow> routes_;
  std::vector<Polyline> placed_;  // ways that are taken already
};

}  // namespace

std::vector<RoutedArrow> route_arrows(const MeasuredFlow& content, const std::vector<NodeOutline>& nodes,
                                      const DiagramStyle& style, float em) {
  return Router(content, nodes, style, em).run();
}

}  // namespace sixiang
