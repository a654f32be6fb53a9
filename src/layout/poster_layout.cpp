#include "layout/poster_layout.h"

#include "base/largest_fitting.h"
#include "layout/page_layout.h"
#include "model/poster_json.h"

namespace sixiang {

namespace {

PosterLayout lay_out_page(const Poster& poster, const FontSet& fonts, DiagramMemory& diagrams) {
  const std::vector<TitlePlace> places = title_places(poster);
  const auto layout_at = [&](float unit) {
    for (TitlePlace place : places) {
      PageBuilder page(poster, fonts, unit, diagrams);
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
