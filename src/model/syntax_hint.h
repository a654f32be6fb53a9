// Words for a place where a JSON text goes wrong: what stands there, and the habit that most likely led to it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"

namespace sixiang {

// What stands at `offset`: "'x'", "U+0007" or "the end of the text".
Message found_at(std::string_view text, std::size_t offset);

// Full-width punctuation, single quotes, comments, names without quotes, True and NaN: what to write instead.
std::optional<Message> syntax_hint(std::string_view text, std::size_t offset);

}  // namespace sixiang
