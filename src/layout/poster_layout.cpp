#include "layout/poster_layout.h"

#include <algorithm>

#include "base/largest_fitting.h"
#include "layout/design.h"
#include "layout/groups.h"
#include "layout/page_layout.h"
#include "model/poster_json.h"

namespace sixiang {

namespace {

PosterLayout lay_out_page(const Poster& poster, const FontSet& fonts, Groups groups, DiagramMemory& diagrams) {
  const std::vector<TitlePlace> places = title_places(poster);
  const auto layout_at = [&](float unit) {
    for (TitlePlace place : places) {
      PageBuilder page(poster, fonts, unit, groups, diagrams);
      if (const std::optional<Diagnostic> notice = newer_format_notice(poster)) page.report({}, {*notice});
      if (const std::optional<Room> room = layout_page(page, place)) return std::pair(page.finish(), *room);
    }
    return std::pair(PosterLayout{}, Room::Used);
  };
  const std::vector<float> units = page_units(poster.page);
  std::pair<PosterLayout, Room> last = layout_at(units.back());
  if (units.size() == 1 || last.second == Room::Used) return std::move(last.first);
  const auto leaves_room = [&](float unit) { return unit == units.back() || layout_at(unit).second == Room::Left; };
  return layout_at(largest_fitting(units, leaves_room).size).first;
}

std::size_t count_cards(const PosterLayout& layout) {
  return std::size_t(std::count_if(layout.blocks.begin(), layout.blocks.end(),
                                   [](const Block& block) { return block.kind == BlockKind::Card; }));
}

float smallest_statement(const PosterLayout& layout) {
  float smallest = std::min(layout.page.size.width, layout.page.size.height);
  for (const Block& block : layout.blocks) {
    if (block.kind == BlockKind::Label && block.role == LabelRole::Text) smallest = std::min(smallest, block.font_size);
  }
  return smallest;
}

// Cards cost room, and small texts need that more.
bool are_worth_it(const PosterLayout& cards, const PosterLayout& lists) {
  const SearchDesign& design = kDesign.search;
  const float size = smallest_statement(cards);
  const float least = design.least_on_cards * std::min(cards.page.size.width, cards.page.size.height) / 1080;
  return count_cards(cards) > count_cards(lists) && cards.diagnostics.size() <= lists.diagnostics.size() &&
         size >= std::max(least, design.cards_worth * smallest_statement(lists));
}

PosterLayout lay_out_page(const Poster& poster, const FontSet& fonts, DiagramMemory& diagrams) {
  PosterLayout lists = lay_out_page(poster, fonts, Groups::InLists, diagrams);
  if (!holds_groups(poster)) return lists;
  PosterLayout cards = lay_out_page(poster, fonts, Groups::OnCards, diagrams);
  return are_worth_it(cards, lists) ? cards : lists;
}

}  // namespace

PosterLayout layout_poster(const Poster& poster, const FontSet& fonts) {
  DiagramMemory diagrams;
  return lay_out_page(poster, fonts, diagrams);
}

PosterLayout layout_poster(const Poster& poster, const FontSet& fonts, DiagramMemory& diagrams) {
  PosterLayout layout = lay_out_page(poster, fonts, diagrams);
  diagrams.end_page();
  return layout;
}

}  // namespace sixiang
