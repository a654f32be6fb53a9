// What marks an icon in a text, `:rocket:`, by its letters alone: which names there are and which colons are only
// colons is known elsewhere (icon/, label/).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/byte_range.h"

namespace sixiang {

// The name between the colon at `colon` and the next one: small ASCII letters, digits and hyphens, a letter first.
// nullopt where none stands there.
std::optional<ByteRange> icon_name_at(std::string_view text, std::size_t colon);

// How many marks a text has, each colon counting for one.
std::size_t count_icon_marks(std::string_view text);

}  // namespace sixiang
