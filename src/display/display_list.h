// What a finished page is: filled paths and glyph runs in painting order. The narrow waist of the program: layout makes
// it, every exporter matches on it. Strokes are fills already; glyphs know what they show and what was typed for it.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/byte_range.h"
#include "base/color.h"
#include "base/geometry.h"
#include "base/path.h"
#include "font/font_set.h"

namespace sixiang {

struct FillPath {
  Path path;
  FillRule rule = FillRule::NonZero;
  Color color;
  bool operator==(const FillPath&) const = default;
};

struct PositionedGlyph {
  GlyphId glyph;
  Point origin;           // on the baseline, left end of the advance
  ByteRange text = {};    // of its run's text: what it shows; the marks on a letter share the letter's
  ByteRange source = {};  // of the text as typed: what it comes from, the letter itself or the command that draws it
  bool operator==(const PositionedGlyph&) const = default;
};

// Glyphs of one size and colour. `embolden` widens each outline by a round pen of that width (poster points) drawn in
// the same colour; 0 for none.
struct GlyphRun {
  std::vector<PositionedGlyph> glyphs;
  float size = 16;  // poster points an em
  float embolden = 0;
  Color color;
  std::string text;  // the characters that it shows, UTF-8; those between the glyphs' are blank
  bool operator==(const GlyphRun&) const = default;
};

struct Group;
using Item = std::variant<FillPath, GlyphRun, Group>;
using DisplayList = std::vector<Item>;

// Items moved and scaled together. `id` names the block that they draw ("gan.content.2"), empty for mere grouping;
// glyphs come from the text of the innermost block around them.
struct Group {
  std::string id;
  Placement placement;
  DisplayList items;
  bool operator==(const Group&) const;
};

// One currency for a formula, a line of text and a diagram: ink relative to a baseline origin at the left end.
// The ink reaches from -ascent to +descent (y down); both may be negative for ink wholly on one side.
struct Box {
  float width = 0, ascent = 0, descent = 0;
  DisplayList items;

  float height() const { return ascent + descent; }
};

// What every exporter takes.
struct Page {
  Size size;  // poster points
  Color background{255, 255, 255, 255};
  DisplayList items;
  bool operator==(const Page&) const = default;
};

// Says of all glyphs that they come from elsewhere: from move(source) instead of source.
template <class Move>
void move_sources(DisplayList& items, const Move& move) {
  for (Item& item : items) {
    if (GlyphRun* run = std::get_if<GlyphRun>(&item)) {
      for (PositionedGlyph& glyph : run->glyphs) glyph.source = move(glyph.source);
    } else if (Group* group = std::get_if<Group>(&item)) {
      move_sources(group->items, move);
    }
  }
}

// Puts `box` with its origin at `origin`, scaled, as a Group without id.
Group placed(Box box, Point origin, float scale = 1);

// The smallest rectangle around everything that is drawn (glyph outlines and emboldening included); empty for no ink.
Rect ink_bounds(const DisplayList& items, const FontSet& fonts);

}  // namespace sixiang
