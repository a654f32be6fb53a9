#include "diagram/flow_scene.h"

#include <algorithm>
#include <cmath>

#include "base/sort_unique.h"
#include "diagram/arrow_label.h"
#include "diagram/flow_drawing.h"
#include "diagram/flow_router.h"
#include "diagram/grid.h"

namespace sixiang {

namespace {

constexpr float kUnlinkedGap = 9;     // between neighbours without an arrow, and the least that rows keep
constexpr float kTextMargin = 4;      // on both sides of a text that stands in the gap of its arrow, beside the head
constexpr float kSlantedText = 0.5f;  // part of a text's width that a slanting arrow's gap keeps for it
constexpr float kUpright = 1.7f, kUprightBent = 3;  // of an arrow head's length
constexpr float kUprightText = 1.7f;                // of the text's height
// Between a text and arrows that are not its own; where its own has a free way, which may run close to them, so much of
// the text's height.
constexpr float kArrowGap = 1.5f, kFreeTextGap = 0.6f;
constexpr std::size_t kRowsOfTall = 3;  // joined at one side of a box that becomes as high as they are
constexpr float kCornerRadius = 0.42f;  // em
constexpr float kRounding = 0.01f;      // what was measured in a room fits a room of that size

// What the arrows between two nodes need, poster points.
struct Link {
  float room = -1;    // for their texts where the nodes stand side by side; negative: there is no arrow
  float upright = 0;  // at least, where one node stands above the other: more where an arrow bends or has a text, in
                      // which case its shaft would hardly be seen
};

class SceneBuilder {
 public:
  SceneBuilder(const MeasuredFlow& content, const DiagramStyle& style, const FlowFit& fit)
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
    if (!check_room() && detail == SceneDetail::Trial) return std::move(scene_);
    place_arrows();
    if (detail == SceneDetail::Whole || (check_room() && scene_.arrows_clear)) place_texts(detail);
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
      if (arrow.free_way) continue;
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
    constraints.reserve(sizes_.size() * sizes_.size() / 2);
    for (std::size_t i = 0; i < sizes_.size(); ++i) {
      for (std::size_t k = 0; k < sizes_.size(); ++k) {
        const float from = content_.nodes[i].column, to = content_.nodes[k].column;
        if (from >= to) continue;
        const float half = (sizes_[i].width + sizes_[k].width) / 2;
        if (beside(i, k)) {
          const float gap = linked(i, k) ? std::max(fit_.column_gap, link(i, k).room)
                                         : std::max(kUnlinkedGap, fit_.column_gap * 0.6f);
          constraints.push_back({from, to, half + gap + style_.border_width});
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
    constraints.reserve(sizes_.size() * sizes_.size() / 2);
    for (std::size_t i = 0; i < sizes_.size(); ++i) {
      for (std::size_t k = 0; k < sizes_.size(); ++k) {
        const float from = content_.nodes[i].row, to = content_.nodes[k].row;
        if (from >= to) continue;
        const float apart = std::fabs(x[i] - x[k]) - (sizes_[i].width + sizes_[k].width) / 2;
        if (!beside(i, k) && apart < kUnlinkedGap) {
          const float gap = std::max(fit_.row_gap, link(i, k).upright);
          constraints.push_back({from, to, (sizes_[i].height + sizes_[k].height) / 2 + gap + style_.border_width});
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

  // Whether a node stands beside a box, to its left (-1) or its right, and an arrow joins it to the box.
  bool is_joined_beside(std::size_t box, float side, std::size_t node) const {
    return (content_.nodes[node].column - content_.nodes[box].column) * side > 0 && linked(box, node);
  }

  std::vector<std::size_t> joined_beside(std::size_t box, float side) const {
    std::vector<std::size_t> joined;
    for (std::size_t i = 0; i < sizes_.size(); ++i) {
      if (is_joined_beside(box, side, i)) joined.push_back(i);
    }
    return joined;
  }

  bool has_many_beside(std::size_t box, float side) const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < sizes_.size() && count < kRowsOfTall; ++i) count += is_joined_beside(box, side, i);
    return count >= kRowsOfTall;
  }

  std::size_t rows_among(const std::vector<std::size_t>& nodes) const {
    std::vector<float> rows;
    for (std::size_t node : nodes) rows.push_back(content_.nodes[node].row);
    sort_unique(rows);
    return rows.size();
  }

  // A box that is joined to nodes of several rows at one side is as high as they are together, so that its arrows are
  // level, and so is one across from it that is joined to some of them. Not where anything is in the way.
  void stretch_boxes(std::vector<Rect>& rects) const {
    const std::vector<Rect> before = rects;
    for (std::size_t box = 0; box < rects.size(); ++box) {
      if (content_.nodes[box].node->shape != NodeShape::Box) continue;
      for (const float side : {-1.0f, 1.0f}) {
        if (!has_many_beside(box, side)) continue;
        const std::vector<std::size_t> joined = joined_beside(box, side);
        if (rows_among(joined) < kRowsOfTall) continue;
        Rect whole = before[box];
        for (std::size_t node : joined) whole = united(whole, before[node]);
        stretch(rects, box, whole);
        for (std::size_t other = 0; other < rects.size(); ++other) {
          if (content_.nodes[other].node->shape != NodeShape::Box ||
              content_.nodes[other].row != content_.nodes[box].row)
            continue;
          std::vector<std::size_t> shared = joined_beside(other, -side);
          shared.erase(std::remove_if(shared.begin(), shared.end(),
                                      [&](std::size_t node) {
                                        return std::find(joined.begin(), joined.end(), node) == joined.end();
                                      }),
                       shared.end());
          if (other != box && rows_among(shared) > 1) stretch(rects, other, whole);
        }
      }
    }
  }

  void stretch(std::vector<Rect>& rects, std::size_t box, const Rect& whole) const {
    const Rect tall{rects[box].x, whole.y, rects[box].width, whole.height};
    const Rect around = inset(tall, -kUnlinkedGap);
    for (std::size_t i = 0; i < rects.size(); ++i) {
      if (i != box && intersects(around, rects[i])) return;
    }
    rects[box] = tall;
  }

  void place_nodes() {
    std::vector<float> columns, rows, x;
    columns.reserve(sizes_.size());
    rows.reserve(sizes_.size());
    x.reserve(sizes_.size());
    for (const ContentNode& node : content_.nodes) {
      columns.push_back(node.column);
      rows.push_back(node.row);
    }
    const GridAxis horizontal(columns, column_constraints());
    for (float column : columns) x.push_back(horizontal.position(column));
    const GridAxis vertical(rows, row_constraints(x));
    std::vector<Rect> rects;
    rects.reserve(sizes_.size());
    scene_.nodes.reserve(sizes_.size());
    for (std::size_t i = 0; i < sizes_.size(); ++i) {
      rects.push_back(centered_rect({x[i], vertical.position(rows[i])}, {sizes_[i].width, sizes_[i].height}));
    }
    stretch_boxes(rects);
    for (std::size_t i = 0; i < sizes_.size(); ++i) {
      const Rect& rect = rects[i];
      const float corner_radius = kCornerRadius * style_.text_size * fit_.scale;
      scene_.nodes.push_back(node_outline(content_.nodes[i].node->shape, rect, corner_radius, sizes_[i].short_edge));
      scene_.bounds = united(scene_.bounds, node_ink(scene_.nodes[i], style_));
    }
  }

  void place_arrows() {
    const std::vector<RoutedArrow> routes = route_arrows(content_, scene_.nodes, style_, style_.text_size * fit_.scale);
    scene_.arrows.reserve(routes.size());
    for (std::size_t i = 0; i < routes.size(); ++i) {
      SceneArrow& placed = scene_.arrows.emplace_back();
      placed.curve = routes[i].curve;
      placed.style.width = style_.arrow_width;
      placed.style.head = style_.arrow_head;
      placed.style.color = content_.arrows[i].arrow->color.value_or(style_.accent);
      placed.style.line = content_.arrows[i].arrow->style;
      scene_.arrows_clear = scene_.arrows_clear && routes[i].clear;
      placed.bounds = arrow_bounds(placed.curve, placed.style);
      scene_.bounds = united(scene_.bounds, placed.bounds);
    }
  }

  bool check_room() {
    scene_.in_room = scene_.bounds.width <= style_.max_size.width + kRounding &&
                     scene_.bounds.height <= style_.max_size.height + kRounding;
    return scene_.in_room;
  }

  void place_texts(SceneDetail detail) {
    const bool any = std::any_of(content_.arrows.begin(), content_.arrows.end(),
                                 [](const ContentArrow& arrow) { return !arrow.text.empty(); });
    if (!any) return;
    LabelObstacles obstacles;
    obstacles.arrows.reserve(scene_.arrows.size());
    for (std::size_t i = 0; i < scene_.nodes.size(); ++i) obstacles.nodes.push_back(node_ink(scene_.nodes[i], style_));
    for (std::size_t i = 0; i < scene_.arrows.size(); ++i) {
      const SceneArrow& arrow = scene_.arrows[i];
      obstacles.arrows.push_back(shaft_obstacle(arrow.curve, arrow.style, arrow.bounds));
      obstacles.arrows.back().from = content_.arrows[i].from;
      obstacles.arrows.back().to = content_.arrows[i].to;
    }
    for (std::size_t i = 0; i < scene_.arrows.size(); ++i) {
      const MeasuredText& text = content_.arrows[i].text;
      if (text.empty()) continue;
      obstacles.extent = scene_.bounds;
      const Size size{text.ink.width * fit_.arrow_text, text.ink.height * fit_.arrow_text};
      obstacles.arrow_gap = content_.arrows[i].free_way ? std::max(kArrowGap, kFreeTextGap * size.height) : kArrowGap;
      const LabelPlace place = place_label(scene_.arrows[i].curve, i, size, obstacles);
      scene_.arrows[i].text = place.rect;
      scene_.texts_clear = scene_.texts_clear && place.clear;
      if (detail == SceneDetail::Trial && !place.clear) return;
      scene_.bounds = united(scene_.bounds, place.rect);
      obstacles.texts.push_back(place.rect);
    }
  }

  const MeasuredFlow& content_;
  const DiagramStyle& style_;
  const FlowFit& fit_;
  std::vector<NodeSize> sizes_;
  std::vector<Link> links_;  // of every pair of nodes
  FlowScene scene_;
};

}  // namespace

FlowScene build_flow(const MeasuredFlow& content, const DiagramStyle& style, const FlowFit& fit, SceneDetail detail) {
  return SceneBuilder(content, style, fit).build(detail);
}

}  // namespace sixiang
