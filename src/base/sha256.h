// SHA-256 (FIPS 180-4), to know whether bytes are those that were meant; not for secrets.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace sixiang {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(const std::vector<std::uint8_t>& bytes);

// 64 lower-case digits.
std::string hex(const Sha256& digest);

}  // namespace sixiang
