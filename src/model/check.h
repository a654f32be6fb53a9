// What a poster must satisfy to be saved and opened again: parse_poster(to_json(p)) gives p exactly where
// check_poster(p) finds nothing and the text keeps the limits of scan_json.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/poster.h"

namespace sixiang {

// Ranges, texts, ids and list lengths of every field, and the references. At most 20 errors.
std::vector<Error> check_poster(const Poster& poster);

// Only what binds fields to each other: ids unique, arrows' ends and spans' tiles there, diagrams not too many.
std::vector<Error> check_references(const Poster& poster);

// A section's id stands before its fields' ids ("gan.title"), so it must not read like a part of the poster itself.
std::vector<std::string> reserved_ids();
bool is_reserved_id(std::string_view id);

}  // namespace sixiang
