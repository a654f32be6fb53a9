// What the pointer does, and what scrolls.
#include <imgui.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "app/session/controller.h"

namespace sixiang::app {

// Nothing scrolls below what lies over it.
const panel::ScrollArea* Controller::area_at(Point at) const {
  const std::vector<panel::ScrollArea>& areas = output_.scroll_areas;
  std::size_t first = 0;
  for (const panel::Surface& surface : output_.surfaces) {
    if (contains(surface.place, at)) first = surface.first_area;
  }
  for (std::size_t i = areas.size(); i > first; --i) {
    if (contains(areas[i - 1].view, at)) return &areas[i - 1];
  }
  return nullptr;
}

void Controller::pointer(PointerKind kind, Point at, PointerType type, Modifiers keys) {
  constexpr float kNowhere = -std::numeric_limits<float>::max();
  ImGuiIO& io = ImGui::GetIO();
  const bool touch = type == PointerType::Touch;
  pointer_type_ = type;
  // ImGui hears of a press on the poster only that it presses nothing of the panel's.
  if (point_at_poster(kind, at, keys)) return io.AddMousePosEvent(at.x, at.y);
  // A finger that scrolls has pressed nothing.
  if (touch && scrolls(kind, at)) kind = PointerKind::Cancel;
  io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  // Where a touch ends nothing hovers any more.
  if (kind == PointerKind::Cancel) {
    io.AddMousePosEvent(kNowhere, kNowhere);
  } else {
    io.AddMousePosEvent(at.x, at.y);
  }
  if (kind == PointerKind::Down) io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  if (kind == PointerKind::Up || kind == PointerKind::Cancel) io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  if (kind == PointerKind::Up && touch) io.AddMousePosEvent(kNowhere, kNowhere);
}

// Whether it is a finger's way over something that it scrolls.
bool Controller::scrolls(PointerKind kind, Point at) {
  switch (kind) {
    case PointerKind::Down:
      finger_.stop();
      if (const panel::ScrollArea* area = grips(at) ? nullptr : area_at(at)) finger_.begin(area->id, at);
      return false;
    case PointerKind::Move:
      return finger_.move(at);
    case PointerKind::Up:
      finger_.end();
      return false;
    case PointerKind::Cancel:
      finger_.stop();
      return false;
  }
  return false;
}

void Controller::follow_finger() {
  const float by = finger_.take(ImGui::GetIO().DeltaTime);
  if (by == 0) return;
  for (const panel::ScrollArea& area : output_.scroll_areas) {
    if (area.id == finger_.area()) scroll_to(area, scrolled(area.id) + by);
  }
}

float Controller::scrolled(std::string_view area) const {
  const auto found = scratch_.scroll.find(area);
  return found == scratch_.scroll.end() ? 0 : found->second;
}

void Controller::scroll_to(const panel::ScrollArea& area, float offset) {
  float& kept = scratch_.scroll[area.id];
  const float before = std::exchange(kept, std::clamp(offset, 0.0f, area.most()));
  has_scrolled_ = has_scrolled_ || kept != before;
}

void Controller::show_widget(std::string_view id) {
  if (const panel::Widget* widget = find_widget(id)) show(*widget, *widget, 0);
}

// From the first widget's top to `below` the last one's bottom, or as much of it as its area has room for.
void Controller::show(const panel::Widget& first, const panel::Widget& last, float below) {
  constexpr float kMargin = 12;  // CSS pixels
  for (const panel::ScrollArea& area : output_.scroll_areas) {
    if (area.id != last.area) continue;
    const float over = last.rect.bottom() + below + kMargin - area.view.bottom();
    const float room = first.rect.top() - kMargin - area.view.top();
    scroll_to(area, area.offset + (room < 0 ? room : std::clamp(over, 0.0f, std::max(0.0f, room))));
  }
}

}  // namespace sixiang::app
