// The editor as a value: the poster, how it came to be, what is selected. Every function gives the next state.
#pragma once

#include <cstdint>
#include <string>

#include "base/message.h"
#include "editor/command.h"
#include "editor/former_diagrams.h"
#include "editor/history.h"
#include "model/poster.h"

namespace sixiang {

struct EditorState {
  Poster poster;
  History history;
  // Id of a group or field, such as "gan.content.2" or "gan.title"; empty: nothing. Where one types is not the
  // editor's.
  std::string selection;
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

EditorState undo(EditorState state);
EditorState redo(EditorState state);

// An id that names nothing clears the selection.
EditorState select(EditorState state, std::string id);

EditorState mark_saved(EditorState state);

}  // namespace sixiang
