// Walks a JSON text before anything is built of it: limits, encoding, grammar (RFC 8259), duplicate keys. What passes
// can be parsed without surprises; what does not gets one error with its place in the text.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"

namespace sixiang {

// U+FEFF at the start, as some editors write it, is not part of the text.
std::string_view without_byte_order_mark(std::string_view text);

// Text that is not UTF-8.
std::optional<Error> scan_encoding(std::string_view text);

// The first thing that is wrong with size, encoding or JSON, or nullopt. The message gives line and column (in
// characters, from 1); Error::path is the JSON path as far as it was read.
std::optional<Error> scan_json(std::string_view text);

}  // namespace sixiang
