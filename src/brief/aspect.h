// The shape of a page as briefs say it. Inside brief/ only.
#pragma once

#include <optional>

#include "base/geometry.h"
#include "brief/text.h"

namespace sixiang::brief {

// "16:9", "1536x1024", 竖图, portrait; nullopt: none is named.
std::optional<Size> read_aspect(View text);

}  // namespace sixiang::brief
