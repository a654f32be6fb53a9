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

// Draws that part of `image` anew, which has the size of a picture of the page and may show another page: the part
// holds the very pixels of render() then, and no other pixel changes.
void render_region(const Page& page, const FontSet& fonts, const PixelRect& region, Image& image);

}  // namespace sixiang
