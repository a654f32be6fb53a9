// A section's diagram → Box. Each kind has a file of its own; this header is what layout/ includes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "display/display_list.h"
#include "font/font_set.h"
#include "model/poster.h"

namespace sixiang {

// Bars in a section beside this one.
struct BarsBeside {
  const BarsDiagram* bars = nullptr;
  float height = 0;  // of their room, which is as wide
  bool operator==(const BarsBeside&) const = default;
};

// One weight of border and one size of arrow for the whole poster; layout/ derives them from the page.
struct DiagramStyle {
  Size max_size;             // the room there is, poster points
  float text_size = 24;      // preferred, poster points
  float min_text_size = 15;  // not drawn smaller; then "overflow" is reported
  float readable = 18;       // below it what nodes say besides their names is set nearly as large as those
  float embolden = 0.02f;    // of all texts, em
  float border_width = 3;
  float arrow_width = 3.5f;
  float arrow_head = 13;  // length of the head
  FaceIndex text_face = 0;
  Color ink, accent, card, key_formula;
  Color tone{0xD9, 0xD9, 0xD9, 255};  // of what is filled and has no colour of its own: the section's header
  Color ground{255, 255, 255, 255};   // that the diagram stands on; opaque
  bool cjk_latin_space = true;
  std::optional<Color> head;  // of a table; nullopt: the accent
  // A table fills its room to the edges, without an outline of its own; its lower corners are as round as that.
  std::optional<float> full_bleed;
  std::vector<BarsBeside> beside;  // bars share one size, scale and pitch with these
  // Of the room, counted from its middle: something else stands there. Rings heed it.
  Rect taken;
  // Of a ring that is the page: diameter of its round nodes as wanted, poster points, and the size below which what a
  // node says besides its name stands in a pill beside it. 0: it is a section's, its nodes as the room lets, whole.
  float disc = 0, least_note = 0;
  // Radius of what stands in the middle of a ring, which nodes and texts keep off; 0: nothing does. Where it need not
  // be the very middle: as small as that, wherever within the ring no arrow runs through it.
  float hole = 0, least_hole = 0;
  bool operator==(const DiagramStyle&) const = default;
};

// A circle that a ring keeps free for what stands in its middle; radius 0: none.
struct RingHole {
  Point center;
  float radius = 0;
};

// A named part, for hit testing and the layout dump.
struct DiagramPart {
  std::string id;      // below the diagram's: "nodes.g", "arrows.2", "tiles.0", "spans.1", "tokens.3"
  std::string field;   // that makes it: "nodes.g.text"
  std::string source;  // its text
  Rect rect;           // relative to the box's origin
  float font_size = 0;
};

// The box's origin is its top left corner (ascent 0, descent = height): a diagram has no baseline. It is as wide as its
// ink and never larger than max_size: what does not fit at min_text_size is scaled down as a whole and reported.
// Diagnostics: "overflow"; "overlap" (nodes at one place, which are moved apart, or arrows' texts without a free
// place); "unknown-node", "unknown-tile" (arrows and spans to nowhere, not drawn); those of the texts. Their blocks and
// fields are those of parts, empty where they are about the diagram.
struct DiagramLayout {
  Box box;  // texts are groups with their parts' ids
  std::vector<DiagramPart> parts;
  Diagnostics diagnostics;
  std::vector<SliceId> pending;
  Point middle;   // of a ring, within the box
  RingHole hole;  // the same
  // Of a tree or a ring, around each node, arrow and text within the box: what is between them is free.
  std::vector<Rect> shapes;
  std::size_t trials = 0;  // arrangements of a flow that were tried: what it cost, the same on every machine
};

DiagramLayout layout_diagram(const Diagram& diagram, const DiagramStyle& style, const FontSet& fonts);

// The same but for rounding, without items in its box: for trying out sizes.
DiagramLayout measure_diagram(const Diagram& diagram, const DiagramStyle& style, const FontSet& fonts);

}  // namespace sixiang
