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

// The region that the pen covers, to be filled with FillRule::NonZero. `tolerance` is the largest distance, in path
// units, between the true outline and the one returned. Zero-length contours give a dot with round and square caps.
Path stroke_outline(const Path& path, const StrokeStyle& style, float tolerance = 0.05f);

}  // namespace sixiang
