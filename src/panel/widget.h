// What the panel shows in one frame, for tests, assistive tools and the page's own text fields.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/geometry.h"

namespace sixiang::panel {

enum class WidgetKind : std::uint8_t { Button, Text, Color, Choice, Toggle, Section };

struct Widget {
  std::string id;  // "gan.content.2.text", "gan.content.2.remove", "toolbar.undo"
  WidgetKind kind = WidgetKind::Button;
  std::string value;  // the text, the colour as hex, the chosen option, "on" or "off"; empty for plain buttons
  std::string label;  // what it is called, in the interface's language
  Rect rect = {};     // CSS pixels of the window
  Rect shown = {};    // the part of it that is not scrolled out; may be empty
  bool enabled = true;
  std::string placeholder = {};  // Text: what stands in it while it is empty
  std::string problem = {};      // Text: why what stands in it is not taken
  // What it belongs to: the choice whose option it is, what opened that in which it stands. Empty: nothing.
  std::string owner = {};
  std::optional<bool> chosen = {};    // an option of its owner, or a switch: whether it is the one, or on
  std::optional<bool> expanded = {};  // it opens something: whether that is open
  bool is_popup = false;              // what it opens is in the way, and Escape closes it
  // Keys go to it; otherwise they have another way to do the same.
  bool is_stop = true;
  std::string area = {};  // the scroll area that it is in; empty: it stays where it is
};

// "button", "text", "color", "choice", "toggle", "section".
const char* name_of(WidgetKind kind);

// What it is to who cannot see it, in ARIA's words: "textbox", "switch", "radio" (an option of its owner), "button".
const char* role_of(const Widget& widget);

}  // namespace sixiang::panel
