// The round area in the middle of a page that other content keeps clear of.
#pragma once

#include <algorithm>
#include <cmath>

#include "base/geometry.h"

namespace sixiang {

// radius 0: there is none.
struct Disc {
  Point center;
  float radius = 0;
};

// The part of `area` between the heights `top` and `bottom` that `disc` leaves free, as wide as possible: the disc is
// passed on the side where more room is left.
inline Rect beside(const Disc& disc, const Rect& area, float top, float bottom) {
  Rect band = rect_from_edges(area.left(), top, area.right(), bottom);
  const float nearest = std::clamp(disc.center.y, top, std::max(top, bottom));
  const float dy = nearest - disc.center.y;
  if (disc.radius <= 0 || dy * dy >= disc.radius * disc.radius) return band;
  const float half_chord = std::sqrt(disc.radius * disc.radius - dy * dy);
  const float left_end = disc.center.x - half_chord, right_end = disc.center.x + half_chord;
  if (right_end <= band.left() || left_end >= band.right()) return band;
  const float room_left = left_end - band.left(), room_right = band.right() - right_end;
  return room_left >= room_right ? rect_from_edges(band.left(), top, std::max(band.left(), left_end), bottom)
                                 : rect_from_edges(std::min(band.right(), right_end), top, band.right(), bottom);
}

// What is left of `area` where running around `disc` row by row would look accidental: below or above one that enters
// in the middle of its width, beside one that takes more than half of its height. Else the whole area.
inline Rect clear_of(const Disc& disc, const Rect& area) {
  constexpr float kMostOfHeight = 0.55f, kLeastBeside = 0.25f;
  if (disc.radius <= 0) return area;
  const float top = std::max(area.top(), disc.center.y - disc.radius);
  const float bottom = std::min(area.bottom(), disc.center.y + disc.radius);
  const Rect free = beside(disc, area, area.top(), area.bottom());
  if (bottom <= top || free.width >= area.width) return area;
  const float left = disc.center.x - area.left(), right = area.right() - disc.center.x;
  if (std::min(left, right) >= kLeastBeside * area.width) {
    return top - area.top() > area.bottom() - bottom
               ? rect_from_edges(area.left(), area.top(), area.right(), top)
               : rect_from_edges(area.left(), bottom, area.right(), area.bottom());
  }
  return bottom - top > kMostOfHeight * area.height ? free : area;
}

}  // namespace sixiang
