// What the panel shows in one frame, for tests, assistive tools and the page's own text fields.
#pragma once

#include <cstdint>
#include <string>

#include "base/geometry.h"

namespace sixiang::panel {

enum class WidgetKind : std::uint8_t { Button, Text, Color, Choice, Toggle, Section };

struct Widget {
  std::string id;  // "gan.labels.2.text", "gan.labels.2.remove", "toolbar.undo"
  WidgetKind kind = WidgetKind::Button;
  std::string value;  // the text, the colour as hex, the chosen option, "on" or "off"; empty for plain buttons
  std::string label;  // what it is called, in the interface's language
  Rect rect;          // CSS pixels of the panel's canvas
  Rect shown;         // the part of it that is neither scrolled out nor under what is pinned; may be empty
  bool enabled = true;
  std::string placeholder = {};  // Text: what stands in it while it is empty
};

// "button", "text", "color", "choice", "toggle", "section".
const char* name_of(WidgetKind kind);

}  // namespace sixiang::panel
