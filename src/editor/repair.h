// What refers to an item that has left its list. Inside editor/ only.
#pragma once

#include <cstddef>

#include "model/poster.h"

namespace sixiang {

// `after` is `before` without the item `removed` of one of its lists.
void repair(Diagram& after, const Diagram& before, std::size_t removed);

// Links of a section that is gone go with it.
void repair_links(Poster& after);

}  // namespace sixiang
