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
      return true;
    case CommandKind::Left:
    case CommandKind::Begin:
      return paired;
    case CommandKind::FontSwitch:
    case CommandKind::Space:
    case CommandKind::Style:
    case CommandKind::LabelledArrow:
    case CommandKind::Class:
    case CommandKind::Middle:
    case CommandKind::Right:
    case CommandKind::Sized:
    case CommandKind::Limits:
    case CommandKind::End:
    case CommandKind::Stack:
    case CommandKind::Substack:
    case CommandKind::Negation:
    case CommandKind::Choose:
    case CommandKind::Parenthesised:
    case CommandKind::NewCell:
    case CommandKind::Length:
    case CommandKind::Kept:
    case CommandKind::Ignored:
      return false;
  }
  return false;
}

// a/b with the operands next to the slash; false (and nothing read) where the slash stays on the line.
bool Parser::parse_slash(Row& row, std::vector<char>& gaps) {
  std::size_t first = row.size();
  while (first > 0 && is_operand(row[first - 1])) {
    --first;
    if (gaps[first]) break;
  }
  if (first == row.size()) return false;
  for (std::size_t i = first; i < row.size(); ++i) {
    if (height_of(row[i], kMaxNesting) >= kMaxNesting) return false;
  }
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
      if (!waiting) break;
      skip_spaces();
      continue;
    }
    if (!starts_operand(at_)) break;
    const Nesting nesting(*this);
    parse_item(fraction.denominator);
    waiting = !fraction.denominator.empty() && awaits_operand(fraction.denominator.back());
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
