// PNG for golden images, by stb alone.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/image.h"

namespace sixiang::testing {

// nullopt where the bytes are no PNG.
std::optional<Image> decode_png(const std::vector<std::uint8_t>& png);

// Empty where memory runs out.
std::vector<std::uint8_t> encode_golden_png(const Image& image);

}  // namespace sixiang::testing
