// What the editor asks of whoever runs it, a page or a window: what it cannot do by itself.
#pragma once

#include <string>
#include <variant>

#include "base/message.h"
#include "panel/panel.h"

namespace sixiang::app {

// Of the window's colours.
enum class ThemeChoice : std::uint8_t { System, Light, Dark };

struct OpenFile {};
struct OpenSample {};
// One of those that come with the program.
struct OpenPoster {
  std::string id;
};
// The page of other posters is open: Controller::set_shelf() and set_poster_picture() are waited for.
struct ShowPosters {};
// Another poster is about to take the place of this one (JSON), which is to be found again on the shelf.
struct PutAside {
  std::string poster;
};
// The poster as it is now is kept as a version of it.
struct KeepVersion {};
enum class ShelfTask : std::uint8_t { Open, Copy, Remove };
struct ShelfRequest {
  ShelfTask task = ShelfTask::Open;
  std::string id;
};
// The dialog for the text that a poster is made from.
struct OpenBrief {};
// Controller::brief_state() is another.
struct BriefChanged {};
struct SaveFile {};
// The poster as a Markdown outline (brief/outline.h).
struct SaveOutline {};
struct Download {
  int width_px = 0;
};
struct CopyPicture {
  int width_px = 0;
};
struct LanguageChanged {
  Language language = Language::Chinese;
};
// Of the window; what is chosen is kept for later visits.
struct ThemeChanged {
  panel::ThemeName theme = panel::ThemeName::Light;
  ThemeChoice choice = ThemeChoice::System;
};
struct Notice {
  std::string text;
  Severity severity = Severity::Error;
  std::string action = {}, action_label = {};  // an app action that it offers; empty: none
};
// The action that a notice offers can be done no longer.
struct NoticeOver {
  std::string action;
};
// The keyboard goes to a widget; `selection` is of a text field, and `caret` in it counts UTF-16 code units.
struct FocusWidget {
  std::string id;
  panel::FieldSelection selection = panel::FieldSelection::CaretAtEnd;
  std::optional<int> caret = std::nullopt;  // instead of the selection
};
struct LeaveField {};
// Types `text` at the caret and puts that `back` characters before its end.
struct InsertText {
  std::string text;
  int back = 0;
};
struct CursorChanged {
  panel::Cursor cursor = panel::Cursor::Default;
};

using Effect = std::variant<OpenFile, OpenSample, OpenPoster, ShowPosters, PutAside, KeepVersion, ShelfRequest,
                            OpenBrief, BriefChanged, SaveFile, SaveOutline, Download, CopyPicture, LanguageChanged,
                            ThemeChanged, Notice, NoticeOver, FocusWidget, LeaveField, InsertText, CursorChanged>;

}  // namespace sixiang::app
