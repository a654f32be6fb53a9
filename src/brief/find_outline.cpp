#include "brief/find_outline.h"

#include <algorithm>

#include "brief/arrows.h"
#include "brief/aspect.h"
#include "brief/blocks.h"
#include "brief/color_words.h"
#include "brief/free_fields.h"
#include "brief/outline_titles.h"
#include "brief/page_kinds.h"
#include "brief/quotes.h"

namespace sixiang::brief {

namespace {

// Lines below a heading that are looked at.
constexpr std::size_t kMostBelow = 12;

std::size_t next_full(const std::vector<Line>& lines, std::size_t at) {
  while (at < lines.size() && lines[at].text.empty() && !lines[at].rule) ++at;
  return at;
}

bool begins_part(const Line& line) {
  return line.rule || line.heading > 0 || (line.bold && line.marker == Marker::None);
}

// Of lines that are for whoever draws: lettering, print, icons, colours.
bool speaks_of_drawing(View text) {
  if (count_codes(text) > 0 || is_instruction(text)) return true;
  for (const View word : {U"字要", U"字号", U"印刷", U"文字", U"卡通", U"印出来", U"品牌", U"图标", U"海报", U"排版",
                          U"配色", U"画面", U"打印", U"底色", U"画成", U"版权", U"可以放大", U"标题最大"}) {
    if (contains(text, word)) return true;
  }
  return false;
}

class OutlineFinder {
 public:
  OutlineFinder(const std::vector<Line>& lines, FoundHeads& found) : lines_(lines), found_(found) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (found.heads[i] || lines[i].field || lines[i].text.empty()) continue;
      if (lines[i].heading >= 2 || is_bold_line(lines[i])) add(i);
    }
    add_keys();
  }

  bool find() {
    take_items();
    const auto sections = [this](auto is) {
      return std::count_if(all_.begin(), all_.end(),
                           [&](const Candidate& one) { return one.meaning == HeadMeaning::Section && is(one); });
    };
    const bool has_markdown = sections([](const Candidate& one) { return !one.is_bold; }) >= 1;
    const auto others = sections([](const Candidate& one) { return one.is_bold; });
    const bool has_items = !items_.empty();
    if (!has_markdown && !has_items && others < 2) return false;
    if (has_markdown && !has_items && !needs_reader()) return false;
    are_numbered_ = count_from_one();
    bool is_in_section = has_items;
    for (const Candidate& one : all_) {
      // Lines in bold within a section are none.
      if (!one.is_bold) is_in_section = has_items || one.meaning == HeadMeaning::Section;
      const bool is_within = one.is_bold && one.meaning == HeadMeaning::Section && is_in_section;
      if (!is_within) found_.heads[one.at] = head_of(one);
    }
    for (const std::size_t at : items_) found_.heads[at] = item_head(lines_[at]);
    return true;
  }
  bool is_free() {
    take_items();
    const auto sections = std::count_if(all_.begin(), all_.end(), [](const Candidate& one) {
      return one.meaning == HeadMeaning::Section && !one.is_bold && has_han(one.title);
    });
    return (sections >= 2 || items_.size() >= 2) && needs_reader();
  }
  void find_others() {
    for (const Candidate& one : all_) {
      if (one.meaning != HeadMeaning::Section && one.is_bold) found_.heads[one.at] = head_of(one);
    }
  }

 private:
  struct Candidate {
    std::size_t at = 0;
    bool is_bold = false;
    HeadMeaning meaning = HeadMeaning::Section;
    bool holds_sections = false;
    Text title, behind;
  };

  static bool is_bold_line(const Line& line) {
    return (line.bold || has_bold_key(line)) && line.marker == Marker::None && line.heading == 0 &&
           line.text.size() > 1;
  }
  // «**中心大圆**（填充 #F6C667）：…».
  static bool has_bold_key(const Line& line) {
    const std::size_t close = begins_with(line.text, U"**") ? line.text.find(U"**", 2) : Text::npos;
    if (close == Text::npos || close > 20 || close + 2 >= line.text.size()) return false;
    const std::size_t open = line.text.find_first_not_of(U" ", close + 2);
    const std::optional<std::size_t> end =
        open == Text::npos || plain(line.text[open]) != U'(' ? std::nullopt : closing(line.text, open);
    return end && *end + 1 < line.text.size() && plain(line.text[*end + 1]) == U':';
  }
  // «**1. 拉丝**：两根柱子…», «**版式**：…», «**板块一：烫伤**», «## 升温».
  void add(std::size_t i) {
    const Line& line = lines_[i];
    Candidate one;
    one.at = i;
    one.is_bold = line.bold || line.heading == 0;
    const std::optional<Field> field = read_field(line.text);
    const bool is_run_in = one.is_bold && !line.all_bold && field && !field->value.empty();
    const bool is_key = is_run_in || (field && (field->value.empty() || is_setting(field->key)));
    one.title = is_key ? replaced(field->key, U"**", U"") : line.text;
    if (is_key) one.behind = field->value;
    const OutlineTitle title = read_outline_title(one.title);
    one.meaning = outline_meaning(lines_, i, one.title);
    one.holds_sections = title.holds_sections;
    if (!one.is_bold && one.behind.empty() && is_of_content(i)) {
      one.meaning = HeadMeaning::Section;
      has_common_words_ = true;
    }
    if (one.is_bold && one.meaning == HeadMeaning::Section && !may_begin(line, is_run_in)) return;
    all_.push_back(std::move(one));
  }
  // «结尾：晒太阳治不了黄疸», a paragraph of its own behind all sections.
  void add_keys() {
    std::size_t last = 0;
    for (const Candidate& one : all_) {
      if (one.meaning == HeadMeaning::Section) last = one.at;
    }
    for (std::size_t i = 0; i < found_.heads.size(); ++i) {
      if (found_.heads[i] && found_.begins_section(*found_.heads[i])) last = std::max(last, i);
    }
    const std::size_t count = all_.size();
    for (std::size_t i = last + 1; last > 0 && i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      const bool is_plain = line.marker == Marker::None && line.heading == 0 && !line.bold && !line.field;
      const std::optional<Field> field =
          is_plain && lines_[i - 1].text.empty() && !found_.heads[i] ? read_field(line.text) : std::nullopt;
      // Others are told by their words.
      if (!field || field->value.empty() || !has_han(field->key) || field->key.size() > 12 ||
          speaks_of_page_parts(line.text))
        continue;
      Candidate one;
      one.at = i;
      one.is_bold = true;
      one.meaning = outline_meaning(lines_, i, field->key);
      if (one.meaning != HeadMeaning::Bar && one.meaning != HeadMeaning::Guide) continue;
      one.title = field->key;
      one.behind = field->value;
      all_.push_back(std::move(one));
    }
    std::inplace_merge(all_.begin(), all_.begin() + std::ptrdiff_t(count), all_.end(),
                       [](const Candidate& a, const Candidate& b) { return a.at < b.at; });
  }
  // «## 背景», «## 结构», «## 关系» over lines that say nothing of ground, layout or arrows.
  bool is_of_content(std::size_t at) const {
    const std::optional<Topic> topic = find_topic(lines_[at].text);
    if (topic != Topic::Background && topic != Topic::Layout && topic != Topic::Arrows) return false;
    if (!has_han(lines_[at].text) || contains(lines_[at].text, U"箭头") || lines_[at].text.size() > 2) return false;
    std::size_t count = 0;
    for (std::size_t i = at + 1; i < lines_.size() && i <= at + kMostBelow && !begins_part(lines_[i]); ++i) {
      const View text = lines_[i].text;
      if (text.empty()) continue;
      if (lines_[i].marker != Marker::Bullet || find_color(text) || has_arrow(text) || read_aspect(text) ||
          find_kind(folded(text)) || columns_in(text) > 0 || contains(text, U"到") || !quotes_of(text).empty())
        return false;
      ++count;
    }
    return count > 0;
  }
  static bool is_setting(View key) {
    const OutlineTitle title = read_outline_title(key);
    return title.meaning != HeadMeaning::Section && !title.is_doubtful && !title.holds_sections;
  }
  // A line in bold where something stands below it; others are stressed sentences.
  bool may_begin(const Line& line, bool is_run_in) const {
    const std::size_t at = std::size_t(&line - lines_.data());
    if (line.text.size() > (is_run_in ? 80u : 30u)) return false;
    if (is_run_in && !line.ordinal.empty()) return true;
    const std::size_t below = is_run_in ? at + 1 : next_full(lines_, at + 1);
    if (below >= lines_.size() || lines_[below].text.empty() || begins_part(lines_[below])) return false;
    return !is_run_in || lines_[below].marker != Marker::None;
  }

  // «## 五张卡片», and a list whose items are these.
  void take_items() {
    for (std::size_t k = 0; k < all_.size(); ++k) {
      if (!all_[k].holds_sections) continue;
      const std::size_t end = k + 1 < all_.size() ? all_[k + 1].at : lines_.size();
      const std::vector<std::size_t> items = items_in(all_[k].at + 1, end);
      const std::size_t below = next_full(lines_, all_[k].at + 1);
      const bool has_deeper =
          (k + 1 < all_.size() && below == end) || (below < lines_.size() && begins_with(lines_[below].text, U"|"));
      if (items.size() >= 2) {
        items_.insert(items_.end(), items.begin(), items.end());
      } else if (!has_deeper) {
        all_[k].meaning = HeadMeaning::Section;
      }
    }
  }
  // Numbered ones, or bullets with names in bold, that stand at the left.
  std::vector<std::size_t> items_in(std::size_t begin, std::size_t end) const {
    std::vector<std::size_t> items;
    int base = 1000;
    for (std::size_t i = begin; i < end; ++i) {
      const Line& line = lines_[i];
      if (line.rule && !items.empty()) break;
      if (line.marker == Marker::None) continue;
      base = std::min(base, line.indent);
      const bool is_named = line.bold || begins_with(line.text, U"**");
      if (line.indent <= base && (line.marker == Marker::Number || is_named)) items.push_back(i);
    }
    return items;
  }

  // «（配图：骑手的黑白照片）».
  static bool is_picture_note(const Line& line) {
    if (line.text.empty() || plain(line.text[0]) != U'(' || line.marker != Marker::None) return false;
    const std::optional<Field> field = read_field(View(line.text).substr(1));
    return field && section_field(field->key) == SectionField::Picture;
  }
  // Whether there is more than the plain reader of outlines knows.
  bool needs_reader() const {
    if (has_repeated_fields(lines_) || has_common_words_) return true;
    if (std::any_of(all_.begin(), all_.end(), [](const Candidate& one) {
          Text title = one.title;
          return one.meaning == HeadMeaning::Section && !notes_behind_bars(title).empty();
        }))
      return true;
    const auto is_of_page = [](const Line& line) {
      const std::optional<Field> field = read_field(line.text);
      return line.marker == Marker::None && line.heading == 0 && speaks_of_page_parts(line.text) &&
             !find_topic(line.text) && (!field || !find_topic(field->key));
    };
    if (std::any_of(lines_.begin(), lines_.end(), is_of_page)) return true;
    if (std::any_of(lines_.begin(), lines_.end(), is_picture_note)) return true;
    if (std::any_of(all_.begin(), all_.end(), [](const Candidate& one) {
          return one.meaning != HeadMeaning::Section && !find_topic(one.title) && !one.is_bold;
        }))
      return true;
    return has_settings_in_front();
  }
  // «竖版 9:16，五步流程，背景用米色 #F7F1E1» before the first section.
  bool has_settings_in_front() const {
    const auto first = std::find_if(all_.begin(), all_.end(),
                                    [](const Candidate& one) { return one.meaning == HeadMeaning::Section; });
    const std::size_t end = first == all_.end() ? 0 : first->at;
    return std::any_of(lines_.begin(), lines_.begin() + std::ptrdiff_t(end), [](const Line& line) {
      const std::optional<Field> field = read_field(line.text);
      const bool is_key = field && find_topic(trimmed(field->key, U"*>"));
      return line.heading == 0 && !line.field && !is_key && (read_aspect(line.text) || count_codes(line.text) > 0);
    });
  }

  // «## 1 填埋场», «## 2 堆肥厂»: the numbers of all, in their order.
  bool count_from_one() const {
    std::size_t number = 0;
    for (const Candidate& one : all_) {
      if (one.meaning != HeadMeaning::Section || one.is_bold) continue;
      const View digits = View(one.title).substr(0, one.title.find(U' '));
      if (digits != View(to_text(std::to_string(++number)))) return false;
    }
    return number >= 2;
  }
  // «左上格：高云族».
  static Text without_place(View text, Text& place) {
    const std::size_t colon = find_outside(text, U":：");
    if (colon == View::npos || colon > 5) return Text(text);
    for (const View word : {U"左上", U"右上", U"左下", U"右下", U"左边", U"右边", U"左栏", U"右栏", U"左侧", U"右侧"}) {
      if (!begins_with(text, word)) continue;
      place = Text(word);
      return Text(trimmed(text.substr(colon + 1)));
    }
    return Text(text);
  }
  FreeHead head_of(const Candidate& one) const {
    const Line& line = lines_[one.at];
    std::optional<Counted> counted = read_counted(one.title);
    if (!counted) counted = row_of(one.title);
    FreeHead head;
    head.meaning = one.meaning;
    head.title = counted && !counted->rest.empty() ? counted->rest : without_place(one.title, head.reference);
    if (one.meaning != HeadMeaning::Section) head.title = one.title;
    if (counted) head.reference = counted->reference;
    head.number = counted ? counted->number : line.ordinal;
    head.behind = one.behind;
    if (are_numbered_ && !one.is_bold && one.meaning == HeadMeaning::Section) {
      const std::size_t blank = one.title.find(U' ');
      head.number = one.title.substr(0, blank);
      head.title = Text(trimmed(View(one.title).substr(blank)));
    }
    if (one.meaning == HeadMeaning::Section) head.notes = notes_behind_bars(head.title);
    // «**卡片 1：房东身份**（底色 #DCEBFA）».
    const std::size_t open = head.title.find_last_of(U"(（");
    if (open != Text::npos && open > 0 && plain(head.title.back()) == U')' && count_codes(head.title) > 0) {
      head.notes.push_back(head.title.substr(open + 1, head.title.size() - open - 2));
      head.title = Text(trimmed(View(head.title).substr(0, open)));
    }
    if (one.is_bold && one.meaning == HeadMeaning::Section) head.title = unquoted_title(head.title);
    return head;
  }
  // «第一行：1 分钟内», «第二档 两千元»: rows and the like, which only a heading counts.
  static std::optional<Counted> row_of(View title) {
    if (!begins_with(title, U"第")) return std::nullopt;
    std::size_t end = 1;
    while (end < title.size() && end < 4 && is_numeral(title[end])) ++end;
    const bool is_row = end > 1 && end + 1 < title.size() && View(U"行排档级期组").find(title[end]) != View::npos &&
                        (is_blank(title[end + 1]) || View(U":：｜|·").find(title[end + 1]) != View::npos);
    if (!is_row) return std::nullopt;
    return Counted{folded(title.substr(0, end + 1)), number_of(title.substr(1, end - 1)),
                   Text(trimmed(title.substr(end + 1), U":：｜|·"))};
  }
  static Text unquoted_title(View title) { return Text(trimmed(title, U"*：:")); }

  const std::vector<Line>& lines_;
  FoundHeads& found_;
  std::vector<Candidate> all_;
  std::vector<std::size_t> items_;
  bool are_numbered_ = false;
  bool has_common_words_ = false;  // sections whose titles are keys elsewhere
};

}  // namespace

HeadMeaning outline_meaning(const std::vector<Line>& lines, std::size_t at, View source) {
  const OutlineTitle title = read_outline_title(source);
  if (!title.is_doubtful) return title.meaning;
  if (speaks_of_drawing(lines[at].text)) return title.meaning;
  for (std::size_t i = at + 1; i < lines.size() && i <= at + kMostBelow; ++i) {
    if (begins_part(lines[i])) break;
    if (speaks_of_drawing(lines[i].text)) return title.meaning;
  }
  return HeadMeaning::Section;
}

bool find_outline_heads(const std::vector<Line>& lines, FoundHeads& found) {
  return OutlineFinder(lines, found).find();
}

bool is_free_outline(const std::vector<Line>& lines) {
  FoundHeads none;
  none.heads.resize(lines.size());
  return OutlineFinder(lines, none).is_free();
}

void find_settings(const std::vector<Line>& lines, FoundHeads& found) { OutlineFinder(lines, found).find_others(); }

}  // namespace sixiang::brief
