#include "brief/free_colors.h"

#include <algorithm>

#include "brief/color_words.h"
#include "brief/free_words.h"
#include "brief/quotes.h"

namespace sixiang::brief {

namespace {

constexpr View kHeaderWords[] = {U"标题条", U"标题栏", U"标题底", U"列头", U"栏头", U"header", U"title strip"};
constexpr View kOrderWords[] = {U"依次",     U"分别",          U"从左到右",      U"从上到下", U"按顺序",
                                U"in order", U"left to right", U"top to bottom", U"in turn",  U"respectively"};
constexpr View kThings[] = {U"卡片",    U"格",    U"块",       U"栏",    U"列",   U"层",   U"节点",
                            U"columns", U"cards", U"sections", U"bands", U"rows", U"steps"};
// What is drawn and is no section; the reader of colours knows these words.
struct TreeWord {
  View word, shape;
};
constexpr TreeWord kTreeWords[] = {{U"问题", U"菱形"}, {U"判断", U"菱形"}, {U"结论", U"方框"}, {U"结果", U"方框"}};
constexpr View kShapes[] = {U"菱形", U"方框", U"圆角框", U"圆角矩形", U"diamond", U"result box"};

struct Code {
  Extent extent;
  std::size_t behind = 0;  // where the code before it ends
};
std::vector<Code> codes_in(View text) {
  std::vector<Code> codes;
  for (std::size_t from = 0; codes.size() < 64;) {
    const std::optional<SaidColor> color = find_color(text.substr(from));
    if (!color || !color->is_code) break;
    const Extent extent = {from + color->extent.begin, from + color->extent.end};
    if (color->color) codes.push_back({extent, from});
    from = extent.end;
  }
  return codes;
}

class ColorTeller {
 public:
  explicit ColorTeller(const std::vector<FreeSection>& sections)
      : sections_(sections), is_tree_(std::any_of(sections.begin(), sections.end(), [](const FreeSection& section) {
          return ends_with(plain(section.head.title), U"?") || ends_with(section.head.title, U"吗");
        })) {}

  void tell(const Told& told) {
    is_header_ = contains_any(folded(told.text), kHeaderWords);
    if (in_order(told) || by_place(told) || by_turns(told)) return;
    for (const Extent extent : split(told.text, U",，;；"))
      tell_clause(trimmed(slice(View(told.text), extent)), told.line);
  }
  // «其他四条都用奶白 #FFF3DC»: all of which nothing was said.
  void tell_others(const Told& told, const std::vector<Line>& said) {
    for (const Extent extent : split(told.text, U",，;；")) {
      const View clause = slice(View(told.text), extent);
      const std::optional<SaidColor> color = find_color(clause);
      const bool is_of_others = contains(clause, U"其他") || contains(clause, U"其余") || contains(clause, U"剩下");
      const bool is_of_text = contains(clause, U"字") || contains(clause, U"正文");
      if (!is_of_others || is_of_text || !color || !color->color || said.empty()) continue;
      for (const FreeSection& section : sections_) {
        const bool is_said = std::any_of(said.begin(), said.end(), [&section](const Line& item) {
          return begins_with(item.text, section.title() + U": ") || begins_with(item.text, U"“" + section.title());
        });
        if (!is_said) add(section, slice(clause, color->extent), told.line);
      }
    }
  }
  std::vector<Line> items_;

 private:
  void add(const FreeSection& section, View color, int number) {
    const bool has_colon = section.title().find_first_of(U":：") != Text::npos;
    const Text title = has_colon ? U"“" + section.title() + U"”" : section.title();
    add_named(title + (is_header_ ? U" 标题条" : U""), color, number);
  }
  void add_named(View name, View color, int number) {
    Line item;
    item.number = number;
    item.marker = Marker::Bullet;
    item.text = Text(name) + U": " + Text(color);
    items_.push_back(std::move(item));
  }

  // «五个节点的颜色依次是 #FFCDB2、#FFE8A3…», «column headers, left to right: #2E86AB, …»; without such a word, as many
  // as there are.
  bool in_order(const Told& told) {
    if (sections_.empty()) return false;
    const Text low = folded(told.text);
    std::size_t at = Text::npos;
    for (const View word : kOrderWords) at = std::min(at, low.find(word));
    const bool is_said = at != Text::npos;
    if (!is_said && (!contains_any(low, kThings) || !references_in(told.text, sections_).empty())) return false;
    const View list = View(told.text).substr(is_said ? at : 0);
    const std::vector<Code> codes = codes_in(list);
    if (is_said ? codes.size() < sections_.size() : codes.size() != sections_.size() || codes.size() < 3) return false;
    for (std::size_t i = 0; i < sections_.size(); ++i) add(sections_[i], slice(list, codes[i].extent), told.line);
    return true;
  }
  // «① #FFD6C9 ② #FFE8B3»: each behind what it is of.
  bool by_place(const Told& told) {
    const std::vector<Reference> found = references_in(told.text, sections_);
    if (found.size() < 2 || count_codes(told.text) != found.size()) return false;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const std::size_t end = i + 1 < found.size() ? found[i + 1].extent.begin : told.text.size();
      const View own = View(told.text).substr(found[i].extent.end, end - found[i].extent.end);
      const std::optional<SaidColor> color = find_color(own);
      if (color && color->color) add(sections_[found[i].section], slice(own, color->extent), told.line);
    }
    return true;
  }
  // «奇数的卡片底色 #FFE3D3，偶数的 #DDF0E6».
  bool by_turns(const Told& told) {
    bool is_any = false;
    for (const Extent extent : split(told.text, U",，;；")) {
      const View clause = slice(View(told.text), extent);
      const bool is_odd = contains(clause, U"奇数") || contains(clause, U"单数");
      const bool is_even = contains(clause, U"偶数") || contains(clause, U"双数");
      const std::optional<SaidColor> color = find_color(clause);
      if (is_odd == is_even || !color || !color->color) continue;
      for (std::size_t i = is_odd ? 0 : 1; i < sections_.size(); i += 2)
        add(sections_[i], slice(clause, color->extent), told.line);
      is_any = true;
    }
    return is_any;
  }

  void tell_clause(View clause, int line) {
    const std::optional<SaidColor> color = find_color(clause);
    if (!color || !color->color) return;
    const View code = slice(clause, color->extent);
    if (contains(clause, U"卡片底") || contains(clause, U"卡片白底")) add_named(U"卡片底", code, line);
    const View before = clause.substr(0, color->extent.begin);
    if (color->is_code && is_of_all_cards(before)) {
      for (const FreeSection& section : sections_) add(section, code, line);
      return;
    }
    for (const View word : kShapes) {
      if (color->is_code && contains(folded(before), word)) add_named(word, code, line);
    }
    for (const TreeWord& entry : kTreeWords) {
      if (!is_tree_ || !color->is_code || !contains(before, entry.word)) continue;
      return add_named(entry.shape, code, line);
    }
    const std::vector<bool> meant = meant_by(clause);
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      if (meant[i]) add(sections_[i], code, line);
    }
    if (!color->is_code || std::find(meant.begin(), meant.end(), true) != meant.end()) return;
    for (const std::size_t number : numbers_in(before)) add(sections_[number - 1], code, line);
    // «A 用 #FCE1D4».
    const View letter = trimmed(before, U"用是为：:");
    for (const FreeSection& section : sections_) {
      const bool is_letter = letter.size() == 1 && is_latin(letter[0]) && section.head.number == letter;
      if (is_letter || names_first_part(before, section.title())) add(section, code, line);
    }
  }
  // «春 #DDF0D0» of «春 · 育苗», «1888 年那张卡片用黄色 #FFE08A» of «1888｜充气轮胎».
  static bool names_first_part(View before, View title) {
    const std::size_t end = title.find_first_of(U"·｜|：:/／—(（");
    const View part = end == View::npos ? View() : trimmed(title.substr(0, end));
    if (part.empty() || !begins_with(before, part)) return false;
    const View behind = trimmed(before.substr(part.size()), U"：:(（");
    constexpr View kOfIt[] = {U"用", U"是", U"为", U"年", U"那", U"这", U"的",
                              U"季", U"栏", U"列", U"格", U"块", U"卡"};
    const std::optional<SaidColor> color = find_color(behind);
    return behind.empty() || (color && color->extent.begin == 0) || begins_with_any(behind, kOfIt);
  }
  // «问题统一用浅黄 #FFF1C1», «第 1 名用金色», «最后一名用灰色».
  std::vector<bool> meant_by(View source) const {
    const Text clause = replaced(replaced(source, U"第 ", U"第"), U" 名", U"名");
    std::vector<bool> meant(sections_.size());
    if (contains(clause, U"最后一") && !meant.empty()) meant.back() = true;
    for (const Reference& reference : references_in(clause, sections_)) meant[reference.section] = true;
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      // «问题» of 问题1.
      if (sections_[i].head.form != HeadForm::Code) continue;
      View word = sections_[i].head.reference;
      while (!word.empty() && !is_han(word.back())) word.remove_suffix(1);
      if (!word.empty() && begins_with(clause, word)) meant[i] = true;
    }
    return meant;
  }
  // «1、4 用蓝», «band 2», «卡片三»: numbers of sections, and of nothing else.
  std::vector<std::size_t> numbers_in(View before) const {
    std::vector<std::size_t> numbers;
    if (before.size() > 40) return numbers;
    // «一、三 #FBE3C8».
    if (!before.empty() && before.find_first_not_of(U"一二三四五六七八九、和与, 用是：:") == View::npos) {
      for (const char32_t c : before) {
        const std::size_t value = View(U"一二三四五六七八九").find(c);
        if (value < sections_.size()) numbers.push_back(value + 1);
      }
      return numbers;
    }
    for (std::size_t at = 0; at < before.size(); ++at) {
      std::size_t end = at, value = 0;
      while (end < before.size() && end < at + 3 && is_digit(plain(before[end])))
        value = 10 * value + std::size_t(plain(before[end++]) - U'0');
      if (end == at) {
        const std::optional<Counted> counted = read_counted(before.substr(at, 8));
        if (!counted) continue;
        value = 0;
        for (const char32_t c : counted->number) value = 10 * value + std::size_t(is_digit(c) ? c - U'0' : 0);
        end = at + std::max<std::size_t>(counted->reference.size(), 1);
      }
      const bool is_other = end < before.size() && View(U"%.:×xX").find(plain(before[end])) != View::npos;
      if (value == 0 || value > sections_.size() || is_other) return {};
      numbers.push_back(value);
      at = end;
    }
    return numbers;
  }

  const std::vector<FreeSection>& sections_;
  bool is_tree_ = false, is_header_ = false;
};

}  // namespace

std::vector<Line> colors_told(const std::vector<Told>& sentences, const std::vector<FreeSection>& sections,
                              Report& report) {
  ColorTeller teller(sections);
  for (const Told& told : sentences) teller.tell(told);
  const std::vector<Line> said = teller.items_;
  for (const Told& told : sentences) teller.tell_others(told, said);
  for (const Line& item : teller.items_) report.read(item.number, "colours");
  return teller.items_;
}

bool is_of_all_cards(View before) {
  const Text low = folded(before);
  for (const View word : {U"描边", U"边框", U"文字", U"正文", U"标题", U"border", U"text", U"title"}) {
    if (contains(low, word)) return false;
  }
  for (const View thing : {U"卡片", U"格子", U"格", U"板块", U"模块", U"节点", U"cards", U"panels", U"cells"}) {
    const std::size_t at = low.find(thing);
    if (at == Text::npos) continue;
    const View rest = trimmed(View(low).substr(at + thing.size()));
    const bool is_all = begins_with(rest, U"都") || begins_with(rest, U"全") || begins_with(rest, U"统一") ||
                        begins_with(rest, U"一律") || ends_with(View(low).substr(0, at), U"所有") ||
                        ends_with(trimmed(View(low).substr(0, at)), U"all");
    if (is_all) return true;
  }
  return false;
}

}  // namespace sixiang::brief
