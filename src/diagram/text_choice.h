// One place for each text out of those that it may have, so that all are apart.
#pragma once

#include <optional>
#include <vector>

#include "diagram/arrow_label.h"

namespace sixiang {

// By text, the place that it has among its choices; nullopt where there is none for all, or it was not found soon.
std::optional<std::vector<std::size_t>> choose_places(const std::vector<std::vector<LabelChoice>>& texts,
                                                      float line_gap);

}  // namespace sixiang
