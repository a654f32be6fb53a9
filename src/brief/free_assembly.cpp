#include "brief/free_assembly.h"

#include <algorithm>

#include "brief/aspect.h"
#include "brief/color_words.h"
#include "brief/free_fields.h"
#include "brief/page_kinds.h"
#include "brief/quotes.h"

namespace sixiang::brief {

namespace {

bool stands_at_foot(const FreeSection& section) {
  return std::any_of(section.lines.begin(), section.lines.end(),
                     [](const Line& line) { return line.field == SectionField::Foot; });
}

// Without words of the page.
bool may_be_title(View text) {
  return !text.empty() && text.size() <= 30 && View(U"，、；,;").find(text.back()) == View::npos &&
         !is_instruction(text) && !read_field(text) && !is_negative(text) && count_codes(text) == 0;
}

}  // namespace

View title_in_line(View text) {
  const std::size_t comma = text.find_first_of(U"，,");
  const View first = trimmed(text.substr(0, comma)), behind = comma == View::npos ? View() : text.substr(comma);
  const bool is_of_page = read_aspect(behind) || count_codes(behind) > 0;
  if (is_of_page) return may_be_title(first) && !read_aspect(first) && !find_kind(folded(first)) ? first : View();
  return may_be_title(text) ? text : View();
}

Text first_quoted(View text) {
  const std::optional<Quote> quote = first_quote(text);
  if (quote) return Text(slice(text, quote->inner));
  const std::optional<Field> field = read_field(text);
  return field ? field->value : Text(text);
}

std::vector<Text> told_references(View text) {
  const std::size_t at = text.find(U'第');
  const std::optional<Counted> counted = at == View::npos ? std::nullopt : read_counted(text.substr(at));
  return counted ? std::vector<Text>{counted->reference} : std::vector<Text>{};
}

bool asks_twice(const std::vector<FreeSection>& sections) {
  return std::count_if(sections.begin(), sections.end(), [](const FreeSection& section) {
           return ends_with(plain(section.head.title), U"?") || ends_with(section.head.title, U"吗");
         }) >= 2;
}

View kind_of(const std::vector<FreeSection>& sections) {
  const bool are_ranks =
      !sections.empty() && std::all_of(sections.begin(), sections.end(),
                                       [](const FreeSection& section) { return section.head.form == HeadForm::Rank; });
  const auto bands = std::count_if(sections.begin(), sections.end(), stands_at_foot);
  const bool is_split = sections.size() == std::size_t(2 + bands) && begins_with(sections[0].head.reference, U"左") &&
                        begins_with(sections[1].head.reference, U"右");
  if (is_split) return U"左右两栏";
  if (are_ranks) return U"排行";
  // «第一行», «第一步» of all.
  const auto all_end_in = [&sections](View word) {
    return sections.size() >= 3 && std::all_of(sections.begin(), sections.end(), [word](const FreeSection& section) {
             return stands_at_foot(section) ||
                    (begins_with(section.head.reference, U"第") && ends_with(section.head.reference, word));
           });
  };
  return all_end_in(U"行") || all_end_in(U"排") ? U"堆叠" : all_end_in(U"步") ? U"流程" : View();
}

void put_in_place(std::vector<FreeSection>& sections) {
  std::vector<std::pair<int, std::size_t>> order;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    Text where = sections[i].head.reference;
    for (const Text& note : sections[i].head.notes) where += note;
    int place = 0;
    for (const View word :
         {U"左上", U"右上", U"左下", U"右下", U"top left", U"top right", U"bottom left", U"bottom right"}) {
      ++place;
      if (contains(where, word)) order.emplace_back((place - 1) % 4, i);
    }
  }
  if (order.size() != 4 || sections.size() != 4) return;
  std::sort(order.begin(), order.end());
  std::vector<FreeSection> sorted;
  for (const auto& [place, at] : order) sorted.push_back(sections[at]);
  sections = std::move(sorted);
}

std::vector<Line> lines_of(const std::vector<FreeSection>& sections, Report& report) {
  std::vector<Line> all;
  for (const FreeSection& section : sections) {
    Line head = field_line(SectionField::Title, section.title(), section.line);
    head.heading = section.level;
    head.ordinal = section.head.number;
    if (head.text.empty()) head.text = section.head.reference;
    all.push_back(std::move(head));
    for (const Line& line : section.lines) {
      if (line.field == SectionField::Title) {
        report.read(line.number, "title of a section");
      } else {
        all.push_back(line);
      }
    }
  }
  return all;
}

std::vector<Line> list_of(View key, const std::vector<Line>& items) {
  if (items.empty()) return {};
  Line head;
  head.number = items[0].number;
  head.text = Text(key);
  head.bold = true;
  std::vector<Line> all = {std::move(head)};
  all.insert(all.end(), items.begin(), items.end());
  return all;
}

std::vector<SectionLink> links_of_top(const std::vector<SectionLink>& all, const std::vector<FreeSection>& sections) {
  std::vector<std::size_t> place(sections.size(), 0);
  for (std::size_t i = 0, next = 0; i < sections.size(); ++i)
    place[i] = sections[i].level == 2 ? next++ : std::size_t(-1);
  std::vector<SectionLink> links;
  for (SectionLink link : all) {
    link.from = place[link.from];
    link.to = place[link.to];
    if (link.from != std::size_t(-1) && link.to != std::size_t(-1)) links.push_back(std::move(link));
  }
  return links;
}

}  // namespace sixiang::brief
