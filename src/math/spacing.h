// The space between two neighbours in a row (TeXbook chapter 18, the table of formulas.md) and what a Bin without an
// operand becomes.
#pragma once

#include "math/style.h"

namespace sixiang::math {

// In mu (1/18 em). Thin 3, medium 4, thick 5; some only in display and text style.
float space_between(AtomClass left, AtomClass right, StyleLevel level);

// After this class (or at the start) a Bin is an Ord.
bool demotes_following_binary(AtomClass left);
// Before this class (or at the end) a Bin is an Ord.
bool demotes_preceding_binary(AtomClass right);

}  // namespace sixiang::math
