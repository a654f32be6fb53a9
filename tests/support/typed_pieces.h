// What was typed for each glyph.
#pragma once

#include <string>
#include <string_view>

#include "display/display_list.h"

namespace sixiang::testing {

// The pieces of `source` that the glyphs come from, in painting order, with a bar after each.
inline std::string typed_pieces(const DisplayList& items, std::string_view source) {
  std::string pieces;
  for (const Item& item : items) {
    if (const Group* group = std::get_if<Group>(&item)) pieces += typed_pieces(group->items, source);
    const GlyphRun* run = std::get_if<GlyphRun>(&item);
    if (!run) continue;
    for (const PositionedGlyph& glyph : run->glyphs) pieces += std::string(slice(source, glyph.source)) + "|";
  }
  return pieces;
}

}  // namespace sixiang::testing
