#include "raster/raster.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/memory.h"
#include "base/stroke.h"
#include "raster/blend.h"
#include "raster/coverage.h"
#include "raster/ink.h"

namespace sixiang {

namespace {

class Painter {
 public:
  // `image` holds `part`; `clip`: in the whole picture.
  Painter(const FontSet& fonts, const PicturePart& part, const PixelRect& clip, Image& image)
      : fonts_(fonts), part_(part), clip_(clip), image_(image) {}

  void paint(const Page& page, const Progress& progress) {
    PixelPlacement placement;
    placement.scale = double(part_.width_px) / double(page.size.width);
    for (std::size_t i = 0; i < page.items.size(); ++i) {
      paint(page.items[i], placement);
      if (progress) progress(float(i + 1) / float(page.items.size()));
    }
  }

 private:
  void paint(const Item& item, const PixelPlacement& placement) {
    std::visit([&](const auto& value) { paint_item(value, placement); }, item);
  }

  void paint_item(const FillPath& fill, const PixelPlacement& placement) {
    if (fill.color.alpha == 0 || is_outside(ink_of(fill.path, placement))) return;
    coverage_.reset(clip_);
    coverage_.add(fill.path, placement);
    blend(fill.rule, fill.color);
  }

  void paint_item(const Group& group, const PixelPlacement& placement) {
    const PixelPlacement within = combined(placement, group.placement);
    for (const Item& item : group.items) paint(item, within);
  }

  void paint_item(const GlyphRun& run, const PixelPlacement& placement) {
    if (run.color.alpha == 0 || !(run.size > 0)) return;
    const float embolden_em = std::max(0.0f, run.embolden / run.size), pen_em = embolden_em / 2;
    for (const PositionedGlyph& glyph : run.glyphs) {
      const PixelPlacement place = combined(placement, {glyph.origin, run.size});
      if (is_outside(ink_of(glyph.glyph, embolden_em, fonts_, place))) continue;
      const Path outline = fonts_.outline(glyph.glyph);
      coverage_.reset(clip_);
      // Grown into one outline: a stroke over the fill would count the edges' pixels twice.
      coverage_.add(pen_em > 0 ? outset_outline(outline, pen_em, tolerance_em(place)) : outline, place);
      blend(FillRule::NonZero, run.color);
    }
  }

  // A twentieth of a pixel, for a glyph whose em is `place.scale` pixels.
  static float tolerance_em(const PixelPlacement& place) {
    return float(std::clamp(0.05 / std::max(place.scale, 1.0), 1e-6, 0.01));
  }

  bool is_outside(const PixelBounds& ink) const { return touched(ink, clip_).empty(); }

  void blend(FillRule rule, Color color) {
    coverage_.sweep(rule, [&](const CoverageSpan& span) {
      blend_row(image_.pixel(span.begin - part_.place.left, span.y - part_.place.top), span.end - span.begin, color,
                span.coverage);
    });
  }

  const FontSet& fonts_;
  const PicturePart part_;
  const PixelRect clip_;
  Image& image_;
  CoverageBuilder coverage_;
};

std::string size_text(long long width_px, long long height_px) {
  return std::to_string(width_px) + " × " + std::to_string(height_px);
}

Error bad_size(long long width_px, long long height_px) {
  const std::string size = size_text(width_px, height_px);
  return {"",
          {"a picture of " + size + " pixels is outside of the limits: 1 to 16,384 a side, 64 megapixels",
           "图片尺寸 " + size + " 像素超出范围：每边 1 至 16,384 像素，总计不超过 6,400 万像素"}};
}

Error no_memory(long long width_px, long long height_px) {
  const std::string size = size_text(width_px, height_px);
  return {"", {"not enough memory for a picture of " + size + " pixels", "内存不足，无法生成 " + size + " 像素的图片"}};
}

std::vector<std::uint8_t> background_row(int width_px, Color color) {
  std::vector<std::uint8_t> row;
  row.reserve(4 * std::size_t(width_px));
  for (int i = 0; i < width_px; ++i) row.insert(row.end(), {color.red, color.green, color.blue, color.alpha});
  return row;
}

bool has_pixels(long long width_px, long long height_px) {
  return width_px <= kMaxImageSide_px && height_px <= kMaxImageSide_px && width_px * height_px <= kMaxImagePixels;
}

Result<Image> draw(const Page& page, const FontSet& fonts, const PicturePart& part, const Progress& progress) {
  Image image;
  image.width_px = part.place.width();
  image.height_px = part.place.height();
  const std::size_t bytes = 4 * std::size_t(image.width_px) * std::size_t(image.height_px);
  if (!memory_available(bytes)) return no_memory(image.width_px, image.height_px);
  // Row by row, rather than zeros first: at 64 megapixels that is a quarter of a gigabyte.
  image.rgba.reserve(bytes);
  const std::vector<std::uint8_t> row = background_row(image.width_px, page.background);
  for (int y = 0; y < image.height_px; ++y) image.rgba.insert(image.rgba.end(), row.begin(), row.end());
  Painter(fonts, part, part.place, image).paint(page, progress);
  return image;
}

}  // namespace

int picture_height_px(const Size& page, int width_px) {
  return int(std::max(1ll, std::llround(double(width_px) * (double(page.height) / double(page.width)))));
}

Result<Image> render(const Page& page, const FontSet& fonts, int width_px, const Progress& progress) {
  const double ratio = double(page.size.height) / double(page.size.width);
  // Written so that a NaN fails, too.
  if (!(page.size.width > 0 && ratio > 0 && ratio < 1e9) || width_px < 1) return bad_size(width_px, 0);
  const long long height = std::max(1ll, std::llround(double(width_px) * ratio));
  if (!has_pixels(width_px, height)) return bad_size(width_px, height);
  return draw(page, fonts, {width_px, {0, 0, width_px, int(height)}}, progress);
}

Result<Image> render_part(const Page& page, const FontSet& fonts, const PicturePart& part) {
  const int width = part.place.width(), height = part.place.height();
  if (part.place.empty() || !has_pixels(width, height)) return bad_size(width, height);
  return draw(page, fonts, part, {});
}

void render_region(const Page& page, const FontSet& fonts, const PicturePart& part, const PixelRect& region,
                   Image& image) {
  const PixelRect clip = intersection(region, part.place);
  if (clip.empty()) return;
  const std::vector<std::uint8_t> row = background_row(clip.width(), page.background);
  for (int y = clip.top; y < clip.bottom; ++y) {
    std::copy(row.begin(), row.end(), image.pixel(clip.left - part.place.left, y - part.place.top));
  }
  Painter(fonts, part, clip, image).paint(page, {});
}

}  // namespace sixiang
