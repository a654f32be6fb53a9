#include "brief/free_tables.h"

#include <algorithm>

#include "brief/free_fields.h"

namespace sixiang::brief {

namespace {

std::vector<View> cells_of(View row) {
  std::vector<View> cells;
  row = trimmed(row, U"|");
  for (std::size_t begin = 0; begin <= row.size();) {
    const std::size_t end = std::min(row.find(U'|', begin), row.size());
    cells.push_back(trimmed(row.substr(begin, end - begin)));
    begin = end + 1;
  }
  return cells;
}

bool is_row(const Line& line) { return begins_with(line.text, U"|"); }

// What a column says of a card; Callout: nothing that is known.
SectionField column_field(View head) {
  const Text low = folded(head);
  if (contains(low, U"位置") || contains(low, U"大小") || contains(low, U"跨") || contains(low, U"占位") ||
      low == U"position" || low == U"size")
    return SectionField::Place;
  if (contains(low, U"底色") || contains(low, U"颜色") || contains(low, U"配色") || contains(low, U"填充") ||
      ends_with(low, U"色") || low == U"color")
    return SectionField::Fill;
  if (contains(low, U"标题") || contains(low, U"名称") || low == U"title") return SectionField::Title;
  if (low == U"序号" || low == U"编号" || low == U"no" || low == U"#") return SectionField::Number;
  if (contains(low, U"图标") || low == U"icon") return SectionField::Icon;
  if (contains(low, U"公式") || low == U"formula") return SectionField::Key;
  if (contains(low, U"文字") || contains(low, U"内容") || contains(low, U"要点") || contains(low, U"文案") ||
      low == U"text" || low == U"content")
    return SectionField::Text;
  return SectionField::Callout;
}

// Bars of a row that has no others; full-width ones, or ASCII ones with blanks.
std::size_t bars_in(const Line& line) {
  if (line.marker != Marker::None || line.heading > 0 || line.field || is_row(line)) return 0;
  return std::size_t(std::count(line.text.begin(), line.text.end(), U'｜')) +
         std::size_t(std::count(line.text.begin(), line.text.end(), U'|'));
}

}  // namespace

std::vector<Line> with_tables(const std::vector<Line>& lines) {
  std::vector<Line> all;
  for (std::size_t i = 0; i < lines.size();) {
    const std::size_t bars = bars_in(lines[i]);
    std::size_t end = i;
    while (end < lines.size() && bars > 0 && bars_in(lines[end]) == bars) ++end;
    if (end < i + 3) {
      all.push_back(lines[i++]);
      continue;
    }
    for (std::size_t row = i; row < end; ++row) {
      all.push_back(lines[row]);
      all.back().text = U"|" + replaced(lines[row].text, U"｜", U"|") + U"|";
      if (row > i) continue;
      all.push_back(all.back());
      all.back().text = U"|";
      for (std::size_t cell = 0; cell <= bars; ++cell) all.back().text += U"---|";
    }
    i = end;
  }
  return all;
}

std::vector<Line> with_steps(const std::vector<Line>& lines) {
  std::vector<Line> all;
  for (const Line& line : lines) {
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; line.marker == Marker::None && line.heading == 0 && !line.field && at < line.text.size();
         ++at) {
      if (line.text[at] == U'第' && starts.size() < 32 && read_counted(View(line.text).substr(at, 8)))
        starts.push_back(at);
    }
    if (starts.size() < 3) {
      all.push_back(line);
      continue;
    }
    const auto add = [&](View text) {
      text = trimmed(text, U"；;，,。：:");
      if (text.empty()) return;
      all.push_back(line);
      all.back().text = Text(text);
    };
    add(View(line.text).substr(0, starts[0]));
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : line.text.size();
      const View step = View(line.text).substr(starts[i], end - starts[i]);
      // Behind the last one's stop the page is spoken of again.
      const std::size_t stop = i + 1 < starts.size() ? View::npos : find_outside(step, U"。");
      add(step.substr(0, stop));
      if (stop == View::npos || stop + 1 >= step.size()) continue;
      all.emplace_back();
      all.back().number = line.number;
      add(step.substr(stop + 1));
    }
  }
  return all;
}

bool is_card_table(const std::vector<Line>& lines, std::size_t begin) {
  if (begin + 2 >= lines.size() || !is_row(lines[begin]) || !is_row(lines[begin + 2])) return false;
  bool has_title = false, has_look = false;
  for (const View cell : cells_of(lines[begin].text)) {
    const SectionField field = column_field(cell);
    has_title = has_title || field == SectionField::Title;
    has_look = has_look || field == SectionField::Place || field == SectionField::Fill;
  }
  return has_title && has_look;
}

std::vector<FreeSection> cards_of_table(const std::vector<Line>& lines, std::size_t& begin) {
  std::vector<SectionField> fields;
  for (const View cell : cells_of(lines[begin].text)) fields.push_back(column_field(cell));
  std::vector<FreeSection> cards;
  for (begin += 2; begin < lines.size() && is_row(lines[begin]); ++begin) {
    const Line& row = lines[begin];
    FreeSection card;
    card.line = row.number;
    const std::vector<View> cells = cells_of(row.text);
    Text place;
    for (std::size_t i = 0; i < cells.size() && i < fields.size(); ++i) {
      if (cells[i].empty()) continue;
      if (fields[i] == SectionField::Title) {
        card.head.title = card.head.reference = Text(trimmed(cells[i], U"*"));
      } else if (fields[i] == SectionField::Place) {
        place += Text(cells[i]) + U" ";
      } else if (fields[i] == SectionField::Text || fields[i] == SectionField::Callout) {
        for (Line& line : list_lines_of(cells[i], row.number)) card.lines.push_back(std::move(line));
      } else {
        card.lines.push_back(field_line(fields[i], cells[i], row.number));
      }
    }
    if (!place.empty()) card.lines.push_back(field_line(SectionField::Place, place, row.number));
    if (!card.head.title.empty()) cards.push_back(std::move(card));
  }
  return cards;
}

}  // namespace sixiang::brief
