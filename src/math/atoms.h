// A formula's source as TeX's macro processor reads it: control sequences and code points; and the two faults of
// pasted LaTeX that are mended before anything is read.
#pragma once

#include <string_view>
#include <vector>

#include "base/problems.h"
#include "math/alphabet.h"
#include "math/tree.h"

namespace sixiang::math {

// A control sequence or one code point.
struct Atom {
  std::string_view text;
  SourceSpan typed;
  bool was_typed = true;  // just so, at that place
  int depth = 0;          // of definitions that it came out of
  bool final = false;     // \let to a command as it was: not expanded again

  bool is(char c) const { return text.size() == 1 && text[0] == c; }
  bool is_space() const { return is(' ') || is('\n') || is('\t') || is('\r'); }
  bool is_command() const { return text.size() > 1 && text[0] == '\\'; }
  bool is_word() const { return is_command() && is_latin_letter(char32_t(text[1])); }
  bool is_letter() const { return text.size() == 1 && is_latin_letter(char32_t(text[0])); }
  std::string_view name() const { return text.substr(1); }
  // n of #n in a body; 0: none.
  int parameter() const { return text.size() == 2 && text[0] == '#' ? text[1] - '0' : 0; }
};
using Atoms = std::vector<Atom>;

Atoms atoms_of(std::string_view source);

// \\frac{1}{2}: every backslash doubled, as in a program's text. Where there is no command with a single one, those
// that begin a command's name are one backslash.
void halve_backslashes(Atoms& atoms, std::string_view source, Diagnostics& hints);

// What follows a % up to the end of its line, where that is no per cent sign; only in LaTeX.
void leave_out_comments(Atoms& atoms, Diagnostics& hints);

}  // namespace sixiang::math
