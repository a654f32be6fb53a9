// A flow in levels: its direction, the lines of its nodes' texts, and distances that fill the room.
#include <algorithm>

#include "diagram/tree_builder.h"

namespace sixiang {

namespace {

constexpr std::size_t kChoices = 8;         // trials without texts: of directions, wrappings and diamonds
constexpr float kFlatter[] = {2.1f, 2.5f};  // diamonds' widths, of their heights, and what they have to gain
constexpr float kFlatterWorth = 0.96f;

// The direction and wrapping with the largest text, then the distances that fill the room.
class TreeSearch {
 public:
  TreeSearch(const MeasuredFlow& content, const DiagramStyle& style)
      : content_(content), style_(style), tree_(find_levels(content)) {}

  ArrangedFlow run() {
    choose();
    ArrangedFlow best;
    bool found = false;
    for (float roomier : {1.0f, 1.4f, 1.9f}) {
      TreeFit fit = fit_;
      fit.across = fit.along = roomier;
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
    float best = -1;
    for (TreeDirection direction : {TreeDirection::Down, TreeDirection::Right}) {
      for (NodeWrapping wrapping : {NodeWrapping::OneLine, NodeWrapping::TwoLines, NodeWrapping::ThreeLines}) {
        if (wrapping != NodeWrapping::OneLine && !content_.can_wrap) break;
        TreeFit fit;
        fit.direction = direction;
        fit.setting.wrapping = wrapping;
        const float scale = std::min(1.0f, shrinking(build(fit, TreeDetail::Extent).bounds));
        // Down, and on few lines, unless the other makes texts much larger.
        const float worth =
            scale * (direction == TreeDirection::Down ? 1 : 0.87f) * (wrapping == NodeWrapping::OneLine ? 1 : 0.94f);
        if (worth <= best) continue;
        best = worth;
        fit.setting.scale = std::max(least_scale(), scale);
        fit_ = fit;
      }
    }
    if (fit_.direction == TreeDirection::Down && has_diamonds()) flatten();
  }

  bool has_diamonds() const {
    return std::any_of(content_.nodes.begin(), content_.nodes.end(),
                       [](const ContentNode& node) { return node.node->shape == NodeShape::Diamond; });
  }

  // Flatter diamonds where the height is what keeps texts small.
  void flatten() {
    for (float diamonds : kFlatter) {
      TreeFit fit = fit_;
      fit.diamonds = diamonds;
      fit.setting.scale = 1;
      const float scale = std::min(1.0f, shrinking(build(fit, TreeDetail::Extent).bounds));
      if (scale * kFlatterWorth <= fit_.setting.scale) continue;
      fit.setting.scale = std::max(least_scale(), scale);
      fit_ = fit;
    }
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

  void widen(ArrangedFlow& best) {
    for (float TreeFit::*distance : {&TreeFit::boxes, &TreeFit::along, &TreeFit::across}) {
      for (float factor : {1.6f, 1.35f, 1.15f}) {
        if (trials_ >= kChoices + most_trials(content_)) return;
        TreeFit fit = fit_;
        fit.*distance *= factor;
        ArrangedFlow flow = build(fit, TreeDetail::Whole);
        if (!is_in_room(flow, style_) || flow.unclear > 0) continue;
        best = std::move(flow);
        fit_ = fit;
        break;
      }
    }
  }

  const MeasuredFlow& content_;
  const DiagramStyle& style_;
  TreeLevels tree_;
  TreeFit fit_;
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
