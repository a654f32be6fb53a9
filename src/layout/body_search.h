// Finds the text size, diagram height and spacing of all sections of a page. Why it is done by search:
// specs/decisions/one-size-search.md.
#pragma once

#include <vector>

#include "layout/section_body.h"

namespace sixiang {

// Work of one page's search, in characters that went through line breaking. Where it is used up the sizes stay that
// were found so far; a section for which there are none yet is set as small as it must be, and that is reported.
inline constexpr std::size_t kMostSearchWork = 4'000'000;

struct SectionFit {
  ArrangementOptions options;
  bool has_room = false;         // its text is as large as the design allows, and its gaps are wide
  std::vector<Message> reasons;  // what decided them, in the order of the search
};

// One for each content, in order.
std::vector<SectionFit> search_sizes(const PageBuilder& page, const std::vector<MeasuredSection>& contents,
                                     std::size_t most_work = kMostSearchWork);

}  // namespace sixiang
