#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "math/characters.h"
#include "math/parser.h"

namespace sixiang::math {

// What has been found after one base.
struct Parser::Attached {
  std::optional<Row> subscript, superscript;
  bool typed_subscript = false, typed_superscript = false;  // by _ and ^, which may come once

  std::optional<Row>& of(char32_t kind) { return kind == U'_' ? subscript : superscript; }
  bool& typed(char32_t kind) { return kind == U'_' ? typed_subscript : typed_superscript; }
};

namespace {

void append(std::optional<Row>& to, Row nodes) {
  if (!to) to.emplace();
  append(*to, std::move(nodes));
}

// Takes the run behind it along: x_{-1}, x_{<i}, ∫_{∂Ω}.
bool is_sign(char32_t c) { return std::u32string_view(U"+−±∓<>≤≥=≠∼∂∇").find(c) != std::u32string_view::npos; }

// x*: the star of an optimum stands on a letter, a name or something accented or indexed, not on a number.
bool may_carry_star(const Node& node) {
  if (const auto* word = std::get_if<Word>(&node.content)) return word->role == WordRole::Name;
  if (const auto* scripts = std::get_if<Scripts>(&node.content)) {
    return !scripts->base.empty() && may_carry_star(scripts->base.back());
  }
  if (const auto* symbol = std::get_if<Symbol>(&node.content)) return symbol->atom_class == AtomClass::Ordinary;
  return std::holds_alternative<Accent>(node.content) || std::holds_alternative<Line>(node.content);
}

}  // namespace

void Parser::parse_scripts(Row& row, std::size_t first) {
  Attached attached;
  const std::size_t begin = at_;
  while (parse_script(row, first, attached)) {
  }
  if (!attached.subscript && !attached.superscript) return;
  Scripts scripts;
  scripts.subscript = std::move(attached.subscript);
  scripts.superscript = std::move(attached.superscript);
  SourceSpan span = span_of(begin, at_);
  // What follows the base in `row` are scripts that could not be read; they stay behind it.
  const std::size_t base = std::min(first, row.size());
  if (base < row.size() && row[base].span.offset < span.offset) {
    span.length += span.offset - row[base].span.offset;
    span.offset = row[base].span.offset;
    scripts.base.push_back(std::move(row[base]));
    row[base] = Node{std::move(scripts), span};
  } else {
    row.insert(row.begin() + std::ptrdiff_t(base), Node{std::move(scripts), span});
  }
}

// One script, prime, star or \limits; false where none follows.
bool Parser::parse_script(Row& row, std::size_t first, Attached& attached) {
  if (done()) return false;
  if (parse_star(row, first, attached)) return true;
  const std::size_t before_spaces = at_;
  skip_spaces();
  if (done()) {
    at_ = before_spaces;
    return false;
  }
  const Token& next = token();
  if (next.kind == TokenKind::ScriptOpen && at_ == before_spaces) {
    parse_unicode_scripts(attached);
    return true;
  }
  if (at_character(U'′') && at_ == before_spaces) {
    Row prime;
    ++at_;
    add(prime, Symbol{U'′', AtomClass::Ordinary}, at_ - 1);
    append(attached.superscript, std::move(prime));
    return true;
  }
  const Command* command = next.kind == TokenKind::Command ? find_command(next.name) : nullptr;
  if (command && command->kind == CommandKind::Limits) {
    ++at_;
    attach_limits(row, first, Limits(command->argument), next);
    return true;
  }
  const bool typed = at_character(U'_') || at_character(U'^');
  if (!typed) {
    at_ = before_spaces;
    return false;
  }
  const std::size_t begin = at_;
  const char32_t kind = next.character;
  if (attached.typed(kind)) {
    add_unread(row, begin, begin + 1, Problem::DoubleScript);
    return false;
  }
  if (parse_typed_script(attached, kind)) return true;
  add_unread(row, begin, begin + 1, Problem::DanglingScript);
  return false;
}

bool Parser::parse_typed_script(Attached& attached, char32_t kind) {
  const std::size_t begin = at_++;
  const char32_t outer_kind = std::exchange(script_kind_, kind);
  const bool outer_power = std::exchange(power_of_e_, follows_e(begin));
  ++script_depth_;
  std::optional<Row> operand = parse_script_operand();
  --script_depth_;
  script_kind_ = outer_kind;
  power_of_e_ = outer_power;
  if (!operand) {
    at_ = begin;
    return false;
  }
  append(attached.of(kind), std::move(*operand));
  attached.typed(kind) = true;
  return true;
}

// After _i or ^x, a Unicode script of the same kind belongs to that script's last character: e^x².
void Parser::parse_unicode_scripts(Attached& attached) {
  const std::size_t begin = at_;
  const char32_t kind = token().character;
  const char32_t outer_kind = std::exchange(script_kind_, kind);
  const bool outer_power = std::exchange(power_of_e_, follows_e(begin));
  ++script_depth_;
  Row body = parse_range(begin + 1, token().partner);
  --script_depth_;
  script_kind_ = outer_kind;
  power_of_e_ = outer_power;
  at_ = tokens_[begin].partner + 1;
  std::optional<Row>& place = attached.of(kind);
  if (!attached.typed(kind) || !place || place->empty() || height_of(place->back(), kMaxNesting) >= kMaxNesting) {
    return append(place, std::move(body));
  }
  Scripts nested;
  Node& base = place->back();
  const std::size_t offset = base.span.offset;
  nested.base.push_back(std::move(base));
  (kind == U'_' ? nested.subscript : nested.superscript) = std::move(body);
  const SourceSpan run = span_of(begin, at_);
  base = Node{std::move(nested), {offset, run.offset + run.length - offset}};
}

// D* =, θ*(x): a star right after an operand and before a bracket, a relation, a space or the end. A† always.
bool Parser::parse_star(const Row& row, std::size_t first, Attached& attached) {
  const bool dagger = at_character(U'†') && first < row.size() && is_operand(row[first]);
  if (dagger && tokens_[at_ - 1].kind != TokenKind::Space) {
    Row sign;
    ++at_;
    add(sign, Symbol{U'†', AtomClass::Binary}, at_ - 1);
    append(attached.superscript, std::move(sign));
    return true;
  }
  if (latex_ || !at_character(U'∗') || first >= row.size() || !may_carry_star(row[first])) return false;
  if (at_ > 0 && tokens_[at_ - 1].kind == TokenKind::Space) return false;
  if (at_ + 1 < end_) {
    const Token& next = tokens_[at_ + 1];
    const bool script = next.kind == TokenKind::ScriptOpen ||
                        (next.kind == TokenKind::Character && (next.character == U'_' || next.character == U'^'));
    const AtomClass next_class = class_of(next.character);
    const bool closes =
        next.kind == TokenKind::Character &&
        (next_class == AtomClass::Open || next_class == AtomClass::Relation || next_class == AtomClass::Close ||
         next_class == AtomClass::Punctuation || next.character == U'{' || next.character == U'}');
    if (!script && !closes && next.kind != TokenKind::Space && next.kind != TokenKind::ScriptClose) return false;
  }
  Row star;
  ++at_;
  add(star, Symbol{U'∗', AtomClass::Binary}, at_ - 1);
  append(attached.superscript, std::move(star));
  return true;
}

// The longest run of letters of one alphabet, of digits or of Chinese from `begin`, with the marks on them: ∇_θL.
std::size_t Parser::script_run_end(std::size_t begin) const {
  enum class Class { None, Latin, Greek, Styled, Digit, Chinese };
  const auto class_at = [&](std::size_t at) {
    if (at >= end_ || tokens_[at].kind != TokenKind::Character) return Class::None;
    const char32_t c = tokens_[at].character;
    if (is_cjk(c)) return Class::Chinese;
    if (is_digit(c)) return Class::Digit;
    if (is_latin_letter(c)) return Class::Latin;
    if (is_greek_letter(c)) return Class::Greek;
    return is_letter(c) ? Class::Styled : Class::None;
  };
  const Class first = class_at(begin);
  std::size_t end = begin;
  if (first == Class::None) return begin;
  while (end < end_) {
    const bool point = first == Class::Digit && end > begin && tokens_[end].kind == TokenKind::Character &&
                       tokens_[end].character == U'.' && class_at(end + 1) == Class::Digit;
    if (class_at(end) != first && !point && tokens_[end].kind != TokenKind::Mark) break;
    ++end;
  }
  return end;
}

// x_iy_j: a run cannot carry a second script, so that its last letter is that one's base.
std::size_t Parser::before_second_script(std::size_t begin, std::size_t end) const {
  if (end >= end_ || tokens_[end].kind != TokenKind::Character || tokens_[end].character != script_kind_) return end;
  std::size_t last = end - 1;
  while (last > begin && tokens_[last].kind == TokenKind::Mark) --last;
  return last > begin && is_letter(tokens_[last].character) ? last : end;
}

// XᵀX typed as X^TX: a T before a capital, or before one last letter, is a transpose, not the begin of a name.
std::size_t Parser::behind_transpose(std::size_t begin, std::size_t end) const {
  if (script_kind_ != U'^' || end < begin + 2 || tokens_[begin].character != U'T') return end;
  const char32_t next = tokens_[begin + 1].character;
  return end == begin + 2 || (next >= U'A' && next <= U'Z') ? begin + 1 : end;
}

// k_BT is Boltzmann's constant and a temperature.
bool Parser::is_boltzmann(std::size_t begin, std::size_t end) const {
  return end == begin + 2 && begin >= 2 && script_kind_ == U'_' && tokens_[begin].character == U'B' &&
         tokens_[begin + 1].character == U'T' && tokens_[begin - 2].character == U'k';
}

// ∂_μφ, ∇_xf: what is derived stands right behind one variable.
bool Parser::is_derivation(std::size_t begin, std::size_t end) const {
  if (end != begin + 2 || begin < 2 || !is_letter(tokens_[begin].character) || !is_letter_at(begin + 1)) return false;
  const Token& base = tokens_[begin - 2];
  return base.kind == TokenKind::Character && (base.character == U'∂' || base.character == U'∇');
}

// nullopt where nothing can be a script: the end, a closing bracket, another script.
std::optional<Row> Parser::parse_script_operand() {
  const std::size_t start = at_;
  skip_spaces();
  if (done()) return std::nullopt;
  const Token& next = token();
  if (next.kind == TokenKind::Character) {
    const char32_t c = next.character;
    const bool paired = next.partner != kNoPartner && next.partner > at_ && next.partner < end_;
    if (paired && (c == U'{' || c == U'(')) {
      Row body = parse_script_lines(at_ + 1, next.partner);
      at_ = next.partner + 1;
      return body;
    }
    if (!latex_ && is_sign(c) && at_ > start) {  // “x_ + 1”: nothing belongs to the sign
      at_ = start;
      return std::nullopt;
    }
    // TeX: one token.
    std::size_t end = latex_ ? at_ : script_run_end(is_sign(c) ? at_ + 1 : at_);
    if (!latex_ && is_sign(c) && end == at_ + 1 && end < end_ && tokens_[end].kind == TokenKind::Character &&
        tokens_[end].character == U'∞') {
      ++end;
    }
    if (end > at_) end = behind_transpose(at_, before_second_script(at_, end));
    if (is_boltzmann(at_, end) || is_derivation(at_, end)) end = at_ + 1;
    if (end > at_) {
      Row run = parse_range(at_, end);
      at_ = end;
      return run;
    }
    if (c == U'_' || c == U'^' || c == U'/' || c == U'&' || ((is_closing_bracket(c) || is_bar(c)) && !paired)) {
      at_ = start;
      return std::nullopt;
    }
  }
  const bool unreadable = next.kind == TokenKind::ScriptOpen || next.kind == TokenKind::ScriptClose ||
                          (next.kind == TokenKind::Command && !has_argument());
  if (unreadable) {
    at_ = start;
    return std::nullopt;
  }
  const Nesting nesting(*this);
  Row operand;
  parse_element(operand, Runs::Single);
  if (!operand.empty()) parse_marks(operand, operand.size() - 1);
  return operand;
}

void Parser::attach_limits(Row& row, std::size_t first, Limits limits, const Token& token) {
  if (first < row.size()) {
    Node& node = row[first];
    if (auto* word = std::get_if<Word>(&node.content)) {
      word->limits = limits;
      return;
    }
    if (auto* big = std::get_if<BigOperator>(&node.content)) {
      big->limits = limits;
      return;
    }
    if (auto* group = std::get_if<Group>(&node.content)) {
      group->limits = limits;
      return;
    }
  }
  const std::string shown = "\\" + std::string(token.name);
  row.push_back(Node{Unread{shown}, token.span});
  report(token.span, Problem::MisplacedLimits, {shown});
}

// A name before its brackets or its operand is a function: KL(q‖p), rank A; D_KL(…) keeps its subscript out of it.
void Parser::finish_word(Row& row, std::size_t first) {
  if (first >= row.size() || done()) return;
  Node* node = &row[first];
  if (auto* scripts = std::get_if<Scripts>(&node->content)) {
    if (scripts->base.size() != 1) return;
    node = &scripts->base.front();
  }
  auto* word = std::get_if<Word>(&node->content);
  if (!word || word->role != WordRole::Name) return;
  std::size_t next = at_;
  while (next < end_ && tokens_[next].kind == TokenKind::Space) ++next;
  if (starts_operand(next)) word->role = WordRole::Function;
}

}  // namespace sixiang::math
