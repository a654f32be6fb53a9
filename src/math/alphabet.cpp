#include "math/alphabet.h"

#include <iterator>
#include <optional>

namespace sixiang::math {
namespace {

struct LatinBlock {
  Alphabet alphabet;
  char32_t capital_a, small_a, digit_zero;  // 0: the alphabet has none
};

constexpr LatinBlock kLatin[] = {
    {Alphabet::Normal, 0x1D434, 0x1D44E, 0},           {Alphabet::Italic, 0x1D434, 0x1D44E, 0},
    {Alphabet::Bold, 0x1D400, 0x1D41A, 0x1D7CE},       {Alphabet::BoldItalic, 0x1D468, 0x1D482, 0x1D7CE},
    {Alphabet::Blackboard, 0x1D538, 0x1D552, 0x1D7D8}, {Alphabet::Script, 0x1D49C, 0x1D4B6, 0},
    {Alphabet::Fraktur, 0x1D504, 0x1D51E, 0},          {Alphabet::Monospace, 0x1D670, 0x1D68A, 0x1D7F6},
};

// Letters that had a code point before the block existed; the block leaves a hole in their place.
struct Exception {
  char32_t hole, character;
};
constexpr Exception kExceptions[] = {
    {0x1D455, 0x210E}, {0x1D49D, 0x212C}, {0x1D4A0, 0x2130}, {0x1D4A1, 0x2131}, {0x1D4A3, 0x210B}, {0x1D4A4, 0x2110},
    {0x1D4A7, 0x2112}, {0x1D4A8, 0x2133}, {0x1D4AD, 0x211B}, {0x1D4BA, 0x212F}, {0x1D4BC, 0x210A}, {0x1D4C4, 0x2134},
    {0x1D506, 0x212D}, {0x1D50B, 0x210C}, {0x1D50C, 0x2111}, {0x1D515, 0x211C}, {0x1D51D, 0x2128}, {0x1D53A, 0x2102},
    {0x1D53F, 0x210D}, {0x1D545, 0x2115}, {0x1D547, 0x2119}, {0x1D548, 0x211A}, {0x1D549, 0x211D}, {0x1D551, 0x2124},
};

// Each Greek alphabet is 58 characters: Α…Ω with ϴ in the hole (0–24), ∇ (25), α…ω (26–50), ∂ϵϑϰϕϱϖ (51–57).
constexpr int kGreekNabla = 25, kGreekSmall = 26;
constexpr char32_t kGreekVariants[] = {U'∂', U'ϵ', U'ϑ', U'ϰ', U'ϕ', U'ϱ', U'ϖ'};

std::optional<int> greek_index(char32_t c) {
  if (c >= U'Α' && c <= U'Ω') return int(c - U'Α');
  if (c == U'ϴ') return 17;
  if (c == U'∇') return kGreekNabla;
  if (c >= U'α' && c <= U'ω') return kGreekSmall + int(c - U'α');
  for (int i = 0; i < int(std::size(kGreekVariants)); ++i) {
    if (kGreekVariants[i] == c) return kGreekSmall + 25 + i;
  }
  return std::nullopt;
}

char32_t greek_in_alphabet(char32_t letter, int index, Alphabet alphabet) {
  const bool small = index >= kGreekSmall;
  switch (alphabet) {
    case Alphabet::Normal:
      return small ? char32_t(0x1D6E2 + index) : letter;
    case Alphabet::Italic:
      return index == kGreekNabla ? letter : char32_t(0x1D6E2 + index);
    case Alphabet::Bold:
      return char32_t(0x1D6A8 + index);
    case Alphabet::BoldItalic:
      return char32_t((small ? 0x1D71C : 0x1D6A8) + index);  // capitals upright, as in \boldsymbol{\Sigma}
    case Alphabet::Upright:
    case Alphabet::Blackboard:
    case Alphabet::Script:
    case Alphabet::Fraktur:
    case Alphabet::Monospace:
      return letter;
  }
  return letter;
}

char32_t latin_in_block(char32_t letter, const LatinBlock& block) {
  if (is_digit(letter)) return block.digit_zero ? block.digit_zero + (letter - U'0') : letter;
  const char32_t slot = letter >= U'a' ? block.small_a + (letter - U'a') : block.capital_a + (letter - U'A');
  for (const Exception& exception : kExceptions) {
    if (exception.hole == slot) return exception.character;
  }
  return slot;
}

}  // namespace

bool is_greek_letter(char32_t c) {
  const std::optional<int> index = greek_index(c);
  return index && c != U'∇' && c != U'∂';
}

bool is_letter(char32_t c) {
  return is_latin_letter(c) || is_greek_letter(c) || (c >= 0x1D400 && c <= 0x1D7CB) || (c >= 0x210A && c <= 0x2115) ||
         (c >= 0x2118 && c <= 0x211D) || c == 0x2124 || (c >= 0x2128 && c <= 0x2134);
}

char32_t in_alphabet(char32_t letter, Alphabet alphabet) {
  if (is_latin_letter(letter) || is_digit(letter)) {
    for (const LatinBlock& block : kLatin) {
      if (block.alphabet == alphabet) return latin_in_block(letter, block);
    }
    return letter;
  }
  if (alphabet == Alphabet::Normal || alphabet == Alphabet::Italic) {
    if (letter == U'ı') return 0x1D6A4;
    if (letter == U'ȷ') return 0x1D6A5;
  }
  const std::optional<int> index = greek_index(letter);
  return index ? greek_in_alphabet(letter, *index, alphabet) : letter;
}

}  // namespace sixiang::math
