#include "brief/tables.h"

#include <algorithm>

#include "brief/formulas.h"
#include "brief/quotes.h"

namespace sixiang::brief {

namespace {

bool is_row(const Line& line) {
  return line.marker == Marker::None && line.heading == 0 && begins_with(line.text, U"|");
}

std::vector<Text> cells_of_row(View text) {
  text = trimmed(text);
  if (begins_with(text, U"|")) text.remove_prefix(1);
  if (ends_with(text, U"|") && !ends_with(text, U"\\|")) text.remove_suffix(1);
  std::vector<Text> cells(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == U'\\' && i + 1 < text.size() && text[i + 1] == U'|') {
      cells.back() += U"\\|";
      ++i;
    } else if (text[i] == U'|') {
      cells.emplace_back();
    } else {
      cells.back() += text[i];
    }
  }
  for (Text& cell : cells) cell = Text(trimmed(cell));
  return cells;
}

// «:---», «---:», «:---:».
bool is_rule_cell(View cell) {
  return cell.size() >= 1 && contains(cell, U"-") && cell.find_first_not_of(U":-") == View::npos;
}
ColumnAlign align_of(View cell) {
  const bool left = cell.front() == U':', right = cell.back() == U':';
  if (left && right) return ColumnAlign::Center;
  return right ? ColumnAlign::Right : left ? ColumnAlign::Left : ColumnAlign::Auto;
}

std::string cell_text(View cell) {
  const Text bare = replaced(cell, U"\\|", U"|");
  const Text marked = mark_formulas(contains(bare, U"`") ? replaced(bare, U"`", U"") : bare).text;
  return to_utf8(replaced(marked, U"|", U"\\|"));
}

}  // namespace

std::optional<Quantity> read_quantity(View source) {
  const Text text = plain(trimmed(source));
  std::size_t i = 0;
  double value = 0, place = 0;
  for (; i < text.size() && (is_digit(text[i]) || text[i] == U',' || text[i] == U'.'); ++i) {
    if (text[i] == U',') continue;
    if (text[i] == U'.') {
      if (place > 0) return std::nullopt;
      place = 1;
    } else if (place > 0) {
      place /= 10;
      value += place * double(text[i] - U'0');
    } else if (value < 1e11) {
      value = 10 * value + double(text[i] - U'0');
    }
  }
  if (i == 0 || !is_digit(text[0])) return std::nullopt;
  const View unit = trimmed(View(text).substr(i));
  if (unit.size() > 6 || std::any_of(unit.begin(), unit.end(), is_digit)) return std::nullopt;
  return Quantity{value, to_utf8(unit)};
}

std::size_t read_table(Context& context, DraftSection& section, const std::vector<Line>& lines, std::size_t begin,
                       const std::string& where) {
  std::size_t end = begin;
  while (end < lines.size() && is_row(lines[end])) ++end;
  if (end < begin + 2) return 0;
  TableDiagram table;
  std::vector<ColumnAlign> aligns;
  bool has_head = false;
  for (std::size_t i = begin; i < end; ++i) {
    std::vector<Text> cells = cells_of_row(lines[i].text);
    context.report.read(lines[i].number, "table of " + where);
    if (i == begin + 1 && std::all_of(cells.begin(), cells.end(), is_rule_cell)) {
      for (const Text& cell : cells) aligns.push_back(align_of(cell));
      has_head = true;
      continue;
    }
    if (cells.size() > kMostCells) {
      context.report.leave_out(lines[i].number, cells[kMostCells], too_many());
      cells.resize(kMostCells);
    }
    TableRow row;
    for (const Text& cell : cells) row.text += (row.text.empty() && &cell == &cells[0] ? "" : " | ") + cell_text(cell);
    if (table.rows.size() >= 32) {
      context.report.leave_out(lines[i].number, lines[i].text, too_many());
    } else {
      table.rows.push_back(std::move(row));
    }
  }
  if (has_head && !table.rows.empty()) {
    const std::vector<Text> head = cells_of_row(lines[begin].text);
    for (std::size_t c = 0; c < head.size() && c < kMostCells; ++c) {
      table.columns.emplace_back();
      table.columns.back().text = cell_text(head[c]);
      if (c < aligns.size()) table.columns.back().align = aligns[c];
    }
    table.rows.erase(table.rows.begin());
  }
  DraftDiagram diagram;
  diagram.content = std::move(table);
  diagram.line = lines[begin].number;
  section.diagrams.push_back(std::move(diagram));
  return end - begin;
}

namespace {

// «算术平均: 12400 元», «人工 31%».
std::optional<std::pair<Text, Quantity>> read_bar(View text) {
  const std::optional<Field> field = read_field(text);
  const std::size_t blank = text.find_last_of(U' ');
  if (!field && blank == View::npos) return std::nullopt;
  const Text name = field ? field->key : Text(trimmed(text.substr(0, blank)));
  std::optional<Quantity> quantity = read_quantity(field ? View(field->value) : text.substr(blank + 1));
  // «百分之三十 80 分»: the number before its unit.
  if (!quantity && !field) {
    const std::size_t number = text.substr(0, blank).find_last_of(U' ');
    if (number == View::npos) return std::nullopt;
    quantity = read_quantity(text.substr(number + 1));
    if (!quantity) return std::nullopt;
    return std::pair{Text(trimmed(text.substr(0, number))), *quantity};
  }
  if (!quantity) return std::nullopt;
  return std::pair{name, *quantity};
}

bool add_bar_row(BarsDiagram& bars, View text) {
  const auto bar = read_bar(text);
  if (!bar || (!bars.rows.empty() && bar->second.unit != bars.unit)) return false;
  bars.unit = bar->second.unit;
  bars.rows.emplace_back();
  bars.rows.back().name = to_utf8(bar->first);
  bars.rows.back().value = float(bar->second.value);
  return true;
}

// A table of names and numbers.
bool take_table(DraftSection& section, BarsDiagram& bars) {
  const TableDiagram* table =
      section.diagrams.empty() ? nullptr : std::get_if<TableDiagram>(&section.diagrams.back().content);
  if (!table || table->columns.size() != 2) return false;
  for (const TableRow& row : table->rows) {
    const std::vector<Text> cells = cells_of_row(to_text(row.text));
    if (cells.size() != 2 || !add_bar_row(bars, cells[0] + U": " + cells[1])) return false;
  }
  section.diagrams.pop_back();
  return true;
}

}  // namespace

bool take_bars(Context& context, DraftSection& section, int line, const std::string& where) {
  BarsDiagram bars;
  if (!take_table(section, bars)) {
    bars = {};
    for (const DraftLabel& label : section.labels) {
      if (label.role != LabelRole::Text) continue;  // a note below
      // «康定 2500, 新都桥 3460»: all in one line.
      for (const Extent piece : split(label.text, U",，;；、")) {
        if (!add_bar_row(bars, slice(View(label.text), piece))) return false;
      }
    }
    if (bars.rows.size() < 2 || bars.rows.size() > 16) return false;
    std::erase_if(section.labels, [](const DraftLabel& label) { return label.role == LabelRole::Text; });
  }
  if (bars.rows.size() < 2 || bars.rows.size() > 16) return false;
  DraftDiagram diagram;
  diagram.content = std::move(bars);
  diagram.line = line;
  section.diagrams.push_back(std::move(diagram));
  context.report.read(line, "bars of " + where);
  return true;
}

}  // namespace sixiang::brief
