// The panel's pictograms, drawn as strokes so that they are sharp at every density.
#pragma once

#include <imgui.h>

#include "panel/glyph.h"

namespace sixiang::panel {

// Within a square of `size` around `center`.
void draw_glyph(ImDrawList& list, Glyph glyph, ImVec2 center, float size, ImU32 color);

}  // namespace sixiang::panel
