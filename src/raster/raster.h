// Page → Image: our own scanline rasterizer. The preview and the export are this one function.
// Coverage is exact area on a grid of 1/256 pixel (specs/decisions/coverage.md), integers throughout, so that every
// machine gives the same bytes. Blending is done in sRGB values (specs/decisions/blending.md).
#pragma once

#include "base/image.h"
#include "base/progress.h"
#include "base/result.h"
#include "display/display_list.h"
#include "font/font_set.h"
#include "raster/pixel.h"

namespace sixiang {

inline constexpr int kMaxImageSide_px = 16384;
inline constexpr long long kMaxImagePixels = 64ll * 1024 * 1024;

// The page scaled to fill the image exactly. `width_px`: 1 to 16,384; the height follows, rounded to the nearest pixel.
// Errors: a size beyond the limits, or not enough memory.
Result<Image> render(const Page& page, const FontSet& fonts, int width_px, const Progress& progress = {});

// So high is a picture of that width, rounded to the nearest pixel and at least 1.
int picture_height_px(const Size& page, int width_px);

// A part of a picture of the page, which may be too large to be drawn as a whole: up to 2^20 pixels a side.
struct PicturePart {
  int width_px = 0;  // of the whole picture
  PixelRect place;   // in it
  bool operator==(const PicturePart&) const = default;
};

// The very pixels that the whole picture has there. Errors: more pixels than an image may have, or not enough memory.
Result<Image> render_part(const Page& page, const FontSet& fonts, const PicturePart& part);

// Draws the pixels of `region`, in the whole picture, anew in `image`, which holds the part and may show another page:
// they are the very pixels of render_part() then, and no other pixel changes.
void render_region(const Page& page, const FontSet& fonts, const PicturePart& part, const PixelRect& region,
                   Image& image);

}  // namespace sixiang
