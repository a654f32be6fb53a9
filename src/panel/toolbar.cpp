#include "panel/parts.h"
#include "panel/texts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sixiang::panel {

namespace {

constexpr std::array<int, 3> kSizes{1080, 2048, 4096};

bool is_at(const Tool& tool, ToolPlace place) { return tool.place == place; }

int count_at(const std::vector<Tool>& tools, ToolPlace place) {
  return int(std::count_if(tools.begin(), tools.end(), [place](const Tool& tool) { return is_at(tool, place); }));
}

bool has_drawer(const Frame& frame) { return regions_of(frame.input.viewport).outline_place == OutlinePlace::Drawer; }

ButtonSpec button_of(Frame& frame, const Tool& tool) {
  ButtonSpec spec;
  spec.id = tool.widget_id();
  spec.glyph = tool.glyph;
  spec.label = frame.say(tool.label);
  spec.enabled = tool.enabled;
  return spec;
}

// The button of a menu below the bar; one is open at a time.
ButtonSpec menu_button(Frame& frame, const char* id, const Message& label, Glyph glyph) {
  ButtonSpec spec;
  spec.id = id;
  spec.label = frame.say(label);
  spec.glyph = glyph;
  spec.expanded = spec.lit = frame.scratch.menu == id;
  spec.has_tip = !spec.lit;  // the menu opens where it would be
  spec.is_popup = true;
  return spec;
}

void press_menu(Frame& frame, const ButtonSpec& spec, const Rect& rect) {
  if (!frame.sheet.button(spec, rect)) return;
  frame.scratch.menu = frame.scratch.menu == spec.id ? "" : spec.id;
  frame.scratch.scroll.erase(std::string(kMenuArea));
}

void press_tool(Frame& frame, const Tool& tool, const ButtonSpec& spec, const Rect& rect) {
  if (frame.sheet.button(spec, rect)) frame.output.requests.emplace_back(ToolRequest{tool.name});
}

void draw_left(Frame& frame, float x, float y, float width) {
  press_menu(frame, menu_button(frame, kFileMenu, texts::kFile, Glyph::Menu), {x, y, width, kRow});
  x += width;
  if (has_drawer(frame)) {
    press_menu(frame, menu_button(frame, kOutlineDrawer, texts::kOutline, Glyph::Tree), {x, y, width, kRow});
    x += width;
  }
  for (const Tool& tool : frame.input.tools) {
    if (!is_at(tool, ToolPlace::Bar)) continue;
    if (tool.widget_id() == kProblemsMenu) {
      ButtonSpec spec = menu_button(frame, kProblemsMenu, tool.label, tool.glyph);
      spec.enabled = tool.enabled;
      press_menu(frame, spec, {x, y, width, kRow});
      x += width;
      continue;
    }
    press_tool(frame, tool, button_of(frame, tool), {x, y, width, kRow});
    x += width;
  }
}

// As wide as its words, the short ones where they leave no `room`.
float width_of_main(Frame& frame, const Tool& tool, ButtonSpec& spec, float room) {
  spec.look = ButtonLook::Primary;
  spec.shows_label = true;
  const float width = text_width(spec.label) + 27 + 26;
  if (width <= room || tool.short_label.english.empty()) return width;
  spec.label = frame.say(tool.short_label);
  return text_width(spec.label) + 27 + 20;
}

// Of the button that opens the list of commands: in words where there is room for them, none on phones.
float width_of_search(Frame& frame, float room) {
  if (frame.input.viewport.width < kPhoneWidth) return 0;
  constexpr float kMuch = 420;
  return room < kMuch ? kRow : text_width(frame.say(texts::kCommands), kSmallSize) + 64;
}

void draw_search(Frame& frame, const Rect& rect) {
  const bool is_open = frame.scratch.menu == kCommandMenu;
  const bool in_words = rect.width > kRow;
  ButtonSpec spec;
  spec.id = kCommandMenu;
  spec.label = frame.say(texts::kCommands);
  spec.glyph = in_words ? Glyph::None : Glyph::Search;
  spec.look = in_words ? ButtonLook::Framed : ButtonLook::Quiet;
  spec.expanded = is_open;
  spec.is_popup = true;
  spec.has_tip = !in_words;
  if (frame.sheet.button(spec, rect)) frame.output.requests.emplace_back(ToolRequest{"commands"});
  if (!in_words) return;
  draw_glyph(frame.sheet.list(), Glyph::Search, ImVec2(rect.x + 24, rect.center().y), 20, theme().quiet);
  frame.sheet.text({rect.x + 42, rect.center().y}, spec.label, theme().quiet, kSmallSize);
}

// Right to left: what is done with the picture, then its size, then what finds commands.
void draw_right(Frame& frame, float right, float y, float room) {
  ButtonSpec size = menu_button(frame, kSizeMenu, texts::kSize, Glyph::None);
  size.look = ButtonLook::Framed;
  size.value = std::to_string(frame.scratch.export_px);
  const float size_width = text_width(size.value) + 44;
  const float search_width = width_of_search(frame, room);
  const auto& tools = frame.input.tools;
  const auto main =
      std::find_if(tools.begin(), tools.end(), [](const Tool& tool) { return is_at(tool, ToolPlace::Main); });
  Rect main_rect{right, y, 0, kRow};
  ButtonSpec main_spec;
  if (main != tools.end()) {
    main_spec = button_of(frame, *main);
    main_rect.width = width_of_main(frame, *main, main_spec, room - size_width - 6 - search_width);
    main_rect.x -= main_rect.width;
  }
  const Rect size_rect{main_rect.x - 6 - size_width, y, size_width, kRow};
  if (search_width > 0) draw_search(frame, {size_rect.x - 6 - search_width, y, search_width, kRow});
  press_menu(frame, size, size_rect);
  frame.sheet.text({size_rect.x + 14, size_rect.center().y}, size.value, theme().ink);
  draw_glyph(frame.sheet.list(), Glyph::ChevronDown, ImVec2(size_rect.right() - 17, size_rect.center().y), 18,
             theme().quiet);
  if (main != tools.end()) press_tool(frame, *main, main_spec, main_rect);
}

}  // namespace

void draw_size_menu(Frame& frame) {
  Sheet& sheet = frame.sheet;
  float x = sheet.left();
  const float y = sheet.y();
  for (const int px : kSizes) {
    ButtonSpec chip;
    chip.id = kSizeMenu + ("." + std::to_string(px));
    chip.owner = kSizeMenu;
    chip.label = std::to_string(px);
    chip.look = ButtonLook::Chip;
    chip.shows_label = true;
    chip.lit = frame.scratch.export_px == px;
    chip.chosen = chip.lit;
    const float width = text_width(chip.label, kSmallSize) + 28;
    if (sheet.button(chip, {x, y + 2, width, kRow - 4})) frame.scratch.export_px = px;
    x += width + 6;
  }
  const float field = std::min(88.0f, sheet.right() - x - 26);
  draw_text_field(frame, kExportSize, frame.say(texts::kSizeHint), std::to_string(frame.scratch.export_px),
                  {x, y, field, kRow}, {}, kSizeMenu);
  // The limits too, where there is room for them.
  const std::string limits = std::to_string(kSmallestExport) + "–" + std::to_string(kLargestExport) + " px";
  const bool fits = x + field + 6 + text_width(limits, kSmallSize) <= sheet.right();
  sheet.text({x + field + 6, y + kRow / 2}, fits ? limits : "px",
             frame.refused(kExportSize) ? theme().coral_text : theme().quiet, kSmallSize);
  // Side by side.
  const float count = float(std::max(1, count_at(frame.input.tools, ToolPlace::Menu)));
  Rect place{sheet.left(), y + kRow + 10, (sheet.width() - 6 * (count - 1)) / count, kRow};
  for (const Tool& tool : frame.input.tools) {
    if (!is_at(tool, ToolPlace::Menu)) continue;
    ButtonSpec spec = button_of(frame, tool);
    spec.look = ButtonLook::Framed;
    spec.shows_label = true;
    spec.owner = kSizeMenu;
    press_tool(frame, tool, spec, place);
    place.x += place.width + 6;
  }
  sheet.skip(place.bottom() - y);
}

void draw_toolbar(Frame& frame) {
  Sheet& sheet = frame.sheet;
  const Rect bar{0, 0, frame.input.viewport.width, kBar};
  ImDrawList& list = sheet.list();
  list.AddRectFilled(min_of(bar), max_of(bar), theme().bar_fill);
  list.AddLine(ImVec2(0, bar.bottom() - 0.5f), ImVec2(bar.right(), bar.bottom() - 0.5f), theme().line);
  const float y = (kBar - kRow) / 2;
  const float count = float(count_at(frame.input.tools, ToolPlace::Bar) + (has_drawer(frame) ? 2 : 1));
  const float width = std::min(kRow, (sheet.width() - 160) / count);
  draw_left(frame, sheet.left() - 4, y, width);
  draw_right(frame, sheet.right(), y, sheet.width() - count * width + 4);
}

}  // namespace sixiang::panel
