// Keys, drawn as their caps. Inside panel/ only.
#pragma once

#include "panel/command_row.h"
#include "panel/sheet.h"

namespace sixiang::panel {

inline constexpr float kCapHeight = 24;

// CSS pixels, of those that are pressed together.
float width_of(const KeyCaps& caps);

// Ends at `right`; gives where it begins.
float draw_caps(Sheet& sheet, const KeyCaps& caps, float right, float middle);

}  // namespace sixiang::panel
