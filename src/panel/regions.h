// Where the parts of the editor stand in its window. CSS pixels.
#pragma once

#include <cstdint>

#include "base/geometry.h"

namespace sixiang::panel {

inline constexpr float kPhoneWidth = 700;  // windows narrower than this have one column

// Beside: at the left of the desk. Drawer: over the desk, where it is asked for. Tab: in the inspector's place, one of
// the two at a time.
enum class OutlinePlace : std::uint8_t { Beside, Drawer, Tab };

struct Regions {
  Rect bar;        // along the top edge
  Rect outline;    // the list of what can be selected
  Rect desk;       // on which the poster lies
  Rect paper;      // the part of the desk that the poster may fill
  Rect strip;      // along the desk's lower edge, for what is said of the poster; empty where there is no room for one
  Rect inspector;  // the fields of what is selected
  Rect tabs;       // above outline and inspector; empty where each has its own place
  OutlinePlace outline_place = OutlinePlace::Beside;
};

// Of a window of that size. Beside each other, or one below the other in a narrow window.
Regions regions_of(Size window);

}  // namespace sixiang::panel
