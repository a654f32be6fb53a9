// A few statements that leave much of their body empty stand on white cards that fill it.
#pragma once

#include <vector>

#include "layout/body_search.h"

namespace sixiang {

// After sizes are found, where at least half of the sections of a page that hold nothing but a few statements are
// sparse: in all of those that hold as many, if they fit at the size that they have, and at least half of them have
// some then. A single one without bullet and card stands in the middle.
void give_item_cards(const PageBuilder& page, std::vector<MeasuredSection>& contents, std::vector<SectionFit>& fits);

}  // namespace sixiang
