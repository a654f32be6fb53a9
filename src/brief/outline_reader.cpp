#include <algorithm>

#include "brief/compose.h"
#include "brief/outline.h"
#include "brief/outline_fields.h"
#include "brief/outline_lines.h"
#include "brief/outline_parts.h"
#include "brief/outline_text.h"
#include "brief/report.h"
#include "model/changed_members.h"
#include "model/poster_json.h"
#include "model/rules.h"
#include "model/scan.h"
#include "model/words.h"

namespace sixiang::brief {

namespace {

// More than any document has when it is written as an outline.
constexpr std::size_t kMostBytes = 3u << 20;
constexpr std::size_t kMostLines = 160'000;
constexpr std::size_t kMostItems = kMaxValues;

Error too_large() {
  return {"", {"The outline is too long: no poster holds so much.", "大纲太长：一张海报放不下这么多。"}};
}

bool is_role(std::string_view word) {
  return index_of_word(words_of(LabelRole{}), word) || index_of_word(words_of(CenterRole{}), word);
}

std::vector<NumberedLine> lines_of(std::string_view text) {
  std::vector<NumberedLine> lines;
  text = without_byte_order_mark(text);
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back({int(lines.size()) + 1, line});
    begin = end + 1;
  }
  return lines;
}

// Lines [begin, end) between the rules of the front matter, those of the key «sixiang» among them; nullopt: it has no
// such key, or there is no front matter.
struct FrontMatter {
  std::size_t key = 0, key_end = 0, end = 0;
};
std::optional<FrontMatter> find_front_matter(const std::vector<NumberedLine>& lines) {
  const auto is_rule = [](const NumberedLine& line) { return trimmed_blanks(line.text) == "---"; };
  std::size_t begin = 0;
  while (begin < lines.size() && trimmed_blanks(lines[begin].text).empty()) ++begin;
  if (begin == lines.size() || !is_rule(lines[begin])) return std::nullopt;
  FrontMatter front;
  front.end = begin + 1;
  while (front.end < lines.size() && !is_rule(lines[front.end])) ++front.end;
  front.key = begin + 1;
  while (front.key < front.end && !lines[front.key].text.starts_with("sixiang:")) ++front.key;
  if (front.key == front.end || front.end == lines.size()) return std::nullopt;
  const auto is_inner = [](std::string_view line) { return line.empty() || line[0] == ' ' || line[0] == '\t'; };
  front.key_end = front.key + 1;
  while (front.key_end < front.end && is_inner(lines[front.key_end].text)) ++front.key_end;
  return front;
}

// «A → B → C», one line or several; nullopt: another line is among them, or there is too much.
std::optional<Diagram> diagram_of_arrows(const std::vector<NumberedLine>& lines) {
  constexpr std::size_t kLongestLine = 1024, kMostArrowLines = 128;
  if (lines.size() > kMostArrowLines) return std::nullopt;
  DraftDiagram draft;
  ArrowGraph& graph = std::get<ArrowGraph>(draft.content);
  for (const NumberedLine& line : lines) {
    if (trimmed_blanks(line.text).empty()) continue;
    if (line.text.size() > kLongestLine) return std::nullopt;
    const std::optional<ArrowGraph> read = read_arrows(to_text(trimmed_blanks(line.text)));
    if (!read || !read->rest.empty()) return std::nullopt;
    join(graph, *read);
  }
  return compose_diagram(Draft(), draft);
}

class OutlineReader {
 public:
  explicit OutlineReader(std::vector<NumberedLine> lines) : lines_(std::move(lines)) {}

  Result<ReadBrief> read() {
    read_front_matter();
    for (; at_ < lines_.size() && errors_.empty(); ++at_) read_here();
    if (!errors_.empty()) return errors_;
    return finish();
  }

 private:
  // ---- lines ----
  void read_front_matter() {
    const FrontMatter front = *find_front_matter(lines_);
    const std::string_view value = trimmed_blanks(lines_[front.key].text.substr(8));
    if (!value.empty()) errors_.push_back(error_in_line(lines_[front.key].number, no_value_here()));
    const std::vector<NumberedLine> inner(lines_.begin() + std::ptrdiff_t(front.key) + 1,
                                          lines_.begin() + std::ptrdiff_t(front.key_end));
    root_ = read_outline_fields(inner, places_, errors_);
    for (std::size_t i = 0; i <= front.end; ++i) tell(lines_[i].number, "front matter");
    at_ = front.end + 1;
  }
  static Message no_value_here() {
    return {"nothing stands behind “sixiang:”; its fields stand below it, indented by two blanks",
            "「sixiang:」后面不写值；各项写在它下面，缩进两个空格"};
  }

  void read_here() {
    line_ = lines_[at_].number;
    const OutlineLine raw = read_outline_line(lines_[at_].text);
    if (raw.kind == OutlineKind::Fence) return read_fence(raw);
    if (raw.kind == OutlineKind::Row) return read_table();
    const Uncommented source = uncommented();
    const bool breaks = source.text.ends_with("  ") && source.comments.empty();
    if (!trimmed_blanks(source.text).empty() || source.comments.empty()) read_line(read_outline_line(source.text));
    for (const std::string& comment : source.comments) read_comment(comment);
    if (open_text_ && breaks) *open_text_ += "<br>";
  }

  // What stands at at_, which moves to the last line that belongs to it.
  Uncommented uncommented() {
    Uncommented source = without_comments(lines_, at_);
    if (source.is_open) {
      errors_.push_back(error_in_line(line_, {"the comment that begins here is not closed: write --> behind it",
                                              "这里开始的注释没有结束：请在后面写上 -->"}));
    }
    at_ += source.lines - 1;
    return source;
  }

  void read_line(const OutlineLine& line) {
    switch (line.kind) {
      case OutlineKind::Blank:
        open_text_ = nullptr;
        return;
      case OutlineKind::Heading:
        return read_heading(line);
      case OutlineKind::Quote:
        if (open_text_ && is_quote_open_) return go_on(line.text);
        return add_quote(line.text);
      case OutlineKind::Item:
        return read_item(line);
      case OutlineKind::Stressed:
        if (read_stressed(line.text)) return;
        [[fallthrough]];
      case OutlineKind::Text:
        return open_text_ ? go_on(line.text) : add_label(line.text, {{"bullet", "none"}});
      case OutlineKind::Rule:
      case OutlineKind::Row:
      case OutlineKind::Fence:
        open_text_ = nullptr;
        return;
    }
  }

  void read_heading(const OutlineLine& line) {
    open_text_ = nullptr;
    if (line.level == 1 && !has_title_) return read_title(line.text);
    if (line.level > 3 && !sections_.empty()) return add_label("**" + line.text + "**", {{"bullet", "none"}});
    const bool is_inner = line.level > 2 && !sections_.empty();
    std::vector<OutlinePart>& parts = is_inner ? sections_.back().sections : sections_;
    OutlinePart& part = parts.emplace_back();
    part.line = line_;
    std::string_view title = line.text;
    if (const std::size_t digits = ordinal_digits(title); digits > 0 && digits <= 4) {
      part.json["number"] = std::string(title.substr(0, digits));
      title = trimmed_blanks(title.substr(digits + 1));
    }
    part.json["title"] = from_outline_text(title);
    part_ = &part;
    last_ = &part.json;
    if (++section_count_ == int(kMaxSections) + 1) errors_.push_back(error_in_line(line_, too_many_sections()));
    tell(line_, "head of " + section_name());
  }

  static Message too_many_sections() {
    const std::string most = std::to_string(kMaxSections);
    return {"a poster has at most " + most + " sections: leave some out, or make several posters",
            "一张海报最多 " + most + " 个板块：请删减，或拆成几张海报"};
  }

  void read_title(std::string_view line) {
    const StressedText read = from_outline_title(line);
    title_["text"] = read.text;
    if (read.length > 0) title_["emphasis"] = {{"start", read.start}, {"length", read.length}};
    has_title_ = true;
    title_line_ = line_;
    last_ = &title_;
    tell(line_, "title");
  }

  void read_item(const OutlineLine& line) {
    std::string_view text = line.text;
    Json label = Json::object();
    if (line.indent >= 2) label["role"] = "sub";
    if (line.is_numbered) label["bullet"] = "number";
    if (text.starts_with("★")) {
      label = {{"role", "key"}};
      text.remove_prefix(std::string_view("★").size());
    } else if (text.starts_with("[x]") || text.starts_with("[X]") || text.starts_with("[ ]")) {
      label["bullet"] = text[1] == ' ' ? "cross" : "check";
      text.remove_prefix(3);
    }
    add_label(trimmed_blanks(text), std::move(label));
  }

  // A subtitle or a caption; false: it is neither.
  bool read_stressed(std::string_view line) {
    const std::string text = from_outline_text(line.substr(1, line.size() - 2));
    if (!part_) {
      if (!has_title_ || title_.contains("subtitle") || has_center_) return false;
      title_["subtitle"] = text;
      tell(line_, "subtitle");
      return true;
    }
    if (part_->content.empty()) {
      if (part_->json.contains("subtitle")) return false;
      part_->json["subtitle"] = text;
      tell(line_, "subtitle of " + section_name());
      return true;
    }
    OutlineItem& item = part_->content.back();
    if (!item.json.contains("diagram") || !item.text.empty()) return false;
    item.text = std::string(line.substr(1, line.size() - 2));
    tell(line_, "caption of " + section_name());
    return true;
  }

  // A line more of the text above it.
  void go_on(std::string_view line) {
    std::string& text = *open_text_;
    const bool is_hard = text.ends_with("<br>") || text.ends_with('\\');
    if (text.ends_with('\\')) text.replace(text.size() - 1, 1, "<br>");
    const auto is_wide = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    const bool is_solid = text.empty() || (is_wide(text.back()) && is_wide(line[0]));
    if (!is_hard && !is_solid) text += ' ';
    text += line;
    tell(line_, part_ ? "label of " + section_name() : "centre");
  }

  // Before the sections it is of the centre; the lines below it may go on with it.
  void add_quote(std::string_view text) {
    if (sections_.empty()) {
      add_center_line(text);
    } else {
      add_label(text, {{"role", "callout"}});
    }
    is_quote_open_ = open_text_ != nullptr;
  }

  void add_center_line(std::string_view text) {
    has_center_ = true;
    add(center_, text, Json::object());
    tell(line_, "centre");
  }

  void add_label(std::string_view text, Json json) {
    if (!part_) return leave_out();
    add(part_->content, text, std::move(json));
    tell(line_, "label of " + section_name());
  }

  void add(std::vector<OutlineItem>& items, std::string_view text, Json json) {
    if (++items_ > kMostItems) errors_.push_back(too_large());
    OutlineItem& item = items.emplace_back();
    item.json = std::move(json);
    item.text = std::string(text);
    item.line = line_;
    last_ = &item.json;
    open_text_ = &item.text;
    is_quote_open_ = false;
  }

  void leave_out() {
    report_.leave_out(line_, to_text(lines_[at_].text), no_place());
    last_ = nullptr;
    open_text_ = nullptr;
  }

  // ---- diagrams and code ----
  void read_fence(const OutlineLine& fence) {
    const std::size_t begin = at_;
    const std::vector<NumberedLine> inner = fenced_lines(lines_, at_);
    if (!part_) {
      for (std::size_t i = begin; i < at_; ++i)
        report_.leave_out(lines_[i].number, to_text(lines_[i].text), no_place());
      return leave_out();
    }
    const std::string_view word = std::string_view(fence.text).substr(0, fence.text.find(' '));
    const bool is_diagram = index_of_word(kDiagramKinds, word).has_value();
    for (std::size_t i = begin; i <= at_; ++i) {
      tell(lines_[i].number, (is_diagram ? "diagram of " : "code of ") + section_name());
    }
    add(part_->content, "", Json::object());
    open_text_ = nullptr;
    OutlineItem& item = part_->content.back();
    if (is_diagram) {
      if (const std::optional<Diagram> drawn = diagram_of_arrows(inner)) {
        item.json["diagram"] = Json::parse(std::string_view(diagram_json(*drawn)), nullptr, /*allow_exceptions=*/false);
        return;
      }
      item.json["diagram"] = read_outline_fields(inner, item.places, errors_);
      item.json["diagram"]["kind"] = std::string(word);
      return;
    }
    item.json["role"] = "code";
    item.is_code = true;
    for (const NumberedLine& line : inner) {
      if (&line != &inner[0]) item.text += '\n';
      item.text += line.text;
    }
  }

  void read_table() {
    if (!part_) return leave_out();
    add(part_->content, "", Json::object());
    open_text_ = nullptr;
    OutlineItem& item = part_->content.back();
    Json columns = Json::array(), rows = Json::array();
    std::string head;
    for (std::size_t begin = at_; is_row(at_); ++at_) {
      line_ = lines_[at_].number;
      const bool is_head = at_ == begin && is_row(at_ + 1) && is_delimiter_row(lines_[at_ + 1].text);
      const bool is_delimiter = at_ == begin + 1 && !head.empty();
      const Uncommented source = uncommented();
      tell(line_, "table of " + section_name());
      if (is_head) {
        head = source.text;
      } else if (is_delimiter) {
        columns = columns_of(row_text(head), row_text(source.text));
      } else {
        item.places.emplace_back("rows[" + std::to_string(rows.size()) + "]", line_);
        rows.push_back({{"text", from_outline_text(row_text(source.text))}});
        last_ = &rows.back();
        for (const std::string& comment : source.comments) read_comment(comment);
      }
    }
    --at_;
    item.json["diagram"] = {{"kind", "table"}, {"columns", std::move(columns)}, {"rows", std::move(rows)}};
    last_ = &item.json;
  }
  bool is_row(std::size_t at) const {
    return at < lines_.size() && read_outline_line(lines_[at].text).kind == OutlineKind::Row;
  }

  // None where the head is empty.
  static Json columns_of(const std::string& head, const std::string& marks) {
    const std::vector<std::string> texts = cells_of_head(head), aligns = cells_of_head(marks);
    if (std::all_of(texts.begin(), texts.end(), [](const std::string& text) { return text.empty(); })) {
      return Json::array();
    }
    Json columns = Json::array();
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const std::string_view mark = i < aligns.size() ? std::string_view(aligns[i]) : std::string_view();
      const bool left = mark.starts_with(':'), right = mark.ends_with(':');
      const ColumnAlign align = left && right ? ColumnAlign::Center
                                : right       ? ColumnAlign::Right
                                : left        ? ColumnAlign::Left
                                              : ColumnAlign::Auto;
      columns.push_back({{"text", from_outline_text(texts[i])}, {"align", std::string(word_of(align).json)}});
    }
    return columns;
  }

  // ---- comments ----
  // A word that is a role, and an object of members: of what stands last. Any other is for people.
  void read_comment(std::string_view comment) {
    tell(line_, "comment");
    comment.remove_prefix(std::min(comment.find_first_not_of(" \t\n"), comment.size()));
    const std::size_t end = std::min(comment.find_first_of(" \t\n{"), comment.size());
    const std::string_view word = comment.substr(0, end);
    comment.remove_prefix(std::min(comment.find_first_not_of(" \t\n", end), comment.size()));
    const bool has_object = comment.starts_with('{');
    if (!(word.empty() || is_role(word)) || !(has_object || comment.empty())) return;
    const bool is_label = last_ != &title_ && !(part_ && last_ == &part_->json);
    if (!last_ || (!is_label && !word.empty())) return;
    if (!word.empty()) (*last_)["role"] = std::string(word);
    if (has_object) merge(*last_, read_outline_json(comment, line_, errors_));
  }

  // ---- the document ----
  Result<ReadBrief> finish() {
    root_["format"] = kPosterFormat;
    if (!root_.contains("version")) root_["version"] = kPosterFormatVersion;
    if (!title_.contains("text")) title_["text"] = "";
    root_["title"] = title_;
    places_.emplace_back("title", title_line_);
    if (has_center_) {
      if (!root_["center"].is_object()) root_["center"] = Json::object();
      add_items(root_["center"]["lines"], center_, "center.lines", places_);
    }
    const bool is_dark = root_.contains("style") && root_["style"] == "dark";
    name_new_sections(sections_, is_dark ? Style::Dark : Style::Marker);
    if (!sections_.empty()) add_parts(root_["sections"], sections_, "sections", places_);
    const Result<Poster> poster = parse_poster(root_.dump(-1, ' ', false, Json::error_handler_t::replace));
    if (!poster) return errors_in_lines(poster.errors(), places_);
    ReadBrief read;
    read.poster = poster.value();
    read.left_out = report_.left_out();
    read.readings = report_.readings();
    for (LineReading& reading : read.readings) {
      reading.text = std::string(trimmed_blanks(lines_[std::size_t(reading.line) - 1].text));
    }
    return read;
  }

  void tell(int line, std::string what) {
    if (!trimmed_blanks(lines_[std::size_t(line) - 1].text).empty()) report_.read(line, std::move(what));
  }
  std::string section_name() const { return "section " + std::to_string(section_count_); }

  std::vector<NumberedLine> lines_;
  std::size_t at_ = 0;
  int line_ = 0;
  Report report_;
  std::vector<Error> errors_;
  LinePlaces places_;

  Json root_ = Json::object(), title_ = Json::object();
  bool has_title_ = false, has_center_ = false;
  int title_line_ = 0, section_count_ = 0;
  std::size_t items_ = 0;
  std::vector<OutlineItem> center_;
  std::vector<OutlinePart> sections_;
  OutlinePart* part_ = nullptr;       // the section that lines belong to
  Json* last_ = nullptr;              // what a comment is about
  std::string* open_text_ = nullptr;  // what a line more would go on with
  bool is_quote_open_ = false;
};

}  // namespace

bool is_outline(std::string_view text) {
  const std::string_view content = without_byte_order_mark(text);
  const std::size_t begin = std::min(content.find_first_not_of(" \t\r\n"), content.size());
  return content.substr(begin).starts_with("---") && find_front_matter(lines_of(text)).has_value();
}

Result<ReadBrief> read_outline(std::string_view text) {
  if (text.size() > kMostBytes) return too_large();
  if (const std::optional<Error> error = scan_encoding(text)) return *error;
  std::vector<NumberedLine> lines = lines_of(text);
  if (lines.size() > kMostLines) return too_large();
  if (!find_front_matter(lines)) {
    return Error{"", {"There is no front matter with “sixiang:”.", "开头没有带「sixiang:」的 front matter。"}};
  }
  return OutlineReader(std::move(lines)).read();
}

}  // namespace sixiang::brief
