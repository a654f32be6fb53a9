#include "brief/free_notes.h"

#include <algorithm>

#include "brief/arrows.h"
#include "brief/color_words.h"
#include "brief/coordinates.h"
#include "brief/free_words.h"
#include "brief/quotes.h"

namespace sixiang::brief {

namespace {

// «箭头上依次写：风化搬运、高温高压».
bool name_in_order(View text, std::size_t sections, int line, std::vector<SectionLink>& links) {
  const std::size_t order = text.find(U"依次");
  const bool asks = order != View::npos && (contains(text, U"箭头") || contains(text, U"连线"));
  const std::size_t colon = asks ? find_outside(text, U":：", order) : View::npos;
  if (!asks || colon == View::npos) return false;
  const View list = text.substr(colon + 1);
  const std::vector<Extent> names = split(list, U"、,，;；");
  // As many as there are gaps between the sections.
  for (std::size_t i = 0; links.size() == i && names.size() + 1 == sections && i + 1 < sections; ++i)
    links.push_back({i, i + 1, {}, false, line});
  if (links.empty()) return false;
  for (std::size_t i = 0; i < names.size() && i < links.size(); ++i) links[i].text = unquoted(slice(list, names[i]));
  return true;
}

// By number, or by its whole name.
std::optional<std::size_t> called(View term, const std::vector<FreeSection>& sections) {
  const Text number = number_of(trimmed(term, U"第步层格#")), name = folded(unquoted(trimmed(term, U"*")));
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const bool is_number = !number.empty() && sections[i].head.number == number;
    if (is_number || name == folded(sections[i].title()) || name == sections[i].head.reference) return i;
  }
  return std::nullopt;
}
bool speaks_of_line(View note) {
  for (const View word : {U"虚线", U"实线", U"箭头", U"粗线", U"细线", U"dashed", U"solid", U"dotted"}) {
    if (contains(folded(note), word)) return true;
  }
  return count_codes(note) > 0;
}
// «1 → 2：沥干», «翻堆 → 升温：还没熟就再来（虚线）».
std::vector<SectionLink> links_by_name(View text, const std::vector<FreeSection>& sections, int line) {
  const std::optional<Field> field = read_field(text);
  const std::optional<ArrowGraph> graph = read_arrows(field ? View(field->key) : text);
  if (!graph || graph->arrows.empty()) return {};
  std::vector<SectionLink> links;
  for (const Arrow& arrow : graph->arrows) {
    const std::optional<std::size_t> from = called(graph->terms[arrow.from], sections);
    const std::optional<std::size_t> to = called(graph->terms[arrow.to], sections);
    if (!from || !to) return {};
    links.push_back({*from, *to, arrow.text, false, line});
  }
  if (!field || links.size() != 1) return links;
  const std::optional<Quote> quote = first_quote(field->value);
  View said = quote ? slice(View(field->value), quote->inner) : View(field->value);
  const std::size_t open = quote ? View::npos : said.find_last_of(U"(（");
  const bool is_noted = open != View::npos && plain(said.back()) == U')' && speaks_of_line(said.substr(open));
  const Text note = quote      ? field->value.substr(0, quote->outer.begin) + field->value.substr(quote->outer.end)
                    : is_noted ? Text(said.substr(open))
                               : Text();
  links[0].is_dashed = contains(note, U"虚线") || contains(folded(note), U"dashed");
  if (const std::optional<SaidColor> color = find_color(note); color && color->color)
    links[0].color = Text(slice(View(note), color->extent));
  links[0].text = Text(trimmed(is_noted ? said.substr(0, open) : said));
  return links;
}

// «1 到 2 写“骡子驮”，6 到 1 用虚线写“堆肥”».
std::vector<SectionLink> links_by_count(View text, const std::vector<FreeSection>& sections, int line) {
  std::vector<SectionLink> links;
  const std::size_t colon = find_outside(text, U":：");
  const View list = text.substr(colon == View::npos || colon > 12 ? 0 : colon + 1);
  for (const Extent extent : split(list, U",，;；")) {
    const View clause = trimmed(slice(list, extent));
    const std::size_t to = clause.find(U'到');
    const std::optional<Quote> quote = first_quote(clause);
    if (to == View::npos || to > 6 || !quote) continue;
    std::size_t end = to + 1;
    while (end < clause.size() && (is_blank(clause[end]) || clause[end] == U'第' || is_digit(plain(clause[end]))))
      ++end;
    const View first = trimmed(clause.substr(0, to)), second = trimmed(clause.substr(to + 1, end - to - 1));
    if (first.empty() || second.empty() || !is_digit(plain(first.back())) || !is_digit(plain(second.back()))) continue;
    const std::optional<std::size_t> from = called(first, sections), target = called(second, sections);
    if (!from || !target) continue;
    const bool is_dashed = contains(clause.substr(0, quote->outer.begin), U"虚线");
    links.push_back({*from, *target, Text(trimmed(slice(clause, quote->inner))), is_dashed, line});
  }
  return links;
}

// «“还能穿的”那支箭头用绿色 #4C9F70，画成虚线»: of the links that have these words.
void style_links(const Told& told, std::vector<SectionLink>& links, Report& report) {
  const Text low = folded(told.text);
  if (!contains(low, U"箭头") && !contains(low, U"连线") && !contains(low, U"arrow")) return;
  std::optional<Text> text;
  for (const Extent extent : split(told.text, U",，;；")) {
    const View clause = slice(View(told.text), extent);
    if (const std::optional<Quote> quote = first_quote(clause)) text = Text(trimmed(slice(clause, quote->inner)));
    const std::optional<SaidColor> color = find_color(clause);
    const bool is_dashed = contains(clause, U"虚线") || contains(folded(clause), U"dashed");
    if (!text || text->empty()) continue;
    for (SectionLink& link : links) {
      if (link.text != *text) continue;
      if (color && color->color) link.color = Text(slice(clause, color->extent));
      link.is_dashed = link.is_dashed || is_dashed;
      if (is_dashed || (color && color->color)) report.read(told.line, "link");
    }
  }
}

}  // namespace

std::vector<SectionLink> links_told(const std::vector<Told>& sentences, const std::vector<TitledBranch>& branches,
                                    const std::vector<FreeSection>& sections, Report& report) {
  std::vector<SectionLink> links;
  for (const Told& told : sentences) {
    for (const View sentence : sentences_of(told.text)) {
      std::vector<SectionLink> found = links_by_name(sentence, sections, told.line);
      if (found.empty()) found = links_by_count(sentence, sections, told.line);
      if (found.empty()) found = links_in(sentence, sections, told.line);
      links.insert(links.end(), found.begin(), found.end());
    }
    if (name_in_order(told.text, sections.size(), told.line, links)) report.read(told.line, "words of the links");
  }
  for (const TitledBranch& branch : branches) {
    for (std::size_t i = 0; i < sections.size(); ++i) {
      if (sections[i].head.reference == branch.to) links.push_back({branch.from, i, branch.text, false, branch.line});
    }
  }
  for (const Told& told : sentences) style_links(told, links, report);
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

void spans_told(const std::vector<Told>& sentences, std::vector<FreeSection>& sections) {
  for (const Told& told : sentences) {
    for (const Extent extent : split(told.text, U",，;；")) {
      const View clause = slice(View(told.text), extent);
      const bool asks = contains(clause, U"跨") || contains(clause, U"占") || contains(clause, U"通栏");
      const std::vector<Reference> found = asks ? references_in(clause, sections) : std::vector<Reference>();
      if (found.empty() || !read_cells(clause)) continue;
      for (const Reference& reference : found) {
        Line place;
        place.number = told.line;
        place.field = SectionField::Place;
        place.text = Text(clause.substr(found.back().extent.end));
        sections[reference.section].lines.push_back(std::move(place));
      }
    }
  }
}

namespace {

// «Use a steam icon for section 3 and a droplet icon for section 1».
void icons_by_number(const Told& told, const std::vector<FreeSection>& sections, std::vector<Line>& items) {
  const Text low = folded(told.text);
  for (std::size_t at = low.find(U" icon for "); at != Text::npos; at = low.find(U" icon for ", at + 1)) {
    std::size_t begin = View(low).substr(0, at).find_last_of(U" ");
    begin = begin == View::npos ? 0 : begin + 1;
    const std::size_t end = std::min(low.find_first_of(U",.;", at), std::min(low.size(), at + 28));
    const std::size_t digit = low.find_first_of(U"123456789", at);
    if (digit >= end || begin >= at) continue;
    const std::size_t number = std::size_t(low[digit] - U'0');
    if (number > sections.size()) continue;
    Line item;
    item.number = told.line;
    item.marker = Marker::Bullet;
    item.text = sections[number - 1].title() + U"：" + told.text.substr(begin, at - begin);
    items.push_back(std::move(item));
  }
}

}  // namespace

std::vector<Line> icons_told(const std::vector<Told>& sentences, const std::vector<FreeSection>& sections) {
  std::vector<Line> items;
  for (const Told& told : sentences) {
    icons_by_number(told, sections, items);
    if (!asks_icons(told.text)) continue;
    const std::size_t colon = find_outside(told.text, U":：");
    const View list = View(told.text).substr(colon + 1);
    const std::vector<Extent> names = split(list, U"、,，;；");
    for (std::size_t i = 0; i < names.size() && i < sections.size(); ++i) {
      Line item;
      item.number = told.line;
      item.marker = Marker::Bullet;
      item.text = sections[i].title() + U"：" + unquoted(trimmed(slice(list, names[i]), U"。"));
      items.push_back(std::move(item));
    }
  }
  return items;
}

std::vector<Line> icon_items_of(const Line& line) {
  std::vector<Line> items;
  const std::size_t colon = find_outside(line.text, U":：");
  const View list = View(line.text).substr(colon == View::npos ? 0 : colon + 1);
  for (const Extent extent : split(list, U",，;；、。")) {
    const View clause = trimmed(slice(list, extent));
    const std::optional<Quote> quote = first_quote(clause);
    const std::size_t use = clause.find_first_of(U"用是画");
    if (!quote || use == View::npos || use == 0 || use > quote->outer.begin) continue;
    Line item;
    item.number = line.number;
    item.marker = Marker::Bullet;
    item.text = Text(trimmed(clause.substr(0, use))) + U"：" + Text(slice(clause, quote->inner));
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace sixiang::brief
