#include "brief/data.h"

#include <algorithm>

#include "brief/names.h"
#include "brief/quotes.h"
#include "brief/readers.h"

namespace sixiang::brief {

namespace {

constexpr std::size_t kMostAround = 16;  // lines before and behind the data
constexpr View kAspectWords[] = {U"竖版", U"横版", U"竖图", U"横图", U"方图", U"竖屏", U"横屏", U"正方形"};

// A tree, and the lines [begin, end) that hold it.
struct Found {
  Node root;
  std::size_t begin = 0, end = 0;
};

bool is_fence(View line) { return begins_with(trimmed(line), U"```") || begins_with(trimmed(line), U"~~~"); }

Text joined(const std::vector<Text>& lines, std::size_t begin, std::size_t end) {
  Text text;
  for (std::size_t i = begin; i < end; ++i) text += lines[i] + U'\n';
  return text;
}

char32_t first_sign(View line) {
  const View text = trimmed(line);
  return text.empty() ? U'\0' : text[0];
}
bool begins_tag(View line) {
  constexpr View kOfPages[] = {U"div",  U"p",      U"img",     U"a",   U"table", U"details", U"br", U"svg", U"span",
                               U"html", U"center", U"summary", U"sub", U"sup",   U"kbd",     U"b",  U"i"};
  const View text = trimmed(line);
  if (text.size() < 3 || text[0] != U'<') return false;
  if (text[1] == U'?') return true;
  if (!is_latin(text[1]) && !is_han(text[1]) && text[1] != U'_') return false;
  const Text name = folded(text.substr(1, text.find_first_of(U" \t>/", 1) - 1));
  return std::find(std::begin(kOfPages), std::end(kOfPages), View(name)) == std::end(kOfPages);
}

// «（16:9）», «竖版»: in the sentences around the data.
bool speaks_of_aspect(View source) {
  const Text text = plain(source);
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (View(U":x×*").find(text[i]) != View::npos && is_digit(text[i - 1]) && is_digit(text[i + 1])) return true;
  }
  return std::any_of(std::begin(kAspectWords), std::end(kAspectWords),
                     [&text](View word) { return contains(text, word); });
}

class DataFinder {
 public:
  DataFinder(const std::vector<Text>& lines, int first) : lines_(lines), first_(first) {}

  std::optional<Found> find() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (is_fence(lines_[i])) return in_fence(i);
      const char32_t sign = first_sign(lines_[i]);
      if (sign == U'{' || sign == U'[' || begins_tag(lines_[i])) return bare(i);
    }
    return bare_yaml();
  }

 private:
  int number(std::size_t i) const { return first_ + int(i); }

  std::optional<Found> in_fence(std::size_t open) const {
    std::size_t close = open + 1;
    while (close < lines_.size() && !is_fence(lines_[close])) ++close;
    std::size_t begin = open + 1;
    while (begin < close && trimmed(lines_[begin]).empty()) ++begin;
    if (begin == close) return std::nullopt;
    const Text language = folded(trimmed(trimmed(lines_[open]), U"`~"));
    std::optional<Found> found;
    const char32_t sign = first_sign(lines_[begin]);
    if (language == U"yaml" || language == U"yml") {
      found = yaml(begin, close, Strictness::Tolerant);
    } else if (sign == U'{' || sign == U'[' || begins_tag(lines_[begin]) ||
               begins_with(trimmed(lines_[begin]), U"<!--") || begins_with(trimmed(lines_[begin]), U"//")) {
      found = at(begin, close);
    } else if (language.empty() || language == U"text") {
      found = yaml(begin, close, Strictness::Strict);
    }
    if (!found) return std::nullopt;
    found->begin = open;
    found->end = std::min(close + 1, lines_.size());
    return found;
  }

  // JSON that has a format is a document, ours or another program's.
  std::optional<Found> bare(std::size_t begin) const {
    std::optional<Found> found = at(begin, lines_.size());
    const bool is_document =
        found && first_sign(lines_[begin]) == U'{' &&
        std::any_of(found->root.children.begin(), found->root.children.end(),
                    [](const Node& member) { return member.key == U"format" && !speaks_of_aspect(member.value); });
    return is_document ? std::nullopt : std::move(found);
  }

  std::optional<Found> at(std::size_t begin, std::size_t end) const {
    const Text text = joined(lines_, begin, end);
    const bool is_tags = first_sign(lines_[begin]) == U'<';
    std::size_t start = text.find_first_not_of(U" \t\u3000");
    if (!is_tags) start = text.find_first_of(U"{[");
    if (start == Text::npos) return std::nullopt;
    std::optional<Tree> tree =
        is_tags ? parse_tags(text, start, number(begin)) : parse_json(text, start, number(begin));
    if (!tree) return std::nullopt;
    const auto last = text.begin() + std::ptrdiff_t(std::min(tree->end, text.size()));
    const auto count = std::size_t(std::count(text.begin(), last, U'\n'));
    return Found{std::move(tree->root), begin, std::min(begin + count + 1, end)};
  }

  std::optional<Found> yaml(std::size_t begin, std::size_t end, Strictness strictness) const {
    std::optional<Node> root = parse_yaml(joined(lines_, begin, end), number(begin), strictness);
    if (!root) return std::nullopt;
    return Found{std::move(*root), begin, end};
  }
  // From the first line that is a member on; what is nested in it tells it from keys of the format.
  std::optional<Found> bare_yaml() const {
    const bool is_outline =
        std::any_of(lines_.begin(), lines_.end(), [](const Text& line) { return begins_with(line, U"## "); });
    if (is_outline) return std::nullopt;
    std::size_t begin = 0;
    for (; begin < lines_.size() && begin < kMostAround; ++begin) {
      const View line = trimmed(lines_[begin]);
      const std::size_t colon = line.find(U':');
      const bool is_member = colon != View::npos && colon > 0 && colon <= 24 &&
                             (colon + 1 == line.size() || is_blank(line[colon + 1])) && line[0] != U'#';
      if (is_member || begins_with(line, U"- ")) break;
    }
    if (begin >= lines_.size()) return std::nullopt;
    std::optional<Found> found = yaml(begin, lines_.size(), Strictness::Strict);
    return found && has_nested_maps(found->root) ? std::move(found) : std::nullopt;
  }
  static bool has_nested_maps(const Node& root) {
    return std::any_of(root.children.begin(), root.children.end(), [](const Node& child) {
      const bool is_map = child.kind == Node::Kind::Map && child.children.size() > 1;
      return is_map || (child.kind == Node::Kind::List && has_nested_maps(child));
    });
  }

  const std::vector<Text>& lines_;
  int first_;
};

std::optional<Topic> find_topic_of(const Line& line) {
  const std::optional<Field> field = read_field(line.text);
  return field ? find_topic(field->key) : std::nullopt;
}

// A heading, a key of the format, or what the title is: read as in every brief.
bool says_something(const Line& line) {
  const bool names_title = contains(folded(line.text), U"title") || contains(line.text, U"标题");
  return line.heading == 1 || line.rule || find_topic_of(line) || (names_title && first_quote(line.text));
}

Line order(View key, const Line& source) {
  Line line;
  line.number = source.number;
  line.text = Text(key) + source.text;
  return line;
}

// The sentences around it, ahead of the sections. Of those to the painter only the aspect is taken.
bool take_around(const std::vector<Text>& lines, const Found& found, int first, Data& data) {
  std::vector<Line> around, orders;
  std::size_t count = 0;
  bool has_aspect = std::any_of(data.lines.begin(), data.lines.end(),
                                [](const Line& line) { return !line.field && begins_with(line.text, U"ASPECT"); });
  const std::vector<Line> read = read_lines(to_utf8(joined(lines, 0, lines.size())));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if ((i >= found.begin && i < found.end) || (read[i].text.empty() && !read[i].rule)) continue;
    if (++count > kMostAround || read[i].heading > 1) return false;
    Line line = read[i];
    line.number = first + int(i);
    const bool is_aspect = !has_aspect && line.heading == 0 && speaks_of_aspect(line.text);
    has_aspect = has_aspect || is_aspect;
    if (is_aspect) orders.push_back(order(U"ASPECT: ", line));
    if (speaks_of_page(line.text)) orders.push_back(order(U"LAYOUT: ", line));
    if (is_aspect && find_topic_of(line) == Topic::Aspect) continue;
    if (!says_something(line)) {
      if (is_aspect || speaks_of_page(line.text)) continue;
      data.facts.notes.push_back({line.number, "the page around the brief", {}, std::nullopt});
      continue;
    }
    around.push_back(std::move(line));
  }
  around.insert(around.end(), orders.begin(), orders.end());
  data.lines.insert(data.lines.begin(), around.begin(), around.end());
  return true;
}

}  // namespace

std::optional<Data> read_data(const std::vector<Text>& lines, int first_number) {
  const std::optional<Found> found = DataFinder(lines, first_number).find();
  if (!found) return std::nullopt;
  const bool is_chinese =
      std::any_of(lines.begin() + std::ptrdiff_t(found->begin), lines.begin() + std::ptrdiff_t(found->end),
                  [](const Text& line) { return has_han(line); });
  Data data = write_page(found->root, is_chinese);
  const auto count = [&data](bool is_head) {
    return std::count_if(data.lines.begin(), data.lines.end(), [is_head](const Line& line) {
      return line.field.has_value() && (line.heading > 0) == is_head;
    });
  };
  const bool has_table = std::any_of(data.lines.begin(), data.lines.end(),
                                     [](const Line& line) { return !line.field && begins_with(line.text, U"|"); });
  const bool has_sections = count(false) > 0 || count(true) > 1 || has_table || !data.facts.diagrams.empty();
  if (!has_sections || !take_around(lines, *found, first_number, data)) return std::nullopt;
  for (std::size_t i = found->begin; i < found->end; ++i) data.structure.push_back(first_number + int(i));
  return data;
}

void place_data(Context& context, const Data& data) {
  const DataFacts& facts = data.facts;
  Draft& draft = context.draft;
  const bool has_title = !facts.title.empty();
  draft.title = has_title ? facts.title : facts.subject;
  draft.emphasis = facts.emphasis;
  draft.subtitle = facts.subtitle.empty() && has_title ? facts.subject : facts.subtitle;
  draft.background = facts.background;
  draft.ink = facts.ink;
  draft.columns = facts.columns;
  draft.alternates = facts.alternates;
  draft.has_divider = facts.has_divider;
  draft.divider = facts.divider;
  for (const auto& [text, line] : facts.center) add_to_center(context, text, CenterRole::Text, line);
  if (draft.center) draft.center->fill = facts.center_fill;
  if (draft.center) draft.center->icon = facts.center_icon;
  for (const std::size_t callout : facts.callouts) {
    if (callout < draft.sections.size()) draft.sections[callout].place = SectionPlace::Bottom;
  }
  for (const auto& [section, diagram] : facts.diagrams) {
    if (section >= draft.sections.size()) continue;
    draft.sections[section].diagrams.push_back(diagram);
    context.report.read(diagram.line, "bars of " + section_name(draft, draft.sections[section]));
  }
  for (const DataNote& note : facts.notes) {
    if (note.why) {
      context.report.leave_out(note.line, note.text, *note.why);
    } else {
      context.report.read(note.line, note.meaning);
    }
  }
  const SectionNames names(draft.sections);
  const auto find = [&](const Text& name) -> std::optional<std::size_t> {
    const auto known = facts.sections.find(folded(name));
    if (known != facts.sections.end() && known->second < draft.sections.size()) return known->second;
    if (const std::optional<std::size_t> section = names.find(name)) return section;
    const bool counts = name.size() == 1 && is_digit(name[0]) && name[0] > U'0';
    const auto at = std::size_t(counts ? name[0] - U'1' : 0);
    return counts && at < draft.sections.size() ? std::optional(at) : std::nullopt;
  };
  for (const SaidLink& said : facts.links) {
    const std::optional<std::size_t> from = find(said.from), to = find(said.to);
    if (!from || !to || from == to || draft.links.size() >= 256) {
      context.report.leave_out(said.line, said.from + U" → " + said.to, unknown_section());
      continue;
    }
    draft.links.push_back({*from, *to, said.text, {}, said.style, said.color, said.line});
    context.report.read(said.line, "link");
  }
}

void settle_data(Context& context, const Data& data) {
  const PageKind kind = context.draft.kind.value_or(PageKind::Grid);
  const bool has_room =
      kind == PageKind::Grid || kind == PageKind::Rows || kind == PageKind::Timeline || kind == PageKind::Bento;
  for (const std::size_t callout : data.facts.callouts) {
    if (has_room && callout < context.draft.sections.size()) context.draft.sections[callout].place = SectionPlace::Flow;
  }
  for (const int line : data.structure) {
    if (!context.report.is_read(line)) context.report.read(line, "how the data is built");
  }
}

}  // namespace sixiang::brief
