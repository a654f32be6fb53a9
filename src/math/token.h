// The formula's source cut into tokens, with brackets and bars paired, so that the parser above never looks back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "math/tree.h"

namespace sixiang::math {

enum class TokenKind : std::uint8_t {
  Character,  // normalised: “->” is →, “-” is −
  Mark,       // a combining mark; belongs to the token before it
  Command,    // `name` without the backslash
  Space,
  ScriptOpen,   // before a run of Unicode superscripts or subscripts (`character` ^ or _), whose characters follow as
  ScriptClose,  // plain ones up to ScriptClose
};

enum class BarRole : std::uint8_t { None, Open, Close, Relation };

constexpr std::uint32_t kNoPartner = 0xFFFFFFFF;

struct Token {
  TokenKind kind = TokenKind::Character;
  BarRole bar = BarRole::None;
  bool taken = false;     // a delimiter that belongs to the \left, \right, \middle or \big before it, or whose partner
                          // stands in another cell
  std::uint8_t step = 0;  // of the \big before it
  char32_t character = 0;
  std::uint32_t partner = kNoPartner;  // index of the other one of a pair of brackets, bars, \left…\right, \begin…\end
  std::string_view name = {};
  SourceSpan span;
};

// \\ and \cr.
bool is_row_break(const Token& token);

inline bool is_character(const Token& token, char32_t character) {
  return token.kind == TokenKind::Character && token.character == character;
}

struct TokenList {
  std::vector<Token> tokens;
  bool latex = false;          // a command is in it, so that it is read as TeX reads it; see specs/formula-language.md
  std::size_t read_bytes = 0;  // less than the source's size where it has too many code points
};

// How a formula without a command in it is read.
enum class Reading : std::uint8_t { Habits, Latex };

// `name`s are views of `source`, or of commands that UnicodeMath's marks stand for.
TokenList tokenize(std::string_view source, Reading reading);

// Fills in `partner`, `bar` and `taken`; the bars last, because they are counted inside the innermost brackets.
void pair_sure_kets(std::vector<Token>& tokens);
void pair_brackets(std::vector<Token>& tokens);
void pair_bars(std::vector<Token>& tokens);

// True where a bar or bracket at `at` would follow an operand, so that it can close or relate but not open.
bool follows_operand(const std::vector<Token>& tokens, std::size_t at, std::size_t begin);

// Σ and Π with limits become ∑ and ∏; `tokens` are paired.
void read_letters_as_operators(std::vector<Token>& tokens);

// The delimiter that a token stands for (a character or \langle, \{, \|…); 0 if none.
char32_t delimiter_of(const Token& token);

}  // namespace sixiang::math
