// Random numbers that are the same on every machine and in every version: PCG-XSH-RR 64/32 (O'Neill 2014), written from
// its formula. Documents name only the seed, so neither the generator nor the order of its draws may ever change.
#pragma once

#include <cstdint>

namespace sixiang {

class Pcg32 {
 public:
  explicit Pcg32(std::uint32_t seed) {
    next();
    state_ += seed;
    next();
  }

  std::uint32_t next() {
    const std::uint64_t old = state_;
    state_ = old * 6364136223846793005ull + kIncrement;
    const std::uint32_t shifted = std::uint32_t(((old >> 18) ^ old) >> 27);
    const std::uint32_t turn = std::uint32_t(old >> 59);
    return (shifted >> turn) | (shifted << ((32 - turn) & 31));
  }

  // [0, 1), a multiple of 2⁻²⁴: exact as a float.
  float uniform() { return float(next() >> 8) * (1.0f / 16777216.0f); }

  // [-1, 1)
  float symmetric() { return 2 * uniform() - 1; }

 private:
  static constexpr std::uint64_t kIncrement = 1442695040888963407ull;  // odd; one stream is enough
  std::uint64_t state_ = 0;
};

}  // namespace sixiang
