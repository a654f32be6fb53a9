// Where the caret is in a text.
#pragma once

#include <cstddef>
#include <string_view>

namespace sixiang::app {

// Bytes of `text` before the UTF-16 code unit `units`.
std::size_t bytes_before(std::string_view text, int units);

// The other way round: UTF-16 code units of `text` before the byte `offset`.
int units_before(std::string_view text, std::size_t offset);

// Whether the place lies within a formula, or in one that is being typed and not closed yet.
bool is_in_formula(std::string_view text, std::size_t offset);

}  // namespace sixiang::app
