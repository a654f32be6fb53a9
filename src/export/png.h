// Image → PNG bytes: stb_image_write's encoder with libdeflate's compression behind it. sRGB chunk, no time stamp;
// opaque images are written as RGB. The same image gives the same bytes everywhere.
#pragma once

#include <cstdint>
#include <vector>

#include "base/image.h"
#include "base/result.h"

namespace sixiang {

// Errors: not enough memory; an image without pixels or with other than 4 · width · height bytes; more than a gigabyte.
// Source: PNG specification, third edition.
Result<std::vector<std::uint8_t>> encode_png(const Image& image);

}  // namespace sixiang
