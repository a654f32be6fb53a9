// What stresses words within a text, in the manner of Markdown: `**bold**` and `==highlighted==`; what a backslash
// keeps as it is; and the lead of a statement, «机制：» before what it says. Inside label/ and for who sets leads
// apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/byte_range.h"

namespace sixiang {

enum class StressMarkKind : std::uint8_t {
  Bold,       // begins or ends it, by turns
  Highlight,  // the same
  Escape,     // the backslash before a sign that is only itself
};

struct StressMark {
  StressMarkKind kind = StressMarkKind::Escape;
  ByteRange bytes;  // of the source; these are not drawn
};

// Of the texts of a label, byte ranges of `source` in order: what lies between them are formulas, which a mark may
// enclose. Marks come in order; each that begins something has one that ends it, and something that is no blank between
// them. As in CommonMark, a mark with a letter or digit of ASCII on both sides is none (2**3, x==1).
std::vector<StressMark> find_stress_marks(std::string_view source, const std::vector<ByteRange>& texts);

// Bytes of the lead with its colon and the blanks behind it: a start without formulas, blanks at its ends or marks of
// other clauses, of at most 12 em (a Han character counts one, a letter half of one), before a colon. 0: there is none.
// A backslash before the colon says so.
std::size_t find_lead(std::string_view source);

}  // namespace sixiang
