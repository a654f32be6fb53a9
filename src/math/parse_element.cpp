#include <algorithm>
#include <iterator>
#include <utility>

#include "base/utf8.h"
#include "math/characters.h"
#include "math/parser.h"

namespace sixiang::math {
namespace {

bool is_plain_digit(const std::vector<Token>& tokens, std::size_t at, std::size_t end) {
  if (at >= end || tokens[at].kind != TokenKind::Character || !is_digit(tokens[at].character)) return false;
  return at + 1 >= tokens.size() || tokens[at + 1].kind != TokenKind::Mark;
}

// What a set has between its braces, {0,1}ⁿ, and a group, {x'}^2, has not.
bool lists_or_relates(const Token& token) {
  if (token.kind != TokenKind::Character) return false;
  const AtomClass atom_class = class_of(token.character);
  return atom_class == AtomClass::Punctuation || atom_class == AtomClass::Relation || atom_class == AtomClass::Inner;
}

bool is_wording(const Node& node) {
  const auto* word = std::get_if<Word>(&node.content);
  return (word && word->role == WordRole::Name) || std::holds_alternative<Text>(node.content) ||
         std::holds_alternative<Space>(node.content);
}

// (mod n) stands as \pmod n does.
void space_modulus(Row& row, Row& body) {
  const auto* word = body.empty() ? nullptr : std::get_if<Word>(&body.front().content);
  if (!word || word->text != "mod") return;
  const SourceSpan span = body.front().span;
  body.insert(body.begin() + 1, Node{Space{3}, {span.offset + span.length, 0}});
  row.push_back(Node{Space{18}, {span.offset, 0}});
}

// A long bar for more than one letter, an underline for marks below.
Node accented(char32_t mark, Node base) {
  const SourceSpan span = base.span;
  Row row;
  const bool bracketed = std::holds_alternative<Fence>(base.content);
  row.push_back(std::move(base));
  if (mark == 0x331 || mark == 0x332) return Node{Line{Side::Under, std::move(row)}, span};
  if (mark == 0x305) mark = 0x304;
  if (mark == 0x304 && bracketed) return Node{Line{Side::Over, std::move(row)}, span};
  return Node{Accent{mark, bracketed ? AccentWidth::Wide : AccentWidth::Narrow, std::move(row)}, span};
}

}  // namespace

void Parser::parse_element(Row& row, Runs runs) {
  if (too_deep()) {
    return add_unread(row, at_, end_, Problem::FormulaTooDeep, {std::to_string(kMaxNesting)});
  }
  switch (token().kind) {
    case TokenKind::Character:
      return parse_character(row, runs);
    case TokenKind::Command:
      return parse_command(row);
    case TokenKind::Mark: {  // without a base: shown by itself
      const std::size_t begin = at_++;
      return add(row, Accent{tokens_[begin].character, AccentWidth::Narrow, {}}, begin);
    }
    case TokenKind::ScriptOpen: {
      const std::size_t begin = at_;
      Row body = parse_range(begin + 1, token().partner);
      at_ = tokens_[begin].partner + 1;
      return add_all(row, std::move(body), begin);
    }
    case TokenKind::Space:
    case TokenKind::ScriptClose:
      ++at_;
      return;
  }
}

void Parser::parse_character(Row& row, Runs runs) {
  const char32_t c = token().character;
  if (is_latin_letter(c)) return parse_letters(row, runs);
  if (is_digit(c)) return parse_number(row, runs);
  if (is_cjk(c)) return parse_chinese(row);
  if (c == U'{' || c == U'}') return parse_braces(row);
  if (is_bar(c) || closing_bracket(c) || is_closing_bracket(c)) return parse_brackets(row);
  if (c == U'√' || c == U'∛' || c == U'∜') return parse_radical_sign(row);
  const std::size_t begin = at_++;
  if (c == U'$' && dollars_enclose_) return;
  if (const std::optional<Limits> limits = big_operator_limits(c)) return add(row, BigOperator{c, *limits}, begin);
  if (const VulgarFraction* vulgar = vulgar_fraction(c)) {
    Fraction fraction;
    if (script_depth_ == 0) fraction.level = StyleLevel::Text;
    fraction.numerator.push_back(Node{Word{vulgar->numerator, WordRole::Number, Limits::Never}, span_of(begin, at_)});
    fraction.denominator.push_back(
        Node{Word{vulgar->denominator, WordRole::Number, Limits::Never}, span_of(begin, at_)});
    return add(row, std::move(fraction), begin);
  }
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return add(row, Symbol{0xFFFD, AtomClass::Ordinary}, begin);
  if (c >= 0x1D7CE && c <= 0x1D7FF) {  // a digit of another alphabet, such as 𝟙
    std::string digit;
    append_utf8(digit, c);
    return add(row, Word{std::move(digit), WordRole::Number, Limits::Never}, begin);
  }
  if (c == U'∕') return add(row, Symbol{U'/', AtomClass::Ordinary}, begin);
  // “f: X → Y” against “a : b”: a colon that leans on its left neighbour is punctuation.
  if (c == U':' && begin > 0 && tokens_[begin - 1].kind != TokenKind::Space && is_space_at(at_)) {
    return add(row, Symbol{c, AtomClass::Punctuation}, begin);
  }
  add(row, Symbol{in_alphabet(c, alphabet_), class_of(c)}, begin);
}

// A space, typed or by a command.
bool Parser::is_space_at(std::size_t at) const {
  if (at >= end_) return false;
  const Command* command = tokens_[at].kind == TokenKind::Command ? find_command(tokens_[at].name) : nullptr;
  return tokens_[at].kind == TokenKind::Space || (command && command->kind == CommandKind::Space);
}

// The digit at `at`; in LaTeX also behind one blank: 1 0 . 5, as a reader of pictures has it, is one
// number, as TeX draws it.
std::optional<std::size_t> Parser::digit_at(std::size_t at) const {
  if (latex_ && at < end_ && tokens_[at].kind == TokenKind::Space) ++at;
  return is_plain_digit(tokens_, at, end_) ? std::optional(at) : std::nullopt;
}

void Parser::parse_number(Row& row, Runs runs) {
  const std::size_t begin = at_;
  std::string text;
  const auto take = [&] { append_utf8(text, in_alphabet(tokens_[at_++].character, alphabet_)); };
  const auto take_digits = [&] {
    for (std::optional<std::size_t> next = digit_at(at_); next; next = digit_at(at_)) {
      at_ = *next;
      take();
    }
  };
  if (runs == Runs::Single || !is_plain_digit(tokens_, begin, end_)) {
    take();
  } else {
    take_digits();
    const std::size_t point = latex_ && !done() && token().kind == TokenKind::Space ? at_ + 1 : at_;
    if (point < end_ && is_character(tokens_[point], U'.') && digit_at(point + 1)) {
      at_ = point;
      take();
      take_digits();
    }
  }
  add(row, Word{std::move(text), WordRole::Number, Limits::Never}, begin);
}

void Parser::parse_chinese(Row& row) {
  const std::size_t begin = at_;
  while (!done() && token().kind == TokenKind::Character && is_cjk(token().character)) ++at_;
  add(row, Text{std::string(text_of(begin, at_))}, begin);
}

void Parser::parse_brackets(Row& row) {
  const std::size_t begin = at_;
  const Token& open = tokens_[begin];
  const char32_t character = delimiter_of(open);
  const bool left = open.name == "lvert" || open.name == "lVert", right = open.name == "rvert" || open.name == "rVert";
  const bool alone = (left && !follows_operand(tokens_, begin, 0)) || (right && begin + 1 >= end_);
  if ((open.bar == BarRole::Relation && !alone) || open.taken) {
    ++at_;
    return add(row, Symbol{character, is_bar(character) ? AtomClass::Relation : class_of(character)}, begin);
  }
  if (open.partner == kNoPartner || open.partner < begin || open.partner >= end_) {
    add_unread(row, begin, begin + 1, Problem::UnmatchedBracket);
    if (open.kind != TokenKind::Command) return;
    std::string sign;  // of \lfloor, rather than its name
    append_utf8(sign, character);
    row.back().content = Unread{std::move(sign)};
    return;
  }
  Fence fence;
  fence.open = character;
  fence.close = delimiter_of(tokens_[open.partner]);
  fence.body = parse_range(begin + 1, open.partner);
  at_ = open.partner + 1;
  if (fence.open == U'⟨') close_up_bars(fence.body);
  if (fence.open == U'(') space_modulus(row, fence.body);
  add(row, std::move(fence), begin);
}

// {a+b}/{c}: braces around what is divided, or divides, are TeX's round brackets.
bool Parser::is_slash_operand(std::size_t begin, std::size_t partner) const {
  std::size_t before = begin, after = partner + 1;
  while (before > 0 && tokens_[before - 1].kind == TokenKind::Space) --before;
  while (after < end_ && tokens_[after].kind == TokenKind::Space) ++after;
  const bool divides = before > 0 && is_character(tokens_[before - 1], U'/');
  if (!divides && (after >= end_ || !is_character(tokens_[after], U'/'))) return false;
  for (std::size_t i = begin + 1; i < partner; ++i) {
    if (tokens_[i].partner != kNoPartner && tokens_[i].partner > i)
      i = tokens_[i].partner;
    else if (lists_or_relates(tokens_[i]))
      return false;
  }
  return true;
}

// In LaTeX braces only group. In plain text they are drawn, {1, 2, 3}, unless there is nothing in them or one operand
// with a script.
void Parser::parse_braces(Row& row) {
  const std::size_t begin = at_;
  const std::uint32_t partner = token().partner;
  if (token().character == U'}' || partner == kNoPartner || partner >= end_) return parse_brackets(row);
  const auto first = tokens_.begin() + std::ptrdiff_t(begin) + 1, last = tokens_.begin() + std::ptrdiff_t(partner);
  const bool scripted = partner + 1 < end_ && tokens_[partner + 1].kind == TokenKind::Character &&
                        (tokens_[partner + 1].character == U'^' || tokens_[partner + 1].character == U'_');
  const bool single = last - first == 1 && first->kind == TokenKind::Character &&
                      class_of(first->character) != AtomClass::Ordinary;  // {,} {=}: TeX's way to change a class
  const bool groups = latex_ || single || first == last || (scripted && std::none_of(first, last, lists_or_relates));
  const bool divided = (!groups || latex_) && !single && is_slash_operand(begin, partner);
  if (!groups && !divided) return parse_brackets(row);
  Row body = parse_range(begin + 1, partner);
  at_ = partner + 1;
  if (divided && std::all_of(body.begin(), body.end(), is_operand)) {
    row.insert(row.end(), std::move_iterator(body.begin()), std::move_iterator(body.end()));
    return;
  }
  if (divided) {
    Fence fence;
    fence.open = U'(';
    fence.close = U')';
    fence.body = std::move(body);
    return add(row, std::move(fence), begin);
  }
  // {\text{ and }}: MathType puts braces around every text.
  if (latex_ && !body.empty() && std::all_of(body.begin(), body.end(), is_wording)) return append(row, std::move(body));
  add_all(row, std::move(body), begin);
}

// √ᾱ_t, √(1−ᾱ_t): the operand with its scripts, or what the brackets hold; ∛ and ∜ bring their degree.
void Parser::parse_radical_sign(Row& row) {
  const std::size_t begin = at_++;
  const char32_t sign = tokens_[begin].character;
  Radical radical;
  if (sign != U'√') {
    radical.degree.push_back(
        Node{Word{sign == U'∛' ? "3" : "4", WordRole::Number, Limits::Never}, span_of(begin, begin + 1)});
  }
  // √[4](x): square brackets hold a degree where something else follows them.
  if (at_character(U'[') && token().partner != kNoPartner && starts_operand(token().partner + 1)) {
    radical.degree = *bracket_argument();
  }
  skip_spaces();
  if (!starts_operand(at_)) {
    return add_unread(row, begin, begin + 1, Problem::MissingArgument, {text_of(begin, begin + 1)});
  }
  const bool brackets = token().kind == TokenKind::Character && (at_character(U'(') || at_character(U'{')) &&
                        token().partner != kNoPartner && token().partner < end_;
  if (brackets) {
    const std::uint32_t partner = token().partner;
    radical.radicand = parse_range(at_ + 1, partner);
    at_ = partner + 1;
  } else {
    const Nesting nesting(*this);
    parse_item(radical.radicand);
    // √Var(x): a name takes its brackets along.
    const bool waiting = !radical.radicand.empty() && awaits_operand(radical.radicand.back());
    if (!done() && waiting && starts_operand(at_)) parse_item(radical.radicand);
  }
  add(row, std::move(radical), begin);
}

void Parser::parse_marks(Row& row, std::size_t first) {
  while (!done() && token().kind == TokenKind::Mark && first < row.size()) {
    const std::size_t begin = at_++;
    if (height_of(row.back(), kMaxNesting) >= kMaxNesting) {
      add(row, Accent{tokens_[begin].character, AccentWidth::Narrow, {}}, begin);
      continue;
    }
    Node base = std::move(row.back());
    const std::size_t offset = base.span.offset;
    row.back() = accented(tokens_[begin].character, std::move(base));
    const SourceSpan mark = tokens_[begin].span;
    row.back().span = {offset, mark.offset + mark.length - offset};
  }
}

}  // namespace sixiang::math
