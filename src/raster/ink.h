// How far into the pixels what is drawn reaches, reckoned quickly: never too little.
#pragma once

#include "display/display_list.h"
#include "font/font_set.h"
#include "raster/pixel.h"

namespace sixiang {

// In pixels, not rounded. Around no points at all it is inside out.
struct PixelBounds {
  double left = 1e30, top = 1e30, right = -1e30, bottom = -1e30;
};

// Around a path's points, those that control its curves among them: a curve never leaves them. Contours with a
// coordinate that is no number are not drawn.
PixelBounds ink_of(const Path& path, const PixelPlacement& placement);

// `embolden` in em.
PixelBounds ink_of(GlyphId glyph, float embolden, const FontSet& fonts, const PixelPlacement& placement);

// The whole pixels of `picture` that may be touched.
PixelRect touched(const PixelBounds& ink, const PixelRect& picture);

}  // namespace sixiang
