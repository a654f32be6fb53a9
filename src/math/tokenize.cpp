#include <iterator>

#include "base/decompose.h"
#include "base/utf8.h"
#include "math/alphabet.h"
#include "math/characters.h"
#include "math/math.h"
#include "math/token.h"
#include "math/unicode_math.h"

namespace sixiang::math {
namespace {

// ASCII habits, longest first.
struct Habit {
  std::u32string_view typed;
  char32_t character;
  bool in_latex = true;  // also read in LaTeX, where it can mean nothing else
};
constexpr Habit kHabits[] = {
    {U"<=>", U'⇔'}, {U"<->", U'↔', false}, {U"|->", U'↦', false}, {U"-->", U'⟶', false},
    {U"==>", U'⟹'}, {U"...", U'…'},        {U"->", U'→', false},  {U"<-", U'←', false},
    {U"=>", U'⇒'},  {U"<=", U'≤'},         {U">=", U'≥'},         {U"!=", U'≠', false},
    {U":=", U'≔'},  {U"<<", U'≪'},         {U">>", U'≫'},         {U"||", U'‖'},
};

// Backslashes before what would mean something without one, and \\ and \/, also stand in formulas without LaTeX.
bool is_latex(const std::vector<CodePoint>& all) {
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    if (all[i].value != U'\\') continue;
    const char32_t next = all[i + 1].value;
    if (is_latin_letter(next) || std::u32string_view(U",;:!>{}|").find(next) != std::u32string_view::npos) return true;
    ++i;
  }
  return false;
}

constexpr char32_t kEnDash = 0x2013;

struct Entity {
  std::u32string_view name;
  char32_t character;
};
constexpr Entity kEntities[] = {{U"&lt;", U'<'}, {U"&gt;", U'>'}, {U"&amp;", U'&'}, {U"&nbsp;", U' '},
                                {U"&le;", U'≤'}, {U"&ge;", U'≥'}, {U"&ne;", U'≠'}};

// A full-width form of ASCII means the same; only beside Chinese its punctuation stays.
bool is_half_width_here(const std::vector<CodePoint>& all, std::size_t at) {
  const char32_t c = all[at].value;
  if (c < U'！' || c > U'～') return false;
  if (std::u32string_view(U"！，．：；？").find(c) == std::u32string_view::npos) return true;
  const auto chinese = [&all](std::size_t where) {
    return where < all.size() && is_cjk(all[where].value) && !(all[where].value >= U'！' && all[where].value <= U'～');
  };
  return !chinese(at - 1) && !chinese(at + 1);
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view source) : source_(source) {}

  TokenList run(Reading reading) {
    const std::vector<CodePoint> all = decode_utf8(source_);
    TokenList list;
    list.latex = latex_ = reading == Reading::Latex || is_latex(all);
    list.read_bytes = all.size() > kMaxCodePoints ? all[kMaxCodePoints].offset : source_.size();
    for (std::size_t i = 0; i < all.size() && all[i].offset < list.read_bytes; ++i) {
      CodePoint point = all[i];
      if (is_half_width_here(all, i)) point.value -= U'！' - U'!';
      decompose(point);
    }
    tokens_.reserve(points_.size());
    while (at_ < points_.size()) next();
    list.tokens = std::move(tokens_);
    return list;
  }

 private:
  void decompose(const CodePoint& point) {
    if (point.value < 0x80) {
      points_.push_back(point);
      if (point.value == U';') unescape();
      return;
    }
    for (char32_t part : canonical_decomposition(point.value)) points_.push_back({part, point.offset, point.length});
  }

  // “&lt;” and its kin, left behind by a web page, are one character.
  void unescape() {
    for (const Entity& entity : kEntities) {
      const std::size_t size = entity.name.size();
      if (points_.size() < size) continue;
      const std::size_t first = points_.size() - size;
      bool same = true;
      for (std::size_t i = 0; i < size; ++i) same = same && points_[first + i].value == entity.name[i];
      if (!same) continue;
      CodePoint whole = points_[first];
      whole.value = entity.character;
      whole.length = points_.back().offset + 1 - whole.offset;
      points_.resize(first);
      points_.push_back(whole);
      return;
    }
  }

  char32_t peek(std::size_t ahead = 0) const { return at_ + ahead < points_.size() ? points_[at_ + ahead].value : 0; }

  SourceSpan span_of(std::size_t begin, std::size_t end) const {
    const CodePoint& last = points_[end - 1];
    return {points_[begin].offset, last.offset + last.length - points_[begin].offset};
  }

  void push(TokenKind kind, char32_t character, std::size_t count) {
    Token token;
    token.kind = kind;
    token.character = character;
    token.span = span_of(at_, at_ + count);
    tokens_.push_back(token);
    at_ += count;
    if (kind == TokenKind::Character) count_bars(character);
  }

  // Bars are counted within the innermost brackets.
  void count_bars(char32_t character) {
    if (character == U'|') bar_is_open_.back() = !bar_is_open_.back();
    if (closing_bracket(character)) bar_is_open_.push_back(false);
    if (is_closing_bracket(character) && bar_is_open_.size() > 1) bar_is_open_.pop_back();
  }

  // |x||y|: where a bar is open and no space is near, two bars close it and open the next; anywhere else they are ‖.
  bool are_two_bars() const {
    if (!starts_with(U"||") || !bar_is_open_.back() || tokens_.empty()) return false;
    const char32_t next = peek(2);
    return tokens_.back().kind != TokenKind::Space && next != 0 && !is_space(next) &&
           class_of(normalized(next)) != AtomClass::Relation && !is_closing_bracket(next);
  }

  void next() {
    const char32_t c = peek();
    if (is_space(c)) return push(TokenKind::Space, U' ', 1);
    if (is_ignorable(c)) return push(TokenKind::Space, 0, 1);
    if (c == U'\\') return command();
    if (is_mark(c)) return mark(c);
    if (superscript_base(c)) return script_run(U'^', superscript_base);
    if (subscript_base(c)) return script_run(U'_', subscript_base);
    if (chemical_depth_ > 0 && (c == U'{' || c == U'}')) chemical_depth_ += c == U'{' ? 1 : -1;
    if (are_two_bars()) return push(TokenKind::Character, U'|', 1);
    for (const Habit& habit : kHabits) {
      if (latex_ && !habit.in_latex && chemical_depth_ == 0) continue;
      if (starts_with(habit.typed)) return push(TokenKind::Character, habit.character, habit.typed.size());
    }
    if (c == U'~' && latex_) return tie();
    if (c == kEnDash && !is_range()) return push(TokenKind::Character, U'−', 1);
    if (c == U'″' || c == U'‴') return several_primes(c == U'″' ? 2 : 3);
    push(TokenKind::Character, normalized(c), 1);
  }

  bool starts_with(std::u32string_view text) const {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (peek(i) != text[i]) return false;
    }
    return true;
  }

  // = with a long solidus is ≠; any other mark stays one.
  void mark(char32_t c) {
    const bool after_character = !tokens_.empty() && tokens_.back().kind == TokenKind::Character;
    if (c == 0x338 && after_character && negated(tokens_.back().character)) {
      Token& token = tokens_.back();
      token.character = negated(token.character);
      token.span.length = points_[at_].offset + points_[at_].length - token.span.offset;
      ++at_;
      return;
    }
    push(TokenKind::Mark, c, 1);
  }

  // 1–5; elsewhere an en dash is a minus that a word processor has made longer.
  bool is_range() const { return at_ > 0 && is_digit(points_[at_ - 1].value) && is_digit(peek(1)); }

  // LaTeX's space at which no line is broken.
  void tie() {
    push(TokenKind::Command, 0, 1);
    tokens_.back().name = "nobreakspace";
  }

  void several_primes(int count) {
    for (int i = 0; i < count; ++i) {
      push(TokenKind::Character, U'′', 1);
      if (i + 1 < count) --at_;
    }
  }

  void command() {
    std::size_t count = 1;
    while (is_latin_letter(peek(count))) ++count;
    const bool alphabetic = count > 1;
    if (!alphabetic && peek(1) != 0) count = 2;
    const SourceSpan span = span_of(at_, at_ + count);
    push(TokenKind::Command, 0, count);
    tokens_.back().name = source_.substr(span.offset + 1, span.length - 1);
    if (tokens_.back().name == "ce" && peek() == U'{') {  // -> is an arrow in chemistry
      push(TokenKind::Character, U'{', 1);
      chemical_depth_ = 1;
      return;
    }
    // TeX: spaces after an alphabetic command only end its name.
    while (alphabetic && at_ < points_.size() && is_space(peek())) ++at_;
  }

  void script_run(char32_t kind, char32_t (*base)(char32_t)) {
    Token bracket;
    bracket.kind = TokenKind::ScriptOpen;
    bracket.character = kind;
    bracket.span = {points_[at_].offset, 0};
    tokens_.push_back(bracket);
    while (at_ < points_.size() && base(peek())) push(TokenKind::Character, base(peek()), 1);
    bracket.kind = TokenKind::ScriptClose;
    bracket.span = {tokens_.back().span.offset + tokens_.back().span.length, 0};
    tokens_.push_back(bracket);
  }

  std::string_view source_;
  std::vector<CodePoint> points_;  // decomposed
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  bool latex_ = false;
  std::vector<bool> bar_is_open_ = {false};  // of each bracket around
  int chemical_depth_ = 0;                   // of braces within \ce{…}
};

}  // namespace

TokenList tokenize(std::string_view source, Reading reading) {
  TokenList list = Tokenizer(source).run(reading);
  if (is_unicode_math(list)) read_unicode_math(list);
  return list;
}

}  // namespace sixiang::math
