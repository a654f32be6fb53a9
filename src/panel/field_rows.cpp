#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "panel/frame.h"
#include "panel/texts.h"

namespace sixiang::panel {

namespace {

// Colours are seen through where they are seen through: on a chequerboard.
void draw_swatch(ImDrawList& list, const Rect& rect, Color color, bool given) {
  if (color.alpha < 255) {
    for (int i = 0; i < 16; ++i) {
      const float side = rect.width / 4;
      const int row = i / 4, column = i % 4;
      if ((row + column) % 2) continue;
      const ImVec2 at(rect.x + side * float(column), rect.y + side * float(row));
      list.AddRectFilled(at, ImVec2(at.x + side, at.y + side), theme().line);
    }
  }
  list.AddRectFilled(min_of(rect), max_of(rect), panel::color_of(color), 11);
  list.AddRect(min_of(rect), max_of(rect), given ? theme().ink : theme().faint, 11, ImDrawFlags_None,
               given ? 1.6f : 1.0f);
}

constexpr float kHexWidth = 112;

}  // namespace

void draw_heading(Frame& frame, const std::string& text) {
  const Rect row = frame.sheet.row(28);
  if (frame.sheet.is_visible(row))
    frame.sheet.text({row.x, row.center().y}, text, theme().quiet, kSmallSize, row.width);
}

ColorAnswer draw_color_row(Frame& frame, const ColorRow& row) {
  Sheet& sheet = frame.sheet;
  ColorAnswer answer;
  const Color value = row.value.value_or(Color{255, 255, 255, 0});
  const Rect place = sheet.row(kRow);
  const Rect hex{place.right() - kHexWidth, place.y, kHexWidth, kRow};
  const float reset_width = row.can_reset ? 36 : 0;
  const Rect face = rect_from_edges(place.x, place.y, hex.x - kGap - reset_width, place.bottom());
  Widget swatch{row.id, WidgetKind::Color, row.value ? to_hex(value) : "", row.name, face, {}, true};
  swatch.expanded = frame.scratch.picking == row.id;
  swatch.is_popup = true;
  sheet.report(std::move(swatch));
  if (sheet.is_visible(place)) {
    const Press press = sheet.press(row.id, face);
    if (press.hovered) {
      frame.output.cursor = Cursor::Hand;
      sheet.list().AddRectFilled(min_of(face), max_of(face), theme().hover, kRadius);
    }
    draw_swatch(sheet.list(), inset({place.x, place.y, kRow, kRow}, 2), value, row.value.has_value());
    sheet.text({place.x + kRow + 8, place.center().y}, row.name, theme().ink, kTextSize,
               face.right() - place.x - kRow - 10);
    if (press.clicked) {
      const bool opens = frame.scratch.picking != row.id;
      frame.scratch.picking = opens ? row.id : "";
      if (opens) frame.output.requests.emplace_back(RevealRequest{row.id, row.id + ".hue"});
    }
  }
  if (row.can_reset) {
    answer.reset = draw_reset(frame, row.id, row.name, {face.right(), place.y, reset_width, kRow});
  }
  draw_text_field(frame, row.id + ".hex", row.name, row.value ? to_hex(value) : "", hex, {}, row.id);
  draw_refusal(frame, row.id + ".hex", place.x, place.right());
  sheet.skip(kGap);
  if (frame.scratch.picking == row.id) answer.chosen = draw_color_picker(frame, row.id, value);
  return answer;
}

bool draw_reset(Frame& frame, const std::string& id, const std::string& name, const Rect& place) {
  ButtonSpec reset;
  reset.id = id + ".reset";
  reset.tooltip = frame.say(texts::kReset);
  reset.label = name + frame.say(texts::kColon) + reset.tooltip;
  reset.glyph = Glyph::Reset;
  reset.owner = id;
  return frame.sheet.button(reset, place);
}

namespace {

constexpr float kSegmentPad = 14;  // around a segment's words

bool fits_in_one_frame(const std::vector<std::string>& options, float room) {
  float needed = 0;
  for (const std::string& option : options) needed += text_width(option, kSmallSize) + kSegmentPad;
  return !options.empty() && needed <= room;
}

// One of the options of the choice `id`.
ButtonSpec option_of(const std::string& id, const std::vector<std::string>& options, std::size_t index,
                     std::size_t chosen, ButtonLook look) {
  ButtonSpec spec;
  spec.id = id + "." + std::to_string(index);
  spec.label = options[index];
  spec.look = look;
  spec.shows_label = true;
  spec.lit = index == chosen;
  spec.owner = id;
  spec.chosen = spec.lit;
  return spec;
}

std::optional<std::size_t> draw_segments(Frame& frame, const std::string& id, const std::vector<std::string>& options,
                                         std::size_t chosen, const Rect& room) {
  Sheet& sheet = frame.sheet;
  const Rect box{room.x, room.y + 2, room.width, room.height - 4};
  sheet.skip(room.height + kGap);
  const bool is_visible = sheet.is_visible(box);
  if (is_visible) sheet.list().AddRectFilled(min_of(box), max_of(box), theme().surface, kRadius);
  float words = 0;
  for (const std::string& option : options) words += text_width(option, kSmallSize);
  const float pad = (box.width - words) / float(options.size());
  std::optional<std::size_t> pressed;
  float x = box.x;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const float width = text_width(options[i], kSmallSize) + pad;
    if (sheet.button(option_of(id, options, i, chosen, ButtonLook::Segment), {x, box.y, width, box.height}))
      pressed = i;
    x += width;
  }
  if (is_visible) sheet.list().AddRect(min_of(box), max_of(box), theme().field_line, kRadius);
  return pressed;
}

}  // namespace

std::optional<std::size_t> draw_choice_row(Frame& frame, const std::string& id, const std::string& name,
                                           const std::vector<std::string>& options, std::size_t chosen) {
  Sheet& sheet = frame.sheet;
  const float name_width = std::min(std::max(64.0f, text_width(name, kSmallSize) + 12), sheet.width() * 0.4f);
  const Rect name_box{sheet.left(), sheet.y(), name_width, kRow};
  if (sheet.is_visible(name_box)) {
    sheet.text({name_box.x, name_box.center().y}, name, theme().quiet, kSmallSize, name_width - 6);
  }
  const float start = sheet.left() + name_width;
  Widget choice{id, WidgetKind::Choice, chosen < options.size() ? options[chosen] : "", name};
  choice.rect = {start, sheet.y(), sheet.right() - start, kRow};
  choice.is_stop = options.empty();  // its options are
  sheet.report(std::move(choice));
  if (fits_in_one_frame(options, sheet.right() - start)) {
    return draw_segments(frame, id, options, chosen, {start, sheet.y(), sheet.right() - start, kRow});
  }
  std::optional<std::size_t> pressed;
  float x = start;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const float width = std::min(text_width(options[i], kSmallSize) + 26, sheet.right() - start);
    if (x > start && x + width > sheet.right() + 0.5f) {
      x = start;
      sheet.skip(kRow);
    }
    if (sheet.button(option_of(id, options, i, chosen, ButtonLook::Chip), {x, sheet.y() + 3, width, kRow - 6}))
      pressed = i;
    x += width + 6;
  }
  sheet.skip(kRow + kGap);
  return pressed;
}

std::optional<std::size_t> draw_tiles(Frame& frame, const std::string& id, const std::string& name,
                                      const std::vector<std::string>& options, const std::vector<std::string>& icons,
                                      std::size_t chosen) {
  constexpr float kTile = 50, kTileGap = 6;
  constexpr std::size_t kInRow = 4;
  Sheet& sheet = frame.sheet;
  const float width = (sheet.width() - kTileGap * float(kInRow - 1)) / float(kInRow);
  Widget choice{id, WidgetKind::Choice, chosen < options.size() ? options[chosen] : "", name};
  choice.rect = {sheet.left(), sheet.y(), sheet.width(), kTile};
  choice.is_stop = false;  // its options are
  sheet.report(std::move(choice));
  std::optional<std::size_t> pressed;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const float x = sheet.left() + float(i % kInRow) * (width + kTileGap);
    const Rect tile{x, sheet.y() + float(i / kInRow) * (kTile + kTileGap), width, kTile};
    ButtonSpec spec;
    spec.id = id + "." + std::to_string(i);
    spec.label = options[i];
    spec.look = ButtonLook::Tile;
    spec.has_tip = false;
    spec.lit = i == chosen;
    spec.owner = id;
    spec.chosen = spec.lit;
    if (sheet.button(spec, tile)) pressed = i;
    if (!sheet.is_visible(tile)) continue;
    draw_label_picture(frame, ":" + icons[i] + ":", {tile.x, tile.y + 4, width, 24}, PictureUse::Row);
    sheet.text_centered({tile.x, tile.y + 28, width, 18}, options[i], theme().ink, 13);
  }
  const std::size_t rows = (options.size() + kInRow - 1) / kInRow;
  sheet.skip(float(rows) * (kTile + kTileGap) + kGap - kTileGap);
  return pressed;
}

bool draw_toggle_row(Frame& frame, const std::string& id, const std::string& name, bool on) {
  Sheet& sheet = frame.sheet;
  const Rect row = sheet.row(kRow);
  sheet.skip(kGap);
  Widget toggle{id, WidgetKind::Toggle, on ? "on" : "off", name, row};
  toggle.chosen = on;
  sheet.report(std::move(toggle));
  if (!sheet.is_visible(row)) return false;
  const Press press = sheet.press(id, row);
  if (press.hovered) frame.output.cursor = Cursor::Hand;
  sheet.text({row.x, row.center().y}, name, theme().ink, kTextSize, row.width - 60);
  const Rect track{row.right() - 46, row.center().y - 13, 46, 26};
  sheet.list().AddRectFilled(min_of(track), max_of(track), on ? theme().focus : theme().faint, 13);
  sheet.list().AddCircleFilled(ImVec2(on ? track.right() - 13 : track.x + 13, track.center().y), 10, theme().surface);
  return press.clicked;
}

bool draw_add_row(Frame& frame, const std::string& id, const std::string& name) {
  Sheet& sheet = frame.sheet;
  const Rect row = sheet.row(kRow);
  sheet.skip(kGap);
  sheet.report({id, WidgetKind::Button, "", name, row, {}, true});
  if (!sheet.is_visible(row)) return false;
  const Press press = sheet.press(id, row);
  if (press.hovered) frame.output.cursor = Cursor::Hand;
  ImDrawList& list = sheet.list();
  if (press.hovered)
    list.AddRectFilled(min_of(row), max_of(row), press.held ? theme().pressed : theme().hover, kRadius);
  list.AddRect(min_of(row), max_of(row), theme().field_line, kRadius);
  const float label = text_width(name);
  const float left = row.center().x - (label + 24) / 2;
  draw_glyph(list, Glyph::Plus, ImVec2(left + 8, row.center().y), 22, theme().quiet);
  sheet.text({left + 24, row.center().y}, name, theme().quiet);
  return press.clicked;
}

}  // namespace sixiang::panel
