// Rows that colours are told of: those of tables, and those that cards stand in. Inside brief/ only.
#pragma once

#include <vector>

#include "brief/draft.h"

namespace sixiang::brief {

// The head of every table; true.
bool color_table_heads(Draft& draft, Color color);
// The rows that stand out already; false: there are none.
bool color_highlighted_rows(Draft& draft, Color color);
// The first row that `said`, folded, names by its first cell; false: none.
bool color_row(Draft& draft, View said, Color color);

// «top row»: the sections in that row of a grid whose columns are known; folded.
std::vector<std::size_t> cards_of_row(const Draft& draft, View target);

}  // namespace sixiang::brief
