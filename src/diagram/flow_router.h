// The ways that a flow's arrows take between nodes that stand: straight, bent around what is in the way, or through the
// room between two rows.
#pragma once

#include <vector>

#include "diagram/arrow.h"
#include "diagram/flow_content.h"

namespace sixiang {

struct RoutedArrow {
  ArrowCurve curve;
  bool clear = true;  // false: a way that was free to choose runs through a node all the same
};

// One for each of the content's arrows. `nodes` as in the content; `em` is the size of their texts.
std::vector<RoutedArrow> route_arrows(const MeasuredFlow& content, const std::vector<NodeOutline>& nodes,
                                      const DiagramStyle& style, float em);

}  // namespace sixiang
