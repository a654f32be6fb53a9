// Cards with room to spare show their icon in it as a picture, rather than in the header.
#pragma once

#include <vector>

#include "layout/body_search.h"

namespace sixiang {

// Gives all of a row a picture, or none; `fits` are of `contents` without any. True where some have one now: their
// sizes are to be searched again.
bool give_pictures(const PageBuilder& page, std::vector<MeasuredSection>& contents,
                   const std::vector<SectionFit>& fits);

}  // namespace sixiang
