// About how much memory a poster takes, for bounding the history. Inside editor/ only.
#pragma once

#include <cstddef>

#include "model/poster.h"

namespace sixiang {

// Bytes, within a factor of two.
std::size_t measure(const Poster& poster);
std::size_t measure(const Diagram& diagram);

}  // namespace sixiang
