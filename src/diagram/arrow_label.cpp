#include "diagram/arrow_label.h"

#include <algorithm>
#include <cmath>

namespace sixiang {

namespace {

constexpr float kMiddle = 0.46f;      // of a curve whose head takes up a bit of its end
constexpr float kSampleDistance = 6;  // closer together than texts are high, so that none slips between two
constexpr int kLeastSamples = 24, kMostSamples = 120;
constexpr std::size_t kRun = 8;              // points that have a box of their own
constexpr float kTextGap = 8;                // between two texts side by side, or they would read as one
constexpr float kNear = 9, kNearBeyond = 4;  // within this of another arrow, or beyond its gap, a text seems to be its
// Arrows that leave one node at a smaller angle than this (its cosine) are a fan: their texts stand outside of it.
constexpr float kFan = 0.2f;
// Costs, in points of preference. A collision outweighs everything else.
constexpr float kCollision = 1000, kWrongSide = 30, kInnerSide = 10, kOffMiddle = 60, kOutside = 2.5f, kPushed = 1.5f,
                kNearby = 8, kWithinFan = 18, kBehind = 90;
constexpr float kNearPlaces[] = {kMiddle, 0.5f, 0.42f, 0.38f, 0.54f, 0.32f, 0.62f, 0.24f, 0.7f, 0.14f, 0.8f};
constexpr int kMostPushes = 7;  // of two points each, off its own arrow
constexpr float kFarPlaces[] = {0.5f, 0.44f, 0.56f, 0.38f, 0.62f, 0.32f, 0.68f, 0.26f, 0.74f, 0.2f, 0.8f, 0.14f, 0.86f};
constexpr std::size_t kManyChoices = 90;
constexpr float kChosenBehind = 250;  // the cost of kBehind where a text has its choice
constexpr float kFarStep = 0.3f;      // of a text's height

float squared_distance(const Rect& rect, const ShaftRun& run) {
  const float dx = std::max({rect.left() - run.most.x, 0.0f, run.least.x - rect.right()});
  const float dy = std::max({rect.top() - run.most.y, 0.0f, run.least.y - rect.bottom()});
  return dx * dx + dy * dy;
}

// From the rectangle to the nearest of the obstacle's points, if that is nearer than `limit`; else its square.
float nearest_squared(const Rect& rect, const ShaftObstacle& shaft, float limit) {
  float nearest = limit * limit;
  for (const ShaftRun& run : shaft.runs) {
    if (squared_distance(rect, run) >= nearest) continue;
    for (std::size_t i = run.first; i < run.last; ++i) {
      nearest = std::min(nearest, squared_distance(rect, shaft.points[i]));
    }
  }
  return nearest;
}

bool reaches(const Rect& rect, const ShaftObstacle& shaft, float reach) {
  for (const ShaftRun& run : shaft.runs) {
    if (squared_distance(rect, run) >= reach * reach) continue;
    for (std::size_t i = run.first; i < run.last; ++i) {
      if (squared_distance(rect, shaft.points[i]) < reach * reach) return true;
    }
  }
  return false;
}

float cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }

bool crosses(Point a, Point b, const ShaftObstacle& shaft) {
  if (!intersects(rect_from_edges(std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)),
                  shaft.bounds))
    return false;
  const Point line = b - a;
  float last = cross(line, shaft.line.front() - a);
  for (std::size_t i = 1; i < shaft.line.size(); ++i) {
    const Point from = shaft.line[i - 1], to = shaft.line[i];
    const float side = cross(line, to - a);
    if ((side > 0) != (last > 0) && (cross(to - from, a - from) > 0) != (cross(to - from, b - from) > 0)) return true;
    last = side;
  }
  return false;
}

// From 0 at a distance of `reach` to 1 where they touch.
float nearness(const Rect& rect, const ShaftObstacle& shaft, float reach) {
  if (!intersects(inset(rect, -reach), shaft.bounds)) return 0;
  return 1 - std::sqrt(nearest_squared(rect, shaft, reach)) / reach;
}

// How much longer the edges of `extent` become when it has to hold `rect` too.
float growth(const Rect& extent, const Rect& rect) {
  if (extent.empty()) return 0;
  const Rect both = united(extent, rect);
  return both.width - extent.width + both.height - extent.height;
}

class Search {
 public:
  Search(const ArrowCurve& curve, std::size_t own, Size size, const LabelObstacles& obstacles)
      : curve_(curve),
        own_(own),
        size_(size),
        obstacles_(obstacles),
        near_(std::max(kNear, obstacles.arrow_gap + kNearBeyond)) {
    middle_ = point_at(curve, kMiddle);
    const Point chord = curve.end - curve.start;
    const Point bulge = point_at(curve, 0.5f) - lerp(curve.start, curve.end, 0.5f);
    const float side = dot(bulge, left_of(unit(chord)));
    outer_side_ = std::fabs(side) < 1 ? 0.0f : side > 0 ? 1.0f : -1.0f;
    for (std::size_t i = 0; i < obstacles.arrows.size(); ++i) {
      if (i != own && outer_side_ == 0) look_at_fan(obstacles.arrows[own], obstacles.arrows[i]);
    }
    find_near();
  }

  LabelPlace run() {
    // From the middle outwards; farther places cost more, so that a good one ends the search.
    for (float t : kNearPlaces) {
      if (found_ && best_cost_ <= kOffMiddle * std::fabs(t - kMiddle)) break;
      for (float side : {1.0f, -1.0f}) try_at(t, side);
    }
    if (best_.clear || obstacles_.reach == 0) return best_;
    try_all_far();
    return best_;
  }

  std::vector<LabelChoice> choices() {
    collects_ = true;
    for (float t : kNearPlaces) {
      for (float side : {1.0f, -1.0f}) try_at(t, side);
    }
    if (obstacles_.reach > 0) try_all_far();
    std::stable_sort(choices_.begin(), choices_.end(),
                     [](const LabelChoice& a, const LabelChoice& b) { return a.cost < b.cost; });
    return std::move(choices_);
  }

 private:
  void try_all_far() {
    for (float away = 0; away <= obstacles_.reach && choices_.size() < kManyChoices; away += kFarStep * size_.height) {
      for (float t : kFarPlaces) {
        for (float side : {1.0f, -1.0f}) {
          const Point normal = left_of(unit(direction_at(curve_, t))) * side;
          try_far(t, side, normal, away);
          // A wide text comes nearer to an arrow that slants when it stands level with it.
          const bool level = std::fabs(normal.x) >= std::fabs(normal.y);
          try_far(t, side, level ? Point{normal.x < 0 ? -1.0f : 1.0f, 0} : Point{0, normal.y < 0 ? -1.0f : 1.0f}, away);
        }
      }
    }
  }

  // What any of the places that are tried may meet.
  void find_near() {
    const Point least{std::min({curve_.start.x, curve_.control1.x, curve_.control2.x, curve_.end.x}),
                      std::min({curve_.start.y, curve_.control1.y, curve_.control2.y, curve_.end.y})};
    const Point most{std::max({curve_.start.x, curve_.control1.x, curve_.control2.x, curve_.end.x}),
                     std::max({curve_.start.y, curve_.control1.y, curve_.control2.y, curve_.end.y})};
    const float off = obstacles_.own_gap + 2 + 2 * kMostPushes + size_.width + size_.height + obstacles_.reach;
    const float apart = 1 + std::max({obstacles_.node_gap, kTextGap, near_, obstacles_.line_gap, obstacles_.arrow_gap});
    const Rect around = inset(rect_from_edges(least.x, least.y, most.x, most.y), -(off + apart));
    for (const Rect& node : obstacles_.nodes) {
      if (intersects(around, node)) nodes_.push_back(node);
    }
    for (const LabelDisc& disc : obstacles_.discs) {
      if (is_near(around, disc, 0)) discs_.push_back(disc);
    }
    for (const Rect& text : obstacles_.texts) {
      if (intersects(around, text)) texts_.push_back(text);
    }
    for (std::size_t i = 0; i < obstacles_.arrows.size(); ++i) {
      if (i != own_ && intersects(around, obstacles_.arrows[i].bounds)) others_.push_back(&obstacles_.arrows[i]);
    }
  }

  void look_at_fan(const ShaftObstacle& own, const ShaftObstacle& other) {
    const bool at_start = own.from == other.from || own.from == other.to;
    const bool at_end = own.to == other.from || own.to == other.to;
    if (!at_start && !at_end) return;
    const Point chord = curve_.end - curve_.start;
    Point away = unit(other.line.back() - other.line.front());
    if (at_start ? own.from == other.to : own.to == other.to) away = away * -1;
    if (dot(unit(chord), away) * (at_start ? 1.0f : -1.0f) < kFan) return;
    const Point apart = other.line[other.line.size() / 2] - point_at(curve_, 0.5f);
    (dot(left_of(unit(chord)), apart) > 0 ? fan_left_ : fan_right_) = true;
  }

  void try_at(float t, float side) {
    const Point normal = left_of(unit(direction_at(curve_, t))) * side;
    const float reach = std::fabs(normal.x) * size_.width / 2 + std::fabs(normal.y) * size_.height / 2;
    for (int push = 0; push <= kMostPushes; ++push) {
      const float off = reach + obstacles_.own_gap + 2 + float(push) * 2;
      const Rect rect = centered_rect(point_at(curve_, t) + normal * off, size_);
      if (push < kMostPushes && is_near(rect, obstacles_.arrows[own_], obstacles_.own_gap)) continue;
      consider(rect, cost_of(rect, normal, side, t) + float(push) * kPushed);
      return;
    }
  }

  void try_far(float t, float side, Point normal, float away) {
    const float reach = std::fabs(normal.x) * size_.width / 2 + std::fabs(normal.y) * size_.height / 2;
    const Rect rect = centered_rect(point_at(curve_, t) + normal * (reach + obstacles_.own_gap + away), size_);
    consider(rect, cost_of(rect, normal, side, t) + away);
  }

  // Above for arrows that run sideways, to the right of those that run up or down; outside of a bulge.
  float cost_of(const Rect& rect, Point normal, float side, float t) const {
    float cost = kOffMiddle * std::fabs(t - kMiddle);
    // The more so, the less an arrow slants.
    const bool sideways = std::fabs(normal.y) >= std::fabs(normal.x);
    const float upright = 2 * std::max(std::fabs(normal.x), std::fabs(normal.y)) - 1;
    if (sideways ? normal.y > 0 : normal.x < 0) {
      cost += kWrongSide * upright * upright * upright * (outer_side_ == 0 ? 1 : 0.4f);
    }
    if (fan_left_ != fan_right_ && (side > 0) == fan_left_) cost += kWithinFan;
    if (outer_side_ != 0 && side != outer_side_) cost += kInnerSide;
    return cost + kOutside * growth(obstacles_.extent, rect);
  }

  void consider(const Rect& rect, float cost) {
    if (collects_) return collect(rect, cost);
    if (is_worse(cost, 0)) return;
    float collisions = obstacles_.room.empty() || contains(obstacles_.room, rect) ? 0 : 3;
    const Rect around = inset(rect, -obstacles_.node_gap);
    bool is_behind = false;
    for (const Rect& node : nodes_) collisions += intersects(around, node) ? 2.0f : 0.0f;
    for (const LabelDisc& disc : discs_) collisions += is_near(rect, disc, obstacles_.node_gap) ? 2.0f : 0.0f;
    for (const Rect& text : texts_) collisions += are_apart(rect, text, obstacles_.line_gap) ? 0.0f : 2.0f;
    collisions += is_near(rect, obstacles_.arrows[own_], obstacles_.own_gap / 3) ? 1.0f : 0.0f;
    for (const ShaftObstacle* other : others_) {
      collisions += is_near(rect, *other, obstacles_.arrow_gap) ? 1.0f : 0.0f;
      cost += kNearby * nearness(rect, *other, near_);
      // With another arrow between it and its own a text belongs to that one.
      const bool behind = crosses(rect.center(), middle_, *other);
      is_behind = is_behind || behind;
      if (behind && obstacles_.reach > 0) cost += kBehind;
      if (behind && obstacles_.reach == 0) collisions += 1;
      if (is_worse(cost, collisions)) return;
    }
    cost += collisions * kCollision;
    if (is_worse(cost, 0)) return;
    found_ = true;
    best_cost_ = cost;
    best_ = {rect, collisions == 0, is_behind};
  }

  // If it is clear of all but texts.
  void collect(const Rect& rect, float cost) {
    if (!obstacles_.room.empty() && !contains(obstacles_.room, rect)) return;
    const Rect around = inset(rect, -obstacles_.node_gap);
    const auto meets = [&](const Rect& node) { return intersects(around, node); };
    const auto touches = [&](const LabelDisc& disc) { return is_near(rect, disc, obstacles_.node_gap); };
    if (std::any_of(nodes_.begin(), nodes_.end(), meets) || std::any_of(discs_.begin(), discs_.end(), touches)) return;
    if (is_near(rect, obstacles_.arrows[own_], obstacles_.own_gap)) return;
    for (const ShaftObstacle* other : others_) {
      if (is_near(rect, *other, obstacles_.arrow_gap)) return;
    }
    bool is_behind = false;
    for (const ShaftObstacle* other : others_) {
      cost += kNearby * nearness(rect, *other, near_);
      if (!crosses(rect.center(), middle_, *other)) continue;
      is_behind = true;
      cost += kChosenBehind;
    }
    if (!is_behind && is_nearer_to_others(rect)) {
      is_behind = true;
      cost += kChosenBehind;
    }
    choices_.push_back({rect, cost, is_behind});
  }

  // Than to its own arrow: it would be read as theirs.
  bool is_nearer_to_others(const Rect& rect) const {
    const ShaftObstacle& own = obstacles_.arrows[own_];
    const float most = own.radius + obstacles_.own_gap + obstacles_.reach + size_.width;
    const float distance = std::sqrt(nearest_squared(rect, own, most)) - own.radius;
    return std::any_of(others_.begin(), others_.end(),
                       [&](const ShaftObstacle* other) { return is_near(rect, *other, distance); });
  }

  bool is_worse(float cost, float collisions) const { return found_ && cost + collisions * kCollision >= best_cost_; }

  const ArrowCurve& curve_;
  std::size_t own_;
  Size size_;
  const LabelObstacles& obstacles_;
  float near_;                                // within this of another arrow a text seems to belong to that one
  std::vector<Rect> nodes_, texts_;           // near enough to count
  std::vector<LabelDisc> discs_;              // the same
  std::vector<const ShaftObstacle*> others_;  // the same of arrows but its own
  Point middle_;
  float outer_side_ = 0;
  bool fan_left_ = false, fan_right_ = false;  // sides on which arrows of a fan stand
  bool collects_ = false;                      // all that is clear, instead of the best
  std::vector<LabelChoice> choices_;
  bool found_ = false;
  float best_cost_ = 0;
  LabelPlace best_;
};

}  // namespace

std::vector<ShaftRun> runs_of(const std::vector<Point>& points) {
  std::vector<ShaftRun> runs;
  runs.reserve(points.size() / kRun + 1);
  for (std::size_t first = 0; first < points.size(); first += kRun) {
    ShaftRun run{first, std::min(first + kRun, points.size()), points[first], points[first]};
    for (std::size_t i = first + 1; i < run.last; ++i) {
      run.least = {std::min(run.least.x, points[i].x), std::min(run.least.y, points[i].y)};
      run.most = {std::max(run.most.x, points[i].x), std::max(run.most.y, points[i].y)};
    }
    runs.push_back(run);
  }
  return runs;
}

ShaftObstacle shaft_obstacle(const ArrowCurve& curve, const ArrowStyle& style, const Rect& bounds) {
  ShaftObstacle result;
  const float length = distance(curve.start, curve.control1) + distance(curve.control1, curve.control2) +
                       distance(curve.control2, curve.end);
  const int samples = std::clamp(int(length / kSampleDistance), kLeastSamples, kMostSamples);
  result.points.reserve(std::size_t(samples) + 5);
  for (int i = 0; i <= samples; ++i) result.points.push_back(point_at(curve, float(i) / float(samples)));
  const std::size_t pieces = result.line.size() - 1;
  for (std::size_t i = 0; i <= pieces; ++i) result.line[i] = point_at(curve, float(i) / float(pieces));
  result.radius = style.width / 2;
  // The head is wider than the shaft: two points beside it stand for its corners.
  if (style.ending == ArrowHead::Triangle) {
    const Point forward = unit(direction_at(curve, 0.97f));
    const Point side = left_of(forward) * (style.head * 0.3f);
    for (float back : {0.55f, 0.95f}) {
      const Point middle = curve.end - forward * (style.head * back);
      result.points.push_back(middle + side);
      result.points.push_back(middle - side);
    }
  }
  result.bounds = bounds;
  result.runs = runs_of(result.points);
  return result;
}

bool is_near(const Rect& rect, const ShaftObstacle& shaft, float gap) {
  return intersects(inset(rect, -gap), shaft.bounds) && reaches(rect, shaft, shaft.radius + gap);
}

bool is_near(const Rect& rect, const LabelDisc& disc, float gap) {
  const float reach = disc.radius + gap;
  const float dx = std::max({rect.left() - disc.center.x, 0.0f, disc.center.x - rect.right()});
  const float dy = std::max({rect.top() - disc.center.y, 0.0f, disc.center.y - rect.bottom()});
  return dx * dx + dy * dy < reach * reach;
}

bool are_apart(const Rect& a, const Rect& b, float line_gap) {
  return !intersects(
      rect_from_edges(a.left() - kTextGap, a.top() - line_gap, a.right() + kTextGap, a.bottom() + line_gap), b);
}

std::vector<LabelChoice> label_choices(const ArrowCurve& curve, std::size_t own, Size size,
                                       const LabelObstacles& obstacles) {
  return Search(curve, own, size, obstacles).choices();
}

LabelPlace place_label(const ArrowCurve& curve, std::size_t own, Size size, const LabelObstacles& obstacles) {
  return Search(curve, own, size, obstacles).run();
}

}  // namespace sixiang
