#include "app/session/panel_font.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "base/decompose.h"
#include "base/utf8.h"
#include "raster/raster.h"

namespace sixiang::app {

namespace {

// A Han character's square reaches from 0.12 em below the baseline to 0.88 em above it.
constexpr float kAscent = 0.88f;

// More is not fetched for the panel alone: a text of very many rare characters keeps the poster's glyphs.
constexpr std::uint64_t kMostBytes = 250'000;

// What one character is drawn with: itself, or its letter and accents where the fonts have only those.
struct Glyphs {
  LookupStatus status = LookupStatus::Missing;
  std::vector<PositionedGlyph> glyphs;  // em
  float advance = 0;                    // em
};

Glyphs find_glyphs(const FontSet& fonts, FaceIndex face, char32_t character) {
  Glyphs found;
  const GlyphLookup whole = fonts.lookup(face, character);
  if (whole.status != LookupStatus::Missing) {
    found.status = whole.status;
    if (whole.status == LookupStatus::Found) {
      found.glyphs.push_back({whole.glyph, {}});
      found.advance = fonts.advance(whole.glyph);
    }
    return found;
  }
  const Decomposition parts = canonical_decomposition(character);
  if (parts.count < 2) return found;
  for (const char32_t part : parts) {
    const GlyphLookup piece = fonts.lookup(face, part);
    if (piece.status != LookupStatus::Found) return {piece.status, {}, 0};
    if (found.glyphs.empty()) {
      found.advance = fonts.advance(piece.glyph);
      found.glyphs.push_back({piece.glyph, {}});
      continue;
    }
    // Over the middle of the letter.
    const Rect base = fonts.glyph_bounds(found.glyphs.front().glyph), mark = fonts.glyph_bounds(piece.glyph);
    found.glyphs.push_back({piece.glyph, {base.center().x - mark.center().x, 0}});
  }
  found.status = LookupStatus::Found;
  return found;
}

// The character as any face that is loaded has it, or nothing.
Glyphs borrow_glyphs(const FontSet& fonts, char32_t character) {
  for (std::size_t face = 0; face < fonts.manifest().faces.size(); ++face) {
    Glyphs found = find_glyphs(fonts, FaceIndex(face), character);
    if (found.status == LookupStatus::Found) return found;
  }
  return {};
}

// Coverage of the glyphs at `size_px` pixels an em, in a grid whose upper left corner is (left, top).
struct Coverage {
  int left = 0, top = 0, width = 0, height = 0;
  std::vector<unsigned char> bytes;
};

Coverage draw_coverage(const FontSet& fonts, const std::vector<PositionedGlyph>& glyphs, float size_px) {
  GlyphRun run;
  run.size = size_px;
  run.color = {255, 255, 255, 255};
  for (const PositionedGlyph& glyph : glyphs) run.glyphs.push_back({glyph.glyph, glyph.origin * size_px});
  const Rect ink = ink_bounds({run}, fonts);
  Coverage coverage;
  if (ink.empty()) return coverage;
  coverage.left = int(std::floor(ink.left()));
  coverage.top = int(std::floor(ink.top()));
  coverage.width = int(std::ceil(ink.right())) - coverage.left;
  coverage.height = int(std::ceil(ink.bottom())) - coverage.top;
  const Page page{{float(coverage.width), float(coverage.height)},
                  {0, 0, 0, 255},
                  {placed({0, 0, 0, {run}}, {float(-coverage.left), float(-coverage.top)})}};
  const Result<Image> image = render(page, fonts, coverage.width);
  if (!image || image.value().height_px != coverage.height) return {};
  // White on black: each channel is the coverage.
  for (std::size_t i = 0; i < image.value().rgba.size(); i += 4) coverage.bytes.push_back(image.value().rgba[i]);
  return coverage;
}

PanelFont& font_of(const ImFontConfig& source) { return *static_cast<PanelFont*>(source.FontLoaderData); }

const ImFontLoader& loader() {
  static const ImFontLoader kLoader = [] {
    ImFontLoader made;
    made.Name = "sixiang";
    made.FontSrcInit = [](ImFontAtlas*, ImFontConfig* source) {
      source->FontLoaderData = *static_cast<void**>(source->FontData);
      return true;
    };
    made.FontSrcDestroy = [](ImFontAtlas*, ImFontConfig* source) { source->FontLoaderData = nullptr; };
    made.FontSrcContainsGlyph = [](ImFontAtlas*, ImFontConfig*, ImWchar) { return true; };
    made.FontBakedInit = [](ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
      return font_of(*source).init(*baked);
    };
    made.FontBakedLoadGlyph = [](ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar character,
                                 ImFontGlyph* glyph, float* advance) {
      return font_of(*source).load(*atlas, *source, *baked, character, glyph, advance);
    };
    return made;
  }();
  return kLoader;
}

}  // namespace

PanelFont::PanelFont(const FontSet& fonts, FaceIndex face) : fonts_(&fonts), face_(face) {
  PanelFont* self = this;
  ImFontConfig config;
  config.FontLoader = &loader();
  // ImGui copies these bytes, the pointer itself, and gives them back to FontSrcInit.
  config.FontData = static_cast<void*>(&self);
  config.FontDataSize = sizeof(void*);
  config.FontDataOwnedByAtlas = false;
  font_ = ImGui::GetIO().Fonts->AddFont(&config);
}

std::vector<SliceId> PanelFont::wanted() const {
  const auto slices_of = [this](const auto& counts) {
    std::set<SliceId> slices;
    for (const char32_t character : pending_) {
      const GlyphLookup found = fonts_->lookup(face_, character);
      if (found.status == LookupStatus::Pending && counts(character)) slices.insert(found.glyph.slice);
    }
    return slices;
  };
  std::set<SliceId> slices = slices_of([](char32_t) { return true; });
  std::uint64_t bytes = 0;
  for (const SliceId slice : slices) bytes += fonts_->manifest().faces[slice.face].slices[slice.slice].gzip_bytes;
  if (bytes > kMostBytes) {
    slices = slices_of([this](char32_t c) { return borrow_glyphs(*fonts_, c).status != LookupStatus::Found; });
  }
  return {slices.begin(), slices.end()};
}

std::string PanelFont::wanted_characters() const {
  std::string text;
  for (const char32_t character : pending_) append_utf8(text, character);
  return text;
}

void PanelFont::refresh() {
  pending_.clear();
  ImFontAtlasFontDiscardBakes(ImGui::GetIO().Fonts, font_, 0);
}

bool PanelFont::init(ImFontBaked& baked) const {
  baked.Ascent = std::round(baked.Size * kAscent);
  baked.Descent = baked.Ascent - baked.Size;
  return true;
}

bool PanelFont::load(ImFontAtlas& atlas, ImFontConfig& source, ImFontBaked& baked, char32_t character,
                     ImFontGlyph* glyph, float* advance) {
  Glyphs found = find_glyphs(*fonts_, face_, character);
  if (found.status == LookupStatus::Missing) return false;
  if (found.status == LookupStatus::Pending) {
    pending_.insert(character);
    found = borrow_glyphs(*fonts_, character);
    if (found.status != LookupStatus::Found) found.advance = is_cjk(character) ? 1 : 0.6f;
  }
  if (advance) {
    *advance = found.advance * baked.Size;
    return true;
  }
  glyph->Codepoint = character & 0x1FFFFF;
  glyph->AdvanceX = found.advance * baked.Size;
  const float density = source.RasterizerDensity * baked.RasterizerDensity;
  const Coverage coverage = draw_coverage(*fonts_, found.glyphs, baked.Size * density);
  if (coverage.bytes.empty()) return true;
  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(&atlas, coverage.width, coverage.height);
  if (id == ImFontAtlasRectId_Invalid) return false;
  ImTextureRect* rect = ImFontAtlasPackGetRect(&atlas, id);
  glyph->X0 = float(coverage.left) / density;
  glyph->Y0 = float(coverage.top) / density + std::round(baked.Ascent);
  glyph->X1 = glyph->X0 + float(coverage.width) / density;
  glyph->Y1 = glyph->Y0 + float(coverage.height) / density;
  glyph->Visible = true;
  glyph->PackId = id;
  ImFontAtlasBakedSetFontGlyphBitmap(&atlas, &baked, &source, glyph, rect, coverage.bytes.data(),
                                     ImTextureFormat_Alpha8, coverage.width);
  return true;
}

}  // namespace sixiang::app
