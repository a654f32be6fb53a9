// Small stars, dots and sparkles where the page has room for them.
#pragma once

#include "layout/page_builder.h"

namespace sixiang {

// One decoration or section icon, `radius` poster points to its tips.
void draw_ornament(PageBuilder& page, DecorationKind kind, Point center, float radius, Color color);

// The decorations of title-left and title-right, in the free room between `area`'s sides and `title`.
void draw_title_decorations(PageBuilder& page, const Rect& area, const Rect& title);

// The decorations of `corners`: one in each of `rooms` (squares), in order, then a smaller one in each, and a third.
void draw_corner_decorations(PageBuilder& page, const std::vector<Rect>& rooms);

}  // namespace sixiang
