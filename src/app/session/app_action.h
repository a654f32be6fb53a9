// What can be done to the document or to the interface as a whole: one table for the toolbar, the keyboard and whoever
// else offers it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "editor/editor_state.h"
#include "panel/tool.h"

namespace sixiang::app {

class Controller;

// Before the id of a poster of the gallery: what opens it.
inline constexpr std::string_view kNewFrom = "new.from.";

// A letter with Ctrl, or Cmd where a keyboard has that.
struct Shortcut {
  char letter = 0;  // 'a' to 'z'
  bool shift = false;
  bool operator==(const Shortcut&) const = default;
};

struct AppAction {
  std::string_view name;  // "undo"
  Message label, short_label = {};
  panel::Glyph glyph = panel::Glyph::None;
  std::optional<panel::ToolPlace> place = {};  // nullopt: no button does it
  std::vector<Shortcut> shortcuts = {};
  std::string_view field = {};                      // ToolPlace::Field: which
  bool (*is_enabled)(const Controller&) = nullptr;  // nullptr: always
  bool (*is_on)(const Controller&) = nullptr;       // nullptr: it is nothing that can be on
  Message (*object)(const EditorState&) = nullptr;  // what it is done to ("Edit label"); nullptr: nothing in particular
  void (*perform)(Controller&) = nullptr;
};

// In the order of the toolbar.
const std::vector<AppAction>& app_actions();

// nullptr where there is none.
const AppAction* find_action(std::string_view name);
const AppAction* find_action(const Shortcut& shortcut);

// The buttons of the panel for those that have a place there.
std::vector<panel::Tool> tools_for(const Controller& editor);

}  // namespace sixiang::app
