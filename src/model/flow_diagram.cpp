#include "model/flow_diagram.h"

#include <algorithm>
#include <cmath>

#include "model/defaults.h"

namespace sixiang {

std::optional<FlowNode> new_item(std::type_identity<FlowNode>, const NewItemContext& context) {
  const FlowDiagram* flow = context.around<FlowDiagram>();
  if (!flow) return std::nullopt;
  FlowNode node;
  node.id = free_id("node-", [&](const std::string& id) {
    return std::any_of(flow->nodes.begin(), flow->nodes.end(), [&](const FlowNode& other) { return other.id == id; });
  });
  node.text = context.text;
  for (const FlowNode& other : flow->nodes) node.column = std::max(node.column, std::floor(other.column) + 1);
  node.column = std::min(node.column, float(kGridPlace.most));
  node.row = flow->nodes.empty() ? 0 : flow->nodes.back().row;
  return node;
}

std::optional<FlowArrow> new_item(std::type_identity<FlowArrow>, const NewItemContext& context) {
  const FlowDiagram* flow = context.around<FlowDiagram>();
  if (!flow || flow->nodes.empty()) return std::nullopt;
  FlowArrow arrow;
  const std::size_t count = flow->nodes.size();
  arrow.from = flow->nodes[count > 1 ? count - 2 : 0].id;
  arrow.to = flow->nodes[count - 1].id;
  arrow.text = context.text;
  return arrow;
}

FlowDiagram example_of(std::type_identity<FlowDiagram>) {
  FlowDiagram flow;
  flow.nodes.resize(2);
  flow.nodes[0].id = "node-1";
  flow.nodes[0].text = "$x$";
  flow.nodes[0].shape = NodeShape::Circle;
  flow.nodes[1].id = "node-2";
  flow.nodes[1].text = "$f(x)$";
  flow.nodes[1].column = 1;
  flow.arrows.resize(1);
  flow.arrows[0].from = "node-1";
  flow.arrows[0].to = "node-2";
  return flow;
}

}  // namespace sixiang
