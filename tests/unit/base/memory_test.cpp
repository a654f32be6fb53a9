#include "base/memory.h"

#include <doctest/doctest.h>

#include <limits>

using namespace sixiang;

namespace {

constexpr std::size_t kAbsurd = std::numeric_limits<std::size_t>::max() / 2;

}  // namespace

// clang takes a malloc and its free out together and calls it a success: then every size is available.
TEST_CASE("memory: an absurd size is not available") {
  CHECK(!memory_available(kAbsurd));
  CHECK(!memory_available(kAbsurd - 4096));
}

TEST_CASE("memory: a small size is available") {
  CHECK(memory_available(1));
  CHECK(memory_available(std::size_t(1) << 20));
}
