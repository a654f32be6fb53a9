// Colours by name and by function, as CSS writes them. Inside base/ only.
#pragma once

#include <optional>
#include <string_view>

#include "base/color.h"

namespace sixiang {

// "teal", "transparent"; lower case.
std::optional<Color> named_color(std::string_view name);

// "rgb(168, 216, 234)", "rgb(66% 85% 92% / 50%)", "hsla(196, 61%, 79%, 0.5)"; lower case. Of CSS Color Module Level 4,
// sections 5.1 and 7, without none and calc(). Channels are clamped to their ranges.
std::optional<Color> color_of_function(std::string_view text);

}  // namespace sixiang
