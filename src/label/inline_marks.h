// What marks a formula within a text: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`, `\begin{…}…\end{…}`; what marks an icon,
// `:rocket:`; and which dollars, colons, brackets and backslashes are only what they are. Dollars follow pandoc's rule
// (its manual, tex_math_dollars). Inside label/ only.
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
  Icon,
  UnknownIcon,  // colons with what reads as an icon's name between them, and is none
};

struct InlineMark {
  MarkKind kind = MarkKind::Text;
  ByteRange outer;  // with its marks. Text and Unclosed: the sign alone, which needs no second look
  ByteRange inner;  // Formula: what math::parse() reads; Icon and UnknownIcon: the name
};

// Offset of the next sign that may mark one, or npos.
std::size_t find_mark(std::string_view source, std::size_t from);

// `at` is such an offset.
InlineMark read_mark(std::string_view source, std::size_t at);

// Whether the backslash at `at` takes its meaning from the dollar or colon behind it, and is not shown.
bool is_escape(std::string_view source, std::size_t at);

}  // namespace sixiang
