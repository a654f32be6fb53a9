// The surface that the panel's parts draw on, top to bottom: text, fields, buttons, and the list of what they are.
// Inside panel/ only. Immediate mode: a part draws its controls and hears at once what was clicked.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "base/geometry.h"
#include "panel/icons.h"
#include "panel/theme.h"
#include "panel/widget.h"

namespace sixiang::panel {

struct Press {
  bool clicked = false, hovered = false, held = false;
};

// Tile: what it shows is drawn on it by who asks for it. Segment: one of several in a common frame.
enum class ButtonLook : std::uint8_t { Quiet, Framed, Primary, Chip, Tile, Segment };

struct ButtonSpec {
  std::string id;
  std::string label;  // drawn, or said in a tooltip where there is only a glyph
  Glyph glyph = Glyph::None;
  ButtonLook look = ButtonLook::Quiet;
  bool shows_label = false;
  bool enabled = true;
  bool lit = false;     // an option that is chosen
  std::string tooltip;  // default: the label, for glyphs alone
  bool has_tip = true;
  WidgetKind kind = WidgetKind::Button;
  std::string value;
  // As in Widget.
  std::string owner;
  std::optional<bool> chosen, expanded;
  bool is_popup = false, is_stop = true;
};

class Sheet {
 public:
  // `clip`: where it may draw; `top`: y of its first row; all in CSS pixels of the canvas. `pressed`: the widget that a
  // key presses. `area`: the scroll area that it is in; empty: none.
  Sheet(ImDrawList& list, const Rect& clip, float top, float left, float right, std::string_view pressed,
        std::string_view area = {});

  ImDrawList& list() { return *list_; }
  std::vector<Widget>& widgets() { return widgets_; }
  float y() const { return y_; }
  float left() const { return left_; }
  float right() const { return right_; }
  float width() const { return right_ - left_; }
  void skip(float height) { y_ += height; }
  // The next `height` of the whole width.
  Rect row(float height);
  // Narrower from here on.
  void indent(float left, float right);

  bool is_visible(const Rect& rect) const { return intersects(rect, clip_); }
  const Rect& clip() const { return clip_; }

  void report(Widget widget);
  void report(const ButtonSpec& spec, const Rect& rect);
  Press press(const std::string& id, const Rect& rect, bool enabled = true);
  // True when clicked.
  bool button(const ButtonSpec& spec, const Rect& rect);

  // Glyph and label from the left; true when clicked.
  bool row_button(const ButtonSpec& spec, const Rect& rect);

  // One line, its middle at y; cut with … where it is wider than `max_width`. Returns the width drawn.
  float text(Point left_middle, std::string_view text, ImU32 color, float size = kTextSize, float max_width = 1e6f);
  void text_centered(const Rect& rect, std::string_view text, ImU32 color, float size = kTextSize);
  // As many lines as it takes.
  void paragraph(std::string_view text, ImU32 color, float size = kSmallSize, float line = kSmallLine);

 private:
  ImDrawList* list_;
  Rect clip_;
  float y_, left_, right_;
  std::string_view pressed_, area_;
  std::vector<Widget> widgets_;
};

ImVec2 vec(Point point);
ImVec2 min_of(const Rect& rect);
ImVec2 max_of(const Rect& rect);
ImU32 color_of(Color color);

// Beside the pointer, over everything.
void show_tip(const std::string& tip);

float text_width(std::string_view text, float size = kTextSize);

// Lines as the browser breaks them in a field with `line-break: anywhere`.
std::vector<std::string_view> wrapped(std::string_view text, float width, float size = kTextSize);

}  // namespace sixiang::panel
