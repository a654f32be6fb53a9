// A page of any kind: the title on top, below it what page_plan.h makes of the rest. Frames, headers, decorations, the
// measuring and fitting of all content and the order of drawing are here, once.
#pragma once

#include "layout/page_builder.h"

namespace sixiang {

// Whether all texts have the largest size that the design allows, and wide gaps: all could be larger as a whole.
enum class Room : std::uint8_t { Used, Left };

// Where the title stands: above all, or where a ring leaves it room; larger above a long page whose texts remain large;
// or in an upper corner that the page's one diagram leaves free. Both are known only when the rest is laid out.
enum class TitlePlace : std::uint8_t { Page, LargeAbove, DiagramCorner };

// Those to be tried one after the other.
std::vector<TitlePlace> title_places(const Poster& poster);

// nullopt: the title has no room there. The last of the places always has some.
std::optional<Room> layout_page(PageBuilder& page, TitlePlace place);

}  // namespace sixiang
