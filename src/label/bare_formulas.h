// Formulas whose dollars were forgotten: `x^2 + y_i` in a text. Only signs that print wrongly without dollars count, a
// script or a command; `y = wx + b` reads well as it is. When in doubt, not: names, paths, code and faces are no
// formulas.
#pragma once

#include <string_view>
#include <vector>

#include "base/byte_range.h"

namespace sixiang {

inline constexpr std::size_t kMaxBareFormulas = 16;  // of a text; those after them are not looked for

// What would be a formula between dollars, in order, apart from each other. Each is read by math::parse() without any
// diagnostic. `text` has no dollars that open or close formulas.
std::vector<ByteRange> find_bare_formulas(std::string_view text);

}  // namespace sixiang
