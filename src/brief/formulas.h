// Formulas in the running text of a brief, which has no dollars round them: runs without Chinese that hold a relation,
// a script, a large operator, a root, or a call of a one-letter function. Names, code, ranges and units are none.
// Inside brief/ only.
#pragma once

#include <vector>

#include "brief/text.h"

namespace sixiang::brief {

// In order, apart from each other, without blanks around them. What lies between dollars is one as it is.
std::vector<Extent> find_formulas(View text);

struct MarkedText {
  Text text;  // as a poster's label has it: formulas between dollars, other signs of its markup behind backslashes
  bool has_formula = false;
  bool is_statement = false;  // a formula that says something, alone or behind a word and a colon
};
MarkedText mark_formulas(View text);

// Whether all of it is one.
bool is_formula(View text);
// One letter, perhaps with scripts and accents: x₀, θ̂, z.
bool is_symbol(View text);

}  // namespace sixiang::brief
