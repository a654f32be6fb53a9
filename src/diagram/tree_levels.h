// A flow as levels, every node below those that point at it: which level, and where in it. Knows no lengths but those
// that it is given. Why so: specs/decisions/trees-by-levels.md.
#pragma once

#include <vector>

#include "diagram/flow_content.h"

namespace sixiang {

// A node, or the place where a long arrow passes a level between its ends.
struct TreeCell {
  bool is_node = false;
  std::size_t level = 0;
  std::vector<std::size_t> above, below;  // cells of the next levels that it is joined to, each once
};

struct TreeLevels {
  std::vector<TreeCell> cells;                   // the nodes first, as in MeasuredFlow
  std::vector<std::vector<std::size_t>> levels;  // cells from left to right
  // Of each arrow the cells from its start to its end, downwards; empty where it runs back up or to its own node.
  std::vector<std::vector<std::size_t>> chains;
  bool is_forest = false;  // no cell has two above it
  bool to_right = false;   // stairs of questions lead down to the right, not to the left
};

TreeLevels find_levels(const MeasuredFlow& content);

// True where the way down from the cell leads to a single node, past no other.
bool leads_to_leaf(const TreeLevels& tree, std::size_t cell);

struct TreeSpacing {
  std::vector<float> widths;  // of the cells
  float gap = 0;              // between neighbours of one level
  float aside = 0;            // from the side corner of a diamond to the middle of what stands aside of it
};

// The middles of the cells, poster points.
std::vector<float> places_across(const TreeLevels& tree, const MeasuredFlow& content, const TreeSpacing& spacing);

}  // namespace sixiang
