// What is done to what is selected.
#include "app/session/caret.h"
#include "app/session/controller.h"
#include "editor/clipboard.h"
#include "editor/gestures.h"
#include "editor/navigation.h"
#include "layout/hit_test.h"

namespace sixiang::app {

void Controller::perform(const Result<Edit>& edit) {
  if (!edit) return ask(Notice{edit.errors().front().message.in(language()), Severity::Warning});
  session_.end_step();
  session_.perform(edit.value());
  session_.end_step();
  drafts_.clear();  // fields go by their place: another one may have that now
}

void Controller::edit_text(std::string_view field, std::optional<Point> at) {
  const Block* block = block_showing(session_.layout(), field);
  if (!block) {
    if (const auto request = panel::lead_to(session_.field_tree(), field)) handle(*request);
    return;
  }
  if (!active_field_.empty()) leave_field();
  const Rect place = block->rect;
  focusing_caret_.reset();
  if (const auto carets = at ? find_carets(session_.layout(), *block, session_.fonts()) : std::nullopt) {
    focusing_caret_ = units_before(current_value(field), carets->offset_at(view_.on_page(*at)));
  }
  change_view([&place](View& view) { view.show(place); });
  scratch_.in_place = panel::InPlace{std::string(field), view_.on_window(place)};
  focusing_ = field;
  focusing_selection_ = panel::FieldSelection::CaretAtEnd;
  waited_frames_ = 0;
}

bool Controller::is_edited_in_place() const { return scratch_.in_place && scratch_.in_place->field == active_field_; }

bool Controller::type_next() {
  if (!is_edited_in_place() || thing_at(session_.poster(), active_field_).kind != ThingKind::Label) return false;
  // In an empty one it ends.
  if (current_value(active_field_).empty()) {
    ask(LeaveField{});
    return true;
  }
  const std::string label = thing_at(session_.poster(), active_field_).id;
  const Result<Edit> edit = label_after(session_.poster(), label);
  if (!edit) return false;
  leave_field();
  perform(edit);
  edit_text(text_field_of(session_, session_.editor().selection.lead()));
  return true;
}

bool Controller::remove_empty() {
  if (!is_edited_in_place() || !current_value(active_field_).empty()) return false;
  const std::string label = thing_at(session_.poster(), active_field_).id;
  if (thing_at(session_.poster(), label).kind != ThingKind::Label) return false;
  const std::string before = sibling_before(session_.poster(), label);
  leave_field();  // which takes it away
  if (!before.empty()) session_.select(before);
  const std::string field = text_field_of(session_, session_.editor().selection.lead());
  if (!field.empty()) edit_text(field);
  return true;
}

bool Controller::type_level(TypedLevel level) {
  if (!is_edited_in_place()) return false;
  const std::string label = thing_at(session_.poster(), active_field_).id;
  const Result<Edit> edit =
      level == TypedLevel::Second ? indent(session_.poster(), {label}) : outdent(session_.poster(), {label});
  if (!edit) return false;
  session_.perform(edit.value());
  return true;
}

void Controller::remove_selected() {
  const std::vector<std::string> things = session_.editor().selection.ids();
  const Result<Edit> edit = remove_things(session_.poster(), things);
  const std::uint64_t before = session_.editor().revision;
  perform(edit);
  if (!edit || session_.editor().revision == before) return;
  ask(Notice{session_.editor().history.undo_name().in(language()), Severity::Hint, "undo",
             find_action("undo")->label.in(language())});
}

bool Controller::cancel_drag() {
  if (!poster_pointer_.is_dragging()) return false;
  poster_pointer_.cancel();
  return true;
}

std::string Controller::copied_text() const {
  return plain_text_of(session_.poster(), session_.editor().selection.ids());
}

std::string Controller::copied_things() const {
  const Result<std::string> things = copy_things(session_.poster(), session_.editor().selection.ids());
  return things ? things.value() : std::string();
}

void Controller::paste_things(std::string_view things) {
  perform(sixiang::paste_things(session_.poster(), session_.editor().selection.lead(), things));
}

}  // namespace sixiang::app
