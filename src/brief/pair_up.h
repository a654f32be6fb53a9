// Which things of one list are those of another. Inside brief/ only.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace sixiang::brief {

inline constexpr int kUnpaired = -1;

// For each of the first list the index of its partner in the second, or kUnpaired; no two have the same.
using Pairs = std::vector<int>;

// Of item `a` of the first list and item `b` of the second.
using Likeness = std::function<bool(std::size_t a, std::size_t b)>;

// As many as are alike and stand in the same order; what is left between two of them is paired by place.
Pairs pair_in_order(std::size_t first, std::size_t second, const Likeness& alike);

// Wherever they stand: all that are alike in the first way, then of the rest those in the next one.
Pairs pair_by_rank(std::size_t first, std::size_t second, const std::vector<Likeness>& ways);

}  // namespace sixiang::brief
