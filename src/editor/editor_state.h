// The editor as a value: the poster, how it came to be, what is selected. Every function gives the next state.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/message.h"
#include "editor/command.h"
#include "editor/former_diagrams.h"
#include "editor/history.h"
#include "editor/selection.h"
#include "model/poster.h"

namespace sixiang {

struct EditorState {
  Poster poster;
  History history;
  // Of things and fields, such as "gan.content.2" or "gan.title": always there, none within another. Where one types is
  // not the editor's.
  Selection selection;
  FormerDiagrams former_diagrams;
  Language language = Language::Chinese;
  // Names the poster: undo brings an earlier one back, an edit makes one that was never used.
  std::uint64_t revision = 0;
  std::uint64_t last_revision = 0;   // the highest ever used
  std::uint64_t saved_revision = 0;  // as of mark_saved()
  bool operator==(const EditorState&) const = default;

  bool is_changed() const { return revision != saved_revision; }
};

EditorState make_editor(Poster poster, Language language);

// Applies the command as one step; edits of the same field in a row (typing, dragging a colour) join into one. A
// command that changes nothing leaves no step.
EditorState update(EditorState state, const Command& command);

// The next edit starts a step of its own.
EditorState end_step(EditorState state);

// The poster before the last step, and what was selected then.
EditorState undo(EditorState state);
EditorState redo(EditorState state);

// Alone. An id that names nothing clears the selection.
EditorState select(EditorState state, std::string id);
// Besides what is selected, as its lead. What lies in it, and what it lies in, are selected no more; an id that names
// nothing changes nothing.
EditorState extend_selection(EditorState state, std::string id);
// Selected no more where it was; else as above.
EditorState toggle_selected(EditorState state, std::string id);
// All of the list that the lead stands in; the lead stays the lead.
EditorState select_siblings(EditorState state);
// What of these is there, without what lies in another of them. The last leads.
EditorState select_all(EditorState state, std::vector<std::string> ids);

EditorState mark_saved(EditorState state);

}  // namespace sixiang
