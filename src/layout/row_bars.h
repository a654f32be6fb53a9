// The two halves of a comparison whose statements are names and amounts: a bar before each amount, on one scale.
#pragma once

#include <optional>
#include <vector>

#include "diagram/shown_range.h"
#include "layout/body_search.h"

namespace sixiang {

// What the statement shows behind its lead; nullopt: no amount, or the sum of the others.
std::optional<ShownAmount> amount_of(const MeasuredSection& content, const MeasuredLabel& label);

// After sizes are found: where most statements of both lists of a split have amounts of one unit and keep to their
// lines, and the longest bar is long enough to be compared.
void give_row_bars(const PageBuilder& page, std::vector<MeasuredSection>& contents,
                   const std::vector<SectionFit>& fits);

}  // namespace sixiang
