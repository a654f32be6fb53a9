#include "editor/thing_names.h"

#include <algorithm>

#include "model/json_path.h"
#include "model/sections.h"

namespace sixiang {

namespace {

constexpr std::size_t kCharacters = 24;

Message same_in_both(const std::string& name) { return {name, name}; }

}  // namespace

std::string name_from_text(std::string_view text) {
  std::string name = shortened(text.substr(0, text.find('\n')), kCharacters);
  name.erase(std::remove(name.begin(), name.end(), '$'), name.end());
  return name;
}

std::string section_name(const Section& section) {
  std::string name = name_from_text(section.title);
  return name.empty() ? section.id : name;
}

std::string node_name(const FlowDiagram& flow, std::string_view id) {
  for (const FlowNode& node : flow.nodes) {
    if (node.id != id) continue;
    std::string name = name_from_text(node.text);
    if (!name.empty()) return name;
  }
  return std::string(id);
}

Message arrow_name(const FlowDiagram& flow, const FlowArrow& arrow) {
  return same_in_both(node_name(flow, arrow.from) + " → " + node_name(flow, arrow.to));
}

Message link_name(const Poster& poster, const Link& link) {
  const Section *from = find_section(poster, link.from), *to = find_section(poster, link.to);
  return same_in_both((from ? section_name(*from) : link.from) + " → " + (to ? section_name(*to) : link.to));
}

Message decoration_name(const Decoration& decoration) {
  const Word kind = word_of(decoration.kind), place = word_of(decoration.place);
  return {std::string(kind.english) + ", " + std::string(place.english),
          std::string(kind.chinese) + "，" + std::string(place.chinese)};
}

Message numbered(Message name, std::size_t number) {
  const std::string tail = " " + std::to_string(number);
  name.english += tail;
  name.chinese += tail;
  return name;
}

Message capitalized(Message name) {
  char& first = name.english[0];
  if (first >= 'a' && first <= 'z') first = char(first - 'a' + 'A');
  return name;
}

}  // namespace sixiang
