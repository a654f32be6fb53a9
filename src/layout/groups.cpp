#include "layout/groups.h"

#include "base/utf8.h"
#include "label/stress_marks.h"
#include "layout/design.h"
#include "layout/label_look.h"
#include "layout/section_body.h"
#include "model/sections.h"

namespace sixiang {

namespace {

bool is_statement(const Label& label) {
  return !label.diagram && (label.role == LabelRole::Text || label.role == LabelRole::Sub);
}

bool has_subs(const Section& section, std::size_t index) {
  return index + 1 < section.content.size() && !section.content[index + 1].diagram &&
         section.content[index + 1].role == LabelRole::Sub;
}

}  // namespace

bool is_in_groups(const Section& section, std::size_t index) {
  const std::vector<Label>& content = section.content;
  if (!is_statement(content[index]) || is_insight(section)) return false;
  std::size_t first = index, last = index, groups = 0, with_subs = 0;
  while (first > 0 && is_statement(content[first - 1])) --first;
  while (last < content.size() && is_statement(content[last])) ++last;
  if (content[first].role == LabelRole::Sub) return false;
  for (std::size_t i = first; i < last; ++i) {
    if (content[i].role == LabelRole::Sub) continue;
    // What stands before no bullet is a heading, or goes on.
    const bool may_lead = content[i].bullet != Bullet::None && (has_subs(section, i) || find_lead(content[i].text) > 0);
    if (!may_lead) return false;
    if (++groups > kDesign.rows.most_even) return false;
    with_subs += has_subs(section, i) ? 1 : 0;
  }
  return groups == 1 ? last - first > 2 : 2 * with_subs >= groups;
}

bool holds_groups(const Poster& poster) {
  std::size_t lists = 0, in_groups = 0;
  for (const Section* section : all_sections(poster)) {
    bool list = false;
    for (std::size_t i = 0; i < section->content.size(); ++i) {
      list = list || is_statement(section->content[i]);
      if (!is_statement(section->content[i]) || !has_subs(*section, i) || is_insight(*section)) continue;
      if (!is_in_groups(*section, i)) return false;
      ++in_groups;
      break;
    }
    lists += list && !is_insight(*section) ? 1 : 0;
  }
  return in_groups > 0 && 2 * in_groups >= lists;
}

bool names_group(const Section& section, std::size_t index) {
  const Label& label = section.content[index];
  return label.role == LabelRole::Text && utf8_length(label.text) <= kDesign.roles.longest_group_name &&
         is_in_groups(section, index);
}

bool is_read_on_cards(const PageBuilder& page, const Section& section) {
  const Color card = seen_on_page(page.poster(), card_color(page.poster()));
  const Color body = seen_on_page(page.poster(), body_color(page.poster(), section));
  return contrast(card, body) >= kDesign.rows.least_card_contrast &&
         ink_on(page.poster(), card) == ink_on(page.poster(), body) &&
         contrast(lead_color(page, section), card) >= kDesign.type.least_contrast;
}

}  // namespace sixiang
