// JSON as the page is given it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace sixiang::web {

// On one line; bytes that are no UTF-8 become U+FFFD.
inline std::string dump(const nlohmann::json& value) {
  return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace sixiang::web
