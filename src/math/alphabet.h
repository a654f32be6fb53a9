// The mathematical alphabets of Unicode (“Mathematical Alphanumeric Symbols”): a plain letter and a style → one code
// point.
#pragma once

#include <cstdint>

namespace sixiang::math {

enum class Alphabet : std::uint8_t {
  Normal,  // as variables are set: Latin and small Greek italic, digits and capital Greek upright
  Upright,
  Italic,
  Bold,
  BoldItalic,
  Blackboard,
  Script,
  Fraktur,
  Monospace,
};

// `letter` itself where the alphabet has no form of it.
char32_t in_alphabet(char32_t letter, Alphabet alphabet);

inline bool is_latin_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
inline bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
// Greek letters and the variant forms ϵ ϑ ϰ ϕ ϱ ϖ.
bool is_greek_letter(char32_t c);
// Latin, Greek and their styled forms: what a script without brackets takes a run of.
bool is_letter(char32_t c);

}  // namespace sixiang::math
