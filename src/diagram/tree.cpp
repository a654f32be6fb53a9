// A flow in levels: its direction, the lines of its nodes' texts, and distances that fill the room.
#include <algorithm>

#include "diagram/tree_builder.h"

namespace sixiang {

namespace {

constexpr std::size_t kChoices = 35;  // trials without texts: of directions, wrappings and diamonds
constexpr float kDiamonds[] = {kDiamondWidth, 2.1f, 2.5f, 1.4f, 1.15f};  // widths, of their heights
constexpr float kLeastGrowth = 1.04f, kSmallerGrowth = 0.7f;
constexpr std::size_t kManyParts = 48;  // nodes and arrows; from so many on fewer forms are tried,
constexpr std::size_t kFewForms = 2;    // so many
constexpr float kTight = 0.55f;         // of the distances across, where the width keeps texts small
constexpr float kRightWorth = 0.87f, kLinesWorth = 0.94f, kFormWorth = 0.96f, kTightWorth = 0.98f;

std::size_t forms_of(const MeasuredFlow& content) {
  const bool any = std::any_of(content.nodes.begin(), content.nodes.end(),
                               [](const ContentNode& node) { return node.node->shape == NodeShape::Diamond; });
  if (!any) return 1;
  return content.nodes.size() + content.arrows.size() < kManyParts ? std::size(kDiamonds) : kFewForms;
}

// The direction and wrapping with the largest text, then the distances that fill the room.
class TreeSearch {
 public:
  TreeSearch(MeasuredFlow& content, const DiagramStyle& style)
      : content_(content), style_(style), tree_(find_levels(content)), forms_(forms_of(content)) {}

  ArrangedFlow run() {
    choose();
    take_fewer_lines(content_, style_, fit_.diamonds);
    ArrangedFlow best;
    bool found = false;
    for (float roomier : {1.0f, 1.4f, 1.9f}) {
      TreeFit fit = fit_;
      fit.across *= roomier;
      fit.along *= roomier;
      ArrangedFlow flow = shrunk(fit);
      const bool better = !found || (flow.unclear < best.unclear);
      if (better) {
        best = std::move(flow);
        fit_ = fit;
      }
      found = true;
      if (best.unclear == 0 || trials_ >= kChoices + most_trials(content_)) break;
    }
    if (best.unclear == 0 && is_in_room(best, style_)) widen(best);
    best.trials = trials_;
    return best;
  }

 private:
  float least_scale() const { return std::min(style_.min_text_size, style_.text_size) / style_.text_size; }

  ArrangedFlow build(const TreeFit& fit, TreeDetail detail) {
    ++trials_;
    return build_tree(content_, tree_, style_, fit, detail);
  }

  // Of the whole: what would make it fit.
  float shrinking(const Rect& bounds) const {
    return std::min(style_.max_size.width / bounds.width, style_.max_size.height / bounds.height);
  }

  void choose() {
    for (TreeDirection direction : {TreeDirection::Down, TreeDirection::Right}) {
      for (NodeWrapping wrapping : {NodeWrapping::OneLine, NodeWrapping::TwoLines, NodeWrapping::ThreeLines}) {
        if (wrapping != NodeWrapping::OneLine && !content_.can_wrap) break;
        for (std::size_t form = 0; form < forms_; ++form) {
          TreeFit fit;
          fit.direction = direction;
          fit.setting.wrapping = wrapping;
          fit.diamonds = kDiamonds[form];
          consider(fit);
        }
      }
    }
    const TreeFit roomy = fit_;
    for (std::size_t form = 0; form < forms_ && roomy.setting.scale < 1; ++form) {
      TreeFit fit = roomy;
      fit.diamonds = kDiamonds[form];
      fit.across = kTight;
      fit.setting.scale = 1;
      consider(fit);
    }
  }

  void consider(TreeFit fit) {
    const float scale = std::min(1.0f, shrinking(build(fit, TreeDetail::Extent).bounds));
    if (scale * worth_of(fit) <= worth_) return;
    worth_ = scale * worth_of(fit);
    fit.setting.scale = std::max(least_scale(), scale);
    fit_ = fit;
  }

  // Down, on few lines, and in diamonds of the common form, unless others make texts much larger.
  static float worth_of(const TreeFit& fit) {
    return (fit.direction == TreeDirection::Down ? 1 : kRightWorth) *
           (fit.setting.wrapping == NodeWrapping::OneLine ? 1 : kLinesWorth) *
           (fit.diamonds == kDiamondWidth ? 1 : kFormWorth) * (fit.across < 1 ? kTightWorth : 1);
  }

  ArrangedFlow shrunk(TreeFit& fit) {
    for (int i = 0;; ++i) {
      ArrangedFlow flow = build(fit, TreeDetail::Whole);
      if (i == 8 || trials_ >= kChoices + most_trials(content_) || is_in_room(flow, style_) ||
          fit.setting.scale <= least_scale())
        return flow;
      fit.setting.scale = std::max(least_scale(), fit.setting.scale * std::clamp(shrinking(flow.bounds), 0.7f, 0.985f));
    }
  }

  // Of the bounds, what that distance is part of.
  float length(const Rect& bounds, float TreeFit::*distance) const {
    const Size size = turned(Size{bounds.width, bounds.height}, fit_.direction);
    return distance == &TreeFit::along ? size.height : size.width;
  }

  // What is left of the room goes to the boxes, then to the gaps: up to so many times what they are, or as far as the
  // room lets them.
  void widen(ArrangedFlow& best) {
    struct Growth {
      float TreeFit::*distance;
      float most;
    };
    const Rect room{0, 0, style_.max_size.width, style_.max_size.height};
    for (const Growth& growth : {Growth{&TreeFit::boxes, 1.6f}, {&TreeFit::along, 2.4f}, {&TreeFit::across, 1.8f}}) {
      const float before = length(best.bounds, growth.distance), limit = length(room, growth.distance);
      for (float factor = growth.most; factor > kLeastGrowth;) {
        if (trials_ >= kChoices + most_trials(content_)) return;
        TreeFit fit = fit_;
        fit.*growth.distance *= factor;
        ArrangedFlow flow = build(fit, TreeDetail::Whole);
        if (is_in_room(flow, style_) && flow.unclear == 0) {
          best = std::move(flow);
          fit_ = fit;
          break;
        }
        const float grown = length(flow.bounds, growth.distance) - before;
        const float part = grown > 0 ? (limit - before) / grown : 0;
        factor = 1 + (factor - 1) * std::min(kSmallerGrowth, part * 0.99f);
      }
    }
  }

  MeasuredFlow& content_;
  const DiagramStyle& style_;
  TreeLevels tree_;
  std::size_t forms_;  // of diamonds, that are tried
  TreeFit fit_;
  float worth_ = -1;  // of it
  std::size_t trials_ = 0;
};

}  // namespace

ArrangedFlow arrange_tree(MeasuredFlow& content, const DiagramStyle& style) {
  // Nodes of one level are alike.
  const TreeLevels tree = find_levels(content);
  std::vector<FlowPlace> places(content.nodes.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = {float(tree.cells[i].level), float(tree.cells[i].level)};
  move_nodes(content, places, FlowWays::AsWritten);
  share_parts_of_rows(content);
  return TreeSearch(content, style).run();
}

}  // namespace sixiang
