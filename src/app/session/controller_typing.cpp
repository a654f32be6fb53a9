// What is typed into the text fields.
#include <imgui.h>

#include <algorithm>

#include "app/session/caret.h"
#include "app/session/controller.h"
#include "base/utf8.h"
#include "editor/gestures.h"
#include "editor/navigation.h"
#include "layout/hit_test.h"

namespace sixiang::app {

using panel::Widget;
using panel::WidgetKind;

namespace {

constexpr std::string_view kTitleText = "title.text";

const Field* find_field(const std::vector<FieldGroup>& groups, std::string_view id) {
  for (const FieldGroup& group : groups) {
    for (const Field& field : group.fields) {
      if (field.id == id) return &field;
    }
    if (const Field* field = find_field(group.groups, id)) return field;
  }
  return nullptr;
}

Message not_taken(const Message& reason) {
  return {"Not taken: " + reason.english + ".", "未生效：" + reason.chinese + "。"};
}

}  // namespace

std::string Controller::field_at(Point at) const {
  std::size_t first = 0;
  for (const panel::Surface& surface : output_.surfaces) {
    if (contains(surface.place, at)) first = surface.first_widget;
  }
  for (std::size_t i = first; i < output_.widgets.size(); ++i) {
    const Widget& widget = output_.widgets[i];
    if (widget.kind == WidgetKind::Text && contains(widget.shown, at)) return widget.id;
  }
  return "";
}

bool Controller::keeps_field(Point at) const {
  const std::vector<Rect>& places = output_.keeps_field;
  return std::any_of(places.begin(), places.end(), [at](const Rect& place) { return contains(place, at); });
}

std::string Controller::current_value(std::string_view id) {
  if (const Field* field = find_field(session_.field_tree(), panel::document_field(id))) return field->value;
  // Not the widget's: keys come faster than frames.
  return panel::panel_text(scratch_, id).value_or("");
}

std::string Controller::shown_text(std::string_view id) {
  const Draft* draft = find_draft(id);
  return draft ? draft->text : current_value(id);
}

bool Controller::is_caret_in_formula() {
  const std::string text = shown_text(active_field_);
  return is_in_formula(text, bytes_before(text, selection_begin_));
}

bool Controller::is_label(std::string_view id) {
  const Field* field = find_field(session_.field_tree(), id);
  return field && field->kind == FieldKind::Text;
}

std::optional<FieldState> Controller::field(std::string_view id) {
  const Widget* widget = find_widget(id);
  if (!widget || widget->kind != WidgetKind::Text) return std::nullopt;
  FieldState state;
  state.id = widget->id;
  const Draft* draft = find_draft(id);
  state.value = shown_text(id);
  state.label = widget->label;
  state.placeholder = widget->placeholder;
  if (draft && draft->refused) state.problem = draft->refused->in(language());
  const Field* of_document = find_field(session_.field_tree(), id);
  state.takes_lines = of_document && of_document->takes_lines;
  state.rect = widget->rect;
  state.shown = widget->shown;
  if (const auto on_poster = id == active_field_ ? text_on_poster() : std::nullopt) {
    state.font_size_on_poster = on_poster->font_size;
  }
  return state;
}

void Controller::enter_field(std::string_view id) {
  if (active_field_ == id) return;
  leave_field();
  active_field_ = id;
  scratch_.builtin_focused = false;
  // A field of the panel's own selects nothing.
  const std::string field(panel::document_field(id));
  if (!has_block(session_.poster(), field)) return;
  const Block* block = block_showing(session_.layout(), field);
  session_.select(block ? block->id : field);
}

void Controller::leave_field() {
  const bool was_in_place = is_edited_in_place();
  const OutlineItem typed = thing_at(session_.poster(), active_field_);
  const bool is_nothing = was_in_place && typed.kind == ThingKind::Label && current_value(active_field_).empty();
  if (was_in_place) scratch_.in_place.reset();
  const auto draft = drafts_.find(active_field_);
  if (draft != drafts_.end() && !draft->second.refused) drafts_.erase(draft);
  active_field_.clear();
  set_selection(0, 0);
  set_composition(0, 0);
  field_height_ = 0;
  session_.end_step();
  // A label in which nothing was typed is none.
  if (is_nothing) perform(remove_things(session_.poster(), {typed.id}));
}

void Controller::set_text(std::string_view id, std::string_view text) {
  Draft draft;
  draft.text = text;
  if (const auto taken = panel::set_panel_text(scratch_, id, text)) {
    if (!*taken) draft.refused = not_taken(panel::size_hint());
  } else {
    const Result<Command> command = panel::typed(session_.poster(), id, text);
    const std::optional<Message> reason =
        command ? refusal(session_.poster(), command.value()) : std::optional(command.errors().front().message);
    if (reason) {
      draft.refused = not_taken(*reason);
    } else {
      session_.run(command.value());
    }
  }
  draft.value = current_value(id);
  drafts_[std::string(id)] = std::move(draft);
}

const Controller::Draft* Controller::find_draft(std::string_view id) {
  const auto found = drafts_.find(id);
  if (found == drafts_.end()) return nullptr;
  const bool stands = found->second.refused || id == active_field_;
  return stands && found->second.value == current_value(id) ? &found->second : nullptr;
}

std::vector<panel::RefusedText> Controller::refused_texts() {
  std::vector<panel::RefusedText> texts;
  for (const auto& [id, draft] : drafts_) {
    if (draft.refused && find_draft(id)) texts.push_back({id, draft.text, *draft.refused});
  }
  return texts;
}

void Controller::forget_refused(std::string_view id) {
  const Draft* draft = find_draft(id);
  if (draft && draft->refused) drafts_.erase(std::string(id));
}

void Controller::set_selection(int begin, int end) {
  if (begin != selection_begin_ || end != selection_end_) caret_moved_at_ = ImGui::GetTime();
  selection_begin_ = std::min(begin, end);
  selection_end_ = std::max(begin, end);
}

std::optional<EmphasizeTitle> Controller::selected_title() const {
  if (active_field_ != kTitleText) return std::nullopt;
  EmphasizeTitle range;
  int units = 0;
  for (const CodePoint& c : decode_utf8(session_.poster().title.text)) {
    if (units < selection_begin_) ++range.begin;
    if (units < selection_end_) ++range.end;
    units += c.value >= 0x10000 ? 2 : 1;
  }
  return range.begin < range.end ? std::optional(range) : std::nullopt;
}

bool Controller::is_title_selection_emphasized() const {
  const auto range = selected_title();
  const auto& emphasis = session_.poster().title.emphasis;
  return range && emphasis && emphasis->start == range->begin && emphasis->length == range->end - range->begin;
}

void Controller::emphasize_title_selection() {
  const auto range = selected_title();
  if (!range) return;
  if (is_title_selection_emphasized()) {
    session_.run(RemovePart{"title.emphasis"});
  } else {
    session_.run(*range);
  }
}

void Controller::offer_redo(std::string_view id, std::string_view text) {
  const std::uint64_t before = session_.editor().revision;
  session_.end_step();
  set_text(id, text);
  drafts_.erase(std::string(id));
  if (session_.editor().revision != before) session_.undo();
}

}  // namespace sixiang::app
