// The backslash commands that are one character: \alpha, \le, \infty. Adding one is adding an entry to its class's
// list.
#pragma once

#include <optional>
#include <string_view>

#include "math/tree.h"

namespace sixiang::math {

struct CommandSymbol {
  std::string_view name;
  char32_t character = 0;
};

// nullopt: no such symbol.
std::optional<Symbol> find_command_symbol(std::string_view name);

}  // namespace sixiang::math
