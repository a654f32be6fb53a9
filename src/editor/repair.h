// What refers to an item that has left its list. Inside editor/ only.
#pragma once

#include <cstddef>

#include "model/poster.h"

namespace sixiang {

// `after` is `before` without the item `removed` of one of its lists.
void repair(Diagram& after, const Diagram& before, std::size_t removed);

// Items that have come into a list: so many from `index` on.
struct NewItems {
  std::size_t index = 0, count = 0;
};
// `after` is `before` with `added` in one of its lists.
void make_room(Diagram& after, const Diagram& before, const NewItems& added);

// Links of a section that is gone go with it.
void repair_links(Poster& after);

}  // namespace sixiang
