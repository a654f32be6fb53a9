#include "font/font_set.h"

#include <algorithm>
#include <cassert>
#include <string>

#include "base/sha256.h"
#include "font/math_table.h"

#include <stb/stb_truetype.h>

namespace sixiang {

namespace {

struct LoadedSlice {
  std::vector<std::uint8_t> bytes;  // must outlive `info`, which points into it
  stbtt_fontinfo info{};
  float em_per_unit = 0;
};

struct Coverage {
  char32_t first, last;
  std::uint16_t slice;
};

// The name of a slice's file ends in ".<first 8 hexadecimal digits of its content's SHA-256>.ttf"
// (scripts/fonts/build).
bool is_content_of(const std::string& file, const std::vector<std::uint8_t>& bytes) {
  const std::string ending = "." + hex(sha256(bytes)).substr(0, 8) + ".ttf";
  return file.size() > ending.size() && file.compare(file.size() - ending.size(), ending.size(), ending) == 0;
}

Error damaged(const std::string& file) {
  return {"",
          {"font file " + file + " is damaged: its content is not the one that its name stands for",
           "字体文件 " + file + " 已损坏：内容与文件名中的校验值不符"}};
}

Error not_a_font(const std::string& file) {
  return {"", {"font file " + file + " is not a TrueType font", "字体文件 " + file + " 不是 TrueType 字体"}};
}

bool has_table(const std::vector<std::uint8_t>& font, std::string_view tag) {
  const std::size_t count = std::size_t(font[4]) * 256 + font[5];
  for (std::size_t i = 0; i < count && 28 + 16 * i <= font.size(); ++i) {
    if (std::equal(tag.begin(), tag.end(), font.begin() + std::ptrdiff_t(12 + 16 * i))) return true;
  }
  return false;
}

}  // namespace

struct FontSet::State {
  FontManifest manifest;
  std::vector<std::vector<std::unique_ptr<LoadedSlice>>> slices;  // by face, by slice
  std::vector<std::vector<Coverage>> coverage;                    // by face, ascending
  std::optional<MathTable> math;
  FaceIndex math_face = 0;

  const LoadedSlice* find(SliceId id) const {
    if (id.face >= slices.size() || id.slice >= slices[id.face].size()) return nullptr;
    return slices[id.face][id.slice].get();
  }

  const LoadedSlice& loaded(GlyphId glyph) const {
    const LoadedSlice* slice = find(glyph.slice);
    assert(slice && "a glyph of a slice that is not loaded");
    return *slice;
  }

  const Coverage* covering(FaceIndex face, char32_t code_point) const {
    const std::vector<Coverage>& list = coverage[face];
    const auto after = std::upper_bound(list.begin(), list.end(), code_point,
                                        [](char32_t value, const Coverage& entry) { return value < entry.first; });
    if (after == list.begin()) return nullptr;
    const Coverage& entry = *(after - 1);
    return code_point <= entry.last ? &entry : nullptr;
  }

  // Missing where this face does not have the character.
  GlyphLookup lookup_in(FaceIndex face, char32_t code_point) const {
    const Coverage* entry = covering(face, code_point);
    if (!entry) return {};
    GlyphLookup result{LookupStatus::Pending, {{face, entry->slice}, 0}};
    if (const LoadedSlice* slice = find(result.glyph.slice)) {
      const int index = stbtt_FindGlyphIndex(&slice->info, int(code_point));
      if (index == 0) return {};
      result.status = LookupStatus::Found;
      result.glyph.index = std::uint16_t(index);
    }
    return result;
  }

  float letter_height(FaceIndex face, char32_t letter, float otherwise) const {
    if (face >= slices.size()) return otherwise;
    const GlyphLookup found = lookup_in(face, letter);
    if (found.status != LookupStatus::Found) return otherwise;
    const LoadedSlice& slice = loaded(found.glyph);
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    if (!stbtt_GetGlyphBox(&slice.info, found.glyph.index, &x0, &y0, &x1, &y1)) return otherwise;
    return float(y1) * slice.em_per_unit;
  }
};

FontSet::FontSet(FontManifest manifest) : state_(std::make_unique<State>()) {
  for (const FontFace& face : manifest.faces) {
    std::vector<Coverage> coverage;
    for (std::size_t i = 0; i < face.slices.size(); ++i) {
      for (auto [first, last] : face.slices[i].ranges) coverage.push_back({first, last, std::uint16_t(i)});
    }
    std::sort(coverage.begin(), coverage.end(), [](const Coverage& a, const Coverage& b) { return a.first < b.first; });
    state_->coverage.push_back(std::move(coverage));
    state_->slices.emplace_back(face.slices.size());
  }
  state_->manifest = std::move(manifest);
  state_->math_face = find_face("math").value_or(0);
}

FontSet::~FontSet() = default;
FontSet::FontSet(FontSet&&) noexcept = default;
FontSet& FontSet::operator=(FontSet&&) noexcept = default;

const FontManifest& FontSet::manifest() const { return state_->manifest; }

Result<SliceId> FontSet::load(SliceId id, std::vector<std::uint8_t> bytes) {
  assert(id.face < state_->slices.size() && id.slice < state_->slices[id.face].size());
  std::unique_ptr<LoadedSlice>& place = state_->slices[id.face][id.slice];
  if (place) return id;
  const std::string& file = state_->manifest.faces[id.face].slices[id.slice].file;
  // stb_truetype believes every offset and length that a file states.
  if (!is_content_of(file, bytes)) return damaged(file);
  auto slice = std::make_unique<LoadedSlice>();
  slice->bytes = std::move(bytes);
  if (!stbtt_InitFont(&slice->info, slice->bytes.data(), 0)) return not_a_font(file);
  slice->em_per_unit = stbtt_ScaleForMappingEmToPixels(&slice->info, 1);
  if (!state_->math && has_table(slice->bytes, "MATH")) {
    Result<MathTable> table = MathTable::parse(slice->bytes);
    if (!table) return table.errors();
    state_->math = std::move(table.value());
    state_->math_face = id.face;
  }
  place = std::move(slice);
  return id;
}

bool FontSet::loaded(SliceId slice) const { return state_->find(slice) != nullptr; }

std::optional<FaceIndex> FontSet::find_face(std::string_view id_or_name) const {
  const std::vector<FontFace>& faces = state_->manifest.faces;
  for (std::size_t i = 0; i < faces.size(); ++i) {
    if (faces[i].id == id_or_name || faces[i].name == id_or_name) return FaceIndex(i);
  }
  return std::nullopt;
}

std::optional<SliceId> FontSet::find_slice(std::string_view file) const {
  const std::vector<FontFace>& faces = state_->manifest.faces;
  for (std::size_t face = 0; face < faces.size(); ++face) {
    for (std::size_t slice = 0; slice < faces[face].slices.size(); ++slice) {
      if (faces[face].slices[slice].file == file) return SliceId{FaceIndex(face), std::uint16_t(slice)};
    }
  }
  return std::nullopt;
}

FaceIndex FontSet::math_face() const { return state_->math_face; }

GlyphLookup FontSet::lookup(FaceIndex preferred, char32_t code_point) const {
  const std::size_t count = state_->slices.size();
  if (preferred < count) {
    const GlyphLookup first = state_->lookup_in(preferred, code_point);
    if (first.status != LookupStatus::Missing) return first;
  }
  for (std::size_t face = 0; face < count; ++face) {
    if (face == preferred) continue;
    const GlyphLookup next = state_->lookup_in(FaceIndex(face), code_point);
    if (next.status != LookupStatus::Missing) return next;
  }
  return {};
}

float FontSet::advance(GlyphId glyph) const {
  const LoadedSlice& slice = state_->loaded(glyph);
  int width = 0, bearing = 0;
  stbtt_GetGlyphHMetrics(&slice.info, glyph.index, &width, &bearing);
  return float(width) * slice.em_per_unit;
}

float FontSet::kerning(GlyphId left, GlyphId right) const {
  if (left.slice != right.slice) return 0;
  const LoadedSlice& slice = state_->loaded(left);
  return float(stbtt_GetGlyphKernAdvance(&slice.info, left.index, right.index)) * slice.em_per_unit;
}

Path FontSet::outline(GlyphId glyph) const {
  const LoadedSlice& slice = state_->loaded(glyph);
  stbtt_vertex* vertices = nullptr;
  const int count = stbtt_GetGlyphShape(&slice.info, glyph.index, &vertices);
  const float scale = slice.em_per_unit;
  const auto point = [scale](int x, int y) { return Point{float(x) * scale, float(-y) * scale}; };
  Path path;
  for (int i = 0; i < count; ++i) {
    const stbtt_vertex& vertex = vertices[i];
    switch (vertex.type) {
      case STBTT_vmove:
        if (!path.empty()) path.close();
        path.move_to(point(vertex.x, vertex.y));
        break;
      case STBTT_vline:
        path.line_to(point(vertex.x, vertex.y));
        break;
      case STBTT_vcurve:
        path.quad_to(point(vertex.cx, vertex.cy), point(vertex.x, vertex.y));
        break;
      case STBTT_vcubic:
        path.cubic_to(point(vertex.cx, vertex.cy), point(vertex.cx1, vertex.cy1), point(vertex.x, vertex.y));
        break;
    }
  }
  if (!path.empty()) path.close();
  stbtt_FreeShape(&slice.info, vertices);
  return path;
}

Rect FontSet::glyph_bounds(GlyphId glyph) const {
  const LoadedSlice& slice = state_->loaded(glyph);
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  if (!stbtt_GetGlyphBox(&slice.info, glyph.index, &x0, &y0, &x1, &y1)) return {};
  const float scale = slice.em_per_unit;
  return rect_from_edges(float(x0) * scale, float(-y1) * scale, float(x1) * scale, float(-y0) * scale);
}

float FontSet::ascent(FaceIndex face) const { return state_->manifest.faces[face].ascent; }
float FontSet::descent(FaceIndex face) const { return state_->manifest.faces[face].descent; }
float FontSet::x_height(FaceIndex face) const { return state_->letter_height(face, U'x', 0.5f); }
float FontSet::cap_height(FaceIndex face) const { return state_->letter_height(face, U'H', 0.7f); }

const MathTable* FontSet::math_table() const { return state_->math ? &*state_->math : nullptr; }

const std::vector<std::uint8_t>& FontSet::file_bytes(SliceId slice) const {
  static const std::vector<std::uint8_t> kNone;
  const LoadedSlice* loaded_slice = state_->find(slice);
  return loaded_slice ? loaded_slice->bytes : kNone;
}

}  // namespace sixiang
