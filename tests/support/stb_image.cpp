// stb's PNG reader and writer for golden images: not ours, so that a bug in our encoder cannot hide in them.
#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#include <stb/stb_image.h>

// Private to this file: export/ has its own, configured differently.
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#include <stb/stb_image_write.h>

#include <climits>

#include "support/golden_png.h"

namespace sixiang::testing {

std::optional<Image> decode_png(const std::vector<std::uint8_t>& png) {
  if (png.empty() || png.size() > std::size_t(INT_MAX)) return std::nullopt;
  int width = 0, height = 0, channels = 0;
  stbi_uc* pixels = stbi_load_from_memory(png.data(), int(png.size()), &width, &height, &channels, 4);
  if (!pixels) return std::nullopt;
  Image image;
  image.width_px = width;
  image.height_px = height;
  image.rgba.assign(pixels, pixels + 4 * std::size_t(width) * std::size_t(height));
  stbi_image_free(pixels);
  return image;
}

std::vector<std::uint8_t> encode_golden_png(const Image& image) {
  int length = 0;
  stbi_write_force_png_filter = -1;
  stbi_write_png_compression_level = 12;
  unsigned char* bytes =
      stbi_write_png_to_mem(image.rgba.data(), 4 * image.width_px, image.width_px, image.height_px, 4, &length);
  if (!bytes) return {};
  std::vector<std::uint8_t> png(bytes, bytes + length);
  STBIW_FREE(bytes);
  return png;
}

}  // namespace sixiang::testing
