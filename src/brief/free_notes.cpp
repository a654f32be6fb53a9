#include "brief/free_notes.h"

#include <algorithm>

#include "brief/color_words.h"
#include "brief/free_words.h"
#include "brief/quotes.h"

namespace sixiang::brief {

namespace {

// «箭头上依次写：风化搬运、高温高压».
bool name_in_order(View text, std::vector<SectionLink>& links) {
  const bool asks = contains(text, U"依次") && (contains(text, U"箭头") || contains(text, U"连线"));
  const std::size_t colon = find_outside(text, U":：");
  if (!asks || colon == View::npos || links.empty()) return false;
  const View list = text.substr(colon + 1);
  const std::vector<Extent> names = split(list, U"、,，;；");
  for (std::size_t i = 0; i < names.size() && i < links.size(); ++i) links[i].text = unquoted(slice(list, names[i]));
  return true;
}

Line color_item(const FreeSection& section, View color, int number) {
  Line item;
  item.number = number;
  item.marker = Marker::Bullet;
  item.text = section.title() + U": " + Text(color);
  return item;
}

// «问题统一用浅黄 #FFF1C1», «第 1 名用金色», «最后一名用灰色».
bool is_of(View source, const std::vector<FreeSection>& sections, std::size_t section) {
  const Text clause = replaced(replaced(source, U"第 ", U"第"), U" 名", U"名");
  if (contains(clause, U"最后一") && section + 1 == sections.size()) return true;
  for (const Reference& reference : references_in(clause, sections)) {
    if (reference.section == section) return true;
  }
  // «问题» of 问题1.
  View word = sections[section].head.reference;
  while (!word.empty() && !is_han(word.back())) word.remove_suffix(1);
  return sections[section].head.form == HeadForm::Code && !word.empty() && begins_with(clause, word);
}

// «五个节点的颜色依次是 #FFCDB2、#FFE8A3…».
bool color_in_order(const Told& told, const std::vector<FreeSection>& sections, std::vector<Line>& items) {
  if (!contains(told.text, U"依次") && !contains(told.text, U"分别")) return false;
  std::vector<Text> codes;
  for (const Extent extent : split(told.text, U",，;；、")) {
    const View clause = slice(View(told.text), extent);
    const std::optional<SaidColor> color = find_color(clause);
    if (color && color->is_code && color->color) codes.emplace_back(slice(clause, color->extent));
  }
  if (codes.size() < sections.size() || sections.empty()) return false;
  for (std::size_t i = 0; i < sections.size(); ++i) items.push_back(color_item(sections[i], codes[i], told.line));
  return true;
}

}  // namespace

std::vector<SectionLink> links_told(const std::vector<Told>& sentences, const std::vector<TitledBranch>& branches,
                                    const std::vector<FreeSection>& sections, Report& report) {
  std::vector<SectionLink> links;
  for (const Told& told : sentences) {
    for (const View sentence : sentences_of(told.text)) {
      const std::vector<SectionLink> found = links_in(sentence, sections, told.line);
      links.insert(links.end(), found.begin(), found.end());
    }
    if (name_in_order(told.text, links)) report.read(told.line, "words of the links");
  }
  for (const TitledBranch& branch : branches) {
    for (std::size_t i = 0; i < sections.size(); ++i) {
      if (sections[i].head.reference == branch.to) links.push_back({branch.from, i, branch.text, false, branch.line});
    }
  }
  for (const SectionLink& link : links) report.read(link.line, "link");
  return links;
}

void badges_told(const std::vector<Told>& sentences, std::vector<FreeSection>& sections) {
  for (const Told& told : sentences) {
    const std::vector<Reference> found = references_in(told.text, sections);
    const bool asks = contains(told.text, U"小牌子") || contains(told.text, U"标签") || contains(told.text, U"角标") ||
                      contains(told.text, U"徽章");
    if (found.size() != 1 || !asks || is_negative(told.text)) continue;
    const std::optional<Quote> quote = first_quote(told.text);
    const std::size_t colon = find_outside(told.text, U":：");
    const View text = quote                 ? slice(View(told.text), quote->inner)
                      : colon == View::npos ? View()
                                            : View(told.text).substr(colon + 1);
    if (trimmed(text).empty()) continue;
    Line badge;
    badge.number = told.line;
    badge.field = SectionField::Badge;
    badge.text = Text(trimmed(text));
    sections[found[0].section].lines.push_back(std::move(badge));
  }
}

namespace {

// «① #FFD6C9 ② #FFE8B3»: each behind what it is of; «奇数的卡片底色 #FFE3D3，偶数的 #DDF0E6».
bool color_by_place(const Told& told, const std::vector<FreeSection>& sections, std::vector<Line>& items) {
  const std::vector<Reference> found = references_in(told.text, sections);
  if (found.size() >= 2 && count_codes(told.text) == found.size()) {
    for (std::size_t i = 0; i < found.size(); ++i) {
      const std::size_t end = i + 1 < found.size() ? found[i + 1].extent.begin : told.text.size();
      const View own = View(told.text).substr(found[i].extent.end, end - found[i].extent.end);
      const std::optional<SaidColor> color = find_color(own);
      if (color && color->color)
        items.push_back(color_item(sections[found[i].section], slice(own, color->extent), told.line));
    }
    return true;
  }
  bool is_any = false;
  for (const Extent extent : split(told.text, U",，;；")) {
    const View clause = slice(View(told.text), extent);
    const bool is_odd = contains(clause, U"奇数") || contains(clause, U"单数");
    const bool is_even = contains(clause, U"偶数") || contains(clause, U"双数");
    const std::optional<SaidColor> color = find_color(clause);
    if (is_odd == is_even || !color || !color->color) continue;
    for (std::size_t i = is_odd ? 0 : 1; i < sections.size(); i += 2)
      items.push_back(color_item(sections[i], slice(clause, color->extent), told.line));
    is_any = true;
  }
  return is_any;
}

}  // namespace

namespace {

// «其他四条都用奶白 #FFF3DC»: all of which nothing was said.
void color_others(const std::vector<Told>& sentences, const std::vector<FreeSection>& sections,
                  std::vector<Line>& items) {
  const std::vector<Line> said = items;
  for (const Told& told : sentences) {
    for (const Extent extent : split(told.text, U",，;；")) {
      const View clause = slice(View(told.text), extent);
      const std::optional<SaidColor> color = find_color(clause);
      const bool is_of_others = contains(clause, U"其他") || contains(clause, U"其余") || contains(clause, U"剩下");
      if (!is_of_others || !color || !color->color || said.empty()) continue;
      for (const FreeSection& section : sections) {
        const bool is_said = std::any_of(said.begin(), said.end(), [&section](const Line& item) {
          return begins_with(item.text, section.title() + U": ");
        });
        if (!is_said) items.push_back(color_item(section, slice(clause, color->extent), told.line));
      }
    }
  }
}

}  // namespace

std::vector<Line> colors_told(const std::vector<Told>& sentences, const std::vector<FreeSection>& sections,
                              Report& report) {
  std::vector<Line> items;
  for (const Told& told : sentences) {
    if (color_in_order(told, sections, items) || color_by_place(told, sections, items)) continue;
    for (const Extent extent : split(told.text, U",，;；")) {
      const View clause = trimmed(slice(View(told.text), extent));
      const std::optional<SaidColor> color = find_color(clause);
      if (!color || !color->color) continue;
      if (contains(clause, U"卡片底") || contains(clause, U"卡片白底")) {
        Line item = color_item({}, slice(clause, color->extent), told.line);
        item.text = U"卡片底" + item.text;
        items.push_back(std::move(item));
      }
      for (std::size_t i = 0; i < sections.size(); ++i) {
        if (is_of(clause, sections, i))
          items.push_back(color_item(sections[i], slice(clause, color->extent), told.line));
      }
    }
  }
  color_others(sentences, sections, items);
  for (const Line& item : items) report.read(item.number, "colours");
  return items;
}

}  // namespace sixiang::brief
