#include "brief/bento_spans.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "brief/coordinates.h"

namespace sixiang::brief {

namespace {

std::vector<DraftSection*> flow_sections(Draft& draft) {
  std::vector<DraftSection*> cells;
  for (DraftSection& section : draft.sections) {
    if (section.place == SectionPlace::Flow) cells.push_back(&section);
  }
  return cells;
}

// «宽 46，高 50» of every cell, as multiples of the least.
bool span_by_coordinates(Draft& draft) {
  std::vector<std::pair<DraftSection*, Placed>> cells;
  for (DraftSection* section : flow_sections(draft)) {
    const std::optional<Placed> placed = read_coordinates(section->note);
    if (!placed) return false;
    cells.emplace_back(section, *placed);
  }
  if (cells.size() < 2) return false;
  double least_width = cells[0].second.width, least_height = cells[0].second.height, left = 1e9, right = 0;
  for (const auto& [section, placed] : cells) {
    least_width = std::min(least_width, placed.width);
    least_height = std::min(least_height, placed.height);
    left = std::min(left, placed.x);
    right = std::max(right, placed.x + placed.width);
  }
  for (const auto& [section, placed] : cells) {
    section->span.columns = std::clamp(int(std::lround(placed.width / least_width)), 1, 6);
    section->span.rows = std::clamp(int(std::lround(placed.height / least_height)), 1, 6);
  }
  draft.columns = std::clamp(int(std::lround((right - left) / least_width)), 1, 6);
  return true;
}

bool is_wide(const DraftSection& section) {
  return section.is_hero ||
         std::any_of(section.diagrams.begin(), section.diagrams.end(),
                     [](const DraftDiagram& diagram) { return std::holds_alternative<TableDiagram>(diagram.content); });
}

}  // namespace

std::size_t flow_count(const Draft& draft) {
  return std::size_t(std::count_if(draft.sections.begin(), draft.sections.end(),
                                   [](const DraftSection& section) { return section.place == SectionPlace::Flow; }));
}

void span_cells(Draft& draft, bool wide_page) {
  const bool has_spans = std::any_of(draft.sections.begin(), draft.sections.end(),
                                     [](const DraftSection& section) { return section.span != Span{}; });
  if (has_spans || span_by_coordinates(draft)) return;
  const int columns = draft.columns = wide_page ? std::clamp(int(flow_count(draft)) - 1, 2, 3) : 2;
  const std::vector<DraftSection*> cells = flow_sections(draft);
  if (cells.empty()) return;
  if (std::none_of(cells.begin(), cells.end(), [](const DraftSection* cell) { return is_wide(*cell); }))
    cells[0]->is_hero = true;
  int column = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool is_wide_cell = is_wide(*cells[i]);
    if (is_wide_cell && column > 0 && i > 0) cells[i - 1]->span.columns += columns - column;
    if (is_wide_cell) {
      cells[i]->span.columns = columns;
      column = 0;
    } else {
      column = (column + 1) % columns;
    }
  }
  if (column > 0) cells.back()->span.columns += columns - column;
}

int bento_columns(const Draft& draft) {
  int widest = 1, cells = 0;
  for (const DraftSection& section : draft.sections) {
    widest = std::max(widest, section.span.columns);
    cells += section.span.columns * section.span.rows;
  }
  if (draft.columns > 0) return std::clamp(draft.columns, widest, 12);
  return std::clamp(std::max(widest, cells > 8 ? 4 : 3), 1, 12);
}

}  // namespace sixiang::brief
