// Sets of colours for the whole poster: a row of them each, with its names.
#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

#include "editor/color_palette.h"
#include "panel/parts.h"
#include "panel/texts.h"

namespace sixiang::panel {

namespace {

constexpr const char* kPaletteChoice = "palette.pick";
constexpr float kStripe = 26, kHeight = 54, kApart = 8;

// The page, then the sections on it, then what stands out.
void draw_stripes(ImDrawList& list, const ColorPalette& palette, const Rect& place) {
  std::array<Color, 7> colors{palette.page};
  std::copy_n(palette.sections.begin(), 4, colors.begin() + 1);
  colors[5] = palette.highlight;
  colors[6] = palette.key;
  const float width = place.width / float(colors.size());
  for (std::size_t i = 0; i < colors.size(); ++i) {
    const float x = place.x + float(i) * width;
    const ImDrawFlags corners = i == 0                   ? ImDrawFlags_RoundCornersLeft
                                : i + 1 == colors.size() ? ImDrawFlags_RoundCornersRight
                                                         : ImDrawFlags_RoundCornersNone;
    list.AddRectFilled(ImVec2(x, place.top()), ImVec2(x + width, place.bottom()), color_of(colors[i]), 6, corners);
  }
  list.AddRect(min_of(place), max_of(place), theme().field_line, 6);
}

// In the interface's language, then in the other.
std::string names_of(const Frame& frame, const ColorPalette& palette) {
  const Language other = frame.input.language == Language::Chinese ? Language::English : Language::Chinese;
  return frame.say(palette.name) + " " + palette.name.in(other);
}

struct PaletteTile {
  const ColorPalette& palette;
  std::string id;
  Rect place;
  bool is_chosen = false;
};

// True when pressed.
bool draw_tile(Frame& frame, const PaletteTile& tile) {
  Sheet& sheet = frame.sheet;
  const Rect& place = tile.place;
  const std::string names = names_of(frame, tile.palette);
  Widget widget{tile.id, WidgetKind::Button, "", names, place};
  widget.owner = kPaletteChoice;
  widget.chosen = tile.is_chosen;
  sheet.report(std::move(widget));
  if (!sheet.is_visible(place)) return false;
  const Press press = sheet.press(tile.id, place);
  if (press.hovered) frame.output.cursor = Cursor::Hand;
  const ImU32 fill = press.held       ? theme().pressed
                     : press.hovered  ? theme().hover
                     : tile.is_chosen ? theme().focus_soft
                                      : theme().surface;
  sheet.list().AddRectFilled(min_of(place), max_of(place), fill, kRadius);
  sheet.list().AddRect(min_of(place), max_of(place), tile.is_chosen ? theme().selection : theme().line, kRadius, 0,
                       tile.is_chosen ? 2.0f : 1.0f);
  draw_stripes(sheet.list(), tile.palette, {place.x + 6, place.y + 6, place.width - 12, kStripe - 4});
  const std::string& name = frame.say(tile.palette.name);
  const Point words{place.x + 8, place.bottom() - 13};
  const float width = sheet.text(words, name, theme().ink, kSmallSize, place.width - 16);
  const float left = place.width - 16 - width - 6;
  if (left > 24) {
    sheet.text({words.x + width + 6, words.y}, names.substr(name.size() + 1), theme().quiet, kSmallSize, left);
  }
  return press.clicked;
}

}  // namespace

void draw_palettes(Frame& frame) {
  Sheet& sheet = frame.sheet;
  const Poster& poster = frame.input.editor.poster;
  const std::span<const ColorPalette> palettes = color_palettes();
  const auto chosen = std::find_if(palettes.begin(), palettes.end(),
                                   [&](const ColorPalette& palette) { return is_colored_by(poster, palette); });
  const float width = (sheet.width() - kApart) / 2;
  Widget choice{kPaletteChoice, WidgetKind::Choice, chosen == palettes.end() ? "" : names_of(frame, *chosen),
                frame.say(texts::kPalettes)};
  choice.rect = {sheet.left(), sheet.y(), sheet.width(), kHeight};
  choice.is_stop = false;  // its options are
  sheet.report(std::move(choice));
  for (std::size_t i = 0; i < palettes.size(); ++i) {
    const bool is_right = i % 2 == 1;
    const Rect place{sheet.left() + (is_right ? width + kApart : 0), sheet.y(), width, kHeight};
    const PaletteTile tile{palettes[i], kPaletteChoice + ("." + std::to_string(i)), place,
                           std::size_t(chosen - palettes.begin()) == i};
    if (draw_tile(frame, tile)) {
      frame.output.requests.emplace_back(EndStepRequest{});
      frame.output.commands.push_back(recolor(poster, palettes[i]));
    }
    if (is_right || i + 1 == palettes.size()) sheet.skip(kHeight + kApart);
  }
}

}  // namespace sixiang::panel
