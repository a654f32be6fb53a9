#include "support/compare_diagram.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/color.h"
#include "diagram/table_content.h"
#include "support/printed_text.h"

namespace sixiang::testing {

namespace {

template <class Kind>
const Kind* find_diagram(const Section& section) {
  for (const Label& label : section.content) {
    if (const Kind* kind = label.diagram ? std::get_if<Kind>(&*label.diagram) : nullptr) return kind;
  }
  return nullptr;
}

using Differences = std::vector<std::string>;

void compare_texts(Differences& differences, const std::string& what, const std::vector<std::string>& seen,
                   const std::vector<std::string>& wanted) {
  for (std::size_t i = 0; i < std::max(seen.size(), wanted.size()); ++i) {
    const std::string is = i < seen.size() ? printed(seen[i]).text : "nothing";
    const std::string should = i < wanted.size() ? normal(wanted[i]) : "nothing";
    if (is != should) differences.push_back(what + " " + std::to_string(i) + " is " + is + ", not " + should);
  }
}

Differences compare_flow(const FlowDiagram* flow, const Json& expected) {
  if (!flow) return {"no flow"};
  Differences differences;
  std::vector<std::string> nodes;
  for (const FlowNode& node : flow->nodes) nodes.push_back(node.text);
  compare_texts(differences, "node", nodes, words(expected, "nodes"));
  const auto text_of = [&](const std::string& id) {
    const auto node = std::find_if(flow->nodes.begin(), flow->nodes.end(),
                                   [&](const FlowNode& candidate) { return candidate.id == id; });
    return node == flow->nodes.end() ? id : printed(node->text).text;
  };
  std::multiset<std::vector<std::string>> seen, wanted;
  for (const FlowArrow& arrow : flow->arrows) {
    seen.insert({text_of(arrow.from), text_of(arrow.to), printed(arrow.text).text});
  }
  for (const Json& arrow : list(expected, "arrows")) {
    wanted.insert({normal(arrow[0].get<std::string>()), normal(arrow[1].get<std::string>()),
                   arrow.size() > 2 ? normal(arrow[2].get<std::string>()) : ""});
  }
  if (seen != wanted) differences.push_back("other arrows");
  return differences;
}

// With that of the section's which comes nearest.
Differences compare_flows(const Section& section, const Json& expected) {
  Differences least = compare_flow(nullptr, expected);
  bool is_first = true;
  for (const Label& label : section.content) {
    const FlowDiagram* flow = label.diagram ? std::get_if<FlowDiagram>(&*label.diagram) : nullptr;
    if (!flow) continue;
    Differences found = compare_flow(flow, expected);
    if (is_first || found.size() < least.size()) least = std::move(found);
    is_first = false;
  }
  return least;
}

Differences compare_bars(const BarsDiagram* bars, const Json& expected) {
  if (!bars) return {"no bars"};
  Differences differences;
  std::vector<std::string> names;
  std::vector<float> values;
  for (const Bar& bar : bars->rows) {
    names.push_back(bar.name);
    values.push_back(bar.value);
  }
  compare_texts(differences, "bar", names, words(expected, "nodes"));
  if (values != list(expected, "values").get<std::vector<float>>()) differences.push_back("other values");
  return differences;
}

std::vector<std::string> cell_texts(const std::string& row) {
  std::vector<std::string> texts;
  for (const CellText& cell : cells_of(row)) texts.push_back(cell.text);
  return texts;
}

Differences compare_table(const Section& section, const TableDiagram* table, const Json& expected) {
  if (!table) return {"no table"};
  Differences differences;
  std::vector<std::string> head;
  for (const TableColumn& column : table->columns) head.push_back(column.text);
  compare_texts(differences, "head", head, words(expected, "header"));
  const Json& rows = list(expected, "rows");
  if (rows.size() != table->rows.size()) differences.push_back("other rows");
  for (std::size_t i = 0; i < std::min(rows.size(), table->rows.size()); ++i) {
    const TableRow& row = table->rows[i];
    compare_texts(differences, "row " + std::to_string(i) + " cell", cell_texts(row.text),
                  rows[i].get<std::vector<std::string>>());
    const Json& fills = expected.contains("rowFills") ? expected["rowFills"] : Json::object();
    const std::string fill = word(fills, rows[i][0].get<std::string>());
    if (row.fill != parse_color(fill)) differences.push_back("row " + std::to_string(i) + " has another fill");
  }
  const std::string head_fill = word(expected, "headerFill");
  if (!head_fill.empty() && section.colors.header != parse_color(head_fill)) differences.push_back("another head fill");
  return differences;
}

}  // namespace

bool has_table(const Section& section) { return find_diagram<TableDiagram>(section) != nullptr; }

std::vector<std::string> compare_diagram(const Section& section, const Json& expected) {
  const std::string kind = word(expected, "kind");
  if (kind == "flow") return compare_flows(section, expected);
  if (kind == "bars") return compare_bars(find_diagram<BarsDiagram>(section), expected);
  if (kind == "table") return compare_table(section, find_diagram<TableDiagram>(section), expected);
  return {"an unknown kind: " + kind};
}

}  // namespace sixiang::testing
