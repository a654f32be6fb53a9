#include "layout/item_cards.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include "label/stress_marks.h"
#include "layout/design.h"
#include "layout/groups.h"
#include "model/sections.h"

namespace sixiang {

namespace {

// Nothing but a few statements, in a card of the page's own with a header.
bool may_have_cards(const PageBuilder& page, const MeasuredSection& content) {
  const Section& section = *content.section;
  const auto is_statement = [](const MeasuredLabel& label) { return label.role() == LabelRole::Text; };
  return content.pieces.size() == 1 && content.pieces.front().kind == BodyPieceKind::List &&
         content.labels.size() <= kDesign.rows.most_item_cards && section.header != HeaderKind::None &&
         section.sections.empty() && section.place == SectionPlace::Flow && content.obstacle.radius <= 0 &&
         !content.has_seals && !content.keeps_lines && !section_around(page.poster(), section) &&
         std::all_of(content.labels.begin(), content.labels.end(), is_statement) && is_read_on_cards(page, section);
}

// What leads its first statement; empty: nothing does.
std::string_view first_lead(const MeasuredSection& content) {
  if (content.pieces.empty() || content.pieces.front().kind != BodyPieceKind::List) return {};
  const std::string_view text = content.section->content[content.labels.front().index()].text;
  return text.substr(0, find_lead(text));
}

// Another section says the same of something else, and has no room for cards.
bool has_fuller_sibling(const PageBuilder& page, const std::vector<MeasuredSection>& contents, std::size_t index) {
  const std::string_view lead = first_lead(contents[index]);
  return !lead.empty() && std::any_of(contents.begin(), contents.end(), [&](const MeasuredSection& other) {
    return first_lead(other) == lead && !may_have_cards(page, other);
  });
}

ArrangementOptions tight(ArrangementOptions options) {
  options.head_spread = options.foot_spread = 0;
  options.zones.clear();
  return options;
}

bool is_sparse(const PageBuilder& page, const MeasuredSection& content, const ArrangementOptions& options) {
  const float bottom = content.area.bottom() - bottom_padding(page);
  return bottom - arrange(page, content, tight(options)).bottom >= kDesign.rows.item_cards_room * content.area.height;
}

// About.
float line_count(const MeasuredSection& content, const ArrangedLabel& label) {
  const LabelText& text = content.labels[label.index].text(label.piece);
  return label.wrapped ? std::round(text.wrapped(*label.wrapped).taken.height / text.line_height()) : 1;
}

// Side by side they are narrow: in a wide body, where each keeps to two lines.
bool fits_in(const PageBuilder& page, const MeasuredSection& content, const ArrangementOptions& options) {
  const Arrangement arrangement = arrange(page, content, options);
  if (!fits(page, content, arrangement)) return false;
  if (content.item_columns == 1) return true;
  return content.area.width >= kDesign.rows.least_item_width * float(content.item_columns) * content.area.height &&
         std::all_of(arrangement.labels.begin(), arrangement.labels.end(),
                     [&](const ArrangedLabel& label) { return line_count(content, label) <= 2; });
}

// Sections of as many statements, by their indices, all on cards in one way, or none of them. How many have some.
std::size_t give_cards(const PageBuilder& page, const std::vector<std::size_t>& alike,
                       std::vector<MeasuredSection>& contents, std::vector<SectionFit>& fits) {
  const std::size_t count = contents[alike.front()].labels.size();
  for (std::size_t columns : {count, std::size_t{1}}) {
    std::vector<ArrangementOptions> options;
    for (std::size_t i : alike) {
      ArrangementOptions each = tight(fits[i].options);
      if (each.wrapping == Wrapping::Never) each.wrapping = Wrapping::BetweenWords;
      contents[i].item_columns = columns;
      if (!fits_in(page, contents[i], each)) break;
      options.push_back(std::move(each));
    }
    if (options.size() == alike.size()) {
      for (std::size_t k = 0; k < alike.size(); ++k) fits[alike[k]].options = std::move(options[k]);
      return alike.size();
    }
  }
  for (std::size_t i : alike) contents[i].item_columns = 0;
  return 0;
}

}  // namespace

void give_item_cards(const PageBuilder& page, std::vector<MeasuredSection>& contents, std::vector<SectionFit>& fits) {
  std::map<std::size_t, std::vector<std::size_t>> by_count;
  std::size_t candidates = 0, sparse = 0;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    if (!may_have_cards(page, contents[i]) || has_fuller_sibling(page, contents, i)) continue;
    by_count[contents[i].labels.size()].push_back(i);
    ++candidates;
    sparse += is_sparse(page, contents[i], fits[i].options) ? 1 : 0;
  }
  if (sparse == 0 || 2 * sparse < candidates) return;
  const std::vector<SectionFit> without = fits;
  std::size_t given = 0;
  for (const auto& entry : by_count) given += give_cards(page, entry.second, contents, fits);
  if (2 * given < candidates) {
    for (MeasuredSection& content : contents) content.item_columns = 0;
    fits = without;
  }
  for (std::size_t i = 0; i < contents.size(); ++i) {
    const bool single = may_have_cards(page, contents[i]) && contents[i].item_columns == 0 &&
                        contents[i].labels.size() == 1 && contents[i].labels.front().bullet() == Bullet::None;
    if (single) fits[i].options.align = BodyAlign::Middle;
  }
}

}  // namespace sixiang
