// What a page layout decides, before anything is drawn: where each section stands, what its content keeps clear of, and
// what joins them. How that is drawn, and in which order, is the same for every kind: page_layout.h.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/stroke.h"
#include "diagram/block_arrow.h"
#include "layout/lanes.h"
#include "layout/obstacle.h"
#include "layout/poster_layout.h"
#include "model/ids.h"
#include "model/poster.h"
#include "text/text.h"

namespace sixiang {

// The point of a card that reaches to the axis of a timeline.
struct Pointer {
  Point from, tip, to;  // from and to lie on the card's edge
};

struct Zone {
  const Section* section = nullptr;
  Rect rect;            // of the frame
  Rect body;            // of its own content and paddings; empty where all of it is for the sections within
  std::size_t row = 0;  // sections of one row stand side by side and are alike where they can
  std::optional<Pointer> pointer;
  bool pictured = false;           // its icon is a picture in the body
  std::optional<Point> spoke_end;  // where its icon stands, half over the edge that faces a hub
};

struct PlannedArrow {
  BlockId id;
  BlockKind kind = BlockKind::Link;
  ArrowWay way;
  BlockArrowStyle style;  // its border counts in
  Color ground;           // that is seen around it where it runs over another
};

enum class Behind : std::uint8_t { No, Yes };

struct PlannedLine {
  BlockId id;
  BlockKind kind = BlockKind::Axis;
  Path path;
  StrokeStyle pen;
  Color color;
  Behind behind = Behind::No;  // the frames
};

// A text that belongs to no section's body: of an arrow, an axis, a divider.
struct PlannedText {
  Block block;  // its rectangle is the text's
  TextLayout text;
  Point origin;
  std::optional<Rect> pill;  // behind it
  Color ground;              // of the pill
};

struct AxisNode {
  float at = 0;  // along the axis
  Color color;
  bool plain = false;  // marked by a dot: it has no text
  float reach = 0;     // of its mark along the axis, to both sides
};

struct TimeAxis {
  Direction direction = Direction::Horizontal;
  float begin = 0, end = 0, middle = 0, band = 0;  // the latter: its width
  std::vector<AxisNode> nodes;
};

// Sections that are the round nodes of a ring, in the room for them.
struct RingRoom {
  std::vector<const Section*> sections;
  Rect area;
  Rect taken;  // of the area, by the title; empty: nothing
};

struct Zones {
  std::vector<Zone> zones;      // in painting order: what stands within another one after it
  Obstacle obstacle;            // that the content of all zones keeps clear of
  std::optional<float> circle;  // radius of the centre circle, in the middle of the obstacle
  float text_scale = 1;         // for which rows are high enough
  bool crowded = false;         // there is not room for all of it at a size that can be read
  std::vector<PlannedLine> lines;
  std::vector<PlannedArrow> arrows;
  std::vector<PlannedText> texts;
  std::optional<TimeAxis> axis;
  std::optional<RingRoom> ring;
  std::vector<BlockId> without_gutter;  // dividers
};

}  // namespace sixiang
