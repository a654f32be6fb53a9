// What is done to the whole document or to the interface, as buttons of the toolbar and of its menus, or
// to what is selected in a text field. Whoever runs the panel says what there is, and hears by its name what was
// pressed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/message.h"
#include "panel/glyph.h"

namespace sixiang::panel {

// The picture's size, which opens a menu, and the text field in that menu.
inline constexpr const char* kSizeMenu = "toolbar.size";
inline constexpr const char* kExportSize = "toolbar.size.custom";

// The buttons that open the other menus of the bar: what is done with whole posters, what is to be looked at, and the
// outline where it has no place of its own.
inline constexpr const char* kFileMenu = "toolbar.file";
inline constexpr const char* kProblemsMenu = "toolbar.problems";
inline constexpr const char* kOutlineDrawer = "toolbar.things";

// What lies over the whole window: the list of commands, which the bar's button opens, with its line to search by, and
// the list of keys.
inline constexpr const char* kCommandMenu = "toolbar.commands";
inline constexpr const char* kCommandQuery = "commands.query";
inline constexpr const char* kKeyMenu = "keys";
// At the pointer, of what is selected.
inline constexpr const char* kContextMenu = "context";

// Before the number of a problem in its list.
inline constexpr const char* kProblems = "problems";

// What another poster may begin with: a page of its own over the whole window. Before the ids of what is offered there.
inline constexpr const char* kNewPage = "new";
inline constexpr const char* kNewChoices = "panel.new";

// Bar: pictograms at the left of the toolbar. Main: the one in colour at its right. Menu: below the sizes of the
// picture. Foot: in the file menu. New: on the page of what another poster may begin with. Field: below
// a text field, which keeps the focus. Selection: beside what is selected on the poster. Zoom: how large that is shown.
enum class ToolPlace : std::uint8_t { Bar, Main, Menu, Foot, New, Field, Selection, Zoom };

struct Tool {
  std::string name;  // "undo"
  Message label;
  Message short_label;  // Main: where there is little room
  Glyph glyph = Glyph::None;
  ToolPlace place = ToolPlace::Bar;
  std::string field;  // Field: its id
  bool enabled = true;
  std::optional<bool> is_on = {};  // where it can be

  // "toolbar.undo", "panel.sample", "panel.new.1080x1440", "title.text.emphasize", "selection.delete", "zoom.in"
  std::string widget_id() const {
    if (place == ToolPlace::Field) return field + "." + name;
    if (place == ToolPlace::Zoom) return name;
    if (place == ToolPlace::Selection) return "selection." + name;
    const bool is_below = place == ToolPlace::Foot || place == ToolPlace::New;
    return (is_below ? "panel." : "toolbar.") + name;
  }
};

}  // namespace sixiang::panel
