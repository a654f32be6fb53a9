// How a formula is read, as text.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "math/math.h"

namespace sixiang::testing {

inline std::string tree(std::string_view source) { return math::dump(math::parse(source).tree); }

inline void check_same_tree(std::string_view a, std::string_view b) {
  CAPTURE(a);
  CAPTURE(b);
  CHECK(tree(a) == tree(b));
}

// Nothing is said about it.
inline void check_silent(std::string_view source) {
  CAPTURE(source);
  CHECK(math::parse(source).diagnostics.empty());
}

}  // namespace sixiang::testing
