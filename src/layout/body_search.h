// Finds the text size, diagram height and spacing of all sections of a page: as large as fits, and alike where
// possible. Why it is done by search: specs/decisions/one-size-search.md.
#pragma once

#include <vector>

#include "layout/section_body.h"

namespace sixiang {

// Work of one page's search, in characters that went through line breaking. Where it is used up the sizes stay that
// were found so far; a section for which there are none yet is set as small as it must be, and that is reported.
inline constexpr std::size_t kMostSearchWork = 4'000'000;

// One for each content, in order.
std::vector<ArrangementOptions> search_body_options(const PageBuilder& page,
                                                    const std::vector<SectionContent>& contents, const Disc& disc);

}  // namespace sixiang
