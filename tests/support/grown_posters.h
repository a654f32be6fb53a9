// Documents of one kind of thing, as many as are asked for: what a layout's time grows with.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/poster.h"

namespace sixiang::testing {

struct Growing {
  std::string name;
  std::size_t most;  // of things, within the limits of a document
  Poster (*with)(std::size_t count);
};

// Labels, sections, links, nested sections, nodes and arrows in every arrangement, rows of tables and bars; and
// diagrams as many as a document may have.
std::vector<Growing> growing_posters();

}  // namespace sixiang::testing
