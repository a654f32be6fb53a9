// The large parts of the panel, from top to bottom. Inside panel/ only.
#pragma once

#include "panel/frame.h"
#include "panel/regions.h"

namespace sixiang::panel {

inline constexpr float kSideButton = 36;  // beside a field

// The bar along the top: undo, files, language, size, download; and the menu of sizes, a surface of its own.
void draw_toolbar(Frame& frame);
void draw_size_menu(Frame& frame);

// The desk around the poster, what is marked on the poster, and its problems. The poster itself shows through.
void draw_desk(Frame& frame, const Regions& regions);

// Beside the text that is edited on the poster: its field, and what belongs under it. A surface of its own.
void draw_bubble(const PanelInput& input, PanelOutput& output, PanelScratch& scratch, const Regions& regions);

// A window without any of a window's looks: what is drawn on it takes part in hovering as a whole. To be ended by
// ImGui::End().
void begin_surface(const char* name, const Rect& place, ImGuiWindowFlags flags = 0);

void take_widgets(PanelOutput& output, Sheet& sheet);

// A card with everything of one group of the field tree.
void draw_card(Frame& frame, const FieldGroup& group);

// A group within a card, and an item of a list.
void draw_group(Frame& frame, const FieldGroup& group);
void draw_item(Frame& frame, const FieldGroup& item);

// The group's action of that kind; nullptr where it has none.
const Action* find_action(const FieldGroup& group, ActionKind kind);
// True when pressed; it is performed then.
bool action_button(Frame& frame, const Action& action, Glyph glyph, const Rect& rect);
// Up, down, remove, from `left`; the row that they take.
Rect draw_tools(Frame& frame, const FieldGroup& group, float left);

// What layout has to say, one a row; a press goes to the field.
void draw_problem_list(Frame& frame);

// What is needed rarely, at the end.
void draw_foot(Frame& frame);

// A field of any kind, whole row.
void draw_field(Frame& frame, const Field& field);

// Puts an action's command, and where to type next, into the output.
void perform(Frame& frame, const Action& action);

}  // namespace sixiang::panel
