// All sections of a poster, those within others too.
#pragma once

#include <string_view>
#include <vector>

#include "model/poster.h"

namespace sixiang {

// In reading order: each before those within it.
std::vector<const Section*> all_sections(const Poster& poster);

// nullptr: there is none.
const Section* find_section(const Poster& poster, std::string_view id);

// The one that it lies in; nullptr: in the poster.
const Section* section_around(const Poster& poster, const Section& section);

}  // namespace sixiang
