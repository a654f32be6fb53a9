#include "brief/color_rows.h"

#include <algorithm>

namespace sixiang::brief {

namespace {

// Of all tables, until `visit(section, row)` says that it has done what it should.
template <class Visit>
bool visit_rows(Draft& draft, const Visit& visit) {
  for (DraftSection& section : draft.sections) {
    for (DraftDiagram& diagram : section.diagrams) {
      TableDiagram* table = std::get_if<TableDiagram>(&diagram.content);
      if (table && std::any_of(table->rows.begin(), table->rows.end(), visit)) return true;
    }
  }
  return false;
}

bool speaks_of(View text, std::initializer_list<View> words) { return holds_any(text, words); }

}  // namespace

bool color_table_heads(Draft& draft, Color color) {
  for (DraftSection& section : draft.sections) {
    for (const DraftDiagram& diagram : section.diagrams) {
      if (std::holds_alternative<TableDiagram>(diagram.content)) section.header = color;
    }
  }
  return true;
}

bool color_highlighted_rows(Draft& draft, Color color) {
  bool is_any = false;
  visit_rows(draft, [&](TableRow& row) {
    if (row.fill) {
      row.fill = color;
      is_any = true;
    }
    return false;
  });
  return is_any;
}

bool color_row(Draft& draft, View said, Color color) {
  return visit_rows(draft, [&](TableRow& row) {
    const Text text = folded(to_text(row.text));
    const View first = trimmed(View(text).substr(0, text.find(U'|')));
    if (first.size() < 2 || !contains(said, first)) return false;
    row.fill = color;
    return true;
  });
}

std::vector<std::size_t> cards_of_row(const Draft& draft, View target) {
  std::vector<std::size_t> cards;
  for (std::size_t i = 0; i < draft.sections.size(); ++i) {
    if (draft.sections[i].place == SectionPlace::Flow) cards.push_back(i);
  }
  const auto columns = std::size_t(draft.columns);
  if (columns < 1 || cards.size() <= columns) return {};
  const std::size_t rows = (cards.size() + columns - 1) / columns;
  std::size_t row = rows;
  if (speaks_of(target, {U"top", U"upper", U"first", U"上排", U"第一", U"上面"})) row = 0;
  if (speaks_of(target, {U"middle", U"second", U"中排", U"中间", U"第二"})) row = 1;
  if (speaks_of(target, {U"third", U"第三"})) row = 2;
  if (speaks_of(target, {U"bottom", U"lower", U"last", U"下排", U"最后", U"下面"})) row = rows - 1;
  if (row >= rows) return {};
  const auto begin = cards.begin() + std::ptrdiff_t(row * columns);
  return {begin, cards.begin() + std::ptrdiff_t(std::min(cards.size(), (row + 1) * columns))};
}

}  // namespace sixiang::brief
