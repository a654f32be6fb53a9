#include "diagram/table_content.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "label/label.h"

namespace sixiang {

namespace {

constexpr float kTint = 0.88f;     // of the card's colour in every other row
constexpr float kBolder = 0.012f;  // em, of names: the first column, the head and rows that stand out
constexpr std::array<std::string_view, 3> kTicks{"✓", "✔", "☑"};
constexpr std::array<std::string_view, 4> kCrosses{"✗", "✘", "✕", "☒"};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

// Without blanks around it, and with escaped borders as themselves.
CellText trimmed(const std::string& row, std::size_t begin, std::size_t end) {
  while (begin < end && is_blank(row[begin])) ++begin;
  while (end > begin && is_blank(row[end - 1])) --end;
  CellText cell{row.substr(begin, end - begin), begin};
  for (std::size_t at = cell.text.find("\\|"); at != std::string::npos; at = cell.text.find("\\|", at + 1)) {
    cell.text.erase(at, 1);
  }
  return cell;
}

// Bytes of the row.
std::vector<std::size_t> borders_of(const std::string& row) {
  std::vector<std::size_t> borders;
  for (const LabelPart& part : parse_label(row).parts) {
    if (part.kind != LabelPart::Kind::Text) continue;
    for (std::size_t i = part.begin; i < part.end; ++i) {
      if (row[i] == '|' && (i == 0 || row[i - 1] != '\\')) borders.push_back(i);
    }
  }
  return borders;
}

CellSign sign_of(const std::string& text) {
  if (std::find(kTicks.begin(), kTicks.end(), text) != kTicks.end()) return CellSign::Tick;
  if (std::find(kCrosses.begin(), kCrosses.end(), text) != kCrosses.end()) return CellSign::Cross;
  return CellSign::None;
}

// "107°C", "−3.5%", "¥ 1,200", "≈ 5": what is compared by its size.
bool is_number(const std::string& text) {
  for (const char* before : {"+", "-", "−", "¥", "€", "\\$", "~", "≈", "<", ">", "≤", "≥", " "}) {
    if (text.rfind(before, 0) == 0) return is_number(text.substr(std::string_view(before).size()));
  }
  return !text.empty() && text[0] >= '0' && text[0] <= '9' && text.size() <= 24;
}

class Measurer {
 public:
  Measurer(const TableDiagram& table, const DiagramStyle& style, const FontSet& fonts, Drawing& drawing)
      : table_(table), style_(style), fonts_(fonts), drawing_(drawing) {}

  MeasuredTable run() {
    count_ = table_.columns.size();
    std::vector<std::vector<CellText>> rows;
    for (const TableRow& row : table_.rows) {
      rows.push_back(cells_of(row.text));
      count_ = std::max(count_, rows.back().size());
    }
    if (!table_.columns.empty()) add_head();
    for (std::size_t i = 0; i < rows.size(); ++i) add_row(i, rows[i]);
    for (std::size_t column = 0; column < count_; ++column) result_.aligns.push_back(align_of(column, rows));
    return std::move(result_);
  }

 private:
  void add_head() {
    ContentRow& row = result_.rows.emplace_back();
    row.fill = style_.head.value_or(style_.accent);
    row.is_head = true;
    for (std::size_t i = 0; i < count_; ++i) {
      const std::string text = i < table_.columns.size() ? table_.columns[i].text : std::string();
      add_cell(row, {text, 0}, block_of(item_id("columns", i), "text"));
    }
  }

  void add_row(std::size_t index, const std::vector<CellText>& cells) {
    ContentRow& row = result_.rows.emplace_back();
    row.source = table_.rows[index].text;
    row.stands_out = table_.rows[index].fill.has_value();
    const Color zebra = index % 2 == 0 ? style_.card : mixed(style_.accent, style_.card, kTint);
    row.fill = table_.rows[index].fill.value_or(zebra);
    for (std::size_t i = 0; i < count_; ++i) {
      BlockId block = block_of(item_id("rows", index), "text");
      block.block = item_id(block.block, i);
      add_cell(row, i < cells.size() ? cells[i] : CellText{}, std::move(block));
    }
  }

  void add_cell(ContentRow& row, const CellText& source, BlockId block) {
    ContentCell& cell = row.cells.emplace_back();
    cell.column = row.cells.size() - 1;
    cell.block = std::move(block);
    cell.sign = sign_of(source.text);
    if (cell.sign != CellSign::None) return;
    DiagramStyle own = style_;
    if (row.is_head || row.stands_out || cell.column == 0) own.embolden += kBolder;
    cell.text = measure_text(source.text, row.fill, own, fonts_);
    move_text(cell.text, source.offset);
    report_text(drawing_, cell.text, cell.block);
  }

  TextAlign align_of(std::size_t column, const std::vector<std::vector<CellText>>& rows) const {
    const ColumnAlign wanted = column < table_.columns.size() ? table_.columns[column].align : ColumnAlign::Auto;
    switch (wanted) {
      case ColumnAlign::Left:
        return TextAlign::Left;
      case ColumnAlign::Center:
        return TextAlign::Center;
      case ColumnAlign::Right:
        return TextAlign::Right;
      case ColumnAlign::Auto:
        break;
    }
    const auto all = [&](auto holds) {
      return std::all_of(rows.begin(), rows.end(), [&](const std::vector<CellText>& cells) {
        return column >= cells.size() || cells[column].text.empty() || holds(cells[column].text);
      });
    };
    if (column > 0 && all(is_number)) return TextAlign::Right;
    return all([](const std::string& text) { return sign_of(text) != CellSign::None; }) ? TextAlign::Center
                                                                                        : TextAlign::Left;
  }

  const TableDiagram& table_;
  const DiagramStyle& style_;
  const FontSet& fonts_;
  Drawing& drawing_;
  std::size_t count_ = 0;
  MeasuredTable result_;
};

}  // namespace

std::vector<CellText> cells_of(const std::string& row) {
  std::vector<std::size_t> borders = borders_of(row);
  const auto is_at_end = [&](std::size_t from, std::size_t to) {
    return std::all_of(row.begin() + std::ptrdiff_t(from), row.begin() + std::ptrdiff_t(to), is_blank);
  };
  std::size_t begin = 0, end = row.size();
  if (borders.size() > 1 && is_at_end(0, borders.front())) {
    begin = borders.front() + 1;
    borders.erase(borders.begin());
  }
  if (begin > 0 && !borders.empty() && is_at_end(borders.back() + 1, end)) {
    end = borders.back();
    borders.pop_back();
  }
  borders.resize(std::min(borders.size(), kMostCells - 1));
  std::vector<CellText> cells;
  for (std::size_t border : borders) {
    cells.push_back(trimmed(row, begin, border));
    begin = border + 1;
  }
  cells.push_back(trimmed(row, begin, end));
  return cells;
}

MeasuredTable measure_table(const TableDiagram& table, const DiagramStyle& style, const FontSet& fonts,
                            Drawing& drawing) {
  return Measurer(table, style, fonts, drawing).run();
}

}  // namespace sixiang
