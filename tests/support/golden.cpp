#include "support/golden.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>
#include <stb/stb_image.h>

#include "export/png.h"

namespace sixiang::testing {

namespace {

namespace fs = std::filesystem;

std::string environment(const char* name, const std::string& otherwise) {
  const char* value = std::getenv(name);
  return value && *value ? value : otherwise;
}

bool updating() { return environment("SIXIANG_UPDATE_GOLDENS", "0") == "1"; }

void write_bytes(const std::string& path, std::string_view bytes) {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), std::streamsize(bytes.size()));
  REQUIRE_MESSAGE(file.good(), "cannot write " << path);
}

void write_png(const std::string& path, const Image& image) {
  const Result<std::vector<std::uint8_t>> png = encode_png(image);
  REQUIRE(png.ok());
  write_bytes(path, {reinterpret_cast<const char*>(png.value().data()), png.value().size()});
}

Image read_png(const std::string& path) {
  const std::vector<std::uint8_t> bytes = read_bytes(path);
  int channels = 0;
  Image image;
  stbi_uc* pixels =
      stbi_load_from_memory(bytes.data(), int(bytes.size()), &image.width_px, &image.height_px, &channels, 4);
  REQUIRE_MESSAGE(pixels != nullptr, "not a PNG: " << path);
  image.rgba.assign(pixels, pixels + 4 * std::size_t(image.width_px) * std::size_t(image.height_px));
  stbi_image_free(pixels);
  return image;
}

// expected | difference (white where equal) | actual
Image side_by_side(const Image& expected, const Image& actual) {
  const int width = std::max(expected.width_px, actual.width_px);
  Image result;
  result.width_px = 3 * width + 16;
  result.height_px = std::max(expected.height_px, actual.height_px);
  result.rgba.assign(4 * std::size_t(result.width_px) * std::size_t(result.height_px), 200);
  const auto inside = [](const Image& image, int x, int y) { return x < image.width_px && y < image.height_px; };
  for (int y = 0; y < result.height_px; ++y) {
    for (int x = 0; x < width; ++x) {
      const bool left = inside(expected, x, y), right = inside(actual, x, y);
      if (left) std::copy_n(expected.pixel(x, y), 4, result.pixel(x, y));
      if (right) std::copy_n(actual.pixel(x, y), 4, result.pixel(2 * width + 16 + x, y));
      const bool equal =
          left && right && std::equal(expected.pixel(x, y), expected.pixel(x, y) + 4, actual.pixel(x, y));
      const std::uint8_t other = equal ? 255 : 0;
      std::uint8_t* pixel = result.pixel(width + 8 + x, y);
      pixel[0] = 255;
      pixel[1] = pixel[2] = other;
      pixel[3] = 255;
    }
  }
  return result;
}

std::string output_path(std::string_view name) { return source_path("build/test-output/" + std::string(name)); }

FontSet load_all_fonts() {
  const std::string folder = environment("SIXIANG_FONTS", source_path("build/fonts"));
  Result<FontManifest> manifest = parse_font_manifest(read_text(folder + "/manifest.json"));
  REQUIRE(manifest.ok());
  FontSet fonts(std::move(manifest.value()));
  for (std::size_t face = 0; face < fonts.manifest().faces.size(); ++face) {
    const std::vector<FontSlice>& slices = fonts.manifest().faces[face].slices;
    for (std::size_t i = 0; i < slices.size(); ++i) {
      REQUIRE(fonts.load({FaceIndex(face), std::uint16_t(i)}, read_bytes(folder + "/" + slices[i].file)).ok());
    }
  }
  return fonts;
}

}  // namespace

std::string source_path(std::string_view relative) {
  return environment("SIXIANG_SOURCE_DIR", fs::current_path().string()) + "/" + std::string(relative);
}

std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), "cannot read " << path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::uint8_t> read_bytes(const std::string& path) {
  const std::string text = read_text(path);
  return {text.begin(), text.end()};
}

const FontSet& all_fonts() {
  static const FontSet fonts = load_all_fonts();
  return fonts;
}

void check_text_golden(std::string_view name, std::string_view actual) {
  const std::string path = source_path("tests/golden/" + std::string(name));
  if (updating()) {
    write_bytes(path, actual);
    return;
  }
  const bool exists = fs::exists(path);
  CHECK_MESSAGE(exists, "missing golden " << path << " (SIXIANG_UPDATE_GOLDENS=1 writes it)");
  if (!exists) return;
  const std::string expected = read_text(path);
  if (expected != actual) write_bytes(output_path(name), actual);
  CHECK_MESSAGE(expected == actual, "differs from tests/golden/" << name << "; see build/test-output/" << name);
}

void check_image_golden(std::string_view name, const Image& actual) {
  constexpr std::size_t kMaxBytes = 20 * 1024;
  const std::string path = source_path("tests/golden/" + std::string(name));
  if (updating()) write_png(path, actual);
  const bool exists = fs::exists(path);
  CHECK_MESSAGE(exists, "missing golden " << path << " (SIXIANG_UPDATE_GOLDENS=1 writes it)");
  if (!exists) return;
  CHECK_MESSAGE(fs::file_size(path) <= kMaxBytes, "golden larger than 20 KiB: " << name);
  const Image expected = read_png(path);
  if (!(expected == actual)) write_png(output_path(name), side_by_side(expected, actual));
  CHECK_MESSAGE(expected == actual, "pixels differ from tests/golden/" << name << "; see build/test-output/" << name);
}

}  // namespace sixiang::testing
