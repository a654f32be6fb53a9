// What every part of the panel is given while one frame is drawn. Inside panel/ only.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "panel/panel.h"
#include "panel/sheet.h"

namespace sixiang::panel {

// Panel: what has a place in the window. Bubble: beside the text that is edited on the poster.
enum class FramePart : std::uint8_t { Panel, Bubble };

struct Frame {
  const PanelInput& input;
  PanelOutput& output;
  PanelScratch& scratch;
  Sheet& sheet;
  const std::vector<OutlineItem>& things;  // of the poster
  const OutlineItem& subject;              // the one whose fields are shown
  FramePart part = FramePart::Panel;

  const std::string& say(const Message& message) const { return message.in(input.language); }
  // A text that is edited beside its place on the poster is edited nowhere else.
  bool is_shown_only(std::string_view id) const {
    return part == FramePart::Panel && scratch.in_place && scratch.in_place->field == id;
  }
  bool is_active(std::string_view id) const { return input.active_field == id && !is_shown_only(id); }
  // nullptr where what stands in the field is taken.
  const RefusedText* refused(std::string_view id) const {
    const auto found = std::find_if(input.refused.begin(), input.refused.end(),
                                    [id](const RefusedText& refused) { return refused.field == id; });
    return found == input.refused.end() ? nullptr : &*found;
  }
};

// ---- one field each; ids are the document's, names already in the interface's language ------------------------------

// The frame of a text field in `room` (whose height is ignored) with `value` in it, or `placeholder` where that is
// empty. `owner`: as in Widget. Returns the field's height.
float draw_text_field(Frame& frame, const std::string& id, const std::string& name, const std::string& value,
                      const Rect& room, const std::string& placeholder = {}, const std::string& owner = {});

// Whether it may hold one: there is a mark that begins one.
bool has_formula(std::string_view text);

// What belongs under a text field: the label as the poster sets it, and while it is edited its diagnostics and the
// palette of symbols.
void draw_under_text_field(Frame& frame, const std::string& id, const std::string& value, float left, float right);

// A button below the field `id`, which keeps the focus. True when pressed.
bool draw_field_chip(Frame& frame, const std::string& id, ButtonSpec spec, float left, float right);

// The tools of ToolPlace::Field that belong to it.
void draw_field_tools(Frame& frame, const std::string& id, float left, float right);

// Why what stands in the field is not taken, once it has been left; nothing where it is.
void draw_refusal(Frame& frame, const std::string& id, float left, float right);

// Name, field.
void draw_text_row(Frame& frame, const std::string& id, const std::string& name, const std::string& value);

// Swatch, name, hexadecimal field; the picker opens below.
struct ColorRow {
  std::string id, name;
  std::optional<Color> value;  // nullopt: nothing is drawn
  bool can_reset = false;
};
struct ColorAnswer {
  std::optional<Color> chosen;
  bool reset = false;
};
ColorAnswer draw_color_row(Frame& frame, const ColorRow& row);

// Name and the options as chips. The index that was chosen, if any.
std::optional<std::size_t> draw_choice_row(Frame& frame, const std::string& id, const std::string& name,
                                           const std::vector<std::string>& options, std::size_t chosen);

// The same as tiles, each with an icon; an empty name is no icon.
std::optional<std::size_t> draw_tiles(Frame& frame, const std::string& id, const std::string& name,
                                      const std::vector<std::string>& options, const std::vector<std::string>& icons,
                                      std::size_t chosen);

// Name and a switch. True when it was pressed.
bool draw_toggle_row(Frame& frame, const std::string& id, const std::string& name, bool on);

// A whole row that adds something. True when pressed.
bool draw_add_row(Frame& frame, const std::string& id, const std::string& name);

// At a row's right end: gives the field its default. True when pressed.
bool draw_reset(Frame& frame, const std::string& id, const std::string& name, const Rect& place);

// A quiet heading within a card.
void draw_heading(Frame& frame, const std::string& text);

// Under the active field, where it holds no formula: opens and closes the palette.
void draw_symbols_button(Frame& frame);

// Under the active field: what is pressed goes into the output as an InsertRequest.
void draw_symbol_palette(Frame& frame, float left, float right);

// The icon and its title; the picker opens below, with a line to search by.
struct IconRow {
  std::string id, name;
  std::string value;                          // an icon's name; empty: none
  const std::vector<FieldOption>& ornaments;  // what may stand there besides icons
};
// The name that was chosen; empty: none.
std::optional<std::string> draw_icon_row(Frame& frame, const IconRow& row);

// A label as the poster sets it, in the middle of `rect`.
void draw_label_picture(Frame& frame, const std::string& label, const Rect& rect, PictureUse use);

// The colour that is being picked.
std::optional<Color> draw_color_picker(Frame& frame, const std::string& id, Color value);

}  // namespace sixiang::panel
