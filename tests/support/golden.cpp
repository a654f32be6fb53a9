#include "support/golden.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/environment.h"
#include "support/golden_png.h"

namespace sixiang::testing {

namespace {

constexpr std::size_t kMaxGoldenBytes = 20 * 1024;

bool updating() { return environment("SIXIANG_UPDATE_GOLDENS") == "1"; }

bool exists(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error);
}

// Creates the folders on the way.
void write_file(const std::string& path, std::string_view bytes) {
  std::error_code error;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), error);
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), std::streamsize(bytes.size()));
  file.close();
  if (!file) FAIL("cannot write " << path);
}

std::string_view as_text(const std::vector<std::uint8_t>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string golden_path(std::string_view name) { return source_path("tests/golden/" + std::string(name)); }
std::string output_path(std::string_view name) { return source_path("build/test-output/" + std::string(name)); }

std::string_view line_at(std::string_view text, std::size_t offset) {
  const std::size_t end = text.find('\n', offset);
  return text.substr(offset, end == std::string_view::npos ? end : end - offset);
}

// The first line in which the two differ, for a message.
std::string first_difference(std::string_view expected, std::string_view actual) {
  const std::size_t shorter = std::min(expected.size(), actual.size());
  std::size_t same = 0, line_start = 0, line = 1;
  for (; same < shorter && expected[same] == actual[same]; ++same) {
    if (expected[same] == '\n') {
      line_start = same + 1;
      ++line;
    }
  }
  return "line " + std::to_string(line) + "\n  expected: " + std::string(line_at(expected, line_start)) +
         "\n  actual:   " + std::string(line_at(actual, line_start));
}

void copy_into(Image& target, const Image& source, int left_px) {
  for (int y = 0; y < source.height_px; ++y) {
    std::copy_n(source.pixel(0, y), 4 * source.width_px, target.pixel(left_px, y));
  }
}

// White where the two agree, red by how much they do not, blue where only one of them is.
Image difference(const Image& expected, const Image& actual) {
  Image result;
  result.width_px = std::max(expected.width_px, actual.width_px);
  result.height_px = std::max(expected.height_px, actual.height_px);
  result.rgba.assign(4 * std::size_t(result.width_px) * std::size_t(result.height_px), 255);
  for (int y = 0; y < result.height_px; ++y) {
    for (int x = 0; x < result.width_px; ++x) {
      const auto inside = [x, y](const Image& image) { return x < image.width_px && y < image.height_px; };
      int distance = 0;
      std::uint8_t* pixel = result.pixel(x, y);
      if (!inside(expected) || !inside(actual)) {
        pixel[0] = pixel[1] = 96;
        continue;
      }
      for (int i = 0; i < 4; ++i)
        distance = std::max(distance, std::abs(expected.pixel(x, y)[i] - actual.pixel(x, y)[i]));
      // A difference of one must be seen too.
      if (distance != 0) pixel[1] = pixel[2] = std::uint8_t(std::max(0, 160 - distance));
    }
  }
  return result;
}

std::string write_comparison(std::string_view name, const Image& expected, const Image& actual) {
  constexpr int kGap = 8;
  const Image middle = difference(expected, actual);
  Image sheet;
  sheet.width_px = expected.width_px + middle.width_px + actual.width_px + 2 * kGap;
  sheet.height_px = middle.height_px;
  sheet.rgba.assign(4 * std::size_t(sheet.width_px) * std::size_t(sheet.height_px), 128);
  copy_into(sheet, expected, 0);
  copy_into(sheet, middle, expected.width_px + kGap);
  copy_into(sheet, actual, expected.width_px + middle.width_px + 2 * kGap);
  const std::string path = output_path(name);
  write_file(path, as_text(encode_golden_png(sheet)));
  return path;
}

// Most tests want fonts: they would fail one by one, each after a while.
[[noreturn]] void end_without_fonts(const std::string& file) {
  std::fprintf(stderr, "%s is missing or damaged. Build the fonts:  scripts/fonts/build\n", file.c_str());
  std::exit(3);
}

FontSet load_all_fonts() {
  const std::string folder = font_folder();
  if (!exists(folder + "/manifest.json")) end_without_fonts(folder + "/manifest.json");
  Result<FontManifest> manifest = parse_font_manifest(read_text(folder + "/manifest.json"));
  if (!manifest.ok()) end_without_fonts(folder + "/manifest.json");
  FontSet fonts(std::move(manifest.value()));
  const std::vector<FontFace>& faces = fonts.manifest().faces;
  for (std::size_t face = 0; face < faces.size(); ++face) {
    for (std::size_t slice = 0; slice < faces[face].slices.size(); ++slice) {
      const std::string file = folder + "/" + faces[face].slices[slice].file;
      const SliceId id{FaceIndex(face), std::uint16_t(slice)};
      if (!exists(file) || !fonts.load(id, read_bytes(file)).ok()) end_without_fonts(file);
    }
  }
  return fonts;
}

}  // namespace

std::string font_folder() {
  const std::string given = environment("SIXIANG_FONTS");
  return given.empty() ? source_path("build/fonts") : given;
}

std::string source_path(std::string_view relative) {
  std::string root = environment("SIXIANG_SOURCE_DIR");
  if (root.empty()) root = std::filesystem::current_path().string();
  return root + "/" + std::string(relative);
}

std::string read_text(const std::string& path) {
  // A folder opens as well as a file does.
  REQUIRE_MESSAGE(exists(path), "no such file: " << path);
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

std::vector<std::uint8_t> read_bytes(const std::string& path) {
  const std::string text = read_text(path);
  return std::vector<std::uint8_t>(text.begin(), text.end());
}

const FontSet& all_fonts() {
  static const FontSet fonts = load_all_fonts();
  return fonts;
}

void check_text_golden(std::string_view name, std::string_view actual) {
  const std::string path = golden_path(name);
  if (updating()) return write_file(path, actual);
  if (!exists(path)) {
    FAIL_CHECK("no golden " << path << "; SIXIANG_UPDATE_GOLDENS=1 writes it");
    return;
  }
  const std::string expected = read_text(path);
  if (expected == actual) {
    CHECK(true);
    return;
  }
  write_file(output_path(name), actual);
  FAIL_CHECK("differs from golden " << name << ", " << first_difference(expected, actual)
                                    << "\n  all of it: " << output_path(name));
}

void check_image_golden(std::string_view name, const Image& actual) {
  const std::string path = golden_path(name);
  if (updating()) {
    const std::vector<std::uint8_t> png = encode_golden_png(actual);
    CHECK_MESSAGE(png.size() <= kMaxGoldenBytes, "golden " << name << " would have " << png.size() << " bytes");
    return write_file(path, as_text(png));
  }
  if (!exists(path)) {
    FAIL_CHECK("no golden " << path << "; SIXIANG_UPDATE_GOLDENS=1 writes it");
    return;
  }
  const std::vector<std::uint8_t> png = read_bytes(path);
  CHECK_MESSAGE(png.size() <= kMaxGoldenBytes, "golden " << name << " has " << png.size() << " bytes");
  const std::optional<Image> expected = decode_png(png);
  REQUIRE_MESSAGE(expected.has_value(), "golden " << name << " is no PNG");
  if (*expected == actual) {
    CHECK(true);
    return;
  }
  FAIL_CHECK("differs from golden " << name << ": " << write_comparison(name, *expected, actual));
}

}  // namespace sixiang::testing
