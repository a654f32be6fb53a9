// Where cards stand, said in numbers: «位置 x=3, y=15，宽 46，高 50», «x: 8%, w: 22%». Inside brief/ only.
#pragma once

#include <optional>

#include "brief/text.h"
#include "model/poster.h"

namespace sixiang::brief {

struct Placed {
  double x = 0, width = 0, height = 0;  // in the brief's own unit
};
// «占两列», «跨 2 列 2 行»; nullopt: no number of cells is said.
std::optional<Span> read_cells(View text);
// nullopt: no width and height are said.
std::optional<Placed> read_coordinates(View text);

}  // namespace sixiang::brief
