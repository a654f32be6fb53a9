// Where the parts of the editor stand in its window. CSS pixels.
#pragma once

#include "base/geometry.h"

namespace sixiang::panel {

inline constexpr float kPhoneWidth = 700;  // windows narrower than this have one column

struct Regions {
  Rect bar;        // along the top edge
  Rect desk;       // on which the poster lies
  Rect paper;      // the part of the desk that the poster may fill
  Rect strip;      // along the desk's lower edge
  Rect inspector;  // what is changed in fields
};

// Of a window of that size. Beside each other, or one below the other in a narrow window.
Regions regions_of(Size window);

}  // namespace sixiang::panel
