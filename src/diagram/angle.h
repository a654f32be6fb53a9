// Angles without the machine's trigonometry, which differs from one to the next. In turns: 0 points to the right, 0.25
// down, 1 is once round.
#pragma once

#include "base/geometry.h"

namespace sixiang {

// Of length 1, within 2e-6.
Point direction_of(float turns);

// From 0 up to 1, within 2e-6; of a zero vector 0.
float turns_of(Point direction);

// The same angle between -0.5 and 0.5.
float wrapped_turns(float turns);

}  // namespace sixiang
