#include "base/memory.h"

#include <cstdlib>

namespace sixiang {

bool memory_available(std::size_t bytes) {
  // Volatile: compilers may otherwise take a malloc and its free out together and call it a success.
  void* volatile block = std::malloc(bytes);
  const bool available = block != nullptr;
  std::free(block);
  return available;
}

}  // namespace sixiang
