#include "layout/grid_cells.h"

#include <algorithm>
#include <numeric>

#include "base/utf8.h"
#include "layout/page_design.h"
#include "model/colors.h"

namespace sixiang {

namespace {

bool is_tall(Size area) { return area.height > kPage.grid.tall * area.width; }

// Of a name of both scripts a letter is about half as wide as an ideograph.
float ideographs_in(const std::string& text) {
  const std::size_t all = utf8_length(text);
  const auto letters =
      std::size_t(std::count_if(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; }));
  return float(all - letters) + 0.6f * float(letters);
}

// A name, and a few words at most.
bool fits_disc(const Section& section) {
  if (!section.sections.empty() || section.content.size() > 1) return false;
  if (ideographs_in(section.title) > kPage.ring.longest_name) return false;
  if (section.content.empty()) return true;
  const Label& label = section.content.front();
  const bool is_formula = label.text.size() > 1 && label.text.front() == '$' && label.text.back() == '$';
  return !label.diagram &&
         utf8_length(label.text) <= (is_formula ? kPage.ring.longest_formula : kPage.ring.longest_detail);
}

// Cards beside an axis that goes down: more have no height left, and stand at both sides.
constexpr std::size_t kMostBeside = 7;

FlowKind timeline_kind(const Layout& layout, std::size_t count, Size area) {
  const bool is_alternate = layout.offset == Offset::Alternate && count > 2;
  if (is_tall(area)) return is_alternate || count > kMostBeside ? FlowKind::TimelineSides : FlowKind::TimelineDown;
  return layout.offset == Offset::Alternate && count > 1 ? FlowKind::TimelineAcross : FlowKind::TimelineRow;
}

FlowKind ring_kind(const Layout& layout, const std::vector<const Section*>& flow, Size area) {
  if (layout.connect == Connect::Spokes) {
    return is_tall(area) && flow.size() <= 4 ? FlowKind::HubDown : FlowKind::HubAcross;
  }
  const bool discs = std::all_of(flow.begin(), flow.end(), [](const Section* section) { return fits_disc(*section); });
  return discs ? FlowKind::Discs : FlowKind::Loop;
}

}  // namespace

FlowKind flow_kind(const Layout& layout, const std::vector<const Section*>& flow, Size area) {
  if (flow.empty()) return FlowKind::Cards;
  switch (layout.kind) {
    case LayoutKind::Grid:
      return layout.connect == Connect::Line ? timeline_kind(layout, flow.size(), area) : FlowKind::Cards;
    case LayoutKind::Ring:
      break;
  }
  return ring_kind(layout, flow, area);
}

bool shows_one_tree(const Poster& poster) {
  const Section* tree = nullptr;
  for (const Section& section : poster.sections) {
    if (section.place == SectionPlace::Bottom) continue;
    if (section.place != SectionPlace::Flow || tree) return false;
    tree = &section;
  }
  if (!tree || tree->header != HeaderKind::None || !tree->sections.empty() || tree->content.size() != 1) return false;
  const Color page = background_color(poster);
  if (body_color(poster, *tree) != page || outline_color(poster, *tree) != page) return false;
  const std::optional<Diagram>& diagram = tree->content.front().diagram;
  const FlowDiagram* flow = diagram ? std::get_if<FlowDiagram>(&*diagram) : nullptr;
  return flow && flow->arrange == FlowArrangement::Tree;
}

namespace {

std::vector<const Section*> flowing(const Poster& poster) {
  std::vector<const Section*> sections;
  for (const Section& section : poster.sections) {
    if (section.place == SectionPlace::Flow) sections.push_back(&section);
  }
  return sections;
}

}  // namespace

bool shows_discs(const Poster& poster) {
  return flow_kind(poster.layout, flowing(poster), {poster.page.width, poster.page.height}) == FlowKind::Discs;
}

bool leaves_a_corner(const Poster& poster) {
  const bool is_alone = std::all_of(poster.sections.begin(), poster.sections.end(), [](const Section& section) {
    return section.place == SectionPlace::Flow || section.place == SectionPlace::Bottom;
  });
  const std::size_t count = flowing(poster).size();
  return is_alone && count > 2 && shows_discs(poster) && poster.page.width > kPage.ring.long_page * poster.page.height;
}

std::vector<GridCell> filled_cells(std::size_t count, std::size_t columns) {
  const std::size_t rest = count % columns, fine = rest == 0 ? columns : std::lcm(columns, rest);
  std::vector<GridCell> cells;
  for (std::size_t i = 0; i < count; ++i) {
    const bool last = i >= count - rest;
    const std::size_t width = fine / (last ? rest : columns), at = last ? i - (count - rest) : i % columns;
    cells.push_back({at * width, i / columns, width, 1});
  }
  return cells;
}

namespace {

// Of cards in the upper row of a timeline, so that the fewer below share the whole width: more have too many tracks.
constexpr std::size_t kMostShared = 5;

}  // namespace

std::vector<GridCell> alternating_cells(std::size_t count) {
  const std::size_t above = (count + 1) / 2, below = count / 2;
  const bool shared = below > 0 && above <= kMostShared;
  const std::size_t fine = shared ? std::lcm(above, below) : 2 * above;
  const std::size_t upper = fine / above, lower = shared ? fine / below : upper;
  // Where the lower row does not fill the width it stands in the middle.
  const std::size_t begin = (fine - lower * below) / 2;
  std::vector<GridCell> cells;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t k = i / 2;
    cells.push_back(i % 2 == 0 ? GridCell{k * upper, 0, upper, 1} : GridCell{begin + k * lower, 1, lower, 1});
  }
  return cells;
}

// Each begins where the one before, at the other side, has its middle.
std::vector<GridCell> side_cells(std::size_t count) {
  std::vector<GridCell> cells;
  for (std::size_t i = 0; i < count; ++i) cells.push_back({i % 2, i, 1, 2});
  return cells;
}

std::vector<GridCell> loop_cells(std::size_t count, Size area) {
  const std::size_t first = (count + 1) / 2, second = count - first;
  if (second == 0) return {{0, 0, 1, 1}};
  // The longer one of both sides has whole tracks, the other one shares them.
  const std::size_t fine = std::lcm(first, second);
  const bool tall = is_tall(area);
  std::vector<GridCell> cells;
  const auto add = [&](std::size_t line, std::size_t at, std::size_t parts) {
    const std::size_t size = fine / parts;
    cells.push_back(tall ? GridCell{line, at * size, 1, size} : GridCell{at * size, line, size, 1});
  };
  // On a tall page down at the right and up at the left, else to the right above and back below.
  if (tall) {
    for (std::size_t i = 0; i < first; ++i) add(1, i, first);
    for (std::size_t i = second; i-- > 0;) add(0, i, second);
  } else {
    for (std::size_t i = 0; i < first; ++i) add(0, i, first);
    for (std::size_t i = second; i-- > 0;) add(1, i, second);
  }
  return cells;
}

}  // namespace sixiang
