// Posters out of a seed: any combination that the format allows, with texts that have tripped others up.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/poster.h"

namespace sixiang::testing {

// SplitMix64 (Steele, Lea, Flood 2014): the same numbers everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  int below(int bound) { return int(next() % std::uint64_t(bound)); }
  bool chance(int percent) { return below(100) < percent; }
  template <class List>
  const auto& pick(const List& list) {
    return list[std::size_t(below(int(list.size())))];
  }

 private:
  std::uint64_t state_;
};

enum class UnknownMembers : std::uint8_t { None, Some };

// Small: a tenth of the time, for tests that want many. Mixed: one in ten is of any size.
enum class PosterSize : std::uint8_t { Small, Any, Mixed };

std::string random_text(Random& random);
Color random_color(Random& random);
Poster random_poster(Random& random, UnknownMembers unknown, PosterSize size = PosterSize::Any);

}  // namespace sixiang::testing
