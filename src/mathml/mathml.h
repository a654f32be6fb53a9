// Presentation MathML (MathML Core, MathML 3) and Office MathML → the formula language: what Word, browsers and web
// pages put on the clipboard. The only header of mathml/ that other layers include.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sixiang::mathml {

inline constexpr std::size_t kMaxBytes = 256 * 1024;  // of markup that is read

// The formula of the first <math>, or <m:oMath> of Office's, in `markup`, as a person would write it in LaTeX on one
// line, without dollars: the TeX of its alternative text or an annotation where it has a command, else what the
// elements say, else that TeX; what is in an unknown element is kept. Never fails on ill-formed markup. Empty: no
// <math>, or beyond the bounds (kMaxBytes, 64 levels of elements, 20,000 of them).
std::string read(std::string_view markup);

}  // namespace sixiang::mathml
