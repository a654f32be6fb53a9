#include <algorithm>
#include <utility>

#include "math/characters.h"
#include "math/parser.h"

namespace sixiang::math {
namespace {

Fence brackets(char32_t open, Node body) {
  Fence fence;
  fence.open = open;
  fence.close = closing_bracket(open);
  fence.kept = true;
  fence.body.push_back(std::move(body));
  return fence;
}

// \dfrac, \tfrac: 1, 2.
std::optional<StyleLevel> level_of(const Command& command) {
  if (command.argument == 1) return StyleLevel::Display;
  if (command.argument == 2) return StyleLevel::Text;
  return std::nullopt;
}

// `.` stands for no delimiter.
char32_t fence_delimiter(const Token& token) {
  const char32_t c = delimiter_of(token);
  return c == U'.' ? 0 : c == U'<' ? U'⟨' : c == U'>' ? U'⟩' : c;
}

}  // namespace

void Parser::parse_fraction(Row& row, const Command& command, const Token& token) {
  const std::size_t begin = at_ - 1;
  std::optional<Row> numerator = parse_argument(token, row);
  if (!numerator) return;
  const std::size_t before = row.size();
  std::optional<Row> denominator = parse_argument(token, row);
  if (!denominator) {
    // The command is shown as typed, and what it had is set behind it.
    for (Node& node : *numerator) row.push_back(std::move(node));
    row[before].span = token.span;
    return;
  }
  Fraction fraction{std::move(*numerator), std::move(*denominator), FractionKind::Bar, level_of(command)};
  if (command.kind == CommandKind::Fraction) return add(row, std::move(fraction), begin);
  fraction.kind = FractionKind::Stack;
  add(row, brackets(U'(', Node{std::move(fraction), span_of(begin, at_)}), begin);
}

// \genfrac{(}{)}{0pt}{2}{n}{k}: brackets, thickness of the bar (any is the font's, zero is none), style.
void Parser::parse_general_fraction(Row& row, const Token& token) {
  const std::size_t begin = at_ - 1;
  const auto raw = [this] {
    const auto range = raw_argument();
    return range && range->first < range->second ? tokens_[range->first] : Token();
  };
  const char32_t open = fence_delimiter(raw()), close = fence_delimiter(raw());
  bool bar = true;
  if (const auto thickness = raw_argument()) {
    bool zero = false, more = false;
    for (std::size_t i = thickness->first; i < thickness->second; ++i) {
      const char32_t c = tokens_[i].character;
      if (is_digit(c)) (c == U'0' ? zero : more) = true;
    }
    bar = more || !zero;
  }
  const char32_t level = raw().character;
  std::optional<Row> numerator = parse_argument(token, row);
  std::optional<Row> denominator = numerator ? parse_argument(token, row) : std::nullopt;
  if (!denominator) {
    if (numerator) append(row, std::move(*numerator));
    return;
  }
  Fraction fraction{std::move(*numerator), std::move(*denominator), bar ? FractionKind::Bar : FractionKind::Stack, {}};
  if (level >= U'0' && level <= U'3') fraction.level = StyleLevel(level - U'0');
  if (open == 0 && close == 0) return add(row, std::move(fraction), begin);
  Fence fence{open, close, {}, true};
  add(fence.body, std::move(fraction), begin);
  add(row, std::move(fence), begin);
}

// {n \choose k}, {a \over b}, {a \atop b}.
Node Parser::choose(Row numerator, Row denominator, const Command& command, SourceSpan span) {
  Fraction fraction{std::move(numerator), std::move(denominator), FractionKind::Stack, std::nullopt};
  if (command.argument == 1) fraction.kind = FractionKind::Bar;
  if (command.character == 0) return Node{std::move(fraction), span};
  return Node{brackets(command.character, Node{std::move(fraction), span}), span};
}

// Where […] right behind a command ends; nullopt if there is none.
std::optional<std::size_t> Parser::bracket_end() const {
  if (!at_character(U'[') || token().partner == kNoPartner || token().partner >= end_) return std::nullopt;
  return token().partner + 1;
}

std::optional<Row> Parser::bracket_argument() {
  const std::optional<std::size_t> end = bracket_end();
  if (!end) return std::nullopt;
  ++script_depth_;
  Row body = parse_range(at_ + 1, *end - 1);
  --script_depth_;
  at_ = *end;
  return body;
}

void Parser::parse_root(Row& row, const Token& token) {
  const std::size_t begin = at_ - 1;
  Radical radical;
  if (std::optional<Row> degree = bracket_argument()) radical.degree = std::move(*degree);
  std::optional<Row> radicand = parse_argument(token, row);
  if (!radicand) return;
  radical.radicand = std::move(*radicand);
  add(row, std::move(radical), begin);
}

void Parser::parse_covering(Row& row, const Command& command, const Token& token) {
  const std::size_t begin = at_ - 1;
  std::optional<Row> base = parse_argument(token, row);
  if (!base) return;
  const Side side = Side(command.argument);
  if (command.kind == CommandKind::Line) return add(row, Line{side, std::move(*base)}, begin);
  add(row, Stretch{command.character, side, std::move(*base)}, begin);
}

void Parser::parse_labelled_arrow(Row& row, const Command& command, const Token& token) {
  const std::size_t begin = at_ - 1;
  LabelledArrow arrow;
  arrow.character = command.character;
  if (std::optional<Row> under = bracket_argument()) arrow.under = std::move(*under);
  ++script_depth_;
  std::optional<Row> over = parse_argument(token, row);
  --script_depth_;
  if (!over) return;
  arrow.over = std::move(*over);
  add(row, std::move(arrow), begin);
}

// \overset{!}{=}: a script above that is there in every style; the result keeps the class of its base.
void Parser::parse_stack(Row& row, const Command& command, const Token& token) {
  const std::size_t begin = at_ - 1;
  ++script_depth_;
  std::optional<Row> label = parse_argument(token, row);
  --script_depth_;
  if (!label) return;
  std::optional<Row> base = parse_argument(token, row);
  if (!base) return;
  add_stack(row, std::move(*label), std::move(*base), command, begin);
}

void Parser::add_stack(Row& row, Row label, Row base, const Command& command, std::size_t begin) {
  Group group;
  group.limits = Limits::Always;
  group.atom_class = command.atom_class;
  if (base.size() == 1 && command.atom_class == AtomClass::Ordinary) {
    if (const auto* symbol = std::get_if<Symbol>(&base.front().content)) group.atom_class = symbol->atom_class;
  }
  group.body = std::move(base);
  Scripts scripts;
  scripts.base.push_back(Node{std::move(group), span_of(begin, at_)});
  (Side(command.argument) == Side::Over ? scripts.superscript : scripts.subscript) = std::move(label);
  add(row, std::move(scripts), begin);
}

void Parser::parse_class(Row& row, const Command& command, const Token& token) {
  const std::size_t begin = at_ - 1;
  std::optional<Row> body = parse_argument(token, row);
  if (!body) return;
  const Limits limits = command.argument == 1 ? Limits::InDisplay : Limits::Never;
  // \mathop{\arg\max} is one already.
  auto* word = body->size() == 1 && limits != Limits::Never ? std::get_if<Word>(&body->front().content) : nullptr;
  if (word) return add(row, Word{std::move(word->text), WordRole::Function, limits}, begin);
  add(row, Group{std::move(*body), command.atom_class, limits}, begin);
}

// \left( … \middle| … \right).
void Parser::parse_left(Row& row, const Token& token) {
  const std::size_t begin = at_ - 1;
  if (token.partner == kNoPartner || token.partner >= end_) {
    skip_spaces();
    const std::size_t end = !done() && this->token().taken ? at_ + 1 : begin + 1;
    at_ = begin + 1;
    return add_unread(row, begin, end, Problem::UnmatchedLeft);
  }
  const auto delimiter = [this] {
    skip_spaces();
    return fence_delimiter(tokens_[at_++]);
  };
  Fence fence;
  fence.kept = true;
  fence.open = delimiter();
  const std::size_t body = at_, outer_end = end_, right = token.partner;
  // \middle is only read directly inside: its tokens are split off here, before the row is parsed.
  std::size_t piece = body;
  for (std::size_t i = body; i <= right; ++i) {
    const Token& each = tokens_[i];
    const Command* command = each.kind == TokenKind::Command ? find_command(each.name) : nullptr;
    const bool middle = command && command->kind == CommandKind::Middle && i + 1 < right;
    if (!middle && i < right) {
      if (each.partner != kNoPartner && each.partner > i && each.partner < right) i = each.partner;
      continue;
    }
    Row part = parse_range(piece, i);
    if (piece > body) part.erase(part.begin(), std::find_if_not(part.begin(), part.end(), is_thin));
    for (Node& node : part) fence.body.push_back(std::move(node));
    if (!middle) break;
    while (!fence.body.empty() && is_thin(fence.body.back())) fence.body.pop_back();
    at_ = i + 1;
    skip_spaces();
    if (!this->token().taken) {
      add_unread(fence.body, i, i + 1, Problem::MissingDelimiter, {"\\middle"});
    } else {
      // A bar is a relation, which takes the height of its brackets anyhow.
      const char32_t character = delimiter();
      if (is_bar(character)) {
        add(fence.body, Symbol{character, AtomClass::Relation}, i);
      } else {
        add(fence.body, Middle{character}, i);
      }
    }
    i = at_ - 1;
    piece = at_;
  }
  at_ = right + 1;
  end_ = tokens_.size();
  fence.close = delimiter();
  end_ = outer_end;
  // σ\!\left( x: takes back a space that TeX sets before \left and that is not set here.
  if (!row.empty() && is_thin(row.back()) && std::get<Space>(row.back().content).mu < 0) row.pop_back();
  // p(z\left| x \right.), as MathType writes a condition.
  if (is_bar(fence.open) && fence.close == 0 && !row.empty() && is_operand(row.back())) {
    row.push_back(Node{Symbol{fence.open, AtomClass::Relation}, span_of(begin, body)});
    return append(row, std::move(fence.body));
  }
  add(row, std::move(fence), begin);
}

// \sideset{_a^b}{_c^d}\sum: scripts at the four corners of an operator, whose limits follow.
void Parser::parse_side_set(Row& row, const Token& token) {
  const std::size_t begin = at_ - 1;
  const auto left = raw_argument(), right = left ? raw_argument() : std::nullopt;
  if (!right) return report_missing(row, token, "");
  std::optional<Row> base = parse_argument(token, row);
  if (!base) return;
  for (Node& node : *base) {
    if (auto* big = std::get_if<BigOperator>(&node.content)) big->limits = Limits::Never;
  }
  Group group;
  group.atom_class = AtomClass::Operator;
  group.limits = Limits::InDisplay;
  group.body = parse_range(left->first, left->second);
  Row behind = parse_range(right->first, right->second);
  auto* scripts = behind.empty() ? nullptr : std::get_if<Scripts>(&behind.front().content);
  if (scripts && scripts->base.empty()) {
    scripts->base = std::move(*base);
  } else {
    append(group.body, std::move(*base));
  }
  append(group.body, std::move(behind));
  add(row, std::move(group), begin);
}

// \pmod{n}.
void Parser::parse_parenthesised(Row& row, const Command& command, const Token& token) {
  const std::size_t begin = at_ - 1;
  std::optional<Row> body = parse_argument(token, row);
  if (!body) return;
  Fence fence;
  fence.open = U'(';
  fence.close = U')';
  fence.body.push_back(
      Node{Word{std::string(command.text), WordRole::Function, Limits::Never}, span_of(begin, begin + 1)});
  fence.body.push_back(Node{Space{3}, span_of(begin, begin)});
  for (Node& node : *body) fence.body.push_back(std::move(node));
  row.push_back(Node{Space{18}, span_of(begin, begin)});
  add(row, std::move(fence), begin);
}

}  // namespace sixiang::math
