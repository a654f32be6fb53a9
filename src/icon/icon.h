// The outline icons that are compiled in (Lucide's, on a grid of 24 units), by name, drawn as posters draw: round ends,
// one width of stroke at every size, the largest closed shape filled. Which there are: scripts/icons/icons.txt.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/message.h"
#include "display/display_list.h"

namespace sixiang {

// Its place among icon_count(), in the order in which they are shown.
enum class IconId : std::uint16_t {};

std::size_t icon_count();

// What it is found by. Words are separated by spaces; the first Chinese one is its title.
struct IconWords {
  std::string_view name;  // lower case with hyphens, "circle-check": what a document says
  std::string_view chinese, english;
};
IconWords icon_words(IconId icon);

// By its exact name.
std::optional<IconId> find_icon(std::string_view name);

// "unknown-icon", for a field that names none; where it stands is the caller's to fill in.
Diagnostic unknown_icon(std::string_view name);

// On the grid, y down.
struct IconOutline {
  Path strokes;
  Path solid;   // filled with ink
  Path filled;  // filled with the colour, below the strokes
};
constexpr float kIconGrid = 24;
IconOutline icon_outline(IconId icon);

struct IconStyle {
  Color ink;
  Color fill{0, 0, 0, 0};  // transparent: nothing is filled
  float stroke = 3.25f;    // poster points, whatever the size of the icon
};

// Fills that lie within `square`, strokes included. A stroke is at most an eighth of the side.
DisplayList draw_icon(IconId icon, const Rect& square, const IconStyle& style);

// The icon to stand in a line of text of `size` points an em, a little larger than a Chinese character.
Box icon_box(IconId icon, float size, const IconStyle& style);

}  // namespace sixiang
