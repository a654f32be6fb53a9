// Moving an item within its list, or to another list of such items. Inside editor/ only.
#pragma once

#include "editor/command.h"

namespace sixiang {

// Total: the same poster where there is no such item, list or place. What refers to the item stays with the list that
// it leaves, as where it is removed; whether the result may stay is not looked at.
Poster moved(Poster poster, const MoveItem& move);

}  // namespace sixiang
