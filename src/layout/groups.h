// Labels of a section with those of the second level below them: groups, each of which can stand on a card.
#pragma once

#include "layout/page_builder.h"

namespace sixiang {

// Whether the statements around one, up to a diagram or another role, are groups: each has others below it or a lead
// and what it is, at least half of them the former, and a single one at least two.
bool is_in_groups(const Section& section, std::size_t index);

// Wherever labels have others below them they are in groups, and so are the statements of at least half of the
// sections that have any: siblings look alike.
bool holds_groups(const Poster& poster);

// It leads one of those, and is short enough to be its name.
bool names_group(const Section& section, std::size_t index);

// Whether a card is seen on the section's body, and texts that can be read on that are read on a card as well.
bool is_read_on_cards(const PageBuilder& page, const Section& section);

}  // namespace sixiang
