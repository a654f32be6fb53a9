// What can be done to the document or to the interface as a whole: one table for the toolbar, the keyboard and whoever
// else offers it.
#pragma once

#include <cstdint>
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
// The same of one that was worked on before.
inline constexpr std::string_view kFromShelf = "new.shelf.";

// What is held with a key, as bits. Control: also Cmd, where a keyboard has that.
enum HeldKeys : std::uint8_t { kNothingHeld = 0, kControl = 1, kShift = 2, kAlt = 4 };

// Everywhere: also while one types. Poster: while neither a text nor a widget has the keyboard. OutsideText: while no
// text has it.
enum class KeyPlace : std::uint8_t { Everywhere, Poster, OutsideText };

// Under which heading the list of commands has it. None: it has it not.
enum class CommandGroup : std::uint8_t { None, Selection, Poster, New, Editor };

struct Shortcut {
  std::string_view key;  // as browsers name it: a small letter, "Delete", "ArrowUp"
  int held = kNothingHeld;
  KeyPlace place = KeyPlace::Everywhere;
  bool operator==(const Shortcut&) const = default;
};

struct AppAction {
  std::string_view name;  // "undo"
  Message label, short_label = {};
  Message words = {};  // what else one may call it, to be found by; parted by spaces
  CommandGroup group = CommandGroup::Poster;
  panel::Glyph glyph = panel::Glyph::None;
  std::optional<panel::ToolPlace> place = {};  // nullopt: no button does it
  std::vector<Shortcut> shortcuts = {};
  std::string_view field = {};                      // ToolPlace::Field: which
  bool (*is_enabled)(const Controller&) = nullptr;  // nullptr: always
  Message obstacle = {};                            // why it cannot be done, where it is not enabled
  bool (*is_on)(const Controller&) = nullptr;       // nullptr: it is nothing that can be on
  Message (*object)(const EditorState&) = nullptr;  // what it is done to ("Edit label"); nullptr: nothing in particular
  void (*perform)(Controller&) = nullptr;
};

// False where there is none, or where it can do nothing now.
bool can_act(const Controller& editor, std::string_view name);

// In the order of the toolbar.
const std::vector<AppAction>& app_actions();

// nullptr where there is none.
const AppAction* find_action(std::string_view name);
const AppAction* find_action(const Shortcut& shortcut);

// Its label, and what it is done to.
Message full_label(const AppAction& action, const Controller& editor);

// The buttons of the panel for those that have a place there.
std::vector<panel::Tool> tools_for(const Controller& editor);

}  // namespace sixiang::app
