#include "label/pasted_labels.h"

#include <algorithm>

#include "base/byte_range.h"
#include "label/inline_marks.h"
#include "label/list_marker.h"

namespace sixiang {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kLineEnds[] = {"\r\n", "\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"};
constexpr std::string_view kBetweenCells = " | ";
constexpr std::string_view kFence = "```";

std::string with_line_feeds(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto end = std::find_if(std::begin(kLineEnds), std::end(kLineEnds),
                                  [&](std::string_view each) { return text.substr(i, each.size()) == each; });
    const bool ends = end != std::end(kLineEnds);
    result += ends ? '\n' : text[i];
    i += ends ? end->size() : 1;
  }
  return result;
}

// Spreadsheets put a cell with line ends, tabs or quotation marks between quotation marks, and write each of its own
// twice.
std::string without_cell_quotes(const std::string& text) {
  if (text.find('\t') == std::string::npos) return text;
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_start = i == 0 || text[i - 1] == '\t' || text[i - 1] == '\n';
    std::string cell;
    std::size_t end = i + 1;
    bool is_quoted = false;  // for a reason
    while (is_start && text[i] == '"' && end < text.size() && (text[end] != '"' || text.substr(end, 2) == "\"\"")) {
      const bool is_mark = text[end] == '"', is_blank = text[end] == '\n' || text[end] == '\t';
      is_quoted = is_quoted || is_mark || is_blank;
      cell += is_blank ? ' ' : text[end];
      end += is_mark ? 2 : 1;
    }
    const bool ends = end + 1 >= text.size() || text[end + 1] == '\t' || text[end + 1] == '\n';
    if (is_quoted && end < text.size() && ends) {
      result += cell;
      i = end;
    } else {
      result += text[i];
    }
  }
  return result;
}

std::vector<ByteRange> formulas_of(std::string_view text) {
  std::vector<ByteRange> result;
  for (std::size_t at = find_mark(text, 0); at != kNone;) {
    const InlineMark mark = read_mark(text, at);
    if (mark.kind == MarkKind::Formula) result.push_back(mark.outer);
    at = find_mark(text, mark.outer.end);
  }
  return result;
}

// Those that no formula holds.
std::vector<std::size_t> places_of(char c, std::string_view text) {
  const std::vector<ByteRange> formulas = formulas_of(text);
  std::vector<std::size_t> result;
  std::size_t next = 0;
  for (std::size_t at = text.find(c); at != kNone; at = text.find(c, at + 1)) {
    while (next < formulas.size() && formulas[next].end <= at) ++next;
    if (next == formulas.size() || at < formulas[next].begin) result.push_back(at);
  }
  return result;
}

std::vector<std::string_view> pieces(std::string_view text, const std::vector<std::size_t>& places) {
  std::vector<std::string_view> result;
  std::size_t begin = 0;
  for (const std::size_t place : places) {
    result.push_back(text.substr(begin, place - begin));
    begin = place + 1;
  }
  result.push_back(text.substr(begin));
  return result;
}

bool is_blank(std::string_view line) { return without_blanks(line).empty(); }

// `---`, `* * *`
bool is_rule(std::string_view line) {
  std::size_t count = 0;
  for (const char c : line) {
    if (c == ' ') continue;
    if (c != line[0] || std::string_view("-*_").find(c) == kNone) return false;
    ++count;
  }
  return count >= 3;
}

// `|---|:-:|`
bool is_table_rule(std::string_view line) {
  return line.find('|') != kNone && line.find('-') != kNone && line.find_first_not_of("|-: \t") == kNone;
}

bool is_bar_row(std::string_view line) { return line.size() > 2 && line.front() == '|' && line.back() == '|'; }

std::string joined_cells(std::vector<std::string_view> cells) {
  for (std::string_view& cell : cells) cell = without_blanks(cell);
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
  std::string result;
  for (std::size_t i = 0; i < cells.size(); ++i) result.append(i > 0 ? kBetweenCells : "").append(cells[i]);
  return result;
}

std::string row_of_bars(std::string_view line) {
  std::vector<std::size_t> bars = places_of('|', line);
  const auto is_escaped = [line](std::size_t at) { return at > 0 && line[at - 1] == '\\'; };
  bars.erase(std::remove_if(bars.begin(), bars.end(), is_escaped), bars.end());
  std::vector<std::string_view> cells = pieces(line, bars);
  if (!line.empty() && line.front() == '|') cells.erase(cells.begin());
  std::string row = joined_cells(std::move(cells));
  for (std::size_t at = row.find("\\|"); at != std::string::npos; at = row.find("\\|", at + 1)) row.erase(at, 1);
  return row;
}

std::string row_of_tabs(std::string_view line) { return joined_cells(pieces(line, places_of('\t', line))); }

class Splitter {
 public:
  explicit Splitter(std::string_view text) : lines_(pieces(text, places_of('\n', text))), numbers_(lines_) {
    is_grid_ = std::all_of(lines_.begin(), lines_.end(), [this](std::string_view line) { return may_be_row(line); }) &&
               std::any_of(lines_.begin(), lines_.end(), has_cells);
  }

  std::vector<std::string> split() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string_view line = without_blanks(lines_[i]);
      if (line.substr(0, kFence.size()) == kFence) {
        i = add_fenced(i);
      } else if (is_grid_) {
        add(row_of_tabs(lines_[i]));
      } else if (is_bar_row(line) || is_of_table(i)) {
        if (!is_table_rule(line)) add(row_of_bars(line));
      } else {
        add_line(lines_[i]);
      }
    }
    return std::move(result_);
  }

 private:
  static bool has_cells(std::string_view line) { return without_blanks(line).find('\t') != kNone; }

  // In a table of nothing but rows, a tab at the beginning is an empty cell.
  bool may_be_row(std::string_view line) const {
    if (is_blank(line)) return true;
    return line.find('\t') != kNone && read_marker(without_blanks(line), numbers_).kind == MarkerKind::None;
  }

  // With the rule below it, or below the rule as far as there are bars.
  bool is_of_table(std::size_t i) const {
    if (lines_[i].find('|') == kNone) return false;
    if (i + 1 < lines_.size() && is_table_rule(lines_[i + 1])) return true;
    while (i > 0 && lines_[i].find('|') != kNone && !is_table_rule(lines_[i])) --i;
    return is_table_rule(lines_[i]);
  }

  // Gives the last line of what stands between fences.
  std::size_t add_fenced(std::size_t begin) {
    std::size_t end = begin + 1;
    std::string code;
    for (; end < lines_.size() && without_blanks(lines_[end]).substr(0, kFence.size()) != kFence; ++end) {
      code.append(code.empty() ? "" : "\n").append(lines_[end]);
    }
    add(std::move(code));
    return end;
  }

  void add_line(std::string_view whole) {
    std::string_view line = without_blanks(whole);
    while (!line.empty() && line[0] == '>') line = without_blanks(line.substr(1));
    if (line.empty() || is_rule(line)) return;
    const ListMarker marker = read_marker(line, numbers_);
    const bool is_indented = whole.substr(0, 2) == "  " || whole[0] == '\t';
    if (marker.kind == MarkerKind::None && follows_item_ && is_indented && !result_.empty()) {
      result_.back().append("\n").append(line);
      return;
    }
    line.remove_prefix(marker.length);
    add(has_cells(line) ? row_of_tabs(line) : std::string(line));
    follows_item_ = marker.kind == MarkerKind::Item;
  }

  void add(std::string label) {
    follows_item_ = false;
    if (!label.empty()) result_.push_back(std::move(label));
  }

  const std::vector<std::string_view> lines_;
  const LineNumbers numbers_;
  bool is_grid_ = false;
  bool follows_item_ = false;
  std::vector<std::string> result_;
};

}  // namespace

std::vector<std::string> labels_of_pasted(std::string_view text) {
  const std::string one = label_of_pasted(text);
  if (one.empty()) return {};
  if (places_of('\n', one).empty()) return {one};
  // A tab at the beginning may be an empty cell.
  return Splitter(without_cell_quotes(with_line_feeds(text))).split();
}

std::string label_of_pasted(std::string_view text) {
  const std::string lines = with_line_feeds(text);
  std::string_view result = lines;
  for (std::size_t before = result.size() + 1; before != result.size();) {
    before = result.size();
    result = without_blanks(result);
    while (!result.empty() && result.front() == '\n') result.remove_prefix(1);
    while (!result.empty() && result.back() == '\n') result.remove_suffix(1);
  }
  return std::string(result);
}

}  // namespace sixiang
