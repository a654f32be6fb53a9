// The large parts of the panel, from top to bottom. Inside panel/ only.
#pragma once

#include "panel/frame.h"
#include "panel/regions.h"

namespace sixiang::panel {

inline constexpr std::string_view kOutlineArea = "outline", kInspectorArea = "inspector", kMenuArea = "menu";
inline constexpr float kSideButton = 36;  // beside a field

// The bar along the top: menus, undo, files, language, size, download.
void draw_toolbar(Frame& frame);

// The menus of the bar, each a surface of its own: sizes of the picture, posters, what is to be looked at.
void draw_size_menu(Frame& frame);
void draw_file_menu(Frame& frame);
void draw_problem_list(Frame& frame);

// What lies over the whole window, under its heading: the line that commands are looked for by, and the rows of
// commands, or of keys.
void draw_command_head(Frame& frame);
void draw_commands(Frame& frame);
void draw_key_head(Frame& frame);
void draw_keys(Frame& frame);

// The page of new posters: its bar, and below it texts, blank pages, recent posters and templates.
void draw_new_bar(Frame& frame);
void draw_new_choices(Frame& frame);

// The desk around the poster, what is marked on the poster, and its problems. The poster itself shows through.
void draw_desk(Frame& frame, const Regions& regions);

// How large the poster is shown, and what changes that: in the strip below it; where there is none, the way back from
// what has been zoomed.
void draw_zoom(Frame& frame, const Regions& regions);

// What keys do with what is selected, in the middle of that strip, where there is room.
void draw_hints(Frame& frame, const Regions& regions);

// Beside the text that is edited on the poster: its field, and what belongs under it. A surface of its own.
void draw_bubble(const PanelInput& input, PanelOutput& output, PanelScratch& scratch, const Regions& regions,
                 const std::vector<OutlineItem>& things, const OutlineItem& subject);

// A window without any of a window's looks: what is drawn on it takes part in hovering as a whole. To be ended by
// ImGui::End().
void begin_surface(const char* name, const Rect& place, ImGuiWindowFlags flags = 0);

void take_widgets(PanelOutput& output, Sheet& sheet);

// The tree of what can be selected.
void draw_outline(Frame& frame);

// The fields of the subject, what it lies in, and what can be done to it.
void draw_inspector(Frame& frame);
// Sets of colours, each as a button that recolours the poster.
void draw_palettes(Frame& frame);
// What is within the subject, as rows that select it, and what adds to it.
void draw_list(Frame& frame, const FieldGroup& list);

// The group that goes by this id; nullptr where there is none.
const FieldGroup* find_group(const std::vector<FieldGroup>& groups, std::string_view id);
// The group's action of that kind; nullptr where it has none.
const Action* find_action(const FieldGroup& group, ActionKind kind);
// True when pressed; it is performed then.
bool action_button(Frame& frame, const Action& action, Glyph glyph, const Rect& rect);

// What a thing says, on one line: its words, as a picture where they hold a formula.
void draw_words(Frame& frame, const OutlineItem& thing, const Rect& room, ImU32 color);
// The sign of what it is; of a section its colours.
void draw_sign(Frame& frame, const OutlineItem& thing, const Rect& square);

// A field of any kind, whole row.
void draw_field(Frame& frame, const Field& field);

// Puts an action's command, and where to type next, into the output.
void perform(Frame& frame, const Action& action);

}  // namespace sixiang::panel
