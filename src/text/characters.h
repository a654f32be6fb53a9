// What line setting asks of a character: does it draw ink, does it take part in Chinese spacing, may it be squeezed?
// Code points only, no fonts; sources: UAX #14, CLREQ, CSS Text 4 §8 (text-autospace, text-spacing-trim).
#pragma once

#include <cstdint>

namespace sixiang {

enum class CharacterClass : std::uint8_t {
  Other,    // symbols, Latin punctuation: what is typed is what is set
  Han,      // ideographs, kana, hangul, and the wide symbols set like them
  Latin,    // letters and digits of Latin, Greek, Cyrillic; formulas count as such
  Affix,    // % ° + # …: Latin where it touches a Latin letter or digit
  Opening,  // （「《 …: blank in the left half of the em
  Closing,  // ，。）」》 …: blank in the right half of the em
  MiddleDot,
  Space,
};

CharacterClass character_class(char32_t c);

// Zero width and no ink by definition: joiners, directional marks, variation selectors, the byte order mark.
bool is_invisible(char32_t c);

// Asks for another picture of the character before it, which no face here has.
bool is_variation_selector(char32_t c);

// Nonspacing marks that attach to the character before them.
bool is_combining_mark(char32_t c);

// Tints the emoji before it, which has one colour here.
bool is_skin_tone(char32_t c);

// Spaces that hang over the line's end.
bool is_breaking_space(char32_t c);

// Ends a line by itself (UAX #14 classes BK, CR, LF, NL).
bool is_line_end(char32_t c);

// C0, C1 and delete, without tab and the line ends: nobody means to print them.
bool is_control(char32_t c);

// May not begin a line, whatever UAX #14 says: Chinese closing marks, middle dots, the Chinese dash of ranges.
bool is_forbidden_at_line_start(char32_t c);

// May not end a line: Chinese opening marks.
bool is_forbidden_at_line_end(char32_t c);

}  // namespace sixiang
