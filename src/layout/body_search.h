// Finds the text size, diagram height and spacing of all sections of a page: as large as fits, and alike where
// possible. Why it is done by search: specs/decisions/one-size-search.md.
#pragma once

#include <vector>

#include "layout/section_body.h"

namespace sixiang {

// One for each content, in order.
std::vector<ArrangementOptions> search_body_options(const PageBuilder& page,
                                                    const std::vector<SectionContent>& contents, const Disc& disc);

}  // namespace sixiang
