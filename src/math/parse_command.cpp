#include <algorithm>
#include <iterator>
#include <utility>

#include "base/utf8.h"
#include "math/characters.h"
#include "math/command_symbols.h"
#include "math/parser.h"

namespace sixiang::math {
void Parser::parse_command(Row& row) {
  const Token& name = token();
  if (const std::optional<Problem> refused = expansion_.refused(name.name)) {
    return add_unread(row, at_, at_ + 1, *refused, {"\\" + std::string(name.name)});
  }
  if (const std::optional<Symbol> symbol = find_command_symbol(name.name)) return parse_symbol_command(row, *symbol);
  if (const Command* command = find_command(name.name)) {
    ++at_;
    return run_command(row, *command, name);
  }
  add_unread(row, at_, at_ + 1, Problem::UnknownCommand, {"\\" + std::string(name.name)});
}

void Parser::parse_symbol_command(Row& row, const Symbol& symbol) {
  const std::size_t begin = at_;
  const bool bracket = symbol.atom_class == AtomClass::Open || symbol.atom_class == AtomClass::Close;
  if (!token().taken && (bracket || token().bar != BarRole::None || token().partner != kNoPartner))
    return parse_brackets(row);
  ++at_;
  const char32_t character = bracket ? symbol.character : in_alphabet(symbol.character, alphabet_);
  add(row, Symbol{character, symbol.atom_class}, begin);
}

// `at_` is behind the command's name.
void Parser::run_command(Row& row, const Command& command, const Token& token) {
  const std::size_t begin = at_ - 1;
  switch (command.kind) {
    case CommandKind::BigOperator:
      return add(row, BigOperator{command.character, *big_operator_limits(command.character)}, begin);
    case CommandKind::Function:
      return add_function(row, command, begin);
    case CommandKind::Accent:
      return parse_accent(row, command, token);
    case CommandKind::Alphabet:
      return parse_alphabet(row, command, token);
    case CommandKind::FontSwitch:
      alphabet_ = Alphabet(command.argument);
      return;
    case CommandKind::Space:
      return add(row, Space{float(command.argument)}, begin);
    case CommandKind::Style: {
      const Nesting nesting(*this);
      Styled styled;
      styled.level = StyleLevel(command.argument);
      styled.body = parse_row();
      return add(row, std::move(styled), begin);
    }
    case CommandKind::Fraction:
    case CommandKind::Binomial:
      return parse_fraction(row, command, token);
    case CommandKind::Root:
      return parse_root(row, token);
    case CommandKind::Line:
    case CommandKind::Stretch:
      return parse_covering(row, command, token);
    case CommandKind::LabelledArrow:
      return parse_labelled_arrow(row, command, token);
    case CommandKind::Text:
      return parse_text(row, command, token);
    case CommandKind::OperatorName:
      return parse_operator_name(row, token);
    case CommandKind::Class:
      return parse_class(row, command, token);
    case CommandKind::Left:
      return parse_left(row, token);
    case CommandKind::Sized:
      return parse_sized(row, command, token);
    case CommandKind::Begin:
      return parse_environment(row, token);
    case CommandKind::Stack:
      return parse_stack(row, command, token);
    case CommandKind::TableCommand:
      return parse_table_command(row, command, token);
    case CommandKind::SideSet:
      return parse_side_set(row, token);
    case CommandKind::Verbatim:
      return parse_verbatim(row, token);
    case CommandKind::Circled:
      return parse_circled(row, token);
    case CommandKind::Quantity:
      return parse_quantity(row, command, token);
    case CommandKind::Negation:
      return parse_negation(row, token);
    case CommandKind::Parenthesised:
      return parse_parenthesised(row, command, token);
    case CommandKind::Escaped:
      return add(row, Symbol{command.character, AtomClass::Ordinary}, begin);
    case CommandKind::Delimited:
      return parse_delimited(row, command, token);
    case CommandKind::Enclosure:
      return parse_enclosure(row, command, token);
    case CommandKind::Length:
      return parse_length(row);
    case CommandKind::Kept:
      return parse_kept(row, command, token);
    case CommandKind::GeneralFraction:
      return parse_general_fraction(row, token);
    case CommandKind::Derivative:
      return parse_derivative(row, command, token);
    case CommandKind::Differential:
      return parse_differential(row);
    case CommandKind::Characters:
      for (const CodePoint& point : decode_utf8(command.text)) {
        Scripts raised;
        if (const std::optional<Limits> limits = big_operator_limits(point.value)) {
          add(row, BigOperator{point.value, *limits}, begin);
        } else if (const char32_t digit = superscript_base(point.value)) {
          raised.base.push_back(std::move(row.back()));
          row.pop_back();
          add(*(raised.superscript = Row()), Word{{char(digit)}, WordRole::Number, Limits::Never}, begin);
          add(row, std::move(raised), begin);
        } else {
          add(row, Symbol{point.value, class_of(point.value)}, begin);
        }
      }
      return;
    case CommandKind::Chemistry:
      return parse_chemistry(row, token);
    case CommandKind::Quantities:
      return parse_quantities(row, command, token);
    case CommandKind::Slanted:
      return parse_slanted_fraction(row, token);
    case CommandKind::TextScript:
      return parse_text_script(row, command, token);
    case CommandKind::Prescript:
      return parse_prescript(row, token);
    case CommandKind::UnderAccent:
      return parse_under_accent(row, token);
    case CommandKind::RootOf:
      return parse_root_of(row, token);
    case CommandKind::Buildrel:
      return parse_buildrel(row, command, token);
    case CommandKind::Dingbat:
      return parse_dingbat(row, token);
    case CommandKind::CancelTo:
      return parse_cancel_to(row, token);
    case CommandKind::Ignored:
      return skip_arguments(command.argument);
    case CommandKind::Definition:
      return report_missing(row, token, "");
    case CommandKind::Middle:
    case CommandKind::Right:
    case CommandKind::Limits:
    case CommandKind::End:
    case CommandKind::Choose:
    case CommandKind::NewCell: {
      const std::string shown = "\\" + std::string(token.name);
      return add_unread(row, begin, begin + 1, Problem::MisplacedCommand, {shown});
    }
  }
}

// Something that a command could take follows.
bool Parser::has_argument() const {
  std::size_t at = at_;
  while (at < end_ && tokens_[at].kind == TokenKind::Space) ++at;
  if (at >= end_) return false;
  const Token& next = tokens_[at];
  if (next.kind == TokenKind::Character) {
    const char32_t c = next.character;
    if (c == U'&' || c == U'_' || c == U'^') return false;
    const bool paired = next.partner != kNoPartner && next.partner > at && next.partner < end_;
    return paired || !(closing_bracket(c) || is_closing_bracket(c));
  }
  if (next.kind != TokenKind::Command) return false;
  const Command* command = find_command(next.name);
  if (!command) return true;
  switch (command->kind) {
    case CommandKind::Middle:
    case CommandKind::Right:
    case CommandKind::Limits:
    case CommandKind::End:
    case CommandKind::Choose:
    case CommandKind::NewCell:
    case CommandKind::Style:
    case CommandKind::FontSwitch:
    case CommandKind::Space:
    case CommandKind::Length:
    case CommandKind::Ignored:
      return false;
    default:
      return true;
  }
}

// The command as it was typed, with what belongs to its name.
void Parser::report_missing(Row& row, const Token& command, std::string_view more) {
  const std::string shown = "\\" + std::string(command.name) + std::string(more);
  row.push_back(Node{Unread{shown}, command.span});
  report(command.span, Problem::MissingArgument, {shown});
}

// {…} or one element. nullopt: there is none, and the command is in `row` as it was typed.
std::optional<Row> Parser::parse_argument(const Token& command, Row& row) {
  if (!has_argument()) {
    report_missing(row, command, "");
    return std::nullopt;
  }
  skip_spaces();
  if (at_character(U'{')) {
    const std::uint32_t partner = token().partner;
    Row body = parse_range(at_ + 1, partner);
    at_ = partner + 1;
    return body;
  }
  const Nesting nesting(*this);
  Row body;
  parse_element(body, Runs::Single);
  if (!body.empty()) parse_marks(body, body.size() - 1);
  return body;
}

// The tokens of {…}, not read; nullopt where no brace follows.
std::optional<std::pair<std::size_t, std::size_t>> Parser::raw_argument() {
  std::size_t at = at_;
  while (at < end_ && tokens_[at].kind == TokenKind::Space) ++at;
  if (at >= end_ || tokens_[at].kind != TokenKind::Character || tokens_[at].character != U'{') return std::nullopt;
  const std::uint32_t partner = tokens_[at].partner;
  if (partner == kNoPartner || partner >= end_) return std::nullopt;
  at_ = partner + 1;
  return std::make_pair(at + 1, std::size_t(partner));
}

void Parser::parse_accent(Row& row, const Command& command, const Token& token) {
  const std::size_t begin = at_ - 1;
  std::optional<Row> base = parse_argument(token, row);
  if (!base) return;
  const auto* only = base->size() == 1 ? std::get_if<Symbol>(&base->front().content) : nullptr;
  const bool several = !only && !base->empty();
  if (command.character == 0x304 && several) return add(row, Line{Side::Over, std::move(*base)}, begin);
  const AccentWidth width = command.argument == 1 && several ? AccentWidth::Wide : AccentWidth::Narrow;
  add(row, Accent{command.character, width, std::move(*base)}, begin);
}

void Parser::parse_alphabet(Row& row, const Command& command, const Token& token) {
  const std::size_t begin = at_ - 1;
  if (at_character(U'∗')) ++at_;  // \vb*
  const Alphabet outer = alphabet_;
  alphabet_ = Alphabet(command.argument);
  std::optional<Row> body = parse_argument(token, row);
  alphabet_ = outer;
  if (!body) return;
  // \mathrm{~d}: its space stands before it.
  const auto inked = std::find_if_not(body->begin(), body->end(),
                                      [](const Node& node) { return std::holds_alternative<Space>(node.content); });
  std::move(body->begin(), inked, std::back_inserter(row));
  body->erase(body->begin(), inked);
  // ∫ f(x) \mathrm{d}x: a thin space as before dx.
  const auto* only = body->size() == 1 ? std::get_if<Symbol>(&body->front().content) : nullptr;
  const bool differential = only && only->character == U'd' && is_letter_at(at_) && script_depth_ == 0;
  if (differential && !row.empty() && is_operand(row.back())) row.push_back(Node{Space{3}, {token.span.offset, 0}});
  add_all(row, std::move(*body), begin);
}

// \not= is ≠; what has no negated form is struck.
void Parser::parse_negation(Row& row, const Token& token) {
  const std::size_t begin = at_ - 1;
  skip_spaces();
  char32_t character = 0;
  if (!done() && this->token().kind == TokenKind::Character) character = this->token().character;
  if (!done() && this->token().kind == TokenKind::Command) {
    if (const std::optional<Symbol> symbol = find_command_symbol(this->token().name)) character = symbol->character;
  }
  if (const char32_t result = character ? negated(character) : 0) {
    ++at_;
    return add(row, Symbol{result, AtomClass::Relation}, begin);
  }
  if (std::optional<Row> base = parse_argument(token, row)) {
    add(row, Accent{0x338, AccentWidth::Narrow, std::move(*base)}, begin);
  }
}

// \big( … \big) is a pair of brackets of that size; what has no partner, one delimiter by itself.
void Parser::parse_sized(Row& row, const Command& command, const Token& token) {
  const std::size_t begin = at_ - 1;
  skip_spaces();
  const char32_t delimiter = done() || !this->token().taken ? 0 : delimiter_of(this->token());
  if (delimiter == 0) {
    const std::string shown = "\\" + std::string(token.name);
    row.push_back(Node{Unread{shown}, token.span});
    return report(token.span, Problem::MissingDelimiter, {shown});
  }
  const std::uint32_t partner = this->token().partner;
  if (partner != kNoPartner && partner > at_ && partner < end_) {
    Fence fence;
    fence.open = delimiter;
    fence.close = delimiter_of(tokens_[partner]);
    fence.step = std::uint8_t(command.argument);
    std::size_t body_end = partner - 1;
    while (tokens_[body_end].kind == TokenKind::Space) --body_end;
    fence.body = parse_range(at_ + 1, body_end);
    at_ = partner + 1;
    return add(row, std::move(fence), begin);
  }
  ++at_;
  // 𝔼[X \big| Y]: a relation as tall as its brackets.
  if (is_bar(delimiter) && !row.empty() && !done() && command.atom_class != AtomClass::Close) {
    return add(row, Symbol{delimiter, AtomClass::Relation}, begin);
  }
  AtomClass atom_class = command.atom_class;
  if (atom_class == AtomClass::Ordinary) {
    atom_class = closing_bracket(delimiter)      ? AtomClass::Open
                 : is_closing_bracket(delimiter) ? AtomClass::Close
                                                 : AtomClass::Ordinary;
  }
  add(row, SizedDelimiter{delimiter, atom_class, std::uint8_t(command.argument)}, begin);
}

}  // namespace sixiang::math
