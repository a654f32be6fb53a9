// Where cards stand, said in numbers: «位置 x=3, y=15，宽 46，高 50», «x: 8%, w: 22%». Inside brief/ only.
#pragma once

#include <optional>

#include "brief/text.h"

namespace sixiang::brief {

struct Placed {
  double x = 0, width = 0, height = 0;  // in the brief's own unit
};
// nullopt: no width and height are said.
std::optional<Placed> read_coordinates(View text);

}  // namespace sixiang::brief
