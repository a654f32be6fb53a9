// What is done to what is selected.
#include "app/session/controller.h"
#include "editor/clipboard.h"
#include "editor/gestures.h"

namespace sixiang::app {

void Controller::perform(const Result<Edit>& edit) {
  if (!edit) return ask(Notice{edit.errors().front().message.in(language()), Severity::Warning});
  session_.end_step();
  session_.perform(edit.value());
  session_.end_step();
  drafts_.clear();  // fields go by their place: another one may have that now
}

void Controller::edit_text(std::string_view field) {
  if (const auto request = panel::lead_to(session_.field_tree(), field)) handle(*request);
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
