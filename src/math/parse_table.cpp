#include <algorithm>
#include <utility>

#include "math/characters.h"
#include "math/command_symbols.h"
#include "math/parser.h"

namespace sixiang::math {
namespace {

struct Environment {
  std::string_view name;
  TableKind kind;
  char32_t open = 0, close = 0;
  std::string_view columns = {};
};

constexpr Environment kEnvironments[] = {
    {"matrix", TableKind::Matrix},
    {"smallmatrix", TableKind::Matrix},
    {"array", TableKind::Matrix},
    {"tabular", TableKind::Tabular},
    {"tabularx", TableKind::Tabular},
    {"tabulary", TableKind::Tabular},
    {"longtable", TableKind::Tabular},
    {"makecell", TableKind::Tabular, 0, 0, "c"},
    {"pmatrix", TableKind::Matrix, U'(', U')'},
    {"bmatrix", TableKind::Matrix, U'[', U']'},
    {"Bmatrix", TableKind::Matrix, U'{', U'}'},
    {"vmatrix", TableKind::Matrix, U'|', U'|'},
    {"Vmatrix", TableKind::Matrix, U'‖', U'‖'},
    {"cases", TableKind::Cases, U'{', 0},
    {"dcases", TableKind::Cases, U'{', 0},
    {"rcases", TableKind::Cases, 0, U'}'},
    {"drcases", TableKind::Cases, 0, U'}'},
    {"darray", TableKind::Matrix},
    {"subarray", TableKind::Stack},
    {"aligned", TableKind::Aligned},
    {"align", TableKind::Aligned},
    {"alignat", TableKind::Aligned},
    {"alignedat", TableKind::Aligned},
    {"flalign", TableKind::Aligned},
    {"split", TableKind::Aligned},
    {"eqnarray", TableKind::Aligned, 0, 0, "rcl"},
    {"IEEEeqnarray", TableKind::Aligned, 0, 0, "rcl"},
    {"IEEEeqnarraybox", TableKind::Aligned, 0, 0, "rcl"},
    {"numcases", TableKind::Cases, U'{', 0},
    {"subnumcases", TableKind::Cases, U'{', 0},
    {"multline", TableKind::Gathered},
    {"gathered", TableKind::Gathered},
    {"gather", TableKind::Gathered},
    {"equation", TableKind::Gathered},
    {"subequations", TableKind::Gathered},
    {"displaymath", TableKind::Gathered},
    {"math", TableKind::Gathered},
    {"table", TableKind::Gathered},
    {"center", TableKind::Gathered},
};

// A starred form differs only in its numbering.
const Environment* find_environment(std::string_view name) {
  if (!name.empty() && name.back() == '*') name.remove_suffix(1);
  for (const Environment& environment : kEnvironments) {
    if (environment.name == name) return &environment;
  }
  return nullptr;
}

bool takes_columns(std::string_view name) {
  for (std::string_view each : {"array", "tabular", "tabular*", "tabularx", "tabulary", "longtable", "darray",
                                "subarray", "alignat", "alignat*", "alignedat"}) {
    if (name == each) return true;
  }
  return name.size() > 7 && name.substr(name.size() - 7) == "matrix*";
}

bool is_float(std::string_view name) { return name == "table" || name == "table*" || name == "center"; }

// {\linewidth} before the columns.
bool takes_width(std::string_view name) { return name == "tabular*" || name == "tabularx" || name == "tabulary"; }

bool is_ieee(std::string_view name) { return name.substr(0, 12) == "IEEEeqnarray"; }

// {f(x)=} stands before the brace.
bool takes_left_side(std::string_view name) { return name == "numcases" || name == "subnumcases"; }

// \empheqlbrace, \empheqrbrack: the delimiter; 0 for anything else.
char32_t empheq_delimiter(const Token& token) {
  constexpr std::string_view kPrefix = "empheq";
  if (token.kind != TokenKind::Command || token.name.substr(0, kPrefix.size()) != kPrefix) return 0;
  const std::optional<Symbol> symbol = find_command_symbol(token.name.substr(kPrefix.size()));
  return symbol ? symbol->character : 0;
}

bool is_lone_backslash(const Token& token) { return token.name == " " || token.name == "\n"; }

}  // namespace

bool is_environment(std::string_view name) { return find_environment(name) != nullptr; }

// \begin{name} … \end{name}; the two are paired already.
void Parser::parse_environment(Row& row, const Token& token) {
  const std::size_t begin = at_ - 1;
  const std::size_t end = token.partner;
  const auto name_range = raw_argument();
  if (end == kNoPartner || end >= end_ || !name_range) {
    return add_unread(row, begin, at_, Problem::UnmatchedEnvironment);
  }
  const std::string_view name = name_in(*name_range);
  if (name == "empheq" || name == "empheq*") return parse_empheq(row, begin, end);
  const Environment* environment = name_range->first < name_range->second ? find_environment(name) : nullptr;
  const std::size_t body = at_;
  at_ = end + 1;
  const auto end_name = raw_argument();
  const std::size_t behind = at_;
  const bool same = end_name && name_in(*end_name) == name;
  if (!environment || !same) {
    add_unread(row, begin, body, environment ? Problem::OtherEnvironmentEnds : Problem::UnknownEnvironment);
    for (Node& node : parse_range(body, end)) row.push_back(std::move(node));
    row.push_back(Node{Unread{std::string(text_of(end, behind))}, span_of(end, behind)});
    return;
  }
  const std::size_t outer_end = end_;
  Table table;
  table.kind = environment->kind;
  table.columns = environment->columns;
  std::size_t cells = body;
  at_ = body;
  if (takes_columns(name)) {
    end_ = end;
    if (takes_width(name)) skip_arguments(1);
    if (table.kind == TableKind::Tabular && bracket_end()) at_ = *bracket_end();  // [t]: where the lines around it are
    parse_columns(table);
    end_ = outer_end;
    cells = at_;
  } else if (is_ieee(name)) {
    parse_ieee_columns(table);
    cells = at_;
  } else if (takes_left_side(name)) {
    if (const auto left = raw_argument()) append(row, parse_range(left->first, left->second));
    cells = at_;
  }
  mend_row_breaks(cells, end);
  parse_body(table, name, cells, end);
  at_ = behind;
  add_table(row, std::move(table), environment->open, environment->close, begin);
}

// What is put beside the body of an empheq.
struct Parser::EmpheqSides {
  char32_t open = 0, close = 0;
  Row before, behind;
};

// \begin{empheq}[left={f=\empheqlbrace}]{align} … \end{empheq}: `at_` is behind the name. A box around it is drawn.
void Parser::parse_empheq(Row& row, std::size_t begin, std::size_t end) {
  const std::size_t options = at_, outer_end = std::exchange(end_, end);
  if (const std::optional<std::size_t> behind = bracket_end()) at_ = *behind;
  const std::size_t options_end = at_;
  const auto inner = raw_argument();
  const std::size_t body = at_;
  end_ = outer_end;
  at_ = end + 1;
  raw_argument();
  const Environment* environment = inner ? find_environment(name_in(*inner)) : nullptr;
  if (!environment) {
    const std::size_t behind = at_;
    add_unread(row, begin, body, Problem::UnknownEnvironment);
    append(row, parse_range(body, end));
    row.push_back(Node{Unread{std::string(text_of(end, behind))}, span_of(end, behind)});
    return;
  }
  EmpheqSides sides{environment->open, environment->close, {}, {}};
  parse_empheq_sides(sides, options, options_end);
  append(row, std::move(sides.before));
  Table table;
  table.kind = environment->kind;
  table.columns = environment->columns;
  mend_row_breaks(body, end);
  parse_cells(table, body, end);
  if (text_of(options, options_end).find("box") == std::string_view::npos) {
    add_table(row, std::move(table), sides.open, sides.close, begin);
  } else {
    Enclosure box{EnclosureKind::Box, {}};
    add_table(box.body, std::move(table), sides.open, sides.close, begin);
    add(row, std::move(box), begin);
  }
  append(row, std::move(sides.behind));
}

// left=\empheqlbrace, right={\empheqrbrace x}.
void Parser::parse_empheq_sides(EmpheqSides& sides, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const bool braced = is_character(tokens_[i], U'{') && tokens_[i].partner != kNoPartner;
    const std::size_t first = braced ? i + 1 : i, last = braced ? tokens_[i].partner : i + 1;
    std::size_t at = first;
    while (at < last && !empheq_delimiter(tokens_[at])) ++at;
    const char32_t delimiter = at < last ? empheq_delimiter(tokens_[at]) : 0;
    if (delimiter) (is_closing_bracket(delimiter) ? sides.close : sides.open) = delimiter;
    if (!braced) continue;
    const std::string_view key = text_of(begin, i);
    const auto is_key = [key](std::string_view name) {
      return key.size() > name.size() && key.substr(key.size() - name.size()) == name;
    };
    i = last;
    if (is_key("box=")) continue;
    Row& side = is_key("right=") ? sides.behind : sides.before;
    append(side, parse_range(first, at));
    if (at + 1 < last) append(side, parse_range(at + 1, last));
  }
}

// [c]{rCl}: capitals space the relations in their column as between operands. What else stands there are gaps.
void Parser::parse_ieee_columns(Table& table) {
  if (const std::optional<std::size_t> end = bracket_end()) at_ = *end;
  const auto range = raw_argument();
  if (!range) return;
  std::string columns;
  for (std::size_t i = range->first; i < range->second; ++i) {
    if (tokens_[i].kind != TokenKind::Character) continue;
    const char32_t c = tokens_[i].character | 0x20;
    if (c == U'l' || c == U'c' || c == U'r') columns.push_back(char(c));
  }
  if (!columns.empty()) table.columns = columns;
}

void Parser::parse_body(Table& table, std::string_view name, std::size_t begin, std::size_t end) {
  if (is_float(name)) return parse_float(table, begin, end);
  if (table.kind == TableKind::Tabular) return parse_text_cells(table, begin, end);
  parse_cells(table, begin, end);
}

void Parser::add_table(Row& row, Table table, char32_t open, char32_t close, std::size_t begin) {
  if (open == 0 && close == 0) return add(row, std::move(table), begin);
  Fence fence{open, close, {}, true};
  fence.body.push_back(Node{std::move(table), span_of(begin, at_)});
  add(row, std::move(fence), begin);
}

// An environment's name: a table that is written with a mark has it in one token.
std::string_view Parser::name_in(std::pair<std::size_t, std::size_t> range) const {
  const bool given = range.first + 1 == range.second && tokens_[range.first].kind == TokenKind::Character;
  return given && !tokens_[range.first].name.empty() ? tokens_[range.first].name : text_of(range.first, range.second);
}

// \pmatrix{a & b \cr c & d}, as plain TeX writes tables; \substack{a \\ b}.
void Parser::parse_table_command(Row& row, const Command& command, const Token& token) {
  const std::size_t begin = at_ - 1;
  const auto range = raw_argument();
  if (!range) return report_missing(row, token, "");
  const Environment& environment = *find_environment(command.text);
  Table table;
  table.kind = environment.kind;
  table.columns = environment.columns;
  parse_body(table, command.text, range->first, range->second);
  add_table(row, std::move(table), environment.open, environment.close, begin);
}

// {j=1 \\ j≠i} below a sign: \substack is forgotten often enough.
Row Parser::parse_script_lines(std::size_t begin, std::size_t end) {
  std::size_t last = kNoPartner;
  for (std::size_t i = begin; latex_ && i < end; ++i) {
    if (tokens_[i].partner != kNoPartner && tokens_[i].partner > i) {
      i = tokens_[i].partner;
      continue;
    }
    if (is_row_break(tokens_[i])) last = i;
  }
  if (last == kNoPartner) return parse_range(begin, end);
  report(tokens_[last].span, Problem::RowBreakInScript);
  const Nesting nesting(*this);
  Table table;
  table.kind = TableKind::Stack;
  parse_cells(table, begin, end);
  Row row;
  row.push_back(Node{std::move(table), span_of(begin, end)});
  return row;
}

// Markdown takes one of two backslashes away. In an environment that has no \\ itself, one before & ends a row; one at
// the end of a line does in any.
void Parser::mend_row_breaks(std::size_t begin, std::size_t end) {
  const auto first = tokens_.begin() + std::ptrdiff_t(begin), last = tokens_.begin() + std::ptrdiff_t(end);
  const bool whole = std::any_of(first, last, is_row_break);
  for (std::size_t i = begin; i < end; ++i) {
    if (tokens_[i].partner != kNoPartner && tokens_[i].partner > i && tokens_[i].partner < end) {
      i = tokens_[i].partner;
      continue;
    }
    if (tokens_[i].kind != TokenKind::Command || !is_lone_backslash(tokens_[i])) continue;
    std::size_t next = i + 1;
    while (next < end && tokens_[next].kind == TokenKind::Space) ++next;
    const bool before_cell = !whole && next < end && is_character(tokens_[next], U'&');
    const SourceSpan blank = tokens_[i].span;
    const std::string_view between =
        next < tokens_.size() ? source_.substr(blank.offset, tokens_[next].span.offset - blank.offset) : "";
    if (!before_cell && between.find('\n') == std::string_view::npos) continue;
    tokens_[i].name = "\\";
    report(blank, Problem::LoneBackslash);
  }
}

// Rows at \\, cells at &; brackets and nested environments are stepped over. An empty last row is none.
void Parser::parse_cells(Table& table, std::size_t begin, std::size_t end) {
  std::vector<std::vector<Row>>& rows = table.cells;
  rows.resize(1);
  const std::size_t outer_end = end_;
  end_ = end;
  std::size_t cell = parse_rules(table, begin, end);
  for (std::size_t i = cell; i < end; ++i) {
    const Token& each = tokens_[i];
    if (each.partner != kNoPartner && each.partner > i && each.partner < end) {
      i = each.partner;
      continue;
    }
    const bool next_cell = each.kind == TokenKind::Character && each.character == U'&';
    const Command* command = each.kind == TokenKind::Command ? find_command(each.name) : nullptr;
    const bool next_row = is_row_break(each);
    // \intertext{…} is a line by itself.
    const bool aside = command && (each.name == "intertext" || each.name == "shortintertext") && i + 1 < end &&
                       tokens_[i + 1].partner != kNoPartner;
    if (!next_cell && !next_row && !aside) continue;
    if (aside) i = std::min<std::size_t>(tokens_[i + 1].partner + 1, end);
    rows.back().push_back(parse_cell(table, cell, i));
    if (aside) --i;
    cell = i + 1;
    if (next_cell) continue;
    rows.emplace_back();
    cell = parse_rules(table, skip_line_gap(cell, end), end);
    i = cell - 1;
  }
  Row last = parse_cell(table, cell, end);
  if (!last.empty() || !rows.back().empty()) rows.back().push_back(std::move(last));
  if (rows.back().empty()) rows.pop_back();
  end_ = outer_end;
}

// What stands behind the & of plain TeX's \cases is text: & if $x<0$.
Row Parser::parse_cell(const Table& table, std::size_t begin, std::size_t end) {
  const auto first = tokens_.begin() + std::ptrdiff_t(begin), last = tokens_.begin() + std::ptrdiff_t(end);
  const bool has_dollar = std::any_of(first, last, [](const Token& each) { return is_character(each, U'$'); });
  const bool is_text = table.kind == TableKind::Cases && has_dollar && !table.cells.back().empty();
  return is_text ? parse_text_range(begin, end, TextFace::Formula) : parse_range(begin, end);
}

// \\[2pt]: the extra space is not followed, but it is no content either.
std::size_t Parser::skip_line_gap(std::size_t at, std::size_t end) const {
  if (at >= end || tokens_[at].kind != TokenKind::Character || tokens_[at].character != U'[') return at;
  const std::uint32_t partner = tokens_[at].partner;
  if (partner == kNoPartner || partner >= end) return at;
  for (std::string_view unit : {"pt", "em", "ex", "mm", "cm", "mu"}) {
    const std::string_view text = text_of(at, partner);
    if (text.size() > 2 && text.substr(text.size() - 2) == unit) return partner + 1;
  }
  return at;
}

}  // namespace sixiang::math
