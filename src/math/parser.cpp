#include "math/parser.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "math/characters.h"

namespace sixiang::math {

Parser::Parser(std::string_view source)
    : expansion_(source),
      source_(expansion_.text()),
      list_(tokenize(source_, expansion_.applied() ? Reading::Latex : Reading::Habits)),
      tokens_(list_.tokens),
      latex_(list_.latex) {
  pair_brackets(tokens_);
  read_letters_as_operators(tokens_);
  const auto is_dollar = [](const Token& each) { return each.kind == TokenKind::Character && each.character == U'$'; };
  dollars_enclose_ = std::count_if(tokens_.begin(), tokens_.end(), is_dollar) % 2 == 0;
  end_ = tokens_.size();
}

ParsedFormula Parser::run() {
  ParsedFormula formula;
  formula.tree = parse_lines();
  if (list_.read_bytes < source_.size()) {
    const SourceSpan rest{list_.read_bytes, source_.size() - list_.read_bytes};
    formula.tree.push_back(Node{Unread{std::string(source_.substr(rest.offset))}, rest});
    report(rest, Problem::FormulaTooLong, {std::to_string(kMaxCodePoints)});
  }
  expansion_.restore_spans(formula.tree);
  for (Diagnostic& each : diagnostics_) {
    const SourceSpan span = expansion_.typed({each.offset, each.length});
    each.offset = span.offset;
    each.length = span.length;
  }
  diagnostics_.insert(diagnostics_.end(), expansion_.hints().begin(), expansion_.hints().end());
  std::stable_sort(diagnostics_.begin(), diagnostics_.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.offset < b.offset; });
  formula.diagnostics = std::move(diagnostics_);
  return formula;
}

// `\\` outside every bracket parts the formula into lines, aligned where there is an &.
Row Parser::parse_lines() {
  bool several = false, aligned = false;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const Token& each = tokens_[i];
    if (each.partner != kNoPartner && each.partner > i) {
      i = each.partner;
      continue;
    }
    aligned = aligned || (each.kind == TokenKind::Character && each.character == U'&');
    several = several || is_row_break(each);
  }
  if (!several) return parse_range(0, tokens_.size());
  Table table;
  table.kind = aligned ? TableKind::Aligned : TableKind::Gathered;
  parse_cells(table, 0, tokens_.size());
  Row row;
  row.push_back(Node{std::move(table), span_of(0, tokens_.size())});
  return row;
}

namespace {

// {{a+b}}: braces around all that there is group nothing.
void unwrap(Row& row) {
  const Group* group = row.size() == 1 ? std::get_if<Group>(&row.front().content) : nullptr;
  if (!group || group->atom_class != AtomClass::Ordinary || group->limits != Limits::Never) return;
  Row body = std::move(std::get<Group>(row.front().content).body);
  row = std::move(body);
}

}  // namespace

Row Parser::parse_range(std::size_t begin, std::size_t end) {
  const Nesting nesting(*this);
  const std::size_t outer_at = at_, outer_end = end_;
  const Alphabet outer_alphabet = alphabet_;
  at_ = begin;
  end_ = end;
  Row row;
  if (too_deep() && begin < end) {
    add_unread(row, begin, end, Problem::FormulaTooDeep, {std::to_string(kMaxNesting)});
  } else {
    row = parse_row();
    unwrap(row);
  }
  at_ = outer_at;
  end_ = outer_end;
  alphabet_ = outer_alphabet;
  return row;
}

bool is_thin(const Node& node) {
  const auto* space = std::get_if<Space>(&node.content);
  return space && std::abs(space->mu) <= kThickSpace;
}

namespace {

// q\,\|\,p: thin spaces that TeX needs around a bar, which is a relation here and has its own.
void close_up_relations(Row& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto* symbol = std::get_if<Symbol>(&row[i].content);
    if (!symbol || symbol->atom_class != AtomClass::Relation || !is_bar(symbol->character)) continue;
    while (i + 1 < row.size() && is_thin(row[i + 1])) row.erase(row.begin() + std::ptrdiff_t(i) + 1);
    for (; i > 0 && is_thin(row[i - 1]); --i) row.erase(row.begin() + std::ptrdiff_t(i) - 1);
  }
}

}  // namespace

Row Parser::parse_row() {
  Row row;
  std::vector<char> gaps;  // for each node: was there a space before it
  char gap = 0;
  while (!done()) {
    if (token().kind == TokenKind::Space) {
      gap = 1;
      ++at_;
      continue;
    }
    const bool taken =
        (at_character(U'/') && script_depth_ == 0 && parse_slash(row, gaps)) || parse_evaluation(row, gaps);
    if (taken) {
      gap = 0;
      continue;
    }
    const Command* command = token().kind == TokenKind::Command ? find_command(token().name) : nullptr;
    if (command && command->kind == CommandKind::Choose && !row.empty()) {
      ++at_;
      const SourceSpan span = span_of(at_ - 1, end_);
      const Nesting nesting(*this);
      Row whole;
      Row numerator = std::move(row);
      const std::size_t offset = numerator.front().span.offset;
      whole.push_back(
          choose(std::move(numerator), parse_row(), *command, {offset, span.offset + span.length - offset}));
      return whole;
    }
    const std::size_t before = row.size();
    parse_item(row);
    gaps.resize(row.size(), 0);
    if (before < row.size()) gaps[before] = gap;
    gap = 0;
  }
  close_up_relations(row);
  return row;
}

void Parser::parse_item(Row& row) {
  const std::size_t begin = row.size();
  std::size_t first = begin;
  const bool bare_script =
      token().kind == TokenKind::ScriptOpen || at_character(U'_') || at_character(U'^') || at_character(U'′');
  if (!bare_script) {
    parse_element(row, Runs::Whole);
    if (row.size() > first) first = row.size() - 1;
    parse_marks(row, first);
  }
  parse_scripts(row, first);
  // \text{if } brings its space along; any other parts the name from what follows.
  if (first > begin && first < row.size() && std::holds_alternative<Space>(row[first].content)) --first;
  finish_word(row, first);
}

void append(Row& to, Row nodes) {
  for (Node& node : nodes) to.push_back(std::move(node));
}

bool Parser::at_character(char32_t c) const {
  return !done() && token().kind == TokenKind::Character && token().character == c;
}

void Parser::skip_spaces() {
  while (!done() && token().kind == TokenKind::Space) ++at_;
}

SourceSpan Parser::span_of(std::size_t begin, std::size_t end) const {
  if (begin >= end) return {begin < tokens_.size() ? tokens_[begin].span.offset : list_.read_bytes, 0};
  const SourceSpan last = tokens_[end - 1].span;
  return {tokens_[begin].span.offset, last.offset + last.length - tokens_[begin].span.offset};
}

std::string_view Parser::text_of(std::size_t begin, std::size_t end) const {
  const SourceSpan span = span_of(begin, end);
  return source_.substr(span.offset, span.length);
}

void Parser::add_all(Row& row, Row nodes, std::size_t begin) {
  if (nodes.size() == 1 && is_operand(nodes.front())) {
    row.push_back(std::move(nodes.front()));
    row.back().span = span_of(begin, at_);
    return;
  }
  Group group;
  group.body = std::move(nodes);
  add(row, std::move(group), begin);
}

void Parser::add_unread(Row& row, std::size_t begin, std::size_t end, Problem problem,
                        std::initializer_list<std::string_view> named) {
  at_ = std::max(at_, end);
  const SourceSpan span = span_of(begin, end);
  row.push_back(Node{Unread{std::string(text_of(begin, end))}, span});
  report(span, problem, named);
}

void Parser::report(SourceSpan span, Problem problem, std::initializer_list<std::string_view> named) {
  Diagnostic diagnostic = make_diagnostic(problem, named);
  diagnostic.offset = span.offset;
  diagnostic.length = span.length;
  diagnostics_.push_back(std::move(diagnostic));
}

ParsedFormula parse(std::string_view source) { return Parser(source).run(); }

}  // namespace sixiang::math
