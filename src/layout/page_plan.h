// Where everything on a page stands below its title.
#pragma once

#include "layout/page_builder.h"
#include "layout/zones.h"

namespace sixiang {

Zones plan_page(const PageBuilder& page, const Rect& area);

}  // namespace sixiang
