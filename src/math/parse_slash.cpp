#include <utility>

#include "base/utf8.h"
#include "math/characters.h"
#include "math/command_symbols.h"
#include "math/parser.h"

namespace sixiang::math {

bool is_operand(const Node& node) {
  struct Visitor {
    bool operator()(const Symbol& symbol) const {
      return symbol.atom_class == AtomClass::Ordinary || symbol.atom_class == AtomClass::Close;
    }
    bool operator()(const Word&) const { return true; }
    bool operator()(const Text&) const { return false; }
    bool operator()(const BigOperator&) const { return false; }
    bool operator()(const Space&) const { return false; }
    bool operator()(const Group& group) const { return group.atom_class == AtomClass::Ordinary; }
    bool operator()(const Scripts& scripts) const { return scripts.base.empty() || is_operand(scripts.base.back()); }
    bool operator()(const Fraction&) const { return true; }
    bool operator()(const Radical&) const { return true; }
    bool operator()(const Accent&) const { return true; }
    bool operator()(const Line&) const { return true; }
    bool operator()(const Enclosure&) const { return true; }
    bool operator()(const Stretch&) const { return true; }
    bool operator()(const LabelledArrow&) const { return false; }
    bool operator()(const Fence&) const { return true; }
    bool operator()(const Middle&) const { return false; }
    bool operator()(const SizedDelimiter&) const { return false; }
    bool operator()(const Table&) const { return true; }
    bool operator()(const Styled&) const { return false; }
    bool operator()(const Unread&) const { return false; }
  };
  return std::visit(Visitor{}, node.content);
}

bool awaits_operand(const Node& node) {
  if (const auto* scripts = std::get_if<Scripts>(&node.content)) {
    return !scripts->base.empty() && awaits_operand(scripts->base.back());
  }
  if (const auto* word = std::get_if<Word>(&node.content)) return word->role == WordRole::Function;
  if (const auto* group = std::get_if<Group>(&node.content)) return group->atom_class == AtomClass::Operator;
  return std::holds_alternative<BigOperator>(node.content);
}

// Whether the token could begin (or go on in) a denominator; decides without reading it, so that nothing is read twice.
bool Parser::starts_operand(std::size_t at) const {
  if (at >= end_) return false;
  const Token& next = tokens_[at];
  const bool paired = next.partner != kNoPartner && next.partner > at && next.partner < end_;
  if (next.kind == TokenKind::Character) {
    const char32_t c = next.character;
    if (closing_bracket(c) || is_bar(c)) return paired;
    if (c == U'.') return at + 1 < end_ && is_digit(tokens_[at + 1].character);  // it ends a sentence
    if (is_cjk(c) || std::u32string_view(U"/∕&_^").find(c) != std::u32string_view::npos) return false;
    const AtomClass atom_class = class_of(c);
    return atom_class == AtomClass::Ordinary || atom_class == AtomClass::Operator ||
           (atom_class == AtomClass::Close && !is_closing_bracket(c));
  }
  if (next.kind != TokenKind::Command) return false;
  if (const std::optional<Symbol> symbol = find_command_symbol(next.name)) {
    return symbol->atom_class == AtomClass::Ordinary ? next.bar != BarRole::Relation : paired;
  }
  const Command* command = find_command(next.name);
  if (!command) return false;
  switch (command->kind) {
    case CommandKind::BigOperator:
    case CommandKind::Function:
    case CommandKind::Accent:
    case CommandKind::Alphabet:
    case CommandKind::Fraction:
    case CommandKind::Binomial:
    case CommandKind::Root:
    case CommandKind::Line:
    case CommandKind::Stretch:
    case CommandKind::Text:
    case CommandKind::OperatorName:
    case CommandKind::Escaped:
    case CommandKind::Delimited:
    case CommandKind::Enclosure:
    case CommandKind::GeneralFraction:
    case CommandKind::Derivative:
    case CommandKind::Differential:
    case CommandKind::Characters:
    case CommandKind::Chemistry:
    case CommandKind::Circled:
    case CommandKind::Verbatim:
    case CommandKind::Quantity:
    case CommandKind::Slanted:
    case CommandKind::UnderAccent:
    case CommandKind::RootOf:
    case CommandKind::Dingbat:
    case CommandKind::CancelTo:
      return true;
    case CommandKind::Left:
    case CommandKind::Begin:
      return paired;
    case CommandKind::Sized: {
      std::size_t delimiter = at + 1;
      while (delimiter < end_ && tokens_[delimiter].kind == TokenKind::Space) ++delimiter;
      return delimiter < end_ && tokens_[delimiter].partner != kNoPartner && tokens_[delimiter].partner > delimiter;
    }
    case CommandKind::FontSwitch:
    case CommandKind::Space:
    case CommandKind::Style:
    case CommandKind::LabelledArrow:
    case CommandKind::Class:
    case CommandKind::Middle:
    case CommandKind::Right:
    case CommandKind::Limits:
    case CommandKind::End:
    case CommandKind::Stack:
    case CommandKind::TableCommand:
    case CommandKind::SideSet:
    case CommandKind::Negation:
    case CommandKind::Choose:
    case CommandKind::Parenthesised:
    case CommandKind::NewCell:
    case CommandKind::Length:
    case CommandKind::Kept:
    case CommandKind::Ignored:
    case CommandKind::Definition:
    case CommandKind::Quantities:
    case CommandKind::TextScript:
    case CommandKind::Prescript:
    case CommandKind::Buildrel:
      return false;
  }
  return false;
}

namespace {

// d, ∂² : the numerator of d/dt, which is an operator by itself.
bool is_derivative(const Node& node) {
  if (const auto* scripts = std::get_if<Scripts>(&node.content)) {
    return scripts->base.size() == 1 && !scripts->subscript && is_derivative(scripts->base.front());
  }
  const auto* symbol = std::get_if<Symbol>(&node.content);
  return symbol && (symbol->character == U'𝑑' || symbol->character == U'd' || symbol->character == U'𝜕');
}

const Symbol* variable_of(const Node& node) {
  const auto* scripts = std::get_if<Scripts>(&node.content);
  if (!scripts) return std::get_if<Symbol>(&node.content);
  return scripts->base.size() == 1 ? variable_of(scripts->base.front()) : nullptr;
}

// sin x/x: nobody divides a variable by itself.
bool is_function_of_divisor(const Row& row, std::size_t operand, const Row& divisor) {
  if (operand == 0 || operand + 1 != row.size() || divisor.size() != 1) return false;
  const auto* function = std::get_if<Word>(&row[operand - 1].content);
  const auto* variable = std::get_if<Symbol>(&row[operand].content);
  const Symbol* other = variable_of(divisor.front());
  return function && function->role == WordRole::Function && function->limits == Limits::Never && variable && other &&
         variable->character == other->character;
}

bool is_large_operator(const Node& node) {
  const auto* scripts = std::get_if<Scripts>(&node.content);
  if (!scripts) return std::holds_alternative<BigOperator>(node.content);
  return scripts->base.size() == 1 && is_large_operator(scripts->base.front());
}

// Where the operand at the end of the row begins: at a space, or only at an operator.
std::size_t operand_begin(const Row& row, const std::vector<char>& gaps, bool over_spaces) {
  std::size_t first = row.size();
  while (first > 0 && is_operand(row[first - 1])) {
    --first;
    const bool argument = first > 0 && awaits_operand(row[first - 1]);
    if (gaps[first] && (!over_spaces || argument)) break;
  }
  return first;
}

bool fits_deeper(const Row& row, std::size_t first) {
  for (std::size_t i = first; i < row.size(); ++i) {
    if (height_of(row[i], kMaxNesting) >= kMaxNesting) return false;
  }
  return true;
}

}  // namespace

bool Parser::begins_group(std::size_t at) const {
  if (at >= end_) return false;
  const Token& next = tokens_[at];
  if (next.kind != TokenKind::Character && next.kind != TokenKind::Command) return false;
  if (next.name == "left" || tokens_[at].partner > at) return true;
  const Command* command = find_command(next.name);
  return command && command->kind == CommandKind::Sized;
}

bool Parser::begins_large_operator(std::size_t at) const {
  const Token& next = tokens_[at];
  if (next.kind == TokenKind::Character) return big_operator_limits(next.character).has_value();
  const Command* command = next.kind == TokenKind::Command ? find_command(next.name) : nullptr;
  return command && command->kind == CommandKind::BigOperator;
}

// f(x)|_{x=0}: a bar with a subscript belongs to the operand before it, as \left. … \right| does.
bool Parser::parse_evaluation(Row& row, std::vector<char>& gaps) {
  if (row.empty() || !is_operand(row.back())) return false;
  const std::size_t begin = at_;
  std::size_t bar = at_;
  const Command* command = token().kind == TokenKind::Command ? find_command(token().name) : nullptr;
  if (command && command->kind == CommandKind::Sized) {
    do ++bar;
    while (bar < end_ && tokens_[bar].kind == TokenKind::Space);
  }
  const bool alone = bar < end_ && tokens_[bar].partner == kNoPartner && is_bar(delimiter_of(tokens_[bar])) &&
                     (bar > begin ? tokens_[bar].step > 0 : tokens_[bar].bar == BarRole::Relation);
  if (!alone || bar + 1 >= end_) return false;
  const Token& script = tokens_[bar + 1];
  if ((script.kind != TokenKind::ScriptOpen && script.kind != TokenKind::Character) || script.character != U'_') {
    return false;
  }
  const std::size_t first = operand_begin(row, gaps, false);
  if (!fits_deeper(row, first)) return false;
  Fence fence;
  fence.close = delimiter_of(tokens_[bar]);
  fence.step = tokens_[bar].step;
  const std::size_t offset = row[first].span.offset;
  for (std::size_t i = first; i < row.size(); ++i) fence.body.push_back(std::move(row[i]));
  row.resize(first);
  gaps.resize(first + 1);
  at_ = bar + 1;
  add(row, std::move(fence), begin);
  SourceSpan& span = row.back().span;
  span.length += span.offset - offset;
  span.offset = offset;
  parse_scripts(row, first);
  gaps.resize(row.size(), 0);
  return true;
}

// a/b with the operands next to the slash; false (and nothing read) where the slash stays on the line.
bool Parser::parse_slash(Row& row, std::vector<char>& gaps) {
  // “a b / c”: spaces beside the slash say that the operands have some as well.
  const bool loose = at_ > 0 && tokens_[at_ - 1].kind == TokenKind::Space && at_ + 1 < end_ &&
                     tokens_[at_ + 1].kind == TokenKind::Space;
  std::size_t first = operand_begin(row, gaps, loose);
  if (first == row.size() || !fits_deeper(row, first)) return false;
  const bool derivative = first + 1 == row.size() && is_derivative(row[first]);
  const std::size_t slash = at_++;
  skip_spaces();
  if (!starts_operand(at_)) {
    at_ = slash;
    return false;
  }
  Fraction fraction;
  fraction.kind = FractionKind::Slash;
  bool waiting = true;
  while (!done()) {
    if (token().kind == TokenKind::Space) {
      const std::size_t space = at_;
      skip_spaces();
      // ∑_j w_j e^{z_j}: spaces do not end the term of a sum, another sum does.
      const bool term = !fraction.denominator.empty() && is_large_operator(fraction.denominator.front()) &&
                        starts_operand(at_) && !begins_large_operator(at_);
      if (waiting || term) continue;
      at_ = space;
      break;
    }
    if (!starts_operand(at_)) break;
    if (derivative && fraction.denominator.size() > 1 && begins_group(at_)) break;  // d/dt(…)
    const Nesting nesting(*this);
    parse_item(fraction.denominator);
    waiting = !fraction.denominator.empty() && awaits_operand(fraction.denominator.back());
  }
  // A dollar sign around the formula looks like an operand and leaves nothing.
  if (fraction.denominator.empty()) add(fraction.denominator, Group{}, at_);
  if (is_function_of_divisor(row, first, fraction.denominator) && fits_deeper(row, first - 1)) --first;
  // d log p/dt: the d of a derivative brings what is between it and the slash along.
  if (!is_derivative(row[first]) && is_derivative(fraction.denominator.front())) {
    std::size_t sign = first;
    while (sign > 0 && is_operand(row[sign - 1]) && !is_derivative(row[sign])) --sign;
    if (is_derivative(row[sign]) && fits_deeper(row, sign)) first = sign;
  }
  // iℏ dρ/dt: the space that parts a differential is the fraction's own.
  const auto is_own_space = [&](std::size_t at) {
    return std::holds_alternative<Space>(row[at].content) && row[at].span.length == 0;
  };
  if (first > 0 && is_own_space(first - 1)) {
    row.erase(row.begin() + std::ptrdiff_t(first) - 1);
    gaps.erase(gaps.begin() + std::ptrdiff_t(first) - 1);
    --first;
  }
  for (std::size_t i = first; i < row.size(); ++i) fraction.numerator.push_back(std::move(row[i]));
  const char gap = gaps[first];
  row.resize(first);
  gaps.resize(first);
  const std::size_t offset = fraction.numerator.front().span.offset;
  const SourceSpan last = fraction.denominator.back().span;
  row.push_back(Node{std::move(fraction), {offset, last.offset + last.length - offset}});
  gaps.push_back(gap);
  return true;
}

}  // namespace sixiang::math
