// A flow diagram at one text scale and one spacing: where every node, arrow and text stands. Pure arithmetic on what
// flow_content.h measured, so that a search may build many.
#pragma once

#include <vector>

#include "diagram/arrow.h"
#include "diagram/flow_content.h"

namespace sixiang {

struct FlowFit {
  float scale = 1;                    // of the nodes' texts and what holds them; outlines and arrows keep their size
  float arrow_text = 1;               // scale of the arrows' texts
  float column_gap = 0, row_gap = 0;  // least distances of linked nodes, poster points
  NodeWrapping wrapping = NodeWrapping::OneLine;
  bool operator==(const FlowFit&) const = default;
};

struct SceneArrow {
  ArrowCurve curve;
  ArrowStyle style;
  Rect bounds;  // of its ink
  Rect text;    // ink; empty: none
};

struct FlowScene {
  std::vector<NodeOutline> nodes;  // as in MeasuredFlow
  std::vector<SceneArrow> arrows;
  Rect bounds;               // of all ink
  bool in_room = true;       // bounds are not larger than DiagramStyle::max_size
  bool texts_clear = true;   // no arrow's text touches anything
  bool arrows_clear = true;  // no arrow whose way is free runs through a node
};

enum class SceneDetail {
  Trial,  // only to learn whether it fits: stops as soon as it does not
  Whole,
};

FlowScene build_flow(const MeasuredFlow& content, const DiagramStyle& style, const FlowFit& fit, SceneDetail detail);

}  // namespace sixiang
