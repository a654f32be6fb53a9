// The default poster, laid out once, for whatever is timed on it.
#pragma once

#include "font/font_set.h"
#include "layout/poster_layout.h"

namespace sixiang::bench {

struct LaidPoster {
  FontSet fonts;
  PosterLayout layout;
};

// Ends the program with a message where the poster or the fonts are missing.
const LaidPoster& default_poster();

}  // namespace sixiang::bench
