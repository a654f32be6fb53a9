#include "label/formula_tokens.h"

#include <algorithm>

#include "base/utf8.h"

namespace sixiang {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

constexpr std::u32string_view kOperators = U"+-=<>*/~¬±·×÷−";
constexpr std::u32string_view kSymbols = U"½¼¾ℓ…⋯∀∂∃∅∆∇∏∐∑√∛∜∞∫∬∭∮";
constexpr std::u32string_view kMarks = U"'!²³¹′″‴";

bool is_one_of(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }
bool is_within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }
bool is_digit(char32_t c) { return is_within(c, '0', '9'); }
bool is_ascii_letter(char32_t c) { return is_within(c, 'a', 'z') || is_within(c, 'A', 'Z'); }

// Latin with its accents, Cyrillic.
bool is_letter(char32_t c) {
  return is_ascii_letter(c) || (is_within(c, 0xC0, 0x24F) && c != U'×' && c != U'÷') || is_within(c, 0x400, 0x52F) ||
         is_within(c, 0x1E00, 0x1EFF);
}

TokenKind kind_of(char32_t c) {
  if (c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000) return TokenKind::Space;
  if (is_letter(c)) return TokenKind::Word;
  if (is_digit(c)) return TokenKind::Number;
  if (is_one_of(U"([{", c)) return TokenKind::Open;
  if (is_one_of(U")]}", c)) return TokenKind::Close;
  if (is_one_of(U"|‖∥⟨⟩", c)) return TokenKind::Bar;
  if (is_one_of(U"^_", c)) return TokenKind::Script;
  if (is_one_of(U",;:.", c)) return TokenKind::Comma;
  if (is_one_of(kOperators, c)) return TokenKind::Operator;
  if (is_one_of(kSymbols, c)) return TokenKind::Symbol;
  if (is_one_of(kMarks, c)) return TokenKind::Mark;
  if (is_within(c, 0x300, 0x36F) || is_within(c, 0x2070, 0x209C) || is_within(c, 0x1D00, 0x1DBF)) {
    return TokenKind::Mark;
  }
  if (is_within(c, 0x370, 0x3FF) || is_within(c, 0x1F00, 0x1FFF) || is_within(c, 0x2100, 0x214F) ||
      is_within(c, 0x1D400, 0x1D7FF)) {
    return TokenKind::Symbol;
  }
  const bool is_sign = is_within(c, 0x2190, 0x22FF) || is_within(c, 0x27C0, 0x27FF) || is_within(c, 0x2A00, 0x2AFF);
  return is_sign ? TokenKind::Operator : TokenKind::Break;
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text), characters_(decode_utf8(text)), closing_(closing_braces()) {}

  std::vector<FormulaToken> take() {
    while (at_ < characters_.size()) add_token();
    return std::move(tokens_);
  }

 private:
  // The index of the brace that closes each brace, on the same line.
  std::vector<std::size_t> closing_braces() const {
    std::vector<std::size_t> closing(characters_.size(), kNone), open;
    for (std::size_t i = 0; i < characters_.size(); ++i) {
      const char32_t c = characters_[i].value;
      if (c == '\\') {
        ++i;
      } else if (c == '\n') {
        open.clear();
      } else if (c == '{') {
        open.push_back(i);
      } else if (c == '}' && !open.empty()) {
        closing[open.back()] = i;
        open.pop_back();
      }
    }
    return closing;
  }

  char32_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < characters_.size() ? characters_[at_ + ahead].value : 0;
  }
  std::size_t offset() const { return at_ < characters_.size() ? characters_[at_].offset : text_.size(); }

  template <class Wanted>
  std::size_t skip_while(const Wanted& is_wanted) {
    const std::size_t begin = at_;
    while (at_ < characters_.size() && is_wanted(characters_[at_].value)) ++at_;
    return at_ - begin;
  }

  void add_token() {
    FormulaToken token;
    token.kind = kind_of(peek());
    token.range.begin = offset();
    if (peek() == '\\') {
      read_backslash(token);
    } else if (token.kind == TokenKind::Word) {
      token.letters = skip_while(is_letter);
    } else if (token.kind == TokenKind::Number) {
      read_number();
    } else if (token.kind == TokenKind::Script) {
      ++at_;
      read_argument(token);
    } else if (peek() == '.' && peek(1) == '.' && peek(2) == '.') {
      token.kind = TokenKind::Symbol;
      at_ += 3;
    } else if (peek() == ':' && peek(1) == '=') {
      token.kind = TokenKind::Operator;
      at_ += 2;
    } else {
      ++at_;
    }
    token.range.end = offset();
    tokens_.push_back(token);
  }

  void read_number() {
    skip_while(is_digit);
    if (peek() != '.' || !is_digit(peek(1))) return;
    ++at_;
    skip_while(is_digit);
  }

  bool skip_group() {
    if (peek() != '{' || closing_[at_] == kNone) return false;
    at_ = closing_[at_] + 1;
    return true;
  }

  void read_backslash(FormulaToken& token) {
    ++at_;
    token.kind = TokenKind::Break;
    if (is_ascii_letter(peek())) {
      token.kind = TokenKind::Command;
      skip_while(is_ascii_letter);
      while (skip_group()) {
      }
    } else if (peek() != 0 && is_one_of(U"()[]", peek())) {
      token.kind = TokenKind::Bar;  // around a whole formula, as LaTeX has it
      ++at_;
    } else if (peek() != 0 && is_one_of(U",;:! {}|", peek())) {
      token.kind = TokenKind::Operator;
      ++at_;
    }
  }

  void read_argument(FormulaToken& token) {
    if (skip_group()) {
      token.argument = ArgumentKind::Group;
      return;
    }
    if (is_one_of(U"+-−", peek()) && (is_digit(peek(1)) || is_letter(peek(1)))) ++at_;
    if (is_digit(peek())) {
      token.argument = ArgumentKind::Number;
      skip_while(is_digit);
    } else if (is_letter(peek())) {
      token.argument = ArgumentKind::Letters;
      token.letters = skip_while(is_letter);
    } else if (peek() == '\\' && is_ascii_letter(peek(1))) {
      token.argument = ArgumentKind::Symbol;
      ++at_;
      skip_while(is_ascii_letter);
      while (skip_group()) {
      }
    } else if (kind_of(peek()) == TokenKind::Symbol || peek() == '*') {
      token.argument = ArgumentKind::Symbol;
      ++at_;
    }
  }

  std::string_view text_;
  std::vector<CodePoint> characters_;
  std::vector<std::size_t> closing_;
  std::size_t at_ = 0;  // of characters_
  std::vector<FormulaToken> tokens_;
};

}  // namespace

std::vector<FormulaToken> formula_tokens(std::string_view text) { return Tokenizer(text).take(); }

}  // namespace sixiang
