// The poster on the desk: what is marked on it and what a press on it means.
#include <imgui.h>

#include <algorithm>
#include <utility>

#include "app/session/controller.h"
#include "editor/navigation.h"

namespace sixiang::app {

std::vector<panel::DeskMark> Controller::desk_marks() {
  std::vector<panel::DeskMark> marks;
  const auto add = [&](panel::DeskMarkKind kind, std::string_view thing, std::string name = {}) {
    const std::optional<Rect> place = place_of(session_, thing);
    if (place) marks.push_back({kind, view_.on_window(*place), std::move(name)});
  };
  const Selection& selection = session_.editor().selection;
  if (poster_pointer_.is_dragging()) {
    for (const std::string& thing : poster_pointer_.dragged()) add(panel::DeskMarkKind::Ghost, thing);
    const std::optional<Drop>& drop = poster_pointer_.drop();
    if (drop) add(panel::DeskMarkKind::Into, drop->into, name_of_thing(session_.poster(), drop->into).in(language()));
    return marks;
  }
  const std::optional<std::string>& hovered = poster_pointer_.hovered();
  const bool is_news = hovered && !hovered->empty() && !selection.contains(*hovered);
  if (is_news) add(panel::DeskMarkKind::Hovered, *hovered);
  if (selection.empty()) return marks;
  const std::string parent = parent_of_thing(session_.poster(), selection.lead());
  if (!parent.empty()) add(panel::DeskMarkKind::Parent, parent);
  for (const std::string& thing : selection.ids()) {
    const bool is_lead = thing == selection.lead() && selection.size() == 1 && !is_edited_in_place();
    add(panel::DeskMarkKind::Selected, thing,
        is_lead ? name_of_thing(session_.poster(), thing).in(language()) : std::string());
  }
  return marks;
}

panel::OnDesk Controller::on_desk() {
  const PosterLayout& layout = session_.layout();
  panel::OnDesk on_desk;
  on_desk.poster = view_.place();
  on_desk.picture = preview_place();
  on_desk.background = layout.page.background;
  on_desk.texture = preview_texture_;
  on_desk.zoom = view_.scale();
  on_desk.is_fitted = view_.is_fitted();
  on_desk.marks = desk_marks();
  for (const Block& block : layout.blocks) {
    if (block.font_size > 0) on_desk.texts.push_back(view_.on_window(block.rect));
  }
  if (const std::optional<Drop>& drop = poster_pointer_.drop()) {
    on_desk.drop_line = panel::DropLine{view_.on_window(drop->from), view_.on_window(drop->until)};
  }
  for (const Diagnostic* diagnostic : panel::problems_of(diagnostics())) {
    const auto block = std::find_if(layout.blocks.begin(), layout.blocks.end(),
                                    [&](const Block& candidate) { return candidate.id == diagnostic->block; });
    if (block == layout.blocks.end()) continue;
    on_desk.spots.push_back(
        {view_.on_window(block->rect), diagnostic->severity, diagnostic->message.in(language()), diagnostic->field});
  }
  return on_desk;
}

bool Controller::is_over_desk(Point at) const {
  if (!contains(panel::regions_of(viewport_).desk, at)) return false;
  return std::none_of(output_.surfaces.begin(), output_.surfaces.end(),
                      [at](const panel::Surface& surface) { return contains(surface.place, at); });
}

// Where nothing of the panel lies on it.
bool Controller::is_desk(Point at) const {
  if (!is_over_desk(at)) return false;
  return std::none_of(output_.widgets.begin(), output_.widgets.end(),
                      [at](const panel::Widget& widget) { return contains(widget.shown, at); });
}

// True where the event was the poster's.
bool Controller::point_at_poster(PointerKind kind, Point at, Modifiers keys) {
  pointer_at_ = at;
  if (moves_poster(kind, at, keys)) return true;
  const Point on_page = view_.on_page(at);
  switch (kind) {
    case PointerKind::Move:
      if (is_poster_pressed_ || is_desk(at)) {
        poster_pointer_.move(on_page, view_.scale());
        return is_poster_pressed_;
      }
      poster_pointer_.leave();
      return false;
    case PointerKind::Down:
      // A third press at one place is none beside the text that the second one has opened.
      if (scratch_.in_place && contains(scratch_.in_place->place, at)) return true;
      is_poster_pressed_ = is_desk(at);
      if (is_poster_pressed_) {
        count_use(kPressed);
        scratch_.menu.clear();
        poster_pointer_.press(on_page, keys);
      }
      return is_poster_pressed_;
    case PointerKind::Up:
      if (!std::exchange(is_poster_pressed_, false)) return false;
      if (const std::string field = poster_pointer_.release(on_page, ImGui::GetTime()); !field.empty()) {
        edit_text(field, at);
      }
      // What was pressed is where it is wanted.
      shown_lead_ = session_.editor().selection.lead();
      return true;
    case PointerKind::Cancel:
      poster_pointer_.cancel();
      return std::exchange(is_poster_pressed_, false);
  }
  return false;
}

panel::Cursor Controller::cursor() const {
  if (poster_pointer_.is_dragging() || moved_to_) return panel::Cursor::Grab;
  if (is_hand_over_) return panel::Cursor::OpenHand;
  return poster_pointer_.hovered() ? panel::Cursor::Hand : output_.cursor;
}

}  // namespace sixiang::app
