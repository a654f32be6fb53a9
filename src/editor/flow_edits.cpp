#include "editor/flow_edits.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "editor/apply.h"
#include "editor/flow_places.h"
#include "model/defaults.h"
#include "model/ids.h"

namespace sixiang {

namespace {

constexpr std::string_view kNodes = "nodes", kArrows = "arrows";

struct NodeOfFlow {
  const FlowDiagram* flow = nullptr;
  const FlowNode* node = nullptr;  // nullptr: there is no such node
  std::string diagram;
};

NodeOfFlow find_node(const Poster& poster, std::string_view id) {
  NodeOfFlow found;
  found.diagram = std::string(parent_of(parent_of(id)));
  found.flow = find_flow(poster, found.diagram);
  const std::string list = join_id(found.diagram, kNodes);
  for (std::size_t i = 0; found.flow && i < found.flow->nodes.size(); ++i) {
    if (join_id(list, found.flow->nodes[i].id) == id) found.node = &found.flow->nodes[i];
  }
  return found;
}

// The commands that add an arrow as the last of so many.
std::vector<Command> arrow_commands(const std::string& diagram, std::size_t arrows, const std::string& from,
                                    const std::string& to) {
  const std::string list = join_id(diagram, kArrows), arrow = item_id(list, arrows);
  return {AddItem{list, ""}, SetChoice{join_id(arrow, "from"), from}, SetChoice{join_id(arrow, "to"), to}};
}

float on_grid(float place) {
  return std::clamp(std::round(place * 2) / 2, float(kGridPlace.least), float(kGridPlace.most));
}

std::vector<Command> place_commands(const std::string& node, GridPlace place) {
  return {SetNumber{join_id(node, "column"), double(on_grid(place.column))},
          SetNumber{join_id(node, "row"), double(on_grid(place.row))}};
}

void append(std::vector<Command>& commands, std::vector<Command> more) {
  for (Command& command : more) commands.push_back(std::move(command));
}

Error arranged_by_rule() {
  return cannot("the flow is arranged by rule: choose the arrangement by columns and rows to place its nodes by hand",
                "该流程图按规则排列；要手动摆放节点，请先把「排列」改为「按行列」");
}

}  // namespace

Result<Edit> add_arrow(const Poster& poster, std::string_view from, std::string_view to) {
  const NodeOfFlow start = find_node(poster, from), end = find_node(poster, to);
  const bool fits = start.node && end.node && start.flow == end.flow && start.node != end.node;
  if (!fits) return cannot("an arrow joins two nodes of one flow", "箭头要连接同一流程图中的两个节点");
  const std::vector<FlowArrow>& arrows = start.flow->arrows;
  const auto same = std::find_if(arrows.begin(), arrows.end(), [&](const FlowArrow& arrow) {
    return arrow.from == start.node->id && arrow.to == end.node->id;
  });
  const std::string id = item_id(join_id(start.diagram, kArrows), std::size_t(same - arrows.begin()));
  Batch batch{{"Add arrow", "添加箭头"}, {}};
  if (same == arrows.end()) {
    batch.commands = arrow_commands(start.diagram, arrows.size(), start.node->id, end.node->id);
  }
  return unless_refused(poster, {std::move(batch), {id}});
}

Result<Edit> add_node(const Poster& poster, std::string_view diagram, GridPlace place, const std::string& text,
                      std::string_view from) {
  const FlowDiagram* flow = find_flow(poster, diagram);
  if (!flow) return cannot("there is no such flow", "没有这个流程图");
  const NodeOfFlow start = find_node(poster, from);
  const bool joins = !from.empty();
  if (joins && (!start.node || start.flow != flow)) {
    return cannot("an arrow joins two nodes of one flow", "箭头要连接同一流程图中的两个节点");
  }
  const Diagram around = *flow;
  const std::optional<FlowNode> made = new_item(std::type_identity<FlowNode>{}, {poster, &around, text});
  const std::string list = join_id(diagram, kNodes), node = join_id(list, made->id);
  Batch batch{{"Add node", "添加节点"}, {AddItem{list, text}}};
  if (flow->arrange == FlowArrangement::Free) append(batch.commands, place_commands(node, place));
  if (joins) {
    append(batch.commands, arrow_commands(std::string(diagram), flow->arrows.size(), start.node->id, made->id));
  }
  return unless_refused(poster, {std::move(batch), {node}});
}

Result<Edit> place_nodes(const Poster& poster, const std::vector<PlacedNode>& nodes) {
  const NodeOfFlow first = find_node(poster, nodes.empty() ? std::string_view() : nodes[0].node);
  Batch batch{{"Move node", "移动节点"}, {}};
  for (const PlacedNode& placed : nodes) {
    const NodeOfFlow found = find_node(poster, placed.node);
    if (!found.node || found.flow != first.flow) return cannot("there is no such node", "没有这个节点");
    append(batch.commands, place_commands(placed.node, placed.place));
  }
  if (!first.node) return cannot("there is no such node", "没有这个节点");
  if (first.flow->arrange != FlowArrangement::Free) {
    if (nodes.size() != first.flow->nodes.size()) return arranged_by_rule();
    const std::string free(word_of(FlowArrangement::Free).json);
    batch.commands.insert(batch.commands.begin(), SetChoice{join_id(first.diagram, "arrange"), free});
  }
  return unless_refused(poster, {std::move(batch)});
}

Result<Edit> nudge_nodes(const Poster& poster, const std::vector<std::string>& nodes, GridPlace by) {
  std::vector<PlacedNode> placed;
  for (const std::string& id : nodes) {
    const NodeOfFlow found = find_node(poster, id);
    if (!found.node) return cannot("there is no such node", "没有这个节点");
    if (found.flow->arrange != FlowArrangement::Free) return arranged_by_rule();
    placed.push_back({id, {found.node->column + by.column, found.node->row + by.row}});
  }
  return place_nodes(poster, placed);
}

}  // namespace sixiang
