// Of UnicodeMath: how its brackets pair, and the marks that stand for something with an operand, and the commands that
// mean the same.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <vector>

#include "math/token.h"

namespace sixiang::math {

inline constexpr int kDeepest = 33;  // levels of brackets: one more than the parser reads

// What covers, encloses or hides its operand.
struct Prefix {
  char32_t mark;
  std::string_view command;
  bool symbol = false;  // stands for itself unless brackets follow
};
inline constexpr Prefix kPrefixes[] = {
    {U'⏞', "overbrace"},      {U'⏟', "underbrace"},     {U'⏜', "overparen"},   {U'⏝', "underparen"},
    {U'⎴', "overbracket"},    {U'⎵', "underbracket"},   {U'¯', "overline"},    {U'▁', "underline"},
    {U'▭', "boxed"},          {U'▢', "boxed"},          {U'□', "boxed", true}, {U'⟡', "phantom", true},
    {U'⬄', "hphantom", true}, {U'⇳', "vphantom", true}, {U'⬍', "smash", true}, {U'⬆', "smash", true},
    {U'⬇', "smash", true},    {U'⬌', "smash", true},
};

// Tables, by the mark before their brackets.
struct TableMark {
  char32_t mark;
  std::string_view environment;
};
inline constexpr TableMark kTables[] = {
    {U'■', "matrix"},  {U'█', "aligned"}, {U'⒨', "pmatrix"}, {U'⒩', "Vmatrix"},
    {U'⒱', "vmatrix"}, {U'ⓢ', "bmatrix"}, {U'Ⓢ', "Bmatrix"}, {U'Ⓒ', "cases"},
};

// Marks behind or above an operand in brackets.
struct WideMark {
  char32_t mark;
  std::string_view command;
};
inline constexpr WideMark kWideMarks[] = {
    {0x302, "widehat"},   {0x303, "widetilde"}, {0x304, "bar"},
    {0x305, "bar"},       {0x307, "dot"},       {0x308, "ddot"},
    {0x30C, "widecheck"}, {0x20D7, "vec"},      {0x20D6, "overleftarrow"},
    {0x332, "underline"}, {0x331, "underline"},
};

// Arrows that grow with what stands above or below them.
inline constexpr WideMark kArrows[] = {{U'→', "xrightarrow"}, {U'←', "xleftarrow"}, {U'↔', "xleftrightarrow"},
                                       {U'⇒', "xRightarrow"}, {U'⇐', "xLeftarrow"}, {U'⇔', "xLeftrightarrow"}};

// For each token that opens brackets the index of the one that closes them. Any closing bracket closes the last one
// opened; 〗 and ┤ only what they are for.
std::vector<std::uint32_t> pair_unicode_math(const std::vector<Token>& tokens);

// The entry of a mark; nullptr: none.
template <class T, std::size_t count>
const T* find_mark(const T (&list)[count], char32_t mark) {
  const T* found = std::find_if(std::begin(list), std::end(list), [mark](const T& each) { return each.mark == mark; });
  return found == std::end(list) ? nullptr : found;
}

}  // namespace sixiang::math
