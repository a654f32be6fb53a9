// Colours and measures of the panel, in CSS pixels. web/style.css repeats those of text fields, because the browser's
// own field lies exactly over the drawn one.
#pragma once

#include <imgui.h>

namespace sixiang::panel {

inline constexpr ImU32 color_of(int red, int green, int blue, int alpha = 255) {
  return IM_COL32(red, green, blue, alpha);
}

inline constexpr ImU32 kInk = color_of(0x2B, 0x2A, 0x2E);
inline constexpr ImU32 kQuiet = color_of(0x6F, 0x6A, 0x63);
inline constexpr ImU32 kFaint = color_of(0xA9, 0xA1, 0x96);
inline constexpr ImU32 kDesk = color_of(0xEF, 0xE8, 0xDC);
inline constexpr ImU32 kDeskDots = color_of(0xE0, 0xD6, 0xC6);
inline constexpr ImU32 kBarFill = color_of(0xFF, 0xFD, 0xF9);
inline constexpr ImU32 kShade = color_of(0x2B, 0x26, 0x1E, 0x60);  // over what waits
inline constexpr ImU32 kSelection = color_of(0x1F, 0x62, 0xC4);
inline constexpr ImU32 kPanel = color_of(0xFA, 0xF6, 0xEF);
inline constexpr ImU32 kSurface = color_of(0xFF, 0xFF, 0xFF);
inline constexpr ImU32 kLine = color_of(0xE5, 0xDC, 0xCF);
inline constexpr ImU32 kFieldLine = color_of(0xD9, 0xCF, 0xC0);
inline constexpr ImU32 kHover = color_of(0xF3, 0xEC, 0xE1);
inline constexpr ImU32 kPressed = color_of(0xE9, 0xDF, 0xD0);
inline constexpr ImU32 kCoral = color_of(0xCF, 0x4A, 0x3E);
inline constexpr ImU32 kCoralHover = color_of(0xB9, 0x3D, 0x32);
inline constexpr ImU32 kCoralSoft = color_of(0xFC, 0xE9, 0xE6);
inline constexpr ImU32 kFocus = color_of(0x3F, 0x7F, 0xBF);
inline constexpr ImU32 kFocusSoft = color_of(0xE4, 0xEF, 0xF9);
inline constexpr ImU32 kAmber = color_of(0xB4, 0x6A, 0x0B);
inline constexpr ImU32 kAmberMark = color_of(0xF2, 0xB3, 0x3D);
inline constexpr ImU32 kAmberSoft = color_of(0xFD, 0xF2, 0xDC);

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
