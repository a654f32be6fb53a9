// Nodes and arrows on the canvas: each a single step. Nodes go by their whole ids ("gan.content.0.diagram.nodes.d").
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "editor/edit.h"
#include "model/poster.h"

namespace sixiang {

// An arrow from one node to another of the same flow; selected. One that is there already is selected, and nothing
// added.
Result<Edit> add_arrow(const Poster& poster, std::string_view from, std::string_view to);

struct GridPlace {
  float column = 0, row = 0;
  bool operator==(const GridPlace&) const = default;
};

// A node with its text, selected, and an arrow to it from the node `from`; empty: none. A flow that is arranged by rule
// finds its place itself.
Result<Edit> add_node(const Poster& poster, std::string_view diagram, GridPlace place, const std::string& text,
                      std::string_view from = {});

struct PlacedNode {
  std::string node;
  GridPlace place;
};

// Nodes of one flow to places of its grid, rounded to halves. A flow that is arranged by rule becomes a free one, where
// a place is given for every node of it; else it is refused: moving one would leave the others without places.
Result<Edit> place_nodes(const Poster& poster, const std::vector<PlacedNode>& nodes);

// Alt+arrows: by so many columns and rows. Refused in flows that are arranged by rule, where move_by_one() changes the
// order.
Result<Edit> nudge_nodes(const Poster& poster, const std::vector<std::string>& nodes, GridPlace by);

}  // namespace sixiang
