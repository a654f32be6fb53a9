// What has become of a poster since an earlier version of it, in words: «改了 3 条要点，加了 1 个板块».
#pragma once

#include "base/message.h"
#include "model/poster.h"

namespace sixiang {

// Sections are the same by their ids, labels and diagrams by what they are. Both texts are empty where nothing differs.
Message difference(const Poster& before, const Poster& after);

}  // namespace sixiang
