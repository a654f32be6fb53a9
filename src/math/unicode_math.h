// Word's linear format: UnicodeMath, Unicode Technical Note 28.
#pragma once

#include <vector>

#include "math/token.h"

namespace sixiang::math {

// Whether the tokens are UnicodeMath: one of its marks is among them (▒ 〖 █ ┬ …), or, without a LaTeX command, an
// italic letter of the mathematical alphabets, as Word writes them.
bool is_unicode_math(const TokenList& list);

// The same formula in the tokens of LaTeX that the parser reads: `lim┬(n→∞)▒〖a_n〗` becomes `lim_{n→∞} a_n`. What it
// puts in stands at the place in the source that it was read from, so that diagnostics still point there. Linear in the
// number of tokens.
void read_unicode_math(TokenList& list);

}  // namespace sixiang::math
