// The closed shapes that posters are built of, as paths. Curves are cubic Béziers; no libm function is called, so that
// every machine makes the same points.
#pragma once

#include "base/path.h"

namespace sixiang {

Path rectangle(const Rect& rect);

// `radius` is cut down to half of the shorter side.
Path rounded_rectangle(const Rect& rect, float radius);

// Only the upper two corners are round: a header above a body of the same outline.
Path top_rounded_rectangle(const Rect& rect, float radius);

// Only the two corners at the left are round.
Path left_rounded_rectangle(const Rect& rect, float radius);

Path circle(Point center, float radius);

// Five points, the first one up. `inner_radius` of 0.45 × `outer_radius` looks drawn by hand.
Path star(Point center, float outer_radius, float inner_radius);

// Four-pointed star with hollow sides: the “sparkle” of hand-made notes.
Path sparkle(Point center, float radius);

// Straight lines through the points; closed where the last one equals the first.
Path polyline(const std::vector<Point>& points);

}  // namespace sixiang
