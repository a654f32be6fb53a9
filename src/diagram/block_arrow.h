// Fat arrows with an outline, along a way of several pieces: those of rings and trees.
#pragma once

#include <vector>

#include "diagram/arrow_label.h"

namespace sixiang {

// Each piece begins where the one before ends; not empty. The head's tip is at the last one's end.
using ArrowWay = std::vector<ArrowCurve>;

// Poster points, without the border, which lies outside. Thin arrows have none.
struct BlockArrowStyle {
  float shaft = 12, head_length = 20, head_width = 30;
  Color shaft_color, head_color;
  LineStyle line = LineStyle::Solid;
};

struct BlockArrow {
  ArrowWay way;
  BlockArrowStyle style;
};

// The ground around the shaft where it runs over one of the others: what lies below is told from it.
void draw_casing(Drawing& drawing, const BlockArrow& arrow, const std::vector<BlockArrow>& below,
                 const DiagramStyle& style);

// As one shape where they meet: all borders first.
void draw_block_arrows(Drawing& drawing, const std::vector<BlockArrow>& arrows, const DiagramStyle& style);

// Around all that is drawn.
Rect block_arrow_bounds(const ArrowWay& way, const BlockArrowStyle& arrow, const DiagramStyle& style);

ShaftObstacle block_arrow_obstacle(const ArrowWay& way, const BlockArrowStyle& arrow, const DiagramStyle& style);

// A way along straight lines through the points, rounded at each by a radius (0: not); no two neighbours are equal.
ArrowWay way_through(const std::vector<Point>& points, const std::vector<float>& radii);

// The way as a chain of points, from end to end.
std::vector<Point> points_of(const ArrowWay& way);

}  // namespace sixiang
