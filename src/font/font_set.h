// The fonts of this build: character → glyph with fallback from face to face, and what layout and raster need to know
// of a glyph. Outlines come from stb_truetype; the files are our own, pinned by hash, never a user's.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "base/path.h"
#include "base/result.h"
#include "font/manifest.h"

namespace sixiang {

class MathTable;

using FaceIndex = std::uint8_t;

// Names a slice of a face: the unit of loading.
struct SliceId {
  FaceIndex face = 0;
  std::uint16_t slice = 0;
  auto operator<=>(const SliceId&) const = default;
};

// Names a glyph of the whole FontSet.
struct GlyphId {
  SliceId slice;
  std::uint16_t index = 0;  // within the slice's file
  auto operator<=>(const GlyphId&) const = default;
};

enum class LookupStatus : std::uint8_t {
  Found,
  Pending,  // a slice that is not loaded yet has the character; `glyph.slice` names it
  Missing,  // no face has it
};

struct GlyphLookup {
  LookupStatus status = LookupStatus::Missing;
  GlyphId glyph;
};

// All lengths in em (1 = the font size), y down, relative to the glyph's origin on the baseline.
class FontSet {
 public:
  explicit FontSet(FontManifest manifest);
  ~FontSet();
  FontSet(FontSet&&) noexcept;
  FontSet& operator=(FontSet&&) noexcept;

  const FontManifest& manifest() const;

  // Takes the bytes of a slice's file. Errors: not the content that its name stands for (damaged, cut short); not a
  // TrueType font. Loading one twice does nothing.
  Result<SliceId> load(SliceId slice, std::vector<std::uint8_t> bytes);
  bool loaded(SliceId slice) const;

  // By id ("marker") or name ("LXGW Marker Gothic").
  std::optional<FaceIndex> find_face(std::string_view id_or_name) const;
  // By the name of its file in the manifest.
  std::optional<SliceId> find_slice(std::string_view file) const;
  FaceIndex math_face() const;  // the face with a MATH table

  // Looks in `preferred` first, then in all others in the manifest's order.
  GlyphLookup lookup(FaceIndex preferred, char32_t code_point) const;

  float advance(GlyphId glyph) const;
  // Pair adjustment of the file that holds both; 0 for glyphs of different files.
  float kerning(GlyphId left, GlyphId right) const;
  Path outline(GlyphId glyph) const;
  // Of the outline's ink; empty for a blank.
  Rect glyph_bounds(GlyphId glyph) const;

  float ascent(FaceIndex face) const;
  float descent(FaceIndex face) const;
  float x_height(FaceIndex face) const;    // of “x”
  float cap_height(FaceIndex face) const;  // of “H”

  // The MATH table of the formula face; nullptr until its slice is loaded.
  const MathTable* math_table() const;

  // Bytes of a loaded slice's file (for a panel that draws its own text); empty if not loaded.
  const std::vector<std::uint8_t>& file_bytes(SliceId slice) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sixiang
