#include "export/png.h"

#include <cstdlib>
#include <cstring>

#include <libdeflate.h>

namespace {

// 6 is where the curve flattens: higher levels take twice the time for one per cent.
constexpr int kCompressionLevel = 6;

// What stb_image_write calls instead of its own compressor; it frees the result with free().
unsigned char* compress_zlib(unsigned char* data, int length, int* out_length, int) {
  libdeflate_compressor* compressor = libdeflate_alloc_compressor(kCompressionLevel);
  if (!compressor) return nullptr;
  const std::size_t bound = libdeflate_zlib_compress_bound(compressor, std::size_t(length));
  unsigned char* result = static_cast<unsigned char*>(std::malloc(bound));
  const std::size_t size = result ? libdeflate_zlib_compress(compressor, data, std::size_t(length), result, bound) : 0;
  libdeflate_free_compressor(compressor);
  if (size == 0) {
    std::free(result);
    return nullptr;
  }
  *out_length = int(size);
  return result;
}

}  // namespace

#define STBIW_ZLIB_COMPRESS compress_zlib
#define STBIW_CRC32(buffer, length) libdeflate_crc32(0, buffer, std::size_t(length))
#define STBI_WRITE_NO_STDIO
#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb/stb_image_write.h>

namespace sixiang {

namespace {

// Signature and IHDR: 8 + 12 + 13 bytes (PNG §5.2, §11.2.1). The sRGB chunk follows (§11.3.2.5).
constexpr std::size_t kHeaderEnd = 33;

// Length 1, type "sRGB", rendering intent 0 (perceptual), CRC.
std::vector<std::uint8_t> srgb_chunk() {
  std::vector<std::uint8_t> chunk = {0, 0, 0, 1, 's', 'R', 'G', 'B', 0};
  const std::uint32_t crc = libdeflate_crc32(0, chunk.data() + 4, 5);
  for (int shift = 24; shift >= 0; shift -= 8) chunk.push_back(std::uint8_t(crc >> shift));
  return chunk;
}

bool is_opaque(const Image& image) {
  for (std::size_t i = 3; i < image.rgba.size(); i += 4) {
    if (image.rgba[i] != 255) return false;
  }
  return true;
}

Error no_memory() { return {"", {"not enough memory to write this picture", "内存不足，无法写出图片"}}; }

}  // namespace

Result<std::vector<std::uint8_t>> encode_png(const Image& image) {
  const std::size_t pixels = std::size_t(image.width_px) * std::size_t(image.height_px);
  const int channels = is_opaque(image) ? 3 : 4;
  const std::uint8_t* samples = image.rgba.data();
  std::uint8_t* opaque = nullptr;
  if (channels == 3) {
    opaque = static_cast<std::uint8_t*>(std::malloc(3 * pixels));
    if (!opaque) return no_memory();
    for (std::size_t i = 0; i < pixels; ++i) std::memcpy(opaque + 3 * i, samples + 4 * i, 3);
    samples = opaque;
  }
  int length = 0;
  unsigned char* bytes =
      stbi_write_png_to_mem(samples, image.width_px * channels, image.width_px, image.height_px, channels, &length);
  std::free(opaque);
  if (!bytes) return no_memory();
  const std::vector<std::uint8_t> srgb = srgb_chunk();
  std::vector<std::uint8_t> png;
  png.reserve(std::size_t(length) + srgb.size());
  png.insert(png.end(), bytes, bytes + kHeaderEnd);
  png.insert(png.end(), srgb.begin(), srgb.end());
  png.insert(png.end(), bytes + kHeaderEnd, bytes + length);
  std::free(bytes);
  return png;
}

}  // namespace sixiang
