// What marks a formula within a text: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`, `\begin{…}…\end{…}`; and which dollars,
// brackets and backslashes are only what they are. Dollars follow pandoc's rule (its manual, tex_math_dollars). Inside
// label/ only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/byte_range.h"

namespace sixiang {

enum class MarkKind : std::uint8_t {
  Text,
  Formula,
  Doubtful,  // dollars that are none by the rule, with what reads as a formula between them
  Empty,     // nothing between
  Unclosed,  // a dollar that opens a formula without an end
};

struct FormulaMark {
  MarkKind kind = MarkKind::Text;
  ByteRange outer;  // with its marks. Text and Unclosed: the sign alone, which needs no second look
  ByteRange inner;  // Formula: what math::parse() reads
};

// Offset of the next sign that may mark a formula, or npos.
std::size_t find_mark(std::string_view source, std::size_t from);

// `at` is such an offset.
FormulaMark read_mark(std::string_view source, std::size_t at);

}  // namespace sixiang
