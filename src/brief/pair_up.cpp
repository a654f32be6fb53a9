#include "brief/pair_up.h"

#include <algorithm>

namespace sixiang::brief {

namespace {

// Between the pairs, and before and behind all of them.
void pair_gaps(Pairs& pairs, std::size_t second) {
  std::size_t begin = 0, other = 0;
  for (std::size_t i = 0; i <= pairs.size(); ++i) {
    const bool is_end = i == pairs.size();
    if (!is_end && pairs[i] == kUnpaired) continue;
    const std::size_t other_end = is_end ? second : std::size_t(pairs[i]);
    for (; begin < i && other < other_end; ++begin, ++other) pairs[begin] = int(other);
    begin = i + 1;
    other = other_end + 1;
  }
}

}  // namespace

Pairs pair_in_order(std::size_t first, std::size_t second, const Likeness& alike) {
  // longest[i][j]: of the lists from i and j on.
  std::vector<std::vector<int>> longest(first + 1, std::vector<int>(second + 1, 0));
  for (std::size_t i = first; i-- > 0;) {
    for (std::size_t j = second; j-- > 0;) {
      longest[i][j] = alike(i, j) ? longest[i + 1][j + 1] + 1 : std::max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  Pairs pairs(first, kUnpaired);
  for (std::size_t i = 0, j = 0; i < first && j < second;) {
    if (alike(i, j)) {
      pairs[i++] = int(j++);
    } else {
      longest[i + 1][j] >= longest[i][j + 1] ? ++i : ++j;
    }
  }
  pair_gaps(pairs, second);
  return pairs;
}

Pairs pair_by_rank(std::size_t first, std::size_t second, const std::vector<Likeness>& ways) {
  Pairs pairs(first, kUnpaired);
  std::vector<bool> taken(second, false);
  for (const Likeness& alike : ways) {
    for (std::size_t i = 0; i < first; ++i) {
      for (std::size_t j = 0; j < second && pairs[i] == kUnpaired; ++j) {
        if (taken[j] || !alike(i, j)) continue;
        pairs[i] = int(j);
        taken[j] = true;
      }
    }
  }
  return pairs;
}

}  // namespace sixiang::brief
