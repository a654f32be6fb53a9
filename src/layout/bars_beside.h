// Sections side by side that end in bars of one unit: the two halves of a comparison. All bars have one size of text,
// one scale and one pitch, and their rows stand on common lines, counted from the last.
#pragma once

#include <vector>

#include "layout/body_search.h"
#include "layout/section_body.h"

namespace sixiang {

// Of all sections, as they were found to fit.
std::vector<Arrangement> arrange_all(const PageBuilder& page, const std::vector<MeasuredSection>& contents,
                                     const std::vector<SectionFit>& fits);

}  // namespace sixiang
