#include "model/changed_members.h"

namespace sixiang {

std::string json_object(const Members& members) {
  std::string text = "{";
  for (const auto& [key, json] : members) text += (text.size() > 1 ? ", " : "") + json_string(key) + ": " + json;
  return text + "}";
}

}  // namespace sixiang
