#include "brief/settings_tables.h"

#include <algorithm>

#include "brief/color_words.h"
#include "brief/keys.h"
#include "brief/outline_titles.h"

namespace sixiang::brief {

namespace {

bool is_row(const Line& line) { return begins_with(line.text, U"|"); }

// Of two columns.
std::vector<View> cells_of(View row) {
  std::vector<View> cells;
  row = trimmed(row, U"|");
  for (std::size_t begin = 0; begin <= row.size() && cells.size() < 4;) {
    const std::size_t end = std::min(row.find(U'|', begin), row.size());
    cells.push_back(trimmed(row.substr(begin, end - begin), U"*"));
    begin = end + 1;
  }
  return cells;
}

bool is_setting(View key) {
  const Text low = folded(key);
  for (const View word : {U"表头", U"重点行", U"高亮行", U"文字", U"文字颜色", U"字色", U"卡片", U"方向", U"页面"}) {
    if (low == word) return true;
  }
  const OutlineTitle title = read_outline_title(key);
  return (title.meaning != HeadMeaning::Section && !title.is_doubtful) || find_topic(key).has_value();
}

// More than half of its rows are of the page.
bool is_of_settings(const std::vector<Line>& lines, std::size_t begin, std::size_t end) {
  std::size_t settings = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const std::vector<View> cells = cells_of(lines[i].text);
    if (cells.size() != 2) return false;
    if (i > begin + 1 && is_setting(cells[0])) ++settings;
  }
  return end >= begin + 4 && 2 * settings > end - begin - 2;
}

}  // namespace

std::vector<Line> without_settings_tables(const std::vector<Line>& lines, Report& report) {
  std::vector<Line> all;
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t end = i;
    while (end < lines.size() && is_row(lines[end])) ++end;
    if (end == i || !is_of_settings(lines, i, end)) {
      const std::size_t stop = std::max(end, i + 1);
      all.insert(all.end(), lines.begin() + std::ptrdiff_t(i), lines.begin() + std::ptrdiff_t(stop));
      i = stop;
      continue;
    }
    report.read(lines[i].number, "settings of the page");
    report.read(lines[i + 1].number, "settings of the page");
    for (std::size_t row = i + 2; row < end; ++row) {
      const std::vector<View> cells = cells_of(lines[row].text);
      all.push_back(lines[row]);
      const std::optional<Topic> topic = find_topic(cells[0]);
      const bool is_known = topic == Topic::Background || topic == Topic::Colors || topic == Topic::Layout ||
                            topic == Topic::Aspect || topic == Topic::Bar || topic == Topic::Style;
      // «| 箭头 | 深灰 #555B66 |» is of colours.
      const bool is_of_colors = count_codes(cells[1]) > 0 && topic && !is_known;
      all.back().text =
          is_of_colors ? U"配色：" + Text(cells[0]) + U" " + Text(cells[1]) : Text(cells[0]) + U"：" + Text(cells[1]);
    }
    i = end;
  }
  return all;
}

}  // namespace sixiang::brief
