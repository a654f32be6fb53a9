// From the page back to the document: what stands at a point, and where a field of the document stands.
#pragma once

#include <string_view>
#include <vector>

#include "layout/poster_layout.h"

namespace sixiang {

// The blocks at `point` (poster points), the one that is meant first, then what lies beneath: the smaller one before
// what it stands on, of two of one size the one painted later. Valid as long as the layout.
std::vector<const Block*> hit_test(const PosterLayout& layout, Point point);

// The block that a field or a thing of the document stands in: the one with the longest id that `id` is or lies below.
// nullptr where nothing on the page is it.
const Block* block_showing(const PosterLayout& layout, std::string_view id);

}  // namespace sixiang
