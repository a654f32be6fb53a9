// PNG bytes: what is in them, and that stb's reader gets the image back.
#include "export/png.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <string>

#include "support/golden.h"
#include "support/golden_png.h"

using namespace sixiang;

namespace {

using Bytes = std::vector<std::uint8_t>;

// Bands, ramps and noise, so that every part of the compressor has work.
Image pattern(int width_px, int height_px, bool opaque) {
  Image image;
  image.width_px = width_px;
  image.height_px = height_px;
  std::uint32_t state = 1;
  for (int y = 0; y < height_px; ++y) {
    for (int x = 0; x < width_px; ++x) {
      state = state * 1664525u + 1013904223u;
      const bool noise = y % 8 == 7;
      image.rgba.push_back(noise ? std::uint8_t(state >> 24) : std::uint8_t(x / 16 * 40));
      image.rgba.push_back(std::uint8_t(y / 4 * 16));
      image.rgba.push_back(noise ? std::uint8_t(state >> 16) : 0xE8);
      image.rgba.push_back(opaque ? 255 : std::uint8_t(x * 3));
    }
  }
  return image;
}

Bytes encoded(const Image& image) {
  Result<Bytes> png = encode_png(image);
  REQUIRE(png.ok());
  return std::move(png.value());
}

std::uint32_t number(const Bytes& bytes, std::size_t at) {
  return std::uint32_t(bytes[at]) << 24 | std::uint32_t(bytes[at + 1]) << 16 | std::uint32_t(bytes[at + 2]) << 8 |
         bytes[at + 3];
}

// PNG §5.5, annex D: bit by bit.
std::uint32_t crc(const Bytes& bytes, std::size_t begin, std::size_t end) {
  std::uint32_t value = 0xFFFFFFFFu;
  for (std::size_t i = begin; i < end; ++i) {
    value ^= bytes[i];
    for (int bit = 0; bit < 8; ++bit) value = value & 1 ? (value >> 1) ^ 0xEDB88320u : value >> 1;
  }
  return ~value;
}

// "IHDR 13, sRGB 1, …"; "bad CRC" or "cut off" where the chunks are wrong.
std::string chunks(const Bytes& png) {
  std::string list;
  std::size_t at = 8;
  while (at < png.size()) {
    if (at + 12 > png.size() || at + 12 + number(png, at) > png.size()) return "cut off";
    const std::size_t length = number(png, at);
    if (crc(png, at + 4, at + 8 + length) != number(png, at + 8 + length)) return "bad CRC";
    list += (list.empty() ? "" : " ") + std::string(png.begin() + long(at) + 4, png.begin() + long(at) + 8);
    at += 12 + length;
  }
  return list;
}

}  // namespace

TEST_CASE("the chunks are those of an sRGB image without a date") {
  for (bool opaque : {true, false}) {
    const Bytes png = encoded(pattern(37, 21, opaque));
    CHECK(Bytes(png.begin(), png.begin() + 8) == Bytes{137, 'P', 'N', 'G', 13, 10, 26, 10});
    CHECK(chunks(png) == "IHDR sRGB IDAT IEND");
    CHECK(number(png, 16) == 37);
    CHECK(number(png, 20) == 21);
    CHECK(png[24] == 8);                 // bits a sample
    CHECK(png[25] == (opaque ? 2 : 6));  // RGB, RGBA
    CHECK((number(png, 26) >> 8) == 0);  // deflate, the one set of filters, not interlaced
    CHECK(png[41] == 0);                 // perceptual
  }
}

TEST_CASE("stb reads back what was written") {
  for (int width_px : {1, 2, 64, 301}) {
    for (int height_px : {1, 3, 100}) {
      for (bool opaque : {true, false}) {
        const Image image = pattern(width_px, height_px, opaque);
        const auto decoded = testing::decode_png(encoded(image));
        REQUIRE(decoded.has_value());
        CHECK(*decoded == image);
      }
    }
  }
}

TEST_CASE("one pixel that is not opaque keeps the alpha") {
  Image image = pattern(8, 8, true);
  image.rgba[4 * 63 + 3] = 254;
  CHECK(encoded(image)[25] == 6);
  CHECK(*testing::decode_png(encoded(image)) == image);
}

TEST_CASE("the same image gives the same bytes on every machine") {
  std::string lines;
  for (bool opaque : {true, false}) {
    const Bytes png = encoded(pattern(300, 200, opaque));
    char line[64];
    std::snprintf(line, sizeof line, "%s %zu bytes %08x\n", opaque ? "rgb" : "rgba", png.size(),
                  unsigned(crc(png, 0, png.size())));
    lines += line;
  }
  testing::check_text_golden("export/png.txt", lines);
}

TEST_CASE("images that are none are refused") {
  CHECK_FALSE(encode_png({}).ok());
  Image image = pattern(4, 4, true);
  image.height_px = 5;
  CHECK_FALSE(encode_png(image).ok());
  image.height_px = -4;
  CHECK_FALSE(encode_png(image).ok());
  image.width_px = 0x7FFFFFFF;
  image.height_px = 0x7FFFFFFF;
  CHECK_FALSE(encode_png(image).ok());
}
