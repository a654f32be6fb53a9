// Where the tokens of a chain stand: in one row, or in as many as let their texts be read.
#pragma once

#include <vector>

#include "diagram/measured_text.h"

namespace sixiang {

struct ChainRow {
  std::size_t first = 0, last = 0;  // tokens [first, last)
  float middle = 0;                 // y of the tokens' centres
};

struct ChainPlan {
  float scale = 1;
  float gap = 0;     // between outlines; as long is the piece of arrow at a row's side that goes on in another row
  float height = 0;  // of a token's outline (its centre line)
  std::vector<Rect> tokens;
  std::vector<ChainRow> rows;
  float width = 0, ink_height = 0;  // of all ink
  float arc_room = 0;               // above each row's tokens
  bool fits = false;

  float left() const { return rows.size() > 1 ? -gap : 0; }  // where a row begins that goes on from another
};

// The largest text that fits, in the fewest rows in which it is easily read; then the widest even gaps. Where nothing
// fits, what has to be scaled down least.
ChainPlan plan_chain(const std::vector<MeasuredText>& texts, ChainArcs arcs, const DiagramStyle& style);

}  // namespace sixiang
