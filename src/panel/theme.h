// Colours and measures of the panel, in CSS pixels. web/style.css repeats those of text fields, because the browser's
// own field lies exactly over the drawn one.
#pragma once

#include <imgui.h>

namespace sixiang::panel {

inline constexpr ImU32 color_of(int red, int green, int blue, int alpha = 255) {
  return IM_COL32(red, green, blue, alpha);
}

// The window's colours. The poster's own are never touched by them.
struct Theme {
  ImU32 ink, quiet, faint;  // text; small text; grips and what is off, never text
  ImU32 desk, desk_dots, bar_fill, panel, surface;
  ImU32 shade;  // over what waits
  ImU32 line, field_line, hover, pressed;
  ImU32 selection;
  ImU32 coral, coral_hover, coral_soft, coral_text, on_coral;
  ImU32 focus, focus_soft;
  ImU32 amber, amber_mark, amber_soft;
  ImU32 sunken;  // what lies below a field's text
};

inline constexpr Theme kLight{
    .ink = color_of(0x2B, 0x2A, 0x2E),
    .quiet = color_of(0x66, 0x5F, 0x56),
    .faint = color_of(0x94, 0x8A, 0x7E),
    .desk = color_of(0xEF, 0xE8, 0xDC),
    .desk_dots = color_of(0xE0, 0xD6, 0xC6),
    .bar_fill = color_of(0xFF, 0xFD, 0xF9),
    .panel = color_of(0xFB, 0xF7, 0xF0),
    .surface = color_of(0xFF, 0xFF, 0xFF),
    .shade = color_of(0x2B, 0x26, 0x1E, 0x60),
    .line = color_of(0xE5, 0xDC, 0xCF),
    .field_line = color_of(0xCF, 0xC3, 0xB2),
    .hover = color_of(0xF2, 0xEB, 0xE0),
    .pressed = color_of(0xE8, 0xDE, 0xCF),
    .selection = color_of(0x1F, 0x62, 0xC4),
    .coral = color_of(0xC6, 0x45, 0x3A),
    .coral_hover = color_of(0xB2, 0x3A, 0x30),
    .coral_soft = color_of(0xFC, 0xE9, 0xE6),
    .coral_text = color_of(0xB2, 0x3A, 0x30),
    .on_coral = color_of(0xFF, 0xFF, 0xFF),
    .focus = color_of(0x1F, 0x62, 0xC4),
    .focus_soft = color_of(0xE3, 0xED, 0xFB),
    .amber = color_of(0x8A, 0x52, 0x00),
    .amber_mark = color_of(0xF2, 0xB3, 0x3D),
    .amber_soft = color_of(0xFD, 0xF1, 0xDA),
    .sunken = color_of(0xFB, 0xF7, 0xF0),
};
inline constexpr Theme kDark{
    .ink = color_of(0xF2, 0xEC, 0xE3),
    .quiet = color_of(0xB9, 0xAF, 0xA3),
    .faint = color_of(0x7C, 0x73, 0x69),
    .desk = color_of(0x1B, 0x19, 0x17),
    .desk_dots = color_of(0x2A, 0x27, 0x23),
    .bar_fill = color_of(0x26, 0x23, 0x20),
    .panel = color_of(0x24, 0x21, 0x1E),
    .surface = color_of(0x2F, 0x2B, 0x27),
    .shade = color_of(0x0A, 0x08, 0x06, 0x90),
    .line = color_of(0x3B, 0x36, 0x31),
    .field_line = color_of(0x54, 0x4D, 0x45),
    .hover = color_of(0x37, 0x32, 0x2D),
    .pressed = color_of(0x42, 0x3C, 0x36),
    .selection = color_of(0x7F, 0xB2, 0xFF),
    .coral = color_of(0xCB, 0x47, 0x3B),
    .coral_hover = color_of(0xDB, 0x57, 0x4A),
    .coral_soft = color_of(0x47, 0x23, 0x1F),
    .coral_text = color_of(0xFF, 0x9C, 0x90),
    .on_coral = color_of(0xFF, 0xFF, 0xFF),
    .focus = color_of(0x7F, 0xB2, 0xFF),
    .focus_soft = color_of(0x24, 0x34, 0x4D),
    .amber = color_of(0xF5, 0xBE, 0x58),
    .amber_mark = color_of(0xF2, 0xB3, 0x3D),
    .amber_soft = color_of(0x3E, 0x30, 0x18),
    .sunken = color_of(0x26, 0x23, 0x20),
};

// On the poster the selection is the same in both, because the poster is.
inline constexpr ImU32 kPosterSelection = color_of(0x1F, 0x62, 0xC4), kPosterWhite = color_of(0xFF, 0xFF, 0xFF);

// The one in use: that of the last apply_style().
const Theme& theme();

// One of the steps that a shadow is made of; `alpha` of 255 on a light ground.
inline ImU32 soft_shadow(int alpha) {
  return &theme() == &kDark ? color_of(0, 0, 0, 3 * alpha) : color_of(60, 45, 20, alpha);
}

inline constexpr float kTextSize = 16, kLineHeight = 24;
inline constexpr float kSmallSize = 14, kSmallLine = 20;
inline constexpr float kRow = 40;        // height of a control: large enough for a finger
inline constexpr float kFieldPadX = 13;  // from a field's edge to its text
inline constexpr float kFieldPadY = 8;
inline constexpr float kMargin = 12;  // from the panel's edge to its cards
inline constexpr float kCardPad = 14;
inline constexpr float kGap = 8;
inline constexpr float kRadius = 10, kCardRadius = 16;
inline constexpr float kBar = 56;  // along the window's top edge

}  // namespace sixiang::panel
