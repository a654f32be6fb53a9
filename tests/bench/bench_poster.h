// Posters that are laid out, with all the fonts that they need, for whatever is timed on them.
#pragma once

#include <string>

#include "font/font_set.h"
#include "layout/poster_layout.h"
#include "model/poster.h"

namespace sixiang::bench {

struct LaidPoster {
  Poster poster;
  FontSet fonts;
  PosterLayout layout;
};

// These end the program with a message where the poster or the fonts are missing.
LaidPoster laid(Poster poster);
LaidPoster laid_poster(const std::string& file);
const LaidPoster& default_poster();

}  // namespace sixiang::bench
