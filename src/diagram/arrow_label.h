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

struct LabelDisc {
  Point center;
  float radius = 0;
};

struct LabelObstacles {
  std::vector<Rect> nodes;
  std::vector<LabelDisc> discs;  // of round nodes
  std::vector<Rect> texts;       // those already placed
  std::vector<ShaftObstacle> arrows;
  Rect extent;  // what the diagram covers already; leaving it costs room
  Rect room;    // that texts may not leave; empty: no limit
  // At least, poster points: between the text and an arrow that is not its own, its own one, and a node.
  float arrow_gap = 0, own_gap = 3, node_gap = 2.5f;
  float line_gap = 1.5f;  // between two texts above each other, poster points
  // So far from its arrow, and behind others, a text may stand where nothing nearer is free, poster points.
  float reach = 0;
};

struct LabelPlace {
  Rect rect;
  bool clear = true;    // touches no node, text or arrow
  bool behind = false;  // another arrow runs between it and its own
};

// Whether they touch, or are nearer to each other than that.
bool is_near(const Rect& rect, const ShaftObstacle& shaft, float gap);
bool is_near(const Rect& rect, const LabelDisc& disc, float gap);

// A place that is clear of everything but other texts, and what it costs, in points of preference.
struct LabelChoice {
  Rect rect;
  float cost = 0;
  bool behind = false;  // as in LabelPlace
};
// The cheapest ones first.
std::vector<LabelChoice> label_choices(const ArrowCurve& curve, std::size_t own, Size size,
                                       const LabelObstacles& obstacles);

// Whether two texts do not seem to be one; `line_gap` as in LabelObstacles.
bool are_apart(const Rect& a, const Rect& b, float line_gap);

// `own` is the arrow's index in `obstacles.arrows`.
LabelPlace place_label(const ArrowCurve& curve, std::size_t own, Size size, const LabelObstacles& obstacles);

}  // namespace sixiang
