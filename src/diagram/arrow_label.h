// Where the text of an arrow stands: beside its shaft, clear of nodes, of other arrows and of other texts.
#pragma once

#include <array>
#include <vector>

#include "diagram/arrow.h"

namespace sixiang {

// Points that follow each other, and the box around them.
struct ShaftRun {
  std::size_t first = 0, last = 0;
  Point least, most;
};
std::vector<ShaftRun> runs_of(const std::vector<Point>& points);

// What an arrow covers: everything within `radius` of the points.
struct ShaftObstacle {
  std::vector<Point> points;
  std::vector<ShaftRun> runs;  // of all the points
  float radius = 0;
  Rect bounds;
  std::array<Point, 9> line;     // the shaft in a few pieces, from end to end
  std::size_t from = 0, to = 0;  // the nodes that it joins
};
// `bounds` as arrow_bounds says.
ShaftObstacle shaft_obstacle(const ArrowCurve& curve, const ArrowStyle& style, const Rect& bounds);

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
