// How many cells of its grid each section of a bento takes. Inside brief/ only.
#pragma once

#include "brief/draft.h"

namespace sixiang::brief {

// Sections in the layout's order, not at a side of the page.
std::size_t flow_count(const Draft& draft);

// Where the draft has no sizes: by the places that it gives, else what has a table or a diagram is as wide as the page,
// and what would be left alone in its row.
void span_cells(Draft& draft, bool wide_page);

int bento_columns(const Draft& draft);

}  // namespace sixiang::brief
