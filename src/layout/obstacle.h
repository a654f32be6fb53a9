// A round area that the content of sections keeps clear of.
#pragma once

#include <algorithm>
#include <cmath>

#include "base/geometry.h"

namespace sixiang {

// radius 0: there is none.
struct Obstacle {
  Point center;
  float radius = 0;
};

// The part of `area` between the heights `top` and `bottom` that `obstacle` leaves free, as wide as possible: the
// obstacle is passed on the side where more room is left.
inline Rect beside(const Obstacle& obstacle, const Rect& area, float top, float bottom) {
  Rect band = rect_from_edges(area.left(), top, area.right(), bottom);
  const float nearest = std::clamp(obstacle.center.y, top, std::max(top, bottom));
  const float dy = nearest - obstacle.center.y;
  if (obstacle.radius <= 0 || dy * dy >= obstacle.radius * obstacle.radius) return band;
  const float half_chord = std::sqrt(obstacle.radius * obstacle.radius - dy * dy);
  const float left_end = obstacle.center.x - half_chord, right_end = obstacle.center.x + half_chord;
  if (right_end <= band.left() || left_end >= band.right()) return band;
  const float room_left = left_end - band.left(), room_right = band.right() - right_end;
  return room_left >= room_right ? rect_from_edges(band.left(), top, std::max(band.left(), left_end), bottom)
                                 : rect_from_edges(std::min(band.right(), right_end), top, band.right(), bottom);
}

// What is left of `area` where running around `obstacle` row by row would look accidental: below or above one that
// enters in the middle of its width, beside one that takes more than half of its height. Else the whole area.
inline Rect clear_of(const Obstacle& obstacle, const Rect& area) {
  constexpr float kMostOfHeight = 0.55f, kLeastBeside = 0.25f;
  if (obstacle.radius <= 0) return area;
  const float top = std::max(area.top(), obstacle.center.y - obstacle.radius);
  const float bottom = std::min(area.bottom(), obstacle.center.y + obstacle.radius);
  const Rect free = beside(obstacle, area, area.top(), area.bottom());
  if (bottom <= top || free.width >= area.width) return area;
  const float left = obstacle.center.x - area.left(), right = area.right() - obstacle.center.x;
  if (std::min(left, right) >= kLeastBeside * area.width) {
    return top - area.top() > area.bottom() - bottom
               ? rect_from_edges(area.left(), area.top(), area.right(), top)
               : rect_from_edges(area.left(), bottom, area.right(), area.bottom());
  }
  return bottom - top > kMostOfHeight * area.height ? free : area;
}

}  // namespace sixiang
