// Where everything on a page stands below its title.
#pragma once

#include "layout/content_need.h"
#include "layout/zones.h"

namespace sixiang {

Zones plan_page(const PageBuilder& page, const Rect& area, ContentNeeds& needs);

}  // namespace sixiang
