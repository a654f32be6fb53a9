// What a layout kind decides: where on the page each section stands, and what its content keeps clear of. How all that
// is drawn, and in which order, is the same for every kind: page_layout.h.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "layout/obstacle.h"
#include "model/poster.h"

namespace sixiang {

struct Zone {
  const Section* section = nullptr;
  Rect rect;            // of the frame
  std::size_t row = 0;  // from the top: sections of one row stand side by side and are alike where they can
};

struct Zones {
  std::vector<Zone> zones;      // in painting order
  Obstacle obstacle;            // that the content of all zones keeps clear of
  std::optional<float> circle;  // radius of the centre circle, in the middle of the obstacle
};

}  // namespace sixiang
