// Poster ↔ JSON text. Format: specs/poster-format.md and specs/poster.schema.json; limits: specs/limits.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/poster.h"

namespace sixiang {

inline constexpr int kPosterFormatVersion = 2;

// Errors carry the JSON path, what is wrong and what was expected; all that can be found at once are reported (at most
// 20). Limits are checked before a tree is built: specs/limits.md, model/limits.h.
// A poster of an earlier format version becomes one of this; errors name places as they stand in the text.
// Of a newer format version it reads what it can, without errors, and sets Poster::newer; where that would be no sound
// poster, the version is the error. specs/decisions/newer-format.md
Result<Poster> parse_poster(std::string_view json);

// Two-space indentation, fields in the order of the specification, unknown ones behind them; ends in a newline.
// parse_poster(to_json(p)) == p. A poster of a newer format is the text that it was read from.
std::string to_json(const Poster& poster);

// Of a poster of a newer format: that it is shown as far as it is understood, and cannot be changed.
std::optional<Diagnostic> newer_format_notice(const Poster& poster);

}  // namespace sixiang
