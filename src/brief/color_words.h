// Colours as briefs write them: «Mint (#B5E5CF)», «#fff», «＃A9D8C2», «dark red», «浅黄». Inside brief/ only.
#pragma once

#include <optional>

#include "base/color.h"
#include "brief/text.h"

namespace sixiang::brief {

struct SaidColor {
  std::optional<Color> color;  // nullopt: a code that is none
  Extent extent;               // of code or name
  bool is_code = false;
};

// The first code of the text, else the first name; nullopt: no colour is spoken of.
std::optional<SaidColor> find_color(View text);
std::size_t count_codes(View text);

}  // namespace sixiang::brief
