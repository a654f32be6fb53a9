// Sections side by side that hold the same kinds of things stand on common lines: each piece has one height in all of
// them, keys have one size and tags one width.
#pragma once

#include <vector>

#include "layout/body_search.h"

namespace sixiang {

// Changes what the search found, where that fits all sections of a row; `fits` are of `contents`, in order.
void align_siblings(const PageBuilder& page, const std::vector<MeasuredSection>& contents,
                    std::vector<SectionFit>& fits);

}  // namespace sixiang
