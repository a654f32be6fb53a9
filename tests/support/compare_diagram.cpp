#include "support/compare_diagram.h"

#include <algorithm>
#include <optional>
#include <set>

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

}  // namespace

std::vector<std::string> compare_diagram(const Section& section, const Json& expected) {
  const std::string kind = word(expected, "kind");
  if (kind == "flow") return compare_flow(find_diagram<FlowDiagram>(section), expected);
  return {"an unknown kind: " + kind};
}

}  // namespace sixiang::testing
