#include "brief/free_parts.h"

#include <algorithm>

#include "brief/arrows.h"
#include "brief/quotes.h"

namespace sixiang::brief {

namespace {

constexpr std::size_t kMostReferences = 64;
constexpr View kDashed[] = {U"虚线", U"dashed", U"dotted"};

// The first quote that names no section.
Text label_in(View text, const std::vector<FreeSection>& sections) {
  for (const Quote& quote : quotes_of(text)) {
    const View inner = trimmed(slice(text, quote.inner));
    const bool is_name = std::any_of(sections.begin(), sections.end(),
                                     [inner](const FreeSection& section) { return section.title() == inner; });
    if (!is_name) return Text(inner);
  }
  return {};
}

// With blanks for what is quoted and names no section.
Text without_labels(View text, const std::vector<FreeSection>& sections) {
  Text rest(text);
  for (const Quote& quote : quotes_of(text)) {
    const View inner = trimmed(slice(text, quote.inner));
    const bool is_name = std::any_of(sections.begin(), sections.end(), [inner](const FreeSection& section) {
      return section.title() == inner || section.head.reference == folded(inner);
    });
    for (std::size_t i = quote.inner.begin; !is_name && i < quote.inner.end; ++i) rest[i] = U' ';
  }
  return rest;
}

bool is_arrow_between(View text) {
  return has_arrow(text) || contains(text, U"到") || contains(text, U"至") || contains(text, U"指向") ||
         contains(text, U"指回") || contains(text, U"连到") || holds_word(folded(text), U"to");
}

}  // namespace

Text FreeSection::title() const {
  for (const Line& own : lines) {
    if (own.field == SectionField::Title && own.heading == 0) return own.text;
  }
  return head.title;
}

std::vector<Reference> references_in(View text, const std::vector<FreeSection>& sections) {
  const Text low = folded(text);
  std::vector<std::pair<Text, Text>> names;
  for (const FreeSection& section : sections) names.emplace_back(section.head.reference, folded(section.title()));
  std::vector<Reference> found;
  for (std::size_t at = 0; at < low.size() && found.size() < kMostReferences;) {
    std::size_t length = 0, best = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
      for (const View name : {View(names[i].first), View(names[i].second)}) {
        if (name.size() <= length || !begins_with(View(low).substr(at), name)) continue;
        const bool ends = at + name.size() >= low.size() || !is_digit(low[at + name.size()]) || !is_digit(name.back());
        if (!ends) continue;
        length = name.size();
        best = i;
      }
    }
    // «第二层», «第三步».
    if (length == 0 && low[at] == U'第') {
      const std::optional<Counted> counted = read_counted(View(low).substr(at, 6));
      std::size_t number = 0;
      for (const char32_t c : counted ? counted->number : Text())
        number = 10 * number + std::size_t(is_digit(c) ? c - U'0' : 0);
      if (number > 0 && number <= names.size()) {
        length = counted->reference.size();
        best = number - 1;
      }
    }
    if (length > 0) found.push_back({{at, at + length}, best});
    at += std::max<std::size_t>(length, 1);
  }
  return found;
}

std::vector<SectionLink> links_in(View text, const std::vector<FreeSection>& sections, int line) {
  std::vector<SectionLink> links;
  // Words on an arrow may hold a name: «from "蛾" back to "卵", labelled "交配产卵"».
  std::vector<Reference> all = references_in(without_labels(text, sections), sections);
  if (all.size() < 2) all = references_in(text, sections);
  if (all.size() < 2) return links;
  const auto add_chain = [&](View part, const std::vector<Reference>& found) {
    const std::size_t before = links.size();
    for (std::size_t i = 0; i + 1 < found.size(); ++i) {
      const View between = part.substr(found[i].extent.end, found[i + 1].extent.begin - found[i].extent.end);
      if (between.size() > 24 || !is_arrow_between(between) || found[i].section == found[i + 1].section) continue;
      links.push_back({found[i].section, found[i + 1].section, {}, contains_any(folded(part), kDashed), line});
    }
    if (links.size() == before + 1) links.back().text = label_in(part, sections);
  };
  if (all.size() == 2) {
    add_chain(text, all);
    return links;
  }
  for (const Extent extent : split(text, U",，;；")) {
    const View clause = slice(text, extent);
    add_chain(clause, references_in(clause, sections));
  }
  return links;
}

std::vector<View> sentences_of(View text) {
  std::vector<View> sentences;
  for (const Extent extent : split(text, U"。！!；;")) {
    View rest = slice(text, extent);
    for (std::size_t from = 0;;) {
      const std::size_t stop = find_outside(rest, U".", from);
      if (stop == View::npos || stop + 1 >= rest.size()) break;
      from = stop + 1;
      if (!is_blank(rest[stop + 1])) continue;
      sentences.push_back(trimmed(rest.substr(0, stop)));
      rest = trimmed(rest.substr(stop + 1));
      from = 0;
    }
    if (!trimmed(rest).empty()) sentences.push_back(trimmed(rest));
  }
  return sentences;
}

}  // namespace sixiang::brief
