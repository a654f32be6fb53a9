#include "math/fragment.h"

#include <doctest/doctest.h>

using namespace sixiang::math;

TEST_CASE("a row of many characters grows as a list does, not anew with each of them") {
  Fragment row;
  int moves = 0;
  for (int i = 0; i < 100000; ++i) {
    Fragment letter;
    letter.glyphs.push_back({});
    const std::size_t before = row.glyphs.capacity();
    place(row, std::move(letter), float(i), 0);
    moves += row.glyphs.capacity() != before ? 1 : 0;
  }
  CHECK(row.glyphs.size() == 100000);
  CHECK(moves < 40);
}
