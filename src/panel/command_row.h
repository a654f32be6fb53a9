// What can be done, as a row of the list of commands or of the list of keys.
#pragma once

#include <string>
#include <vector>

#include "base/byte_range.h"
#include "base/message.h"
#include "panel/glyph.h"

namespace sixiang::panel {

// What is written on the keys that are pressed together: "Ctrl", "K".
using KeyCaps = std::vector<std::string>;

// What a key, or a press, does now.
struct KeyHint {
  KeyCaps keys;
  Message label;
};

struct CommandRow {
  std::string name;  // of its ToolRequest
  Message label;
  Message heading;  // above the first of those that share it
  Glyph glyph = Glyph::None;
  std::vector<KeyCaps> keys = {};
  Message obstacle = {};   // why it cannot be done now; empty: it can
  ByteRange matched = {};  // of the label in `matched_in`: what was looked for
  Language matched_in = Language::Chinese;

  bool is_enabled() const { return obstacle.english.empty(); }
  std::string widget_id() const { return "commands.row." + name; }
};

}  // namespace sixiang::panel
