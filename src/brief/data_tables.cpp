#include "brief/data_tables.h"

#include <algorithm>

#include "brief/data_sections.h"
#include "brief/tables.h"

namespace sixiang::brief {

namespace {

constexpr std::size_t kMostBars = 16;

const Node* find_list(const Node& map, std::initializer_list<Member> members) {
  for (const Member member : members) {
    for (const Node& child : map.children) {
      if (member_of(child) == member && child.kind == Node::Kind::List) return &child;
    }
  }
  return nullptr;
}

Text cell(const Node& node) {
  return single_spaced(trimmed(replaced(replaced(words_of_node(node), U"\n", U" "), U"|", U"\\|")));
}

std::vector<Text> cells_of(const Node& row) {
  std::vector<Text> cells;
  for (const Node& child : row.children) {
    const Member member = member_of(child);
    if (row.kind == Node::Kind::Map && (member == Member::Fill || member == Member::Id || member == Member::Style))
      continue;
    // {name, values: [...]}
    if (child.kind == Node::Kind::List) {
      for (const Node& one : child.children) cells.push_back(cell(one));
    } else {
      cells.push_back(cell(child));
    }
  }
  if (row.kind == Node::Kind::Scalar) {
    for (const Extent part : split(row.value, U"|")) cells.push_back(Text(trimmed(slice(row.value, part))));
  }
  return cells;
}

Text line_of(const std::vector<Text>& cells) {
  Text line = U"|";
  for (const Text& text : cells) line += U" " + text + U" |";
  return line;
}

// What the rows' members are called, where people would print that.
std::vector<Text> keys_of(const Node& rows) {
  std::vector<Text> keys;
  if (rows.children.empty() || rows.children[0].kind != Node::Kind::Map) return keys;
  for (const Node& member : rows.children[0].children) {
    if (has_han(member.key)) keys.push_back(member.key);
  }
  if (keys.size() != cells_of(rows.children[0]).size()) keys.clear();
  return keys;
}

}  // namespace

std::vector<Text> table_lines(const Node& node) {
  const bool is_map = node.kind == Node::Kind::Map;
  const Node* rows =
      is_map ? find_list(node, {Member::TableRows, Member::Text, Member::Chart, Member::Container}) : &node;
  const Node* head = is_map ? find_list(node, {Member::TableHead, Member::Columns, Member::Group}) : nullptr;
  if (!rows) return {};
  std::vector<Text> cells = head ? cells_of(*head) : keys_of(*rows);
  std::vector<std::vector<Text>> body;
  for (const Node& row : rows->children) body.push_back(cells_of(row));
  std::size_t width = cells.size();
  for (const std::vector<Text>& row : body) width = std::max(width, row.size());
  if (!cells.empty() && cells.size() + 1 == width) cells.insert(cells.begin(), U" ");
  std::vector<Text> lines;
  if (!cells.empty()) {
    lines.push_back(line_of(cells));
    lines.push_back(line_of(std::vector<Text>(cells.size(), U"---")));
  }
  for (const std::vector<Text>& row : body) {
    if (!row.empty()) lines.push_back(line_of(row));
  }
  return lines;
}

bool draws_chart(const Node& section) {
  const Node* kind = find_member(section, Member::Layout);
  const Text words = kind ? folded(words_of_node(*kind)) : Text();
  return find_member(section, Member::Unit) || contains(words, U"chart") || holds_word(words, U"bar") ||
         holds_word(words, U"bars") || contains(words, U"柱") || contains(words, U"条形");
}

std::optional<DraftDiagram> bars_of(const Node& node, const Node* unit) {
  const bool is_map = node.kind == Node::Kind::Map;
  const Node* list = is_map ? find_list(node, {Member::Text, Member::Chart, Member::Container, Member::TableRows,
                                               Member::Value, Member::Group})
                            : &node;
  if (is_map && find_member(node, Member::Unit)) unit = find_member(node, Member::Unit);
  BarsDiagram bars;
  const auto add = [&](const Text& name, const Text& value, const Node* own_unit) {
    std::optional<Quantity> quantity = read_quantity(value);
    if (!quantity || name.empty() || bars.rows.size() >= kMostBars) return false;
    if (own_unit && quantity->unit.empty()) quantity->unit = to_utf8(own_unit->value);
    if (unit && quantity->unit.empty()) quantity->unit = to_utf8(unit->value);
    if (!bars.rows.empty() && quantity->unit != bars.unit) return false;
    bars.unit = quantity->unit;
    bars.rows.emplace_back();
    bars.rows.back().name = to_utf8(name);
    bars.rows.back().value = float(quantity->value);
    return true;
  };
  if (!list) list = &node;
  for (const Node& child : list->children) {
    if (child.kind == Node::Kind::Scalar && list->kind == Node::Kind::Map) {
      const Member member = member_of(child);
      if (member == Member::Unit || member == Member::Layout || member == Member::Title) continue;
      if (!add(child.key, child.value, nullptr)) return std::nullopt;
      continue;
    }
    if (child.kind != Node::Kind::Map) return std::nullopt;
    const Node* value = find_member(child, Member::Value);
    const Node* name = find_member(child, Member::Label);
    if (!name) name = find_member(child, Member::Title);
    if (!name) name = find_member(child, Member::Date);
    if (!name) name = find_member(child, Member::Text);
    if (!value || !name || child.children.size() > 4) return std::nullopt;
    if (!add(name->value, value->value, find_member(child, Member::Unit))) return std::nullopt;
  }
  if (bars.rows.size() < 2) return std::nullopt;
  DraftDiagram diagram;
  diagram.content = std::move(bars);
  diagram.line = node.line;
  return diagram;
}

}  // namespace sixiang::brief
