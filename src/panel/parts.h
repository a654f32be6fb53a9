// The large parts of the panel, from top to bottom. Inside panel/ only.
#pragma once

#include "panel/frame.h"

namespace sixiang::panel {

// Pinned to the top: undo, files, language, size, download.
float toolbar_height(const PanelScratch& scratch);
void draw_toolbar(Frame& frame);

// A card with everything of one group of the outline.
void draw_card(Frame& frame, const FieldGroup& group);

// What layout has to say, one a row; a press goes to the field.
void draw_problem_list(Frame& frame);

// A field of any kind, whole row.
void draw_field(Frame& frame, const Field& field);

// Puts an action's command, and where to type next, into the output.
void perform(Frame& frame, const Action& action);

}  // namespace sixiang::panel
