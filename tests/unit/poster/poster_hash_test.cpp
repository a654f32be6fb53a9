// Whole posters, a line each: the same document and fonts give the same PNG bytes, natively and in wasm.
#include <doctest/doctest.h>

#include <cstdio>
#include <string>

#include "export/png.h"
#include "layout/poster_layout.h"
#include "raster/raster.h"
#include "support/poster_files.h"

using namespace sixiang;

namespace {

// FNV-1a, 64 bits: any change of one byte shows.
std::string hash(const std::vector<std::uint8_t>& bytes) {
  std::uint64_t value = 0xCBF29CE484222325u;
  for (std::uint8_t byte : bytes) value = (value ^ byte) * 0x100000001B3u;
  char text[20];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(value));
  return text;
}

std::string line_of(const std::string& file, int width_px) {
  const PosterLayout layout = layout_poster(testing::read_poster(file), testing::all_fonts());
  const Result<Image> image = render(layout.page, testing::all_fonts(), width_px);
  REQUIRE(image.ok());
  const Result<std::vector<std::uint8_t>> png = encode_png(image.value());
  REQUIRE(png.ok());
  return file + " " + std::to_string(width_px) + " " + hash(png.value()) + "\n";
}

}  // namespace

TEST_CASE("whole posters have the bytes that they had") {
  std::string lines;
  for (int width_px : {360, 1080, 2048}) lines += line_of("assets/posters/generative-models.json", width_px);
  for (const std::string& file : testing::poster_files()) lines += line_of(file, 480);
  testing::check_text_golden("posters.txt", lines);
}
