// Icons as fields of the document name them: the poster's own ornaments, and those that are compiled in.
#pragma once

#include <optional>
#include <string>

#include "layout/page_builder.h"

namespace sixiang {

// star, sparkle, dot: drawn by draw_ornament().
std::optional<DecorationKind> ornament_named(const std::string& icon);

// Whether the name is that of an icon which draw_icon_block() draws.
bool is_drawn_icon(const std::string& icon);

// In ink that can be read on `ground`, its largest shape filled with `fill`, or with what the ink is seen on. Draws
// nothing where there is no such icon, and reports a name that is none. `stroke`: relative to the poster's lines.
void draw_icon_block(PageBuilder& page, const BlockId& id, const std::string& icon, const Rect& square, Color fill,
                     Color ground, float stroke = 1);

}  // namespace sixiang
