// Poster ↔ JSON text. Format: specs/poster-format.md and specs/poster.schema.json; limits: specs/limits.md.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "model/poster.h"

namespace sixiang {

inline constexpr int kPosterFormatVersion = 1;

// Errors carry the JSON path, what is wrong and what was expected; all that can be found at once are reported (at most
// 20). Limits are checked before a tree is built: 2 MiB, nesting 64, 20,000 values, 64 KiB a string.
Result<Poster> parse_poster(std::string_view json);

// Two-space indentation, fields in the order of the specification, unknown ones behind them; ends in a newline.
// parse_poster(to_json(p)) == p.
std::string to_json(const Poster& poster);

}  // namespace sixiang
