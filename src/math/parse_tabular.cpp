// Tables of text (tabular and its kin), and what they share with those of formulas: columns and ruled lines.
#include <algorithm>
#include <tuple>
#include <utility>

#include "math/characters.h"
#include "math/parser.h"

namespace sixiang::math {
namespace {

constexpr std::size_t kMostColumns = 64;  // of a specification: *{9}{*{9}{…}} multiplies

bool is_rule(std::string_view name) {
  for (std::string_view each : {"hline", "hdashline", "toprule", "midrule", "bottomrule"}) {
    if (name == each) return true;
  }
  return false;
}

// Of booktabs: a thickness or a height may stand behind them, \toprule[1.5pt].
bool takes_length(std::string_view name) { return name != "hline" && name != "hdashline" && name != "cline"; }

bool is_partial_rule(std::string_view name) { return name == "cline" || name == "cmidrule"; }

// p{3cm} and the like are paragraphs, X takes what room there is; S aligns numbers, which a poster centres.
char align_letter(char32_t c) {
  switch (c) {
    case U'l':
    case U'p':
    case U'm':
    case U'b':
    case U'X':
    case U'L':
      return 'l';
    case U'c':
    case U'S':
    case U'C':
      return 'c';
    case U'r':
    case U'R':
      return 'r';
    case U'|':
      return '|';
    default:
      return 0;
  }
}

std::size_t number_of(std::string_view digits) {
  std::size_t number = 0;
  for (char c : digits) {
    if (c >= '0' && c <= '9' && number < 1000) number = number * 10 + std::size_t(c - '0');
  }
  return number;
}

}  // namespace

// {lc|r}, [r] of a starred matrix; the number of {alignat} says nothing.
void Parser::parse_columns(Table& table) {
  const std::optional<std::size_t> optional_end = bracket_end();
  const auto range = optional_end ? std::optional(std::make_pair(at_ + 1, *optional_end - 1)) : raw_argument();
  if (!range) return;
  if (optional_end) at_ = *optional_end;
  const bool aligned = table.kind == TableKind::Matrix || table.kind == TableKind::Tabular;
  if (aligned) read_columns(table.columns, range->first, range->second);
}

// What stands in braces behind p, @, ! and > is a width or what is put between; *{3}{c} is ccc.
void Parser::read_columns(std::string& columns, std::size_t begin, std::size_t end) {
  const Nesting nesting(*this);
  const std::size_t outer_at = std::exchange(at_, begin), outer_end = std::exchange(end_, end);
  while (!done() && !too_deep() && columns.size() < kMostColumns) {
    if (at_character(U'∗') || at_character(U'*')) {
      ++at_;
      const auto times = raw_argument(), repeated = raw_argument();
      if (!times || !repeated) continue;
      std::string once;
      read_columns(once, repeated->first, repeated->second);
      const std::size_t count = number_of(text_of(times->first, times->second));
      for (std::size_t i = 0; i < count && columns.size() < kMostColumns; ++i) columns += once;
      continue;
    }
    const char letter = token().kind == TokenKind::Character ? align_letter(token().character) : '\0';
    if (letter != 0) columns.push_back(letter);
    ++at_;
    if (letter != '|') raw_argument();
  }
  at_ = outer_at;
  end_ = outer_end;
}

// (lr){2-3}
void Parser::parse_partial_rule(Table& table) {
  const bool trimmed = at_character(U'(') && token().partner != kNoPartner && token().partner < end_;
  if (trimmed) at_ = token().partner + 1;
  const auto range = raw_argument();
  const std::string_view columns = range ? text_of(range->first, range->second) : "";
  const std::size_t dash = columns.find('-');
  if (dash == std::string_view::npos) return;
  const std::size_t first = number_of(columns.substr(0, dash)), last = number_of(columns.substr(dash + 1));
  if (first > 0 && last >= first) table.lines.push_back({table.cells.size() - 1, first - 1, last, trimmed});
}

// The ruled lines before a row, and blanks; behind them.
std::size_t Parser::parse_rules(Table& table, std::size_t at, std::size_t end) {
  const std::size_t outer_at = std::exchange(at_, at), outer_end = std::exchange(end_, end);
  const std::size_t row = table.cells.size() - 1;
  for (;;) {
    skip_spaces();
    if (done() || token().kind != TokenKind::Command) break;
    const std::string_view name = token().name;
    const bool whole = is_rule(name), partial = is_partial_rule(name);
    if (!whole && !partial && name != "addlinespace") break;
    ++at_;
    if (takes_length(name) && bracket_end()) at_ = *bracket_end();
    if (whole) table.lines.push_back({row});
    if (partial) parse_partial_rule(table);
  }
  end_ = outer_end;
  return std::exchange(at_, outer_at);
}

// Rows at \\, cells at &; formulas, braces and environments are stepped over. What a cell holds is text.
void Parser::parse_text_cells(Table& table, std::size_t begin, std::size_t end) {
  table.cells.resize(1);
  std::size_t cell = parse_rules(table, begin, end);
  for (std::size_t i = cell; i < end; ++i) {
    const Token& each = tokens_[i];
    const bool opens = each.kind == TokenKind::Command || each.character == U'{';
    if (opens && each.partner != kNoPartner && each.partner > i && each.partner < end) {
      i = each.partner;
      continue;
    }
    if (is_character(each, U'$')) {
      while (i + 1 < end && !is_character(tokens_[i + 1], U'$')) ++i;
      ++i;
      continue;
    }
    const bool next_row = is_row_break(each);
    if (!next_row && !is_character(each, U'&')) continue;
    add_text_cell(table, cell, i);
    cell = i + 1;
    if (!next_row) continue;
    table.cells.emplace_back();
    cell = parse_rules(table, skip_line_gap(cell, end), end);
    i = cell - 1;
  }
  if (cell < end || !table.cells.back().empty()) add_text_cell(table, cell, end);
  if (table.cells.back().empty()) table.cells.pop_back();
}

// What table and center enclose: the caption is a line of text, above or below as it stands.
void Parser::parse_float(Table& table, std::size_t begin, std::size_t end) {
  const std::size_t outer_at = std::exchange(at_, begin), outer_end = std::exchange(end_, end);
  if (bracket_end()) begin = at_ = *bracket_end();  // [htbp]
  const auto add_rows = [&](std::size_t last) {
    Row body = parse_range(begin, last);
    if (!body.empty()) table.cells.emplace_back().push_back(std::move(body));
  };
  for (; at_ < end; ++at_) {
    if (token().kind != TokenKind::Command) continue;
    if (token().name != "caption") {
      if (token().partner != kNoPartner && token().partner > at_ && token().partner < end) at_ = token().partner;
      continue;
    }
    add_rows(at_++);
    skip_arguments(0);
    const auto caption = raw_argument();
    if (caption)
      table.cells.emplace_back().push_back(parse_text_range(caption->first, caption->second, TextFace::Label));
    begin = at_--;
  }
  add_rows(end);
  at_ = outer_at;
  end_ = outer_end;
}

// \multicolumn{2}{c}{…} stands in a cell and the ones behind it, which are empty.
void Parser::add_text_cell(Table& table, std::size_t begin, std::size_t end) {
  const std::size_t outer_at = std::exchange(at_, begin), outer_end = std::exchange(end_, end);
  std::vector<Row>& cells = table.cells.back();
  skip_spaces();
  begin = at_;
  while (end > begin && tokens_[end - 1].kind == TokenKind::Space) --end;
  std::size_t further = 0;
  if (!done() && token().kind == TokenKind::Command && token().name == "multicolumn") {
    ++at_;
    const auto count = raw_argument(), align = raw_argument(), content = raw_argument();
    if (count && align && content) {
      TableSpan span{table.cells.size() - 1, cells.size(), number_of(text_of(count->first, count->second)), 'c'};
      std::string letters;
      read_columns(letters, align->first, align->second);
      letters.erase(std::remove(letters.begin(), letters.end(), '|'), letters.end());
      if (!letters.empty()) span.align = letters.front();
      span.count = std::clamp<std::size_t>(span.count, 1, kMostColumns);
      further = span.count - 1;
      if (further > 0) table.spans.push_back(span);
      std::tie(begin, end) = *content;
    }
  }
  cells.push_back(parse_text_range(begin, end, TextFace::Label));
  for (; further > 0; --further) cells.emplace_back();
  at_ = outer_at;
  end_ = outer_end;
}

}  // namespace sixiang::math
