// Without exceptions a vector cannot say that memory is short: big buffers ask first.
#pragma once

#include <cstddef>

namespace sixiang {

// Whether a block of that size can be had now.
bool memory_available(std::size_t bytes);

}  // namespace sixiang
