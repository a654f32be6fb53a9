// A poster's title as a name for files that every system takes.
#pragma once

#include <string>
#include <string_view>

namespace sixiang {

// Without a suffix, at most 160 bytes, never empty. Taken out: what marks formulas, what separates paths, controls,
// marks of direction and of no width (a name must not read otherwise than it is), blanks and dots at the ends; names
// that Windows keeps for devices ("CON", "com1.txt") get a word in front.
std::string file_name(std::string_view title);

}  // namespace sixiang
