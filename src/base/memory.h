// Without exceptions a failed allocation ends the program: who needs much memory asks first.
#pragma once

#include <cstddef>

namespace sixiang {

// Whether a block of that size can be had now.
bool memory_available(std::size_t bytes);

}  // namespace sixiang
