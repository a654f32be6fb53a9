// How the nodes of a flow and the texts of its arrows are drawn, wherever they were placed.
#pragma once

#include "diagram/flow_content.h"
#include "diagram/outline.h"

namespace sixiang {

// How a node's text is set.
struct NodeSetting {
  NodeWrapping wrapping = NodeWrapping::OneLine;
  float scale = 1;
};

void draw_node(Drawing& drawing, const ContentNode& node, const NodeOutline& outline, const NodeSetting& setting,
               const DiagramStyle& style);

// What the node covers: its outline with the border.
Rect node_ink(const NodeOutline& outline, const DiagramStyle& style);

// Into `place`, which its ink fills; nothing where that is empty.
void draw_arrow_text(Drawing& drawing, const ContentArrow& arrow, const Rect& place, float scale);

}  // namespace sixiang
