#include "brief/brief.h"

#include <algorithm>

#include "brief/chat_frame.h"
#include "brief/compose.h"
#include "brief/data.h"
#include "brief/free_brief.h"
#include "brief/outline.h"
#include "brief/readers.h"
#include "model/check.h"
#include "model/poster_json.h"

namespace sixiang::brief {

namespace {

// Some bytes are damaged in many a copied text; a text of another encoding is nothing else.
bool is_text(std::string_view text) {
  const Text letters = to_text(text);
  const auto broken = std::count_if(letters.begin(), letters.end(), [](char32_t c) { return c == 0xFFFD || c == 0; });
  return 10 * std::size_t(broken) <= letters.size();
}

bool is_empty(const Draft& draft) { return draft.sections.empty() && !draft.center; }

Error too_long() {
  return {"", {"The text is too long: at most 1 MiB and 5,000 lines are read.", "文字太长：最多读 1 MiB、5000 行。"}};
}
Error no_text() {
  return {
      "",
      {"This is no text in UTF-8. Save it as UTF-8 and try again.", "这不是 UTF-8 编码的文本。请另存为 UTF-8 再试。"}};
}
Error nothing() {
  return {
      "",
      {"This is no brief: there are no sections in it. Give it headings, such as “## Section”, with lines below them.",
       "看不出这是一份文字稿：里面没有板块。请写上标题，比如「## 板块」，内容写在下面。"}};
}

void tell_front_matter(const std::vector<Line>& lines, Report& report) {
  int rules = 0;
  for (const Line& line : lines) {
    if (line.rule && ++rules == 2) return;
    if (rules == 1 && !line.text.empty()) report.read(line.number, "front matter");
    if (rules == 0 && !line.text.empty()) return;
  }
}

using Rewriter = Rewritten (*)(const std::vector<Line>&, Report&);

// `data`: the brief was written as data, and `lines` are what it was rewritten to.
ReadBrief read_one(const std::vector<Line>& lines, const Data* data, Rewriter rewriter, bool& has_content) {
  Draft draft;
  Report report;
  Rewritten plain =
      data ? Rewritten{lines, {}} : rewriter(without_reader_notes(without_chat_frame(lines, report), report), report);
  Document document = read_document(plain.lines);
  document.links = std::move(plain.links);
  Context context{document, draft, report};
  if (!document.front_matter.empty()) tell_front_matter(lines, report);
  read_sections(context);
  if (data) place_data(context, *data);
  read_labels(context);
  read_title(context);
  read_page(context);
  read_links(context);
  read_elements(context);
  read_colors(context);
  if (data) settle_data(context, *data);
  give_siblings_icons(context, lines);
  has_content = !is_empty(draft);
  ReadBrief read;
  read.poster = compose(context);
  report.finish(lines);
  read.left_out = report.left_out();
  read.readings = report.readings();
  return read;
}

void show_lines(std::vector<LineReading>& readings, const std::vector<Line>& lines) {
  for (LineReading& reading : readings) {
    const auto line = std::lower_bound(lines.begin(), lines.end(), reading.line,
                                       [](const Line& other, int number) { return other.number < number; });
    if (line != lines.end() && line->number == reading.line) reading.text = to_utf8(line->text);
  }
}

std::vector<Text> raw_lines(std::string_view utf8) {
  const Text text = to_text(clean_text(utf8));
  std::vector<Text> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(U'\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

// Whether JSON is a brief: sections are found in it, and it does not call itself a document.
bool is_data(std::string_view text) {
  const std::vector<Text> raw = raw_lines(text);
  return is_text(text) && raw.size() <= kMaxBriefLines && read_data(raw, 1).has_value();
}

std::optional<Data> data_of(const std::vector<Text>& raw, const std::vector<Line>& part) {
  if (part.empty()) return std::nullopt;
  const auto begin = std::size_t(part.front().number - 1), end = std::size_t(part.back().number);
  if (end > raw.size()) return std::nullopt;
  return read_data({raw.begin() + std::ptrdiff_t(begin), raw.begin() + std::ptrdiff_t(end)}, part.front().number);
}

// More than what stands at the foot or in the centre.
bool has_sections(const std::vector<ReadBrief>& briefs) {
  return std::any_of(briefs.begin(), briefs.end(), [](const ReadBrief& read) {
    const std::vector<Section>& sections = read.poster.sections;
    return std::any_of(sections.begin(), sections.end(),
                       [](const Section& section) { return section.place == SectionPlace::Flow; });
  });
}

// A part of the file, and the data that it is.
struct Part {
  std::vector<Line> lines;
  std::optional<Data> data;
};

ReadBrief read_part(const Part& part, Rewriter rewriter, bool& has_content) {
  ReadBrief read =
      read_one(part.data ? part.data->lines : part.lines, part.data ? &*part.data : nullptr, rewriter, has_content);
  show_lines(read.readings, part.lines);
  has_content = has_content && check_poster(read.poster).empty();
  return read;
}

std::vector<ReadBrief> briefs_in(const std::vector<Part>& parts, Rewriter rewriter) {
  std::vector<ReadBrief> briefs;
  for (const Part& part : parts) {
    bool has_content = false;
    ReadBrief read = read_part(part, rewriter, has_content);
    if (has_content) briefs.push_back(std::move(read));
  }
  return briefs;
}

}  // namespace

std::string clean_text(std::string_view text) {
  Text clean;
  const Text letters = to_text(text);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char32_t c = letters[i];
    const bool is_pair = c == U'\r' && i + 1 < letters.size() && letters[i + 1] == U'\n';
    if (is_pair || (c == 0xFEFF && i == 0)) continue;
    if (c == U'\r') {
      clean += U'\n';
    } else if (c == 0) {
      clean += char32_t(0xFFFD);
    } else if (c >= U' ' || c == U'\t' || c == U'\n') {
      clean += c;
    }
  }
  return to_utf8(clean);
}

std::string label_text(std::string_view line) { return document_text(to_text(line)); }

bool is_document(std::string_view text) {
  std::string_view start = text;
  if (start.substr(0, 3) == "\xEF\xBB\xBF") start.remove_prefix(3);
  const std::size_t first = start.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return true;
  // A document that is too large is refused before anything is made of it.
  if (start[first] == '{' || start[first] == '[') return text.size() > kMaxBriefBytes || !is_data(text);
  if (is_outline(text)) return false;
  return text.size() <= kMaxBriefBytes && !is_text(text);  // whose reader says what is wrong with it
}

Result<Poster> open_poster(std::string_view text) {
  if (is_document(text)) return parse_poster(text);
  const Result<std::vector<ReadBrief>> briefs = read_briefs(text);
  if (!briefs) return briefs.errors();
  return briefs.value()[0].poster;
}

Result<std::vector<ReadBrief>> read_briefs(std::string_view text) {
  if (is_outline(text)) {
    const Result<ReadBrief> read = read_outline(text);
    if (!read) return read.errors();
    return std::vector<ReadBrief>{read.value()};
  }
  if (text.size() > kMaxBriefBytes) return too_long();
  if (!is_text(text)) return no_text();
  std::vector<Line> lines = read_lines(text);
  if (lines.size() > kMaxBriefLines) return too_long();
  const std::vector<Text> raw = raw_lines(text);
  std::vector<Part> parts;
  bool is_any_data = false;
  for (std::vector<Line>& part : split_briefs(std::move(lines))) {
    std::optional<Data> data = data_of(raw, part);
    is_any_data = is_any_data || data;
    parts.push_back({std::move(part), std::move(data)});
  }
  std::vector<ReadBrief> briefs = briefs_in(parts, rewritten);
  if (!is_any_data && !has_sections(briefs)) {
    std::vector<ReadBrief> plain = briefs_in(parts, rewritten_plain);
    for (ReadBrief& read : plain) read.is_plain = true;
    if (briefs.empty() || has_sections(plain)) briefs = std::move(plain);
  }
  if (briefs.empty()) return nothing();
  return briefs;
}

}  // namespace sixiang::brief
