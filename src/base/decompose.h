// Canonical decomposition (NFD) of precomposed Latin and Greek letters: é → e ◌́, ᾱ → α ◌̄. The fonts have few of the
// precomposed ones, and in a formula the mark is an accent of its own. Source: UnicodeData.txt, field 5.
#pragma once

#include <array>
#include <cstddef>

namespace sixiang {

struct Decomposition {
  std::array<char32_t, 4> parts{};
  std::size_t count = 0;

  const char32_t* begin() const { return parts.data(); }
  const char32_t* end() const { return parts.data() + count; }
};

// The character itself where it has no decomposition (or is neither Latin nor Greek).
Decomposition canonical_decomposition(char32_t code_point);

}  // namespace sixiang
