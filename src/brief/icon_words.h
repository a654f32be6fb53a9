// The icons that words lead to, by the words that each is found by (scripts/icons/icons.txt). Inside brief/ only.
#pragma once

#include <string>
#include <vector>

#include "brief/text.h"

namespace sixiang::brief {

// Names of icons, the likeliest first, each once.
using IconNames = std::vector<std::string>;

// For what a brief asks to be drawn: «放大镜对着图表», "a magnifying glass over a chart". What it is called weighs more
// than what is beside it; a single character may name it («一把刀»).
IconNames icons_asked(View words);

// For a thing that has this title and no icon: only words of two characters or more that say something of it.
IconNames icons_fitting(View title);
// The same by what else is said of it: only long words are sure to be about it.
IconNames icons_fitting_content(View text);

}  // namespace sixiang::brief
