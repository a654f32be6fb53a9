// A text as pieces that a formula may have, and which of them can be a formula's where they stand: the words of
// find_bare_formulas(). Inside label/ only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/byte_range.h"

namespace sixiang {

enum class TokenKind : std::uint8_t {
  Space,
  Break,  // Chinese, a line's end, a sign that no formula has
  Comma,  // , ; : . where they end something; they stand in formulas within brackets
  Word,   // a run of letters
  Number,
  Symbol,   // Greek and mathematical letters, ∇ √ ∑ ∞ …
  Mark,     // what belongs to the operand before it: a combining mark, a prime, ²
  Command,  // \frac with its groups
  Script,   // ^ or _ with what it raises or lowers
  Open,
  Close,
  Bar,
  Operator,  // signs between operands
};

enum class ArgumentKind : std::uint8_t { None, Group, Number, Letters, Symbol };  // of a script

struct FormulaToken {
  TokenKind kind = TokenKind::Break;
  ByteRange range;
  std::size_t letters = 0;                     // Word: how many; Script: of an argument of letters
  ArgumentKind argument = ArgumentKind::None;  // Script
  // By judge_formula_tokens():
  bool is_prose = false;                         // cannot be part of a formula where it stands
  bool is_evidence = false;                      // prints wrongly without dollars
  std::size_t partner = std::string_view::npos;  // Open: the token that closes it
};

// They cover the text.
std::vector<FormulaToken> formula_tokens(std::string_view text);

// Brackets that are no formula's, or have no partner, become breaks.
void judge_formula_tokens(std::vector<FormulaToken>& tokens, std::string_view text);

// `max`, `softmax`: a word that stands for an operation.
bool is_function(std::string_view word);

}  // namespace sixiang
