#include "editor/editor_state.h"

#include <algorithm>
#include <utility>

#include "editor/field_tree.h"
#include "editor/measure.h"
#include "editor/navigation.h"

namespace sixiang {

namespace {

constexpr std::size_t kStepsKeptInAnyCase = 20;

// The field whose edits in a row make one step, or the fields; empty for commands that are steps of their own.
std::string joining_field(const Command& command) {
  if (const SetText* edit = std::get_if<SetText>(&command)) return edit->field;
  if (const SetColor* edit = std::get_if<SetColor>(&command)) return edit->field;
  if (const SetNumber* edit = std::get_if<SetNumber>(&command)) return edit->field;
  const Batch* batch = std::get_if<Batch>(&command);
  std::string fields;
  for (const Command& part : batch ? batch->commands : std::vector<Command>{}) {
    const std::string field = joining_field(part);
    if (field.empty()) return {};
    fields += field + "\n";
  }
  return fields;
}

Step step_of(const EditorState& state, Message name) {
  Step step;
  step.poster = state.poster;
  step.selection = state.selection;
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
  state.selection = std::move(step.selection);
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
  state.selection = selection_after(state.selection, command, state.poster, next);
  state.poster = std::move(next);
  state.revision = ++state.last_revision;
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

EditorState select(EditorState state, std::string id) { return select_all(std::move(state), {std::move(id)}); }

EditorState extend_selection(EditorState state, std::string id) {
  if (id.empty() || !has_block(state.poster, id)) return state;
  std::vector<std::string> ids{id};
  for (const std::string& other : state.selection.ids()) ids.push_back(other);
  // The new one first: what lies in it, or what it lies in, gives way. Then it leads.
  ids = Selection(state.poster, std::move(ids)).ids();
  std::rotate(ids.begin(), ids.begin() + 1, ids.end());
  return select_all(std::move(state), std::move(ids));
}

EditorState toggle_selected(EditorState state, std::string id) {
  if (!state.selection.contains(id)) return extend_selection(std::move(state), std::move(id));
  std::vector<std::string> ids = state.selection.ids();
  ids.erase(std::find(ids.begin(), ids.end(), id));
  return select_all(std::move(state), std::move(ids));
}

EditorState select_siblings(EditorState state) {
  if (state.selection.empty()) return state;
  const std::string lead = thing_at(state.poster, state.selection.lead()).id;
  std::vector<std::string> ids = siblings(state.poster, lead);
  std::rotate(ids.begin(), std::find(ids.begin(), ids.end(), lead) + 1, ids.end());
  return select_all(std::move(state), std::move(ids));
}

EditorState select_all(EditorState state, std::vector<std::string> ids) {
  state.selection = Selection(state.poster, std::move(ids));
  return state;
}

EditorState mark_saved(EditorState state) {
  state.saved_revision = state.revision;
  state.history.open_field.clear();
  return state;
}

}  // namespace sixiang
