// Where the text of an arrow stands: beside its shaft, clear of nodes, of other arrows and of other texts.
#pragma once

#include <vector>

#include "diagram/arrow.h"

namespace sixiang {

// What an arrow covers: everything within `radius` of the chain of points.
struct ShaftObstacle {
  std::vector<Point> points;
  float radius = 0;
  Rect bounds;
  ArrowCurve curve;
  std::size_t from = 0, to = 0;  // the nodes that it joins
};
ShaftObstacle shaft_obstacle(const ArrowCurve& curve, const ArrowStyle& style);

struct LabelObstacles {
  std::vector<Rect> nodes;
  std::vector<Rect> texts;  // those already placed
  std::vector<ShaftObstacle> arrows;
  Rect extent;  // what the diagram covers already; leaving it costs room
};

struct LabelPlace {
  Rect rect;
  bool clear = true;  // touches no node, text or arrow
};

// `own` is the arrow's index in `obstacles.arrows`.
LabelPlace place_label(const ArrowCurve& curve, std::size_t own, Size size, const LabelObstacles& obstacles);

}  // namespace sixiang
