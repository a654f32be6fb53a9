// The panel: the editor's state in, commands and requests out. It shows what field_tree() lists, knows no particular
// poster and never changes the state itself. Drawn with Dear ImGui into its current frame.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/color.h"
#include "base/geometry.h"
#include "base/message.h"
#include "editor/editor_state.h"
#include "editor/field_tree.h"
#include "editor/navigation.h"
#include "panel/command_row.h"
#include "panel/tool.h"
#include "panel/widget.h"

namespace sixiang::panel {

// A label as the poster sets it.
struct Picture {
  std::uintptr_t texture = 0;  // an ImTextureID; 0: nothing to show
  Size size;                   // CSS pixels
};

enum class PictureUse : std::uint8_t { Label, Button, Example, Icon, Row };

// Overlay: whoever runs the panel puts a text field of its own over the active one. Builtin: the panel edits.
enum class TextEntry : std::uint8_t { Overlay, Builtin };

// What was typed into a text field and cannot be taken: it stays there, and says why.
struct RefusedText {
  std::string field, text;
  Message reason;
};

// A place on the poster that layout has something to say about.
struct Spot {
  Rect place;  // of its block, CSS pixels of the window
  Severity severity = Severity::Warning;
  std::string message;  // in the interface's language
  std::string field;    // that can mend it
};

// Hovered: below the pointer. Parent: what holds what is selected. Into: what would take what is dragged. Ghost: where
// that has stood.
enum class DeskMarkKind : std::uint8_t { Hovered, Parent, Selected, Into, Ghost };
struct DeskMark {
  DeskMarkKind kind = DeskMarkKind::Hovered;
  Rect place;        // CSS pixels of the window
  std::string name;  // that stands beside it; empty: none
};

// Where what is dragged would go. CSS pixels of the window.
struct DropLine {
  Point from, until;
};

// What lies on the desk.
struct OnDesk {
  Rect poster;                 // CSS pixels of the window
  Rect picture;                // what there is a picture of: it, or the part of it that is seen
  Color background;            // of the poster, where there is no picture yet
  std::uintptr_t texture = 0;  // an ImTextureID of the picture; 0: who runs the panel shows it below the panel
  float zoom = 1;              // CSS pixels a poster point
  bool is_fitted = true;       // the poster is as large as there is room for it
  std::vector<DeskMark> marks;
  std::vector<Rect> texts;  // that nothing should cover, CSS pixels of the window
  std::optional<DropLine> drop_line;
  std::vector<Spot> spots;
};

// A text that is edited where it stands on the poster; CSS pixels of the window.
struct TextOnPoster {
  Rect place;                            // of its lines
  std::optional<Rect> caret;             // without width; nullopt while it blinks
  std::vector<Rect> selected, composed;  // a line each; composed: what the input method may still change
  float font_size = 0;
};

// A poster that may be opened, with its picture.
// Version: of the one that is open, as it was.
enum class PosterCardKind : std::uint8_t { Template, Kept, Version };
struct PosterCard {
  // Of what opens it, a ToolRequest; but for templates also, with kCopyCard or kRemoveCard behind it, of what else is
  // done with it.
  std::string name;
  PosterCardKind kind = PosterCardKind::Template;
  std::string title, note;
  Size page;        // poster points
  Picture picture;  // none yet: the page's shape alone
};
inline constexpr std::string_view kCopyCard = ".copy", kRemoveCard = ".remove";

struct PanelInput {
  const EditorState& editor;
  const std::vector<FieldGroup>& field_tree;  // of editor.poster
  const Diagnostics& diagnostics;             // of its layout
  std::vector<Tool> tools;                    // in their order
  std::vector<CommandRow> commands = {};      // of the list of commands, or of keys, where that is open
  std::vector<KeyHint> hints = {};            // the one that matters most first
  std::vector<PosterCard> cards = {};         // of the page of new posters, where that is open
  Language language = Language::Chinese;
  Size viewport;  // of the window, CSS pixels
  OnDesk on_desk = {};
  TextEntry text_entry = TextEntry::Overlay;
  std::string active_field;                    // the text field that is edited; empty: none
  std::string pressed;                         // the widget that a key presses in this frame; empty: none
  float active_height = 0;                     // what its own text field needs; 0: unknown
  std::vector<RefusedText> refused = {};       // what stands in a field and is not taken
  std::optional<TextOnPoster> on_poster = {};  // nullopt: such a text is edited beside its place
  std::function<Picture(std::string_view label, float max_width, PictureUse use)> picture;
};

// A text that is edited at, or beside, the place of the poster where it stands; CSS pixels of the window.
struct InPlace {
  std::string field;
  Rect place;
  float height = 0;  // of what was drawn there last; 0: nothing yet
};

// Of a page: about as wide as high, wider, higher.
enum class PageShape : std::uint8_t { Square, Wide, High };

enum class Side : std::uint8_t { Outline, Selected };

// What the panel remembers from frame to frame: nothing that belongs to the document.
struct PanelScratch {
  std::map<std::string, bool, std::less<>> open;  // rows of the outline and groups that a hand opened or closed
  std::optional<InPlace> in_place;
  std::optional<std::string> shown, outlined;  // the thing whose fields, and rows around it, were drawn last
  Side side = Side::Selected;                  // where there is room for one of the two
  std::string menu;                            // the button of the bar whose menu is open; empty: none
  float menu_height = 0;                       // that its content had last, CSS pixels
  Point menu_at;                               // of kContextMenu: where it was asked for
  std::string command_query;                   // what commands are looked for
  std::size_t command_chosen = 0;              // the one that Enter carries out
  std::string picking;                         // the colour or icon field whose picker is open
  float hue = 0, saturation = 0;               // kept, because grey has none
  std::string icon_query;                      // what icons are looked for
  std::size_t icon_pages = 1;                  // so many are shown of what was found
  std::optional<PageShape> new_shape;          // of the templates that are shown; nullopt: all
  int export_px = 1080;
  bool symbols_open = false;  // also where the active field holds no formula
  int symbol_page = 0;
  std::map<std::string, float, std::less<>> scroll;  // offsets of scroll areas, CSS pixels
  std::string builtin_text;                          // Builtin: what is being typed
  bool builtin_focused = false;
};

// ---- what the panel cannot do by itself -----------------------------------------------------------------------------
struct ToolRequest {  // one of PanelInput::tools
  std::string name;
};
struct EndStepRequest {};  // a drag was let go
enum class FieldSelection : std::uint8_t { CaretAtEnd, Everything };
struct FocusRequest {  // a text field, or what the next key is to press
  std::string field;
  FieldSelection selection = FieldSelection::CaretAtEnd;
};
struct RevealRequest {      // something has opened: it is to be seen whole
  std::string first, last;  // widgets
};
struct SelectRequest {  // alone
  std::string thing;    // empty: the page
};
struct LeaveRequest {};  // the field that was edited is gone
// Text for the active field, at its caret, as a part of a formula; the caret goes `back` characters before its end.
struct InsertRequest {
  std::string text;
  int back = 0;
};
// Another text for a field, as a step of its own.
struct ReplaceTextRequest {
  std::string field, text;
};
using Request = std::variant<EndStepRequest, ToolRequest, FocusRequest, RevealRequest, SelectRequest, LeaveRequest,
                             InsertRequest, ReplaceTextRequest>;

enum class Cursor : std::uint8_t { Default, Hand, Text, Grab, OpenHand };

// Builtin: the whole text of the active field, as it is typed.
struct TypedText {
  std::string field, text;
};

// A part of the window whose content can be longer than itself.
struct ScrollArea {
  std::string id;
  Rect view;                 // CSS pixels of the window
  float content_height = 0;  // CSS pixels
  float offset = 0;          // that it is drawn at, CSS pixels

  float most() const { return std::max(0.0f, content_height - view.height); }
};

// What lies over the rest of the panel.
struct Surface {
  Rect place;                    // CSS pixels of the window
  std::size_t first_widget = 0;  // of its own: those before it lie below
  std::size_t first_area = 0;    // the same of scroll areas
};

struct PanelOutput {
  std::vector<Command> commands;  // in the order of the edits
  std::vector<Request> requests;
  std::optional<TypedText> typed;
  std::vector<Widget> widgets;
  std::vector<Surface> surfaces;         // a later one lies above
  std::vector<ScrollArea> scroll_areas;  // a later one lies above
  std::vector<Rect> keeps_field;         // a press in one of these leaves the active field in focus
  Cursor cursor = Cursor::Default;
  std::vector<Rect> grips;   // a drag that begins in one of these is the panel's, not the page's to scroll
  bool wants_frame = false;  // something moves, draw again
};

inline constexpr int kSmallestExport = 64, kLargestExport = 16384;  // pixels wide

// Behind an icon field's id: the line that its picker searches by.
inline constexpr std::string_view kIconSearch = ".search";

enum class ThemeName : std::uint8_t { Light, Dark };
// Of a new context, and whenever the theme changes: colours and measures.
void apply_style(ThemeName theme);

PanelOutput draw_panel(const PanelInput& input, PanelScratch& scratch);

// Colours are typed in text fields of their own, "gan.colors.fill.hex"; this is the field of the document that a text
// field edits.
std::string_view document_field(std::string_view text_field);

// The command for what was typed into a text field. Errors, for people: what was expected where that is no value (yet).
Result<Command> typed(const Poster& poster, std::string_view text_field, std::string_view text);

// Takes what was typed into a field of the panel's own; nullopt where `id` is none of those, false where it is no
// value.
std::optional<bool> set_panel_text(PanelScratch& scratch, std::string_view id, std::string_view text);
// What can be typed into it.
const Message& size_hint();
// What such a field holds; nullopt where `id` is none of those.
std::optional<std::string> panel_text(const PanelScratch& scratch, std::string_view id);

// Opens the group, or the menu, that holds the field or button, so that the next frame shows it.
void open_for(PanelScratch& scratch, const std::vector<FieldGroup>& field_tree, const std::vector<Tool>& tools,
              std::string_view id);

// The thing in whose inspector stands what belongs to `id`, of a thing or a field: a badge's is its section's, a line's
// its circle's, a caption's its diagram's.
OutlineItem subject_of(const Poster& poster, std::string_view id);
// The same for whatever the panel may show, an action or an option too; nullopt where it is of nothing on the poster.
std::optional<OutlineItem> subject_showing(const Poster& poster, const std::vector<FieldGroup>& field_tree,
                                           std::string_view id);

// Where a press on what `field` makes leads: into its text, or to where it is changed; nullopt where there is no such
// field.
std::optional<Request> lead_to(const std::vector<FieldGroup>& field_tree, std::string_view field);

// What is wrong: all but hints, which stand beside their fields alone.
std::vector<const Diagnostic*> problems_of(const Diagnostics& diagnostics);

// Diagnostics that concern a field, out of all.
std::vector<const Diagnostic*> diagnostics_of(const Diagnostics& diagnostics, std::string_view field);

// The text with what those diagnostics are about as formulas; they come in order and lie apart.
std::string with_formulas(std::string_view text, const std::vector<const Diagnostic*>& places);

}  // namespace sixiang::panel
