#include <utility>

#include "math/characters.h"
#include "math/parser.h"

namespace sixiang::math {
namespace {

struct Environment {
  std::string_view name;
  TableKind kind;
  char32_t open = 0, close = 0;
};

constexpr Environment kEnvironments[] = {
    {"matrix", TableKind::Matrix},
    {"smallmatrix", TableKind::Matrix},
    {"array", TableKind::Matrix},
    {"pmatrix", TableKind::Matrix, U'(', U')'},
    {"bmatrix", TableKind::Matrix, U'[', U']'},
    {"Bmatrix", TableKind::Matrix, U'{', U'}'},
    {"vmatrix", TableKind::Matrix, U'|', U'|'},
    {"Vmatrix", TableKind::Matrix, U'‖', U'‖'},
    {"cases", TableKind::Cases, U'{', 0},
    {"dcases", TableKind::Cases, U'{', 0},
    {"rcases", TableKind::Cases, 0, U'}'},
    {"aligned", TableKind::Aligned},
    {"align", TableKind::Aligned},
    {"align*", TableKind::Aligned},
    {"split", TableKind::Aligned},
    {"eqnarray", TableKind::Aligned},
    {"gathered", TableKind::Gathered},
    {"gather", TableKind::Gathered},
    {"gather*", TableKind::Gathered},
    {"equation", TableKind::Gathered},
    {"equation*", TableKind::Gathered},
};

const Environment* find_environment(std::string_view name) {
  for (const Environment& environment : kEnvironments) {
    if (environment.name == name) return &environment;
  }
  return nullptr;
}

}  // namespace

// \begin{name} … \end{name}; the two are paired already.
void Parser::parse_environment(Row& row, const Token& token) {
  const std::size_t begin = at_ - 1;
  const std::size_t end = token.partner;
  const auto name_range = raw_argument();
  if (end == kNoPartner || end >= end_ || !name_range) {
    return add_unread(row, begin, at_, "unmatched-environment",
                      {"\\begin{…} and \\end{…} must come in pairs.", "\\begin{…} 与 \\end{…} 必须成对。"});
  }
  const std::string_view name = text_of(name_range->first, name_range->second);
  const Environment* environment = name_range->first < name_range->second ? find_environment(name) : nullptr;
  const std::size_t body = at_;
  at_ = end + 1;
  const auto end_name = raw_argument();
  const std::size_t behind = at_;
  const bool same = end_name && text_of(end_name->first, end_name->second) == name;
  if (!environment || !same) {
    Message message = environment ? Message{"\\end{…} names another environment.", "\\end{…} 的名称不一致。"}
                                  : Message{"Unknown environment.", "未知环境。"};
    add_unread(row, begin, body, "unknown-environment", std::move(message));
    for (Node& node : parse_range(body, end)) row.push_back(std::move(node));
    row.push_back(Node{Unread{std::string(text_of(end, behind))}, span_of(end, behind)});
    return;
  }
  Table table;
  table.kind = environment->kind;
  std::size_t cells = body;
  at_ = body;
  if (name == "array") {
    if (const auto columns = raw_argument()) {
      for (std::size_t i = columns->first; i < columns->second; ++i) {
        const char32_t c = tokens_[i].character;
        if (c == U'l' || c == U'c' || c == U'r') table.columns.push_back(char(c));
      }
      cells = at_;
    }
  }
  table.cells = parse_cells(cells, end);
  at_ = behind;
  if (environment->open == 0 && environment->close == 0) return add(row, std::move(table), begin);
  Fence fence{environment->open, environment->close, FenceGrowth::Fit, {}};
  fence.body.push_back(Node{std::move(table), span_of(begin, at_)});
  add(row, std::move(fence), begin);
}

void Parser::parse_substack(Row& row, const Token& token) {
  const std::size_t begin = at_ - 1;
  const auto range = raw_argument();
  if (!range) {
    row.push_back(Node{Unread{"\\substack"}, token.span});
    return report(token.span, "missing-argument", {"This command needs something after it.", "这个命令后面缺少内容。"});
  }
  Table table;
  table.kind = TableKind::Stack;
  table.cells = parse_cells(range->first, range->second);
  add(row, std::move(table), begin);
}

// Rows at \\, cells at &; brackets and nested environments are stepped over. An empty last row is none.
std::vector<std::vector<Row>> Parser::parse_cells(std::size_t begin, std::size_t end) {
  std::vector<std::vector<Row>> rows(1);
  const std::size_t outer_end = end_;
  end_ = end;
  std::size_t cell = begin;
  for (std::size_t i = begin; i < end; ++i) {
    const Token& each = tokens_[i];
    if (each.partner != kNoPartner && each.partner > i && each.partner < end) {
      i = each.partner;
      continue;
    }
    const bool next_cell = each.kind == TokenKind::Character && each.character == U'&';
    const Command* command = each.kind == TokenKind::Command ? find_command(each.name) : nullptr;
    const bool next_row = command && command->kind == CommandKind::NewCell;
    if (!next_cell && !next_row) continue;
    rows.back().push_back(parse_range(cell, i));
    cell = i + 1;
    if (!next_row) continue;
    rows.emplace_back();
    cell = skip_line_gap(cell, end);
    i = cell - 1;
  }
  Row last = parse_range(cell, end);
  if (!last.empty() || !rows.back().empty()) rows.back().push_back(std::move(last));
  if (rows.back().empty()) rows.pop_back();
  end_ = outer_end;
  return rows;
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
