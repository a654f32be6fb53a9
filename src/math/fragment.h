// A piece of a set formula: glyphs and rules around a baseline origin (y down), with what its neighbours must know.
// Pieces are merged into larger ones by adding offsets; the last one becomes the display list.
#pragma once

#include <optional>
#include <vector>

#include "base/geometry.h"
#include "base/path.h"
#include "font/font_set.h"
#include "math/tree.h"

namespace sixiang::math {

enum class Paint : std::uint8_t { Normal, Error };

struct PlacedGlyph {
  GlyphId glyph;
  Point origin;
  float size = 0;          // poster points an em
  char32_t character = 0;  // what it shows
  Paint paint = Paint::Normal;
  SourceSpan source;  // of the node that it draws, or of its own character there
};

struct PlacedRule {
  Rect rect;
  Paint paint = Paint::Normal;
};

// Several glyphs as one outline: where the parts of an assembly overlap, no edge may be painted twice.
struct PlacedPath {
  Path path;
  Paint paint = Paint::Normal;
};

// Whether scripts stand at the heights of the font's constants or follow the height of their base (TeXbook rule 18a).
enum class ScriptBase : std::uint8_t { Characters, Box };

struct Fragment {
  float width = 0;                // without the italics correction
  float ascent = 0, descent = 0;  // meaningful only with `inked`
  bool inked = false;             // has an extent in height
  float italics = 0;              // overhang to the right that a superscript or an upright neighbour must keep clear of
  std::optional<float> accent_x;  // where the middle of an accent belongs; else the middle
  ScriptBase script_base = ScriptBase::Box;
  std::vector<PlacedGlyph> glyphs;
  std::vector<PlacedRule> rules;
  std::vector<PlacedPath> paths;

  float height() const { return inked ? ascent + descent : 0; }
};

// Adds `child` with its origin at (x, y) and extends the height (not the width).
void place(Fragment& parent, Fragment child, float x, float y);

// A filled rectangle from (x, top) on.
void add_rule(Fragment& parent, const Rect& rect);

// At least this high and deep.
void extend(Fragment& fragment, float ascent, float descent);

// Moved by y (down).
Fragment shifted(Fragment fragment, float y);

}  // namespace sixiang::math
