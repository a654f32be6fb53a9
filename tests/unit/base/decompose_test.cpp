#include "base/decompose.h"

#include <doctest/doctest.h>

#include <string>

using namespace sixiang;

namespace {

std::u32string decomposed(char32_t c) {
  std::u32string text;
  for (char32_t part : canonical_decomposition(c)) text.push_back(part);
  return text;
}

}  // namespace

TEST_CASE("decomposition of Latin and Greek letters") {
  CHECK(decomposed(U'x') == U"x");
  CHECK(decomposed(0xE9) == std::u32string({U'e', 0x301}));
  CHECK(decomposed(0x1FB1) == std::u32string({U'α', 0x304}));
  CHECK(decomposed(0x1ED9) == std::u32string({U'o', 0x323, 0x302}));         // ộ
  CHECK(decomposed(0x1F82) == std::u32string({U'α', 0x313, 0x300, 0x345}));  // the longest kind
  CHECK(decomposed(0x2126) == std::u32string({U'Ω'}));                       // the ohm sign
  CHECK(decomposed(U'\u2260') == std::u32string({U'\u2260'}));               // ≠ is no letter
  CHECK(decomposed(U'中') == U"中");
}
