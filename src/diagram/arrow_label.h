// Where the text of an arrow stands: beside its shaft, clear of nodes, of other arrows and of other texts.
#pragma once

#include <array>
#include <vector>

#include "diagram/arrow.h"

namespace sixiang {

// What an arrow covers: everything within `radius` of the chain of points.
struct ShaftObstacle {
  std::vector<Point> points;
  std::size_t in_line = 0;  // so many of them follow each other along the shaft, at most `step` apart
  float step = 0;
  float radius = 0;
  Rect bounds;
  std::array<Point, 9> line;     // the shaft in a few pieces, from end to end
  std::size_t from = 0, to = 0;  // the nodes that it joins
};
ShaftObstacle shaft_obstacle(const ArrowCurve& curve, const ArrowStyle& style);

struct LabelObstacles {
  std::vector<Rect> nodes;
  std::vector<Rect> texts;  // those already placed
  std::vector<ShaftObstacle> arrows;
  Rect extent;            // what the diagram covers already; leaving it costs room
  Rect room;              // that texts may not leave; empty: no limit
  float arrow_gap = 0;    // at least, between the text and an arrow that is not its own, poster points
  float line_gap = 1.5f;  // between two texts above each other, poster points
  // So far from its arrow, and behind others, a text may stand where nothing nearer is free, poster points.
  float reach = 0;
};

struct LabelPlace {
  Rect rect;
  bool clear = true;    // touches no node, text or arrow
  bool behind = false;  // another arrow runs between it and its own
};

// `own` is the arrow's index in `obstacles.arrows`.
LabelPlace place_label(const ArrowCurve& curve, std::size_t own, Size size, const LabelObstacles& obstacles);

}  // namespace sixiang
