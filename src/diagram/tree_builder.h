// A tree of given distances: where its nodes and arrows stand.
#pragma once

#include "diagram/arranged_flow.h"
#include "diagram/tree_axes.h"
#include "diagram/tree_levels.h"

namespace sixiang {

// How roomy a tree is built.
struct TreeFit {
  TreeDirection direction = TreeDirection::Down;
  NodeSetting setting;
  float across = 1, along = 1;  // factors of the distances
  float boxes = 1;              // of the widths of boxes
  float diamonds = kDiamondWidth;
};

enum class TreeDetail : std::uint8_t { Extent, Whole };  // Extent: without the texts of arrows

ArrangedFlow build_tree(const MeasuredFlow& content, const TreeLevels& tree, const DiagramStyle& style,
                        const TreeFit& fit, TreeDetail detail);

}  // namespace sixiang
