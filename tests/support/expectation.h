// Fields of an expectation, which may be left out (tests/cases/briefs/README.md).
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"

namespace sixiang::testing {

using Json = nlohmann::json;

inline std::string word(const Json& json, std::string_view field) {
  const auto found = json.find(field);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

inline bool flag(const Json& json, std::string_view field) {
  const auto found = json.find(field);
  return found != json.end() && found->get<bool>();
}

inline const Json& list(const Json& json, std::string_view field) {
  static const Json kNone = Json::array();
  const auto found = json.find(field);
  return found != json.end() ? *found : kNone;
}

// A list of texts, or one text.
inline std::vector<std::string> words(const Json& json, std::string_view field) {
  const auto found = json.find(field);
  if (found == json.end()) return {};
  if (found->is_string()) return {found->get<std::string>()};
  return found->get<std::vector<std::string>>();
}

// Whether people would call it so: "orange", "yellow", "green", "blue" or "red".
bool is_like(Color color, std::string_view hue);

}  // namespace sixiang::testing
