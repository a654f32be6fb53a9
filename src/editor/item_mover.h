// Moving an item within its list, or to another list of such items. Inside editor/ only.
#pragma once

#include "editor/apply.h"

namespace sixiang {

// Refused where there is no such item, list or place. What refers to the item stays with the list that
// it leaves, as where it is removed; whether the result may stay is not looked at.
Outcome moved(Poster poster, const MoveItem& move);

}  // namespace sixiang
