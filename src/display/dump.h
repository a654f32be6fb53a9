// A display list as text, a line an item, for golden tests: numbers with two decimals, children indented.
#pragma once

#include <string>

#include "display/display_list.h"

namespace sixiang {

std::string dump(const DisplayList& items);
std::string dump(const Box& box);

}  // namespace sixiang
