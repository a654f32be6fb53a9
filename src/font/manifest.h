// The list of font files that this build ships: faces, each cut into slices with disjoint character ranges. Written by
// scripts/fonts/build, read once at start; slice files are loaded when a character needs them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace sixiang {

struct FontSlice {
  std::string file;                                   // name relative to the manifest
  std::uint64_t gzip_bytes = 0;                       // as the page fetches it
  bool first_tier = false;                            // part of the page's first download
  std::vector<std::pair<char32_t, char32_t>> ranges;  // inclusive, ascending
};

struct FontFace {
  std::string id, name;           // "marker", "LXGW Marker Gothic"
  float ascent = 0, descent = 0;  // em; both positive, from the horizontal header table
  std::vector<FontSlice> slices;
};

struct FontManifest {
  std::vector<FontFace> faces;  // in the order of fallback
};

Result<FontManifest> parse_font_manifest(std::string_view json);

}  // namespace sixiang
