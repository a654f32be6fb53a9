#include "math/fragment.h"

#include <algorithm>
#include <utility>

namespace sixiang::math {

void extend(Fragment& fragment, float ascent, float descent) {
  fragment.ascent = fragment.inked ? std::max(fragment.ascent, ascent) : ascent;
  fragment.descent = fragment.inked ? std::max(fragment.descent, descent) : descent;
  fragment.inked = true;
}

void place(Fragment& parent, Fragment child, float x, float y) {
  if (child.inked) extend(parent, child.ascent - y, child.descent + y);
  for (PlacedGlyph& glyph : child.glyphs) {
    glyph.origin = glyph.origin + Point{x, y};
    parent.glyphs.push_back(glyph);
  }
  for (PlacedRule& rule : child.rules) {
    rule.rect = translated(rule.rect, {x, y});
    parent.rules.push_back(rule);
  }
  for (PlacedPath& piece : child.paths) {
    for (Point& point : piece.path.points) point = point + Point{x, y};
    parent.paths.push_back(std::move(piece));
  }
}

void add_rule(Fragment& parent, const Rect& rect) {
  extend(parent, -rect.top(), rect.bottom());
  parent.rules.push_back({rect, Paint::Normal});
}

Fragment shifted(Fragment fragment, float y) {
  Fragment result;
  result.width = fragment.width;
  result.italics = fragment.italics;
  result.accent_x = fragment.accent_x;
  result.script_base = fragment.script_base;
  place(result, std::move(fragment), 0, y);
  return result;
}

}  // namespace sixiang::math
