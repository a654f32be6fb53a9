// Derivatives, differentials and Dirac brackets, as the LaTeX package physics has them: \dv[2]{f}{x}, \dd x,
// \mel{a}{H}{b}.
#include <utility>

#include "base/utf8.h"
#include "math/characters.h"
#include "math/parser.h"

namespace sixiang::math {

// A further {…} right behind those that have been read.
std::optional<Row> Parser::further_argument() {
  if (!at_character(U'{')) return std::nullopt;
  const auto range = raw_argument();
  if (!range) return std::nullopt;
  return parse_range(range->first, range->second);
}

// dⁿ: the sign with its order.
Node Parser::differential_sign(char32_t sign, std::optional<Row> order, std::size_t begin) const {
  Node node{Symbol{in_alphabet(sign, Alphabet::Italic), AtomClass::Ordinary}, span_of(begin, begin + 1)};
  if (!order) return node;
  Scripts scripts;
  scripts.base.push_back(std::move(node));
  scripts.superscript = std::move(*order);
  return Node{std::move(scripts), span_of(begin, begin + 1)};
}

// \dv{f}{x}, \dv[2]{f}{x}, \pdv{f}{x}{y}; with one argument, \dv{x}, the operator alone.
void Parser::parse_derivative(Row& row, const Command& command, const Token& token) {
  const std::size_t begin = at_ - 1;
  if (at_character(U'∗')) ++at_;
  std::optional<Row> order = bracket_argument();
  std::optional<Row> first = parse_argument(token, row);
  if (!first) return;
  std::optional<Row> second = further_argument(), third = second ? further_argument() : std::nullopt;
  if (third && !order) {
    order.emplace();
    order->push_back(Node{Word{"2", WordRole::Number, Limits::Never}, span_of(begin, begin + 1)});
  }
  Fraction fraction;
  Row variable = std::move(second ? *second : *first);
  if (order && !third) {
    Scripts scripts;
    scripts.superscript = *order;
    Row base;
    add_all(base, std::move(variable), begin);
    scripts.base = std::move(base);
    variable.clear();
    add(variable, std::move(scripts), begin);
  }
  fraction.numerator.push_back(differential_sign(command.character, std::move(order), begin));
  if (second) append(fraction.numerator, std::move(*first));
  fraction.denominator.push_back(differential_sign(command.character, std::nullopt, begin));
  append(fraction.denominator, std::move(variable));
  if (third) {
    fraction.denominator.push_back(differential_sign(command.character, std::nullopt, begin));
    append(fraction.denominator, std::move(*third));
  }
  add(row, std::move(fraction), begin);
}

// \dd x, \dd[3]{x}: with the thin space of a typed dx.
void Parser::parse_differential(Row& row) {
  const std::size_t begin = at_ - 1;
  std::optional<Row> order = bracket_argument();
  if (!row.empty() && is_operand(row.back())) row.push_back(Node{Space{3}, {tokens_[begin].span.offset, 0}});
  row.push_back(differential_sign(U'd', std::move(order), begin));
  if (std::optional<Row> variable = further_argument()) append(row, std::move(*variable));
}

// \norm{x}, \ket{ψ}. By the command's class, what further arguments are: Inner, parts between bars, \mel{a}{H}{b};
// Punctuation, parts between commas, \comm{A}{B}; Open, the bra of \ketbra{a}{b}.
void Parser::parse_delimited(Row& row, const Command& command, const Token& token) {
  const std::size_t begin = at_ - 1;
  if (at_character(U'∗')) ++at_;
  std::optional<Row> body = parse_argument(token, row);
  if (!body) return;
  for (const CodePoint& sign : decode_utf8(command.text)) add(row, Symbol{sign.value, AtomClass::Ordinary}, begin);
  const AtomClass parts = command.atom_class;
  if (parts == AtomClass::Open) {
    std::optional<Row> bra = further_argument();
    if (!bra) bra = *body;
    add(row, Fence{U'|', U'⟩', std::move(*body), true}, begin);
    return add(row, Fence{U'⟨', U'|', std::move(*bra), true}, begin);
  }
  while (parts == AtomClass::Inner || parts == AtomClass::Punctuation) {
    const std::size_t at = at_;
    std::optional<Row> part = further_argument();
    if (!part) break;
    const bool bar = parts == AtomClass::Inner;
    body->push_back(Node{Symbol{bar ? U'|' : U',', bar ? AtomClass::Ordinary : parts}, span_of(at, at)});
    append(*body, std::move(*part));
  }
  if (command.character == U'⟨') close_up_bars(*body);
  add(row, Fence{command.character, char32_t(command.argument), std::move(*body), true}, begin);
}

}  // namespace sixiang::math
