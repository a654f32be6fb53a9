// Which cells of a grid the sections of a layout stand in, by the kind of page that it makes.
#pragma once

#include <vector>

#include "layout/tracks.h"
#include "model/poster.h"

namespace sixiang {

enum class FlowKind : std::uint8_t {
  Cards,
  TimelineAcross,  // above and below an axis, by turns
  TimelineRow,     // below an axis
  TimelineSides,   // at both sides of an axis that goes down, by turns
  TimelineDown,    // beside an axis
  Loop,            // once round, clockwise
  HubAcross,       // at both sides of a hub
  HubDown,         // above and below it
  Discs,           // no cells of their own: round nodes on a ring (layout/ring_nodes.h)
};

// Whether the sections that stand nowhere in particular are round nodes.
bool shows_discs(const Poster& poster);

// Whether the sections are a ring with one round node at the top alone, and the page is so long that the title has room
// beside it.
bool leaves_a_corner(const Poster& poster);

// A tree is all that the page shows but for what stands below it, and it has no frame.
bool shows_one_tree(const Poster& poster);

// `area`: that the cards fill. Of a nested grid only cards.
FlowKind flow_kind(const Layout& layout, const std::vector<const Section*>& flow, Size area);

// Row by row; a last row that is not full is shared by what stands in it.
std::vector<GridCell> filled_cells(std::size_t count, std::size_t columns);

// By turns in the upper and the lower one of two rows; the lower one is as wide as the upper one, or in the middle.
std::vector<GridCell> alternating_cells(std::size_t count);

// Of a timeline at both sides of an axis that goes down.
std::vector<GridCell> side_cells(std::size_t count);
// Along the edges of the area, clockwise from the top left, in two rows or two columns: whatever makes better cards.
std::vector<GridCell> loop_cells(std::size_t count, Size area);

}  // namespace sixiang
