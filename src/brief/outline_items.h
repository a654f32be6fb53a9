// The items of a diagram's lists, and links, a line each in an outline: `a -> b: text {"style": "dashed"}`. Inside
// brief/ only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "brief/outline_fields.h"
#include "model/changed_members.h"

namespace sixiang::brief {

// `list` is the key of its list: "nodes" begin with their id, "arrows" with what they join, "rows" of bars end in their
// value. JSON where such a line would not say the same.
std::string outline_item(std::string_view list, const Members& item);

// JSON is read in any list, words where a list's items have a form. What is wrong is added to `errors`.
Json read_outline_item(std::string_view list, std::string_view text, int line, std::vector<Error>& errors);

}  // namespace sixiang::brief
