// Strokes as fills: the outline of a line drawn with a round or square-cut pen. Used while a page is laid out; the
// display list holds fills only.
#pragma once

#include <vector>

#include "base/path.h"

namespace sixiang {

enum class LineCap : std::uint8_t { Butt, Round, Square };
enum class LineJoin : std::uint8_t { Miter, Round, Bevel };

struct StrokeStyle {
  float width = 1;  // in the units of the path; > 0
  LineCap cap = LineCap::Round;
  LineJoin join = LineJoin::Round;
  float miter_limit = 4;      // ratio of miter length to width, as in SVG
  std::vector<float> dashes;  // lengths on, off, on, …; empty: solid
  float dash_offset = 0;
};

// The region that the pen covers, to be filled with FillRule::NonZero. Curves stay curves: the outline is within
// `tolerance` (path units, > 0) of the true one, so that it can be scaled up. Contours without length give a dot with
// round and square caps, a lone MoveTo gives nothing. Contours that are not finite are left out.
Path stroke_outline(const Path& path, const StrokeStyle& style, float tolerance = 0.02f);

// The filled region grown by `distance` on all sides, with round corners: what the fill (NonZero) and a stroke of twice
// that width cover together, as one outline, so that no edge is counted twice. All contours count as closed.
Path outset_outline(const Path& path, float distance, float tolerance);

}  // namespace sixiang
