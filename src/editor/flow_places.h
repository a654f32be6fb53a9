// Copies of nodes: their ids, their places, and the arrows between them. Inside editor/ only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/copied_items.h"
#include "model/poster.h"

namespace sixiang {

// The flow that is a diagram of this id; nullptr where there is none.
const FlowDiagram* find_flow(const Poster& poster, std::string_view diagram);

// JSON texts of the arrows that join two of these items, which are nodes of one diagram; none where they are no nodes.
std::vector<std::string> arrows_between(const Poster& poster, const std::vector<std::string>& items);

// Where `list` is the nodes of a flow: gives the copies ids that are free there, which their arrows follow, and places
// of the grid where nothing stands. Errors: what is no node, or no arrow between these.
std::optional<Error> fit_into_flow(const Poster& poster, std::string_view list, CopiedItems& copies);

}  // namespace sixiang
