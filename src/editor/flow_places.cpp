#include "editor/flow_places.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "model/defaults.h"
#include "model/ids.h"
#include "model/item_json.h"
#include "model/sections.h"

namespace sixiang {

namespace {

constexpr std::string_view kDiagram = "diagram", kNodes = "nodes";

std::string_view last_key(std::string_view id) { return id.substr(id.rfind('.') + 1); }

// Nodes of neighbouring places do not touch.
bool overlap(const FlowNode& a, const FlowNode& b) {
  return std::abs(a.column - b.column) < 1 && std::abs(a.row - b.row) < 1;
}

// As many rows down as it takes; where there is no such room within the grid they stay.
void move_to_free_rows(std::vector<FlowNode>& copies, const std::vector<FlowNode>& others) {
  float lowest = float(kGridPlace.least);
  for (const FlowNode& copy : copies) lowest = std::max(lowest, copy.row);
  const auto is_free = [&](float rows) {
    return std::none_of(copies.begin(), copies.end(), [&](FlowNode copy) {
      copy.row += rows;
      return std::any_of(others.begin(), others.end(), [&](const FlowNode& other) { return overlap(copy, other); });
    });
  };
  for (float rows = 0; lowest + rows <= float(kGridPlace.most); ++rows) {
    if (!is_free(rows)) continue;
    for (FlowNode& copy : copies) copy.row += rows;
    return;
  }
}

}  // namespace

const FlowDiagram* find_flow(const Poster& poster, std::string_view diagram) {
  const std::string_view item = parent_of(diagram), list = parent_of(item);
  const Section* section = find_section(poster, parent_of(list));
  const std::optional<IndexedId> index = indexed_id(item, list);
  const bool fits = section && index && index->index < section->content.size() && last_key(diagram) == kDiagram;
  if (!fits) return nullptr;
  const std::optional<Diagram>& found = section->content[index->index].diagram;
  return found ? std::get_if<FlowDiagram>(&*found) : nullptr;
}

std::vector<std::string> arrows_between(const Poster& poster, const std::vector<std::string>& items) {
  std::vector<std::string> arrows;
  const std::string_view list = items.empty() ? std::string_view() : parent_of(items[0]);
  const FlowDiagram* flow = last_key(list) == kNodes ? find_flow(poster, parent_of(list)) : nullptr;
  const auto is_copied = [&](const std::string& node) {
    return std::find(items.begin(), items.end(), join_id(list, node)) != items.end();
  };
  for (const FlowArrow& arrow : flow ? flow->arrows : std::vector<FlowArrow>{}) {
    if (is_copied(arrow.from) && is_copied(arrow.to)) arrows.push_back(item_json(arrow));
  }
  return arrows;
}

std::optional<Error> fit_into_flow(const Poster& poster, std::string_view list, CopiedItems& copies) {
  const FlowDiagram* flow = last_key(list) == kNodes ? find_flow(poster, parent_of(list)) : nullptr;
  if (!flow) return std::nullopt;
  std::vector<FlowNode> nodes;
  std::map<std::string, std::string> ids;  // as they were → as they are here
  const auto is_taken = [&](const std::string& id) {
    const auto has_it = [&](const FlowNode& node) { return node.id == id; };
    return std::any_of(flow->nodes.begin(), flow->nodes.end(), has_it) ||
           std::any_of(nodes.begin(), nodes.end(), has_it);
  };
  for (const std::string& text : copies.items) {
    Result<FlowNode> node = parse_item<FlowNode>(text);
    if (!node) return node.errors().front();
    FlowNode& copy = node.value();
    const std::string id = is_taken(copy.id) ? free_id("node-", is_taken) : copy.id;
    ids[std::exchange(copy.id, id)] = id;
    nodes.push_back(std::move(copy));
  }
  if (flow->arrange == FlowArrangement::Free) move_to_free_rows(nodes, flow->nodes);
  copies.items.clear();
  for (const FlowNode& node : nodes) copies.items.push_back(item_json(node));
  for (std::string& text : copies.arrows) {
    Result<FlowArrow> arrow = parse_item<FlowArrow>(text);
    if (!arrow) return arrow.errors().front();
    arrow.value().from = ids[arrow.value().from];
    arrow.value().to = ids[arrow.value().to];
    text = item_json(arrow.value());
  }
  return std::nullopt;
}

}  // namespace sixiang
