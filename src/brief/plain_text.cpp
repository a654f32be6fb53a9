#include "brief/plain_text.h"

#include <algorithm>
#include <iterator>

#include "brief/aspect.h"
#include "brief/blocks.h"
#include "brief/color_words.h"
#include "brief/free_words.h"
#include "brief/heads.h"
#include "brief/keys.h"
#include "brief/outline_titles.h"

namespace sixiang::brief {

namespace {

constexpr std::size_t kLongItem = 24;       // letters: a paragraph with a number, no item
constexpr std::size_t kLongParagraph = 40;  // its sentences are lines

struct Item {
  std::size_t at = 0, end = 0;
  int indent = 1000;  // of its own list; as large as this: it has none
};

bool is_marked(const Line& line) { return line.marker != Marker::None && !line.text.empty(); }

// The items of the list that stands furthest to the left in [begin, end).
std::vector<Item> items_of(const std::vector<Line>& lines, std::size_t begin, std::size_t end) {
  int base = 1000;
  for (std::size_t i = begin; i < end; ++i) {
    if (is_marked(lines[i])) base = std::min(base, lines[i].indent);
  }
  std::vector<Item> items;
  bool is_open = false;
  for (std::size_t i = begin; i < end; ++i) {
    const Line& line = lines[i];
    if (line.text.empty()) continue;
    if (is_marked(line) && line.indent <= base + 1) {
      items.push_back({i, i + 1});
      is_open = true;
    } else if (line.indent <= base + 1) {
      is_open = false;  // a line of the page between lists, or behind them
    } else if (is_open) {
      items.back().end = i + 1;
      // A paragraph below a name; a long item goes on in its next line.
      const View name = lines[items.back().at].text;
      const bool is_below_name = name.size() <= 16 && name.find_first_of(U"，。；,") == View::npos;
      if (is_marked(line) || is_below_name) items.back().indent = std::min(items.back().indent, line.indent);
    }
  }
  return items;
}

// Of lines that say how the page is made.
bool is_of_page(const Line& line) {
  const std::optional<Field> field = read_field(line.text);
  return (field && find_topic(field->key)) || is_instruction(line.text) || count_codes(line.text) > 0 ||
         read_aspect(line.text) || is_negative(line.text) || speaks_of_page_parts(line.text);
}

// «背景 #F4F6F8，横版 16:9» behind the list would be of its last item.
std::vector<Line> with_settings_in_front(std::vector<Line> lines, const std::vector<Item>& items) {
  std::vector<Line> front(lines.begin(), lines.begin() + std::ptrdiff_t(items[0].at)), others;
  for (std::size_t i = items[0].at, k = 0; i < lines.size(); ++i) {
    while (k + 1 < items.size() && items[k + 1].at <= i) ++k;
    const bool is_setting =
        i >= items[k].end && lines[i].heading == 0 && (count_codes(lines[i].text) > 0 || read_aspect(lines[i].text));
    (is_setting ? front : others).push_back(std::move(lines[i]));
  }
  front.insert(front.end(), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
  return front;
}

// «- 尺寸：竖版 3:4», «- 内容：» and a list below: keys without their bullets, what they hold one level up.
std::vector<Line> with_bare_keys(std::vector<Line> lines) {
  const std::vector<Item> items = items_of(lines, 0, lines.size());
  const auto is_key = [&lines](const Item& item) {
    const std::optional<Field> field = read_field(lines[item.at].text);
    const OutlineTitle title = field ? read_outline_title(field->key) : OutlineTitle();
    const bool names_page = field && (find_topic(field->key) || title.meaning != HeadMeaning::Section);
    return names_page && (!field->value.empty() || item.indent < 1000);
  };
  if (std::count_if(items.begin(), items.end(), is_key) < 2) return lines;
  for (const Item& item : items) {
    if (!is_key(item)) continue;
    lines[item.at].marker = Marker::None;
    for (std::size_t i = item.at + 1; i < item.end && item.indent < 1000; ++i)
      lines[i].indent = std::max(0, lines[i].indent - item.indent);
  }
  return lines;
}

class PlainFinder {
 public:
  explicit PlainFinder(const std::vector<Line>& lines) : lines_(lines) {
    found_.heads.resize(lines.size());
    found_.chain = found_.table = lines.size();
    first_ = lines.size();
    for (std::size_t i = lines.size(); i-- > 0;) {
      if (!lines[i].text.empty()) first_ = i;
    }
    if (first_ < lines.size() && may_be_title(lines[first_])) {
      if (!is_of_page(lines[first_])) found_.title = first_;
      ++first_;
    }
  }

  bool find() {
    if (!find_definitions()) find_blocks();
    return std::any_of(found_.heads.begin(), found_.heads.end(), [](const auto& head) { return head.has_value(); });
  }

  FoundHeads found_;

 private:
  static bool may_be_title(const Line& line) {
    if (line.heading == 0 && View(U"，、；,;").find(line.text.back()) != View::npos) return false;
    return line.heading > 0 || (!is_marked(line) && line.text.size() <= (has_han(line.text) ? 30u : 60u) &&
                                View(U"。.").find(line.text.back()) == View::npos && !read_field(line.text));
  }
  static std::optional<Field> definition_in(const Line& line) {
    std::optional<Field> field = read_field(line.text);
    if (!field || field->value.empty() || field->key.size() > 16 || is_of_page(line)) return std::nullopt;
    return field;
  }
  static Text without_stars(View text) { return replaced(text, U"**", U""); }

  // «词：解释» of more than half of all lines.
  bool find_definitions() {
    std::size_t count = 0, all = 0;
    for (std::size_t i = first_; i < lines_.size(); ++i) {
      if (lines_[i].text.empty() || is_of_page(lines_[i])) continue;
      ++all;
      if (definition_in(lines_[i])) ++count;
    }
    if (count < 2 || 2 * count <= all) return false;
    for (std::size_t i = first_; i < lines_.size(); ++i) {
      const std::optional<Field> field = definition_in(lines_[i]);
      if (!field) continue;
      FreeHead& head = begin(i, without_stars(field->key));
      head.number = lines_[i].ordinal;
      head.behind = without_stars(field->value);
      head.is_list = true;
    }
    return true;
  }
  void find_blocks() {
    for (std::size_t i = first_; i < lines_.size();) {
      std::size_t end = i;
      while (end < lines_.size() && !lines_[end].text.empty()) ++end;
      if (end > i) take_block(i, end);
      i = std::max(end, i + 1);
    }
  }
  void take_block(std::size_t at, std::size_t end) {
    const bool is_list = is_marked(lines_[at]);
    const std::size_t next = next_full(end);
    const bool names_next = end == at + 1 && next < lines_.size() && is_marked(lines_[next]);
    const bool names_rest = end > at + 1 && (is_marked(lines_[at + 1]) || plain(lines_[at].text.back()) == U':');
    if (!is_list && is_of_page(lines_[at])) {
      is_in_list_ = false;
    } else if (!is_list && (names_next || names_rest) && lines_[at].text.size() <= 30) {
      begin(at, trimmed(without_stars(lines_[at].text), U":："));
      is_in_list_ = true;
    } else if (is_list && has_long_items(at, end)) {
      take_long_items(at, end);
    } else if (!is_list || !is_in_list_) {
      begin_untitled(at);
      is_in_list_ = is_list;
    }
  }
  std::size_t next_full(std::size_t at) const {
    while (at < lines_.size() && lines_[at].text.empty()) ++at;
    return at;
  }
  bool has_long_items(std::size_t at, std::size_t end) const {
    return !is_in_list_ &&
           std::all_of(lines_.begin() + std::ptrdiff_t(at), lines_.begin() + std::ptrdiff_t(end), [](const Line& line) {
             return line.marker == Marker::None || (line.marker == Marker::Number && line.text.size() >= kLongItem);
           });
  }
  void take_long_items(std::size_t at, std::size_t end) {
    for (std::size_t i = at; i < end; ++i) {
      if (lines_[i].marker == Marker::Number) begin_untitled(i).number = lines_[i].ordinal;
    }
  }
  FreeHead& begin(std::size_t at, View title) {
    FreeHead& head = found_.heads[at].emplace();
    head.title = Text(trimmed(title));
    head.reference = folded(head.title);
    return head;
  }
  FreeHead& begin_untitled(std::size_t at) {
    FreeHead& head = begin(at, {});
    head.behind = lines_[at].text;
    head.is_list = lines_[at].marker == Marker::None && lines_[at].text.size() > kLongParagraph;
    return head;
  }

  const std::vector<Line>& lines_;
  std::size_t first_ = 0;    // behind the title
  bool is_in_list_ = false;  // which goes on behind a blank line
};

}  // namespace

std::optional<std::vector<Line>> nested_list_as_outline(const std::vector<Line>& source) {
  std::vector<Line> lines = with_bare_keys(source);
  std::vector<Item> items = items_of(lines, 0, lines.size());
  const bool has_title = std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.heading > 0; });
  // One item that holds all the others is the title.
  if (items.size() == 1 && items[0].indent < 1000 && !has_title) {
    Line& root = lines[items[0].at];
    root.marker = Marker::None;
    root.heading = 1;
    root.text = replaced(root.text, U"**", U"");
    items = items_of(lines, items[0].at + 1, items[0].end);
  }
  const auto parents = std::count_if(items.begin(), items.end(), [](const Item& item) { return item.indent < 1000; });
  if (items.size() < 2 || 2 * std::size_t(parents) < items.size()) return std::nullopt;
  for (const Item& item : items) {
    Line& head = lines[item.at];
    head.marker = Marker::None;
    head.heading = 2;
    head.indent = 0;
    head.bold = head.all_bold = false;
    head.text = replaced(head.text, U"**", U"");
    for (std::size_t i = item.at + 1; i < item.end; ++i)
      lines[i].indent = std::max(0, lines[i].indent - std::min(item.indent, 999));
  }
  return with_settings_in_front(std::move(lines), items);
}

std::vector<Line> with_title_heading(std::vector<Line> lines) {
  std::size_t deeper = 0;
  const Line* first = nullptr;
  for (const Line& line : lines) {
    if (line.heading == 0 && (line.text.empty() || first)) continue;
    if (line.heading == 0 || line.heading == 1 || line.rule) return lines;  // something stands above
    if (!first) {
      first = &line;
      continue;
    }
    if (line.heading <= first->heading) return lines;
    ++deeper;
  }
  if (!first || deeper < 2 || find_topic(first->text) || read_head(first->text)) return lines;
  const int up = first->heading - 1;
  for (Line& line : lines) line.heading = line.heading > 0 ? line.heading - up : 0;
  return lines;
}

std::optional<FoundHeads> find_plain_heads(const std::vector<Line>& lines) {
  const auto texts = std::count_if(lines.begin(), lines.end(), [](const Line& line) { return !line.text.empty(); });
  if (texts < 2) return std::nullopt;
  PlainFinder finder(lines);
  if (!finder.find()) return std::nullopt;
  return std::move(finder.found_);
}

}  // namespace sixiang::brief
