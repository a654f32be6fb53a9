#include "model/changed_members.h"

namespace sixiang {

std::string json_object(const Members& members) {
  std::string text = "{";
  for (const auto& [key, json] : members) text += (text.size() > 1 ? ", " : "") + json_string(key) + ": " + json;
  return text + "}";
}

std::string diagram_json(const Diagram& diagram) {
  Members members = std::visit([](const auto& kind) { return changed_members(kind); }, diagram);
  members.insert(members.begin(), {"kind", json_string(kind_of(diagram).json)});
  return json_object(members);
}

}  // namespace sixiang
