// Up to four sections around a centre circle, more of them in further rows of two.
#pragma once

#include "layout/page_builder.h"
#include "layout/zones.h"

namespace sixiang {

// Of all the poster's sections, in the part of the page below the title.
Zones quadrants(const PageBuilder& page, const Rect& area);

}  // namespace sixiang
