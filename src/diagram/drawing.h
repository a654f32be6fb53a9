// A diagram while it is drawn: items in painting order, parts, diagnostics. Every kind fills one and finishes it into
// the DiagramLayout that callers see.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "base/problems.h"
#include "base/stroke.h"
#include "diagram/diagram.h"
#include "model/ids.h"

namespace sixiang {

enum class DrawingUse : std::uint8_t {
  Drawn,
  Measured,  // only its size is asked for, and its parts
};

// A line that a pen draws along a path.
struct PenLine {
  Path path;
  StrokeStyle pen;
};

struct Drawing {
  DrawingUse use = DrawingUse::Drawn;
  DisplayList items;
  std::vector<PenLine> lines;  // of one that is measured: not outlined unless that tells its size
  std::vector<DiagramPart> parts;
  Diagnostics diagnostics;
  std::vector<SliceId> pending;
  std::vector<Rect> shapes;
  RingHole hole{};
};

void fill(Drawing& drawing, Path path, Color color);

// Centred on the path.
void stroke(Drawing& drawing, Path path, StrokeStyle pen, Color color);

// A closed shape of the poster's one border weight.
void fill_with_border(Drawing& drawing, Path path, Color color, const DiagramStyle& style);

DiagramPart make_part(BlockId id, std::string source);

void report(Drawing& drawing, const BlockId& part, Problem problem, std::initializer_list<std::string_view> named = {});
// That the diagram does not fit, once.
void report_overflow(Drawing& drawing);

// Moves the ink's top left corner to the origin, of one that is measured without items. Ink larger than the room is
// scaled down into it and "overflow" is reported, unless it is already.
DiagramLayout finish(Drawing drawing, const DiagramStyle& style, const FontSet& fonts);

}  // namespace sixiang
