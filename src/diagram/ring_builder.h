// Nodes round an ellipse with their arrows and texts, at one size: of many, a search takes the best.
#pragma once

#include "diagram/arranged_flow.h"

namespace sixiang {

struct RingTrial {
  float scale = 1, text_reach = kTextReach;
  NodeWrapping wrapping = NodeWrapping::TwoLines;
  float growth = 1;  // of the nodes, beyond what they need
  float bow = 0;     // outwards, of arrows between nodes that are no neighbours; turns
  float words = 1;   // the scale of the arrows' texts, relative to all others
};

struct BuiltRing {
  ArrangedFlow flow;
  std::size_t crossed = 0;  // arrows that run through nodes
};

enum class RingNodes : std::uint8_t { Apart, Anyhow };

// `margin`: of the room, what is left free on both sides. Arrows whose texts have no place come to stand first in
// `hardest`. nullopt: nodes are not apart.
std::optional<BuiltRing> build_ring(const MeasuredFlow& content, const DiagramStyle& style, const RingTrial& trial,
                                    Size margin, RingNodes nodes, std::vector<std::size_t>& hardest);

}  // namespace sixiang
