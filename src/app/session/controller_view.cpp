// Where the poster lies on the desk: what zooms and moves it, and what follows.
#include <imgui.h>

#include <algorithm>
#include <utility>

#include "app/session/controller.h"

namespace sixiang::app {

namespace {

constexpr float kSharpAfter = 0.1f;  // seconds after the last step of a gesture the picture is drawn anew
constexpr float kMostOfWheel = 25;   // CSS pixels of a wheel's step that count
constexpr float kWheelZoom = 0.01f;  // for each of them
constexpr float kEdge = 40;          // CSS pixels along the desk's edge where a drag scrolls
constexpr float kEdgeSpeed = 900;    // CSS pixels a second, at the edge itself
constexpr float kLeastApart = 8;     // CSS pixels: fingers so close have no distance to speak of

// -1 to 1: how strongly a place near the end of a stretch pulls there.
float pull(float at, float low, float high) {
  return std::clamp((at - high) / kEdge + 1, 0.0f, 1.0f) - std::clamp((low - at) / kEdge + 1, 0.0f, 1.0f);
}

}  // namespace

Rect Controller::preview_place() const {
  const PicturePart& part = preview_.part();
  if (part.width_px == 0) return {};
  const float scale = float(view_.width_px()) / float(part.width_px), density = view_.density();
  const PixelRect& whole = view_.place_px();
  return {(float(whole.left) + float(part.place.left) * scale) / density,
          (float(whole.top) + float(part.place.top) * scale) / density, float(part.place.width()) * scale / density,
          float(part.place.height()) * scale / density};
}

// A text that is edited stays beside its place; the pointer is over, or drags, what is below it now.
void Controller::follow_view(const Rect& before) {
  const Rect after = view_.place();
  if (after == before || before.empty()) return;
  if (scratch_.in_place) {
    Rect& text = scratch_.in_place->place;
    const float scale = after.width / before.width;
    text = {after.x + (text.x - before.x) * scale, after.y + (text.y - before.y) * scale, text.width * scale,
            text.height * scale};
  }
  if (poster_pointer_.hovered() || poster_pointer_.is_dragging()) {
    poster_pointer_.move(view_.on_page(pointer_at_), view_.scale());
  }
}

void Controller::fit_view() {
  change_view([](View& view) { view.fit(); });
}

// Without a pointer, what is selected stays where it is, else what lies in the desk's middle.
Point Controller::zoomed_at() {
  const Rect paper = panel::regions_of(viewport_).paper;
  const std::string& lead = session_.editor().selection.lead();
  const std::optional<Rect> place = lead.empty() ? std::nullopt : place_of(session_, lead);
  if (!place) return paper.center();
  const Point middle = view_.on_window(*place).center();
  return contains(paper, middle) ? middle : paper.center();
}

void Controller::zoom_to(float scale) {
  change_view([at = zoomed_at(), scale](View& view) { view.zoom(at, scale); });
}

void Controller::zoom_by_step(int steps) {
  change_view([at = zoomed_at(), steps](View& view) { view.zoom_by_step(at, steps); });
}

// One step of a gesture.
void Controller::zoom_at(Point at, float factor) {
  change_view([at, factor](View& view) { view.zoom_by(at, factor); });
  zooming_ = kSharpAfter;
  has_stepped_ = true;
}

void Controller::wheel(Point at, Point by, Modifiers keys) {
  if (const panel::ScrollArea* area = area_at(at)) {
    if (!keys.control) scroll_to(*area, scrolled(area->id) + by.y);
    return;
  }
  if (!is_over_desk(at)) return;
  if (keys.control) {
    const float step = kWheelZoom * std::clamp(by.y, -kMostOfWheel, kMostOfWheel);
    return zoom_at(at, step > 0 ? 1 / (1 + step) : 1 - step);
  }
  const Point way = keys.shift && by.x == 0 ? Point{by.y, 0} : by;
  change_view([way](View& view) { view.scroll(way); });
}

bool Controller::pinch(PointerKind kind, Point first, Point second) {
  const Point middle = lerp(first, second, 0.5f);
  switch (kind) {
    case PointerKind::Down:
      if (!is_over_desk(middle)) return false;
      poster_pointer_.cancel();
      is_poster_pressed_ = false;
      fingers_.emplace(first, second);
      return true;
    case PointerKind::Move: {
      if (!fingers_) return false;
      const Point before = lerp(fingers_->first, fingers_->second, 0.5f);
      const float apart = std::max(kLeastApart, distance(first, second));
      zoom_at(before, apart / std::max(kLeastApart, distance(fingers_->first, fingers_->second)));
      change_view([&](View& view) { view.move(middle - before); });
      fingers_.emplace(first, second);
      return true;
    }
    case PointerKind::Up:
    case PointerKind::Cancel:
      zooming_ = 0;
      return std::exchange(fingers_, std::nullopt).has_value();
  }
  return false;
}

// True where it is the hand that moves the poster as a whole, which presses nothing.
bool Controller::moves_poster(PointerKind kind, Point at, Modifiers keys) {
  is_hand_over_ = keys.hand && !is_poster_pressed_ && is_over_desk(at);
  switch (kind) {
    case PointerKind::Down:
      if (is_hand_over_) moved_to_ = at;
      if (is_hand_over_) poster_pointer_.leave();
      return keys.hand;
    case PointerKind::Move:
      if (moved_to_) {
        change_view([way = at - *moved_to_](View& view) { view.move(way); });
        moved_to_ = at;
      } else if (is_hand_over_) {
        poster_pointer_.leave();
      }
      return is_hand_over_ || moved_to_.has_value();
    case PointerKind::Up:
    case PointerKind::Cancel:
      return std::exchange(moved_to_, std::nullopt).has_value();
  }
  return false;
}

void Controller::scroll_at_edge() {
  scrolls_at_edge_ = false;
  if (!poster_pointer_.is_dragging()) return;
  const Rect desk = panel::regions_of(viewport_).desk;
  const Point way =
      Point{pull(pointer_at_.x, desk.left(), desk.right()), pull(pointer_at_.y, desk.top(), desk.bottom())} *
      (kEdgeSpeed * ImGui::GetIO().DeltaTime);
  change_view([this, way](View& view) { scrolls_at_edge_ = view.scroll(way); });
}

// What was selected by other means than a press on it is brought into sight.
void Controller::show_selected() {
  const std::string& lead = session_.editor().selection.lead();
  if (lead == shown_lead_) return;
  shown_lead_ = lead;
  const std::optional<Rect> place = lead.empty() ? std::nullopt : place_of(session_, lead);
  if (place) change_view([&place](View& view) { view.show(*place); });
}

}  // namespace sixiang::app
