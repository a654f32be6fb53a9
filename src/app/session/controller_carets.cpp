// A text that is edited where it stands on the poster: in its own letters, as it will be exported.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/session/caret.h"
#include "app/session/controller.h"
#include "layout/hit_test.h"

namespace sixiang::app {

namespace {

constexpr float kLeastLetters = 11;  // CSS pixels; smaller ones are edited in a bubble
constexpr double kBlink = 1.06;      // seconds: half of them it is seen

}  // namespace

// Where letters can be pointed at and are what was typed. Fingers have the bubble, whose field has their handles.
std::optional<Carets> Controller::carets() {
  const bool can_point = text_entry_ == panel::TextEntry::Overlay && pointer_type_ == PointerType::Mouse;
  if (!can_point || !is_edited_in_place()) return std::nullopt;
  const Block* block = block_showing(session_.layout(), active_field_);
  if (!block || block->field != active_field_ || block->font_size * zoom() < kLeastLetters) return std::nullopt;
  const std::string value = current_value(active_field_);
  // A dollar opens a formula, which has its symbols in the bubble; so has what is to be said of the text.
  if (shown_text(active_field_) != value || value.find('$') != std::string::npos) return std::nullopt;
  const std::vector<const Diagnostic*> said = panel::diagnostics_of(diagnostics(), active_field_);
  if (std::any_of(said.begin(), said.end(), [](const Diagnostic* one) { return one->length > 0; })) return std::nullopt;
  return find_carets(session_.layout(), *block, session_.fonts());
}

std::optional<panel::TextOnPoster> Controller::text_on_poster() {
  const std::optional<Carets> found = carets();
  if (!found) return std::nullopt;
  const std::string value = current_value(active_field_);
  const auto on_window = [this, &found, &value](int begin, int end) {
    std::vector<Rect> lines = found->between(bytes_before(value, begin), bytes_before(value, end));
    for (Rect& line : lines) line = view_.on_window(line);
    return lines;
  };
  panel::TextOnPoster text;
  text.place = view_.on_window(found->bounds());
  text.selected = on_window(selection_begin_, selection_end_);
  text.composed = on_window(composition_begin_, composition_end_);
  const bool is_seen = std::fmod(ImGui::GetTime() - caret_moved_at_, kBlink) < kBlink / 2;
  if (is_seen && selection_begin_ == selection_end_) {
    text.caret = view_.on_window(found->at(bytes_before(value, selection_begin_)));
  }
  text.font_size = block_showing(session_.layout(), active_field_)->font_size * zoom();
  return text;
}

std::optional<int> Controller::caret_at(Point at) {
  const std::optional<Carets> found = carets();
  if (!found) return std::nullopt;
  return units_before(current_value(active_field_), found->offset_at(view_.on_page(at)));
}

std::optional<int> Controller::stepped_caret(int from, CaretStep step) {
  const std::optional<Carets> found = carets();
  if (!found) return std::nullopt;
  const std::string value = current_value(active_field_);
  return units_before(value, found->stepped(bytes_before(value, from), step));
}

void Controller::set_composition(int begin, int end) {
  composition_begin_ = begin;
  composition_end_ = end;
}

}  // namespace sixiang::app
