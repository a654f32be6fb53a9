#include "editor/editor_state.h"

#include <utility>

#include "editor/field_tree.h"
#include "editor/measure.h"
#include "editor/selection.h"

namespace sixiang {

namespace {

constexpr std::size_t kStepsKeptInAnyCase = 20;

// The field whose edits in a row make one step; empty for commands that are steps of their own.
std::string joining_field(const Command& command) {
  if (const SetText* edit = std::get_if<SetText>(&command)) return edit->field;
  if (const SetColor* edit = std::get_if<SetColor>(&command)) return edit->field;
  if (const SetNumber* edit = std::get_if<SetNumber>(&command)) return edit->field;
  return {};
}

Step step_of(const EditorState& state, Message name) {
  Step step;
  step.poster = state.poster;
  step.former_diagrams = state.former_diagrams;
  step.name = std::move(name);
  step.revision = state.revision;
  step.bytes = measure(state.poster);
  for (const FormerDiagram& former : state.former_diagrams) step.bytes += measure(former.diagram);
  return step;
}

void trim(History& history) {
  std::size_t bytes = 0;
  for (const Step& step : history.past) bytes += step.bytes;
  std::size_t dropped = 0;
  while (history.past.size() - dropped > kMaxSteps ||
         (bytes > kMaxHistoryBytes && history.past.size() - dropped > kStepsKeptInAnyCase)) {
    bytes -= history.past[dropped++].bytes;
  }
  history.past.erase(history.past.begin(), history.past.begin() + std::ptrdiff_t(dropped));
}

// Takes the newest step of `from`, and puts what it replaces on `to`.
EditorState travel(EditorState state, std::vector<Step> History::*from, std::vector<Step> History::*to) {
  std::vector<Step>& steps = state.history.*from;
  if (steps.empty()) return state;
  Step step = std::move(steps.back());
  steps.pop_back();
  (state.history.*to).push_back(step_of(state, step.name));
  state.poster = std::move(step.poster);
  state.former_diagrams = std::move(step.former_diagrams);
  state.revision = step.revision;
  state.history.open_field.clear();
  if (!state.selection.empty() && !has_block(state.poster, state.selection)) state.selection.clear();
  return state;
}

}  // namespace

EditorState make_editor(Poster poster, Language language) {
  EditorState state;
  state.poster = std::move(poster);
  state.language = language;
  return state;
}

EditorState update(EditorState state, const Command& command) {
  Poster next = apply_command(state.poster, command);
  if (next == state.poster) return state;
  History& history = state.history;
  const std::string field = joining_field(command);
  const bool joins = !field.empty() && field == history.open_field && !history.past.empty();
  // A step is one edit of the field, from what it held at first: what follows its text comes back with the text.
  if (joins) next = apply_command(history.past.back().poster, command);
  if (!joins) {
    history.past.push_back(step_of(state, name_of(command, state.poster)));
    trim(history);
  }
  next = with_former_diagrams(std::move(next), state.poster, command, state.former_diagrams);
  history.future.clear();
  history.open_field = field;
  state.poster = std::move(next);
  state.revision = ++state.last_revision;
  state.selection = selection_after(std::move(state.selection), command, state.poster);
  // Typed and taken back: as if nothing had happened.
  if (joins && state.poster == history.past.back().poster) {
    state.revision = history.past.back().revision;
    history.past.pop_back();
    history.open_field.clear();
  }
  return state;
}

EditorState end_step(EditorState state) {
  state.history.open_field.clear();
  return state;
}

EditorState undo(EditorState state) { return travel(std::move(state), &History::past, &History::future); }

EditorState redo(EditorState state) { return travel(std::move(state), &History::future, &History::past); }

EditorState select(EditorState state, std::string id) {
  state.selection = !id.empty() && has_block(state.poster, id) ? std::move(id) : std::string();
  return state;
}

EditorState mark_saved(EditorState state) {
  state.saved_revision = state.revision;
  state.history.open_field.clear();
  return state;
}

}  // namespace sixiang
