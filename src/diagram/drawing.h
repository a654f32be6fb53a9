// A diagram while it is drawn: items in painting order, parts, diagnostics. Every kind fills one and finishes it into
// the DiagramLayout that callers see.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "base/problems.h"
#include "diagram/diagram.h"
#include "model/ids.h"

namespace sixiang {

struct Drawing {
  DisplayList items;
  std::vector<DiagramPart> parts;
  Diagnostics diagnostics;
  std::vector<SliceId> pending;
};

void fill(Drawing& drawing, Path path, Color color);

// Round caps and joins, centred on the path.
void stroke(Drawing& drawing, const Path& path, float width, Color color);

// A closed shape of the poster's one outline weight.
void fill_and_outline(Drawing& drawing, const Path& path, Color color, const DiagramStyle& style);

DiagramPart make_part(BlockId id, std::string source);

void report(Drawing& drawing, const BlockId& part, Problem problem, std::initializer_list<std::string_view> named = {});
// That the diagram does not fit, once.
void report_overflow(Drawing& drawing);

// Moves the ink's top left corner to the origin. Ink larger than the room is scaled down into it and "overflow" is
// reported, unless it is already.
DiagramLayout finish(Drawing drawing, const DiagramStyle& style, const FontSet& fonts);

}  // namespace sixiang
