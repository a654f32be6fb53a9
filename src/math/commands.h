// The backslash commands that do something: name → what. (Those that are one character: command_symbols.h.)
#pragma once

#include <cstdint>
#include <string_view>

#include "math/tree.h"

namespace sixiang::math {

enum class CommandKind : std::uint8_t {
  BigOperator,  // character
  Function,     // text; `argument` 1: limits in display style
  Accent,       // character (a combining mark); `argument` 1: wide
  Alphabet,     // `argument`: Alphabet
  FontSwitch,   // the same for the rest of the group
  Space,        // `argument`: mu
  Style,        // `argument`: StyleLevel
  Fraction,     // `argument`: 0 \frac, 1 \dfrac, 2 \tfrac
  Binomial,     // the same
  Root,
  Line,           // `argument`: Side
  Stretch,        // character; `argument`: Side
  LabelledArrow,  // character
  Text,           // `argument` 1: bold, 2: monospace
  OperatorName,
  Class,  // atom_class; `argument` 1: limits
  Left,
  Middle,
  Right,
  Sized,   // atom_class; `argument`: step
  Limits,  // `argument`: Limits
  Begin,
  End,
  Stack,         // \overset, \underset, \stackrel; `argument`: Side
  TableCommand,  // \pmatrix{…}, \substack{…}; text: the environment
  SideSet,
  Verbatim,  // \verb|…|
  Circled,
  Quantity,    // \SI and its kin; `argument`: 1 a number, 2 a unit, 3 both, 4 an angle
  Quantities,  // \SIrange and its kin; `argument`: 1 numbers, 3 with a unit; atom_class Punctuation: a list
  Negation,
  Choose,         // {n \choose k}, {a \over b}: the opening bracket or none; `argument` 1: with a bar
  Parenthesised,  // \pmod; text
  NewCell,        // the row separator
  Escaped,        // \{ \% …: the character itself
  Delimited,      // \norm{x}: the opening bracket; `argument`: the closing one; text: a sign before; atom_class:
                  // parse_delimited
  Enclosure,      // `argument`: EnclosureKind
  Length,         // \hspace{1em}, \kern 2pt
  Kept,  // colours, links, overlaps: one argument is set, `argument` others before it (behind it, if negative) are
         // left out
  GeneralFraction,  // \genfrac
  Derivative,       // \dv, \pdv: the sign
  Differential,     // \dd
  Characters,       // text: several symbols, \curl is ∇×
  Chemistry,        // \ce
  Definition,       // \newcommand and its kin, where they are not whole
  Slanted,          // \nicefrac
  TextScript,       // \textsuperscript; `argument`: Side
  Prescript,
  UnderAccent,
  RootOf,    // \root 3 \of x
  Buildrel,  // \buildrel a \over =; atom_class
  Dingbat,
  CancelTo,
  Ignored,  // numbering, sizes, a document's colour switches; `argument` arguments of it are left out as well
};

struct Command {
  std::string_view name;
  CommandKind kind = CommandKind::Ignored;
  char32_t character = 0;
  AtomClass atom_class = AtomClass::Ordinary;
  int argument = 0;
  std::string_view text = {};
};

// nullptr: unknown.
const Command* find_command(std::string_view name);

// A name that stands upright without a backslash: log, min, argmax.
const Command* find_function(std::string_view name);

}  // namespace sixiang::math
