#include "brief/outline_lines.h"

#include <algorithm>

#include "brief/outline_text.h"

namespace sixiang::brief {

namespace {

constexpr std::string_view kOpen = "<!--", kClose = "-->";

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::size_t width_of_indent(std::string_view line) {
  std::size_t width = 0;
  for (const char c : line) {
    if (!is_blank(c)) break;
    width += c == '\t' ? 4 : 1;
  }
  return width;
}

bool is_rule(std::string_view text) {
  return text.size() >= 3 && std::string_view("-*_").find(text[0]) != std::string_view::npos &&
         text.find_first_not_of(text[0]) == std::string_view::npos;
}

// "## x": 2; 0: no heading.
std::size_t heading_level(std::string_view text) {
  const std::size_t level = std::min(text.find_first_not_of('#'), text.size());
  return level <= 6 && (level == text.size() || is_blank(text[level])) ? level : 0;
}

std::string_view without_closing_marks(std::string_view heading) {
  const std::size_t end = heading.find_last_not_of('#');
  if (end == std::string_view::npos) return {};
  return is_blank(heading[end]) ? trimmed_blanks(heading.substr(0, end)) : heading;
}

std::size_t fence_length(std::string_view text) {
  if (text.empty() || (text[0] != '`' && text[0] != '~')) return 0;
  const std::size_t length = std::min(text.find_first_not_of(text[0]), text.size());
  return length >= 3 ? length : 0;
}

bool begins_item(std::string_view text) {
  const bool has_mark = std::string_view("-*+").find(text[0]) != std::string_view::npos;
  return (has_mark && (text.size() == 1 || is_blank(text[1]))) || text.starts_with("•");
}

}  // namespace

OutlineLine read_outline_line(std::string_view line) {
  OutlineLine read;
  const std::string_view text = trimmed_blanks(line);
  if (text.empty()) return read;
  read.indent = width_of_indent(line);
  const auto as = [&](OutlineKind kind, std::string_view rest) {
    read.kind = kind;
    read.text = std::string(trimmed_blanks(rest));
    return read;
  };
  if (const std::size_t level = heading_level(text); level > 0) {
    read.level = int(level);
    return as(OutlineKind::Heading, without_closing_marks(trimmed_blanks(text.substr(level))));
  }
  if (const std::size_t length = fence_length(text); length > 0) return as(OutlineKind::Fence, text.substr(length));
  if (is_rule(text)) return as(OutlineKind::Rule, text);
  if (text[0] == '|') return as(OutlineKind::Row, text);
  if (text[0] == '>') return as(OutlineKind::Quote, text.substr(1));
  if (begins_item(text)) return as(OutlineKind::Item, text.substr(text.starts_with("•") ? 3 : 1));
  if (const std::size_t digits = ordinal_digits(text); digits > 0) {
    read.is_numbered = true;
    return as(OutlineKind::Item, text.substr(digits + 1));
  }
  if (is_stressed_line(text)) return as(OutlineKind::Stressed, text);
  return as(OutlineKind::Text, text);
}

Uncommented without_comments(const std::vector<NumberedLine>& lines, std::size_t at) {
  Uncommented read;
  std::string_view rest = lines[at].text;
  for (std::size_t open = rest.find(kOpen); open != std::string_view::npos; open = rest.find(kOpen)) {
    read.text += rest.substr(0, open);
    rest.remove_prefix(open + kOpen.size());
    std::string comment;
    std::size_t close = rest.find(kClose);
    while (close == std::string_view::npos && at + read.lines < lines.size()) {
      comment += std::string(rest) + "\n";
      rest = lines[at + read.lines++].text;
      close = rest.find(kClose);
    }
    read.is_open = close == std::string_view::npos;
    if (read.is_open) return read;
    comment += rest.substr(0, close);
    read.comments.emplace_back(std::move(comment));
    rest.remove_prefix(close + kClose.size());
  }
  read.text += rest;
  return read;
}

std::vector<NumberedLine> fenced_lines(const std::vector<NumberedLine>& lines, std::size_t& at) {
  std::vector<NumberedLine> inner;
  const std::string_view opening = lines[at].text;
  const std::size_t indent = opening.find_first_not_of(" \t");
  const char mark = opening[indent];
  const std::size_t length = fence_length(opening.substr(indent));
  while (at + 1 < lines.size()) {
    const std::string_view line = lines[++at].text, text = trimmed_blanks(line);
    if (fence_length(text) >= length && text[0] == mark && text.find_first_not_of(mark) == std::string_view::npos)
      break;
    const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
    inner.push_back({lines[at].number, line.substr(std::min(blanks, indent))});
  }
  return inner;
}

std::string row_text(std::string_view line) {
  std::string_view text = trimmed_blanks(line);
  if (text.starts_with("|")) text.remove_prefix(1);
  if (text.ends_with("|") && !text.ends_with("\\|")) text.remove_suffix(1);
  text = trimmed_blanks(text);
  std::string row;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_blank(text[i])) {
      row += text[i++];
      continue;
    }
    const std::size_t end = text.find_first_not_of(" \t", i);
    const bool is_beside_border = row.ends_with('|') || text[end] == '|';
    row += is_beside_border ? std::string_view(" ") : text.substr(i, end - i);
    i = end;
  }
  return row;
}

bool is_delimiter_row(std::string_view row) {
  return row.find('-') != std::string_view::npos && row.find_first_not_of("|-: \t") == std::string_view::npos;
}

std::vector<std::string> cells_of_head(std::string_view row) {
  std::vector<std::string> cells(1);
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '|' && (i == 0 || row[i - 1] != '\\')) {
      cells.emplace_back();
    } else {
      cells.back() += row[i];
    }
  }
  for (std::string& cell : cells) cell = std::string(trimmed_blanks(cell));
  return cells;
}

}  // namespace sixiang::brief
