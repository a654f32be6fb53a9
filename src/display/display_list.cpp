#include "display/display_list.h"

namespace sixiang {

// Written out: clang 14 crashes on the defaulted one.
bool Group::operator==(const Group& other) const {
  return id == other.id && placement == other.placement && items == other.items;
}

Group placed(Box box, Point origin, float scale) { return {"", {origin, scale}, std::move(box.items)}; }

namespace {

Rect run_bounds(const GlyphRun& run, const FontSet& fonts) {
  Rect result;
  for (const PositionedGlyph& glyph : run.glyphs) {
    const Rect ink = fonts.glyph_bounds(glyph.glyph);
    if (ink.empty()) continue;
    result = united(result, inset(transformed(ink, {glyph.origin, run.size}), -run.embolden / 2));
  }
  return result;
}

struct InkBounds {
  const FontSet& fonts;

  Rect operator()(const FillPath& fill) const { return bounds(fill.path); }
  Rect operator()(const GlyphRun& run) const { return run_bounds(run, fonts); }
  Rect operator()(const Group& group) const {
    const Rect inner = ink_bounds(group.items, fonts);
    return inner.empty() ? inner : transformed(inner, group.placement);
  }
};

}  // namespace

Rect ink_bounds(const DisplayList& items, const FontSet& fonts) {
  Rect result;
  for (const Item& item : items) result = united(result, std::visit(InkBounds{fonts}, item));
  return result;
}

}  // namespace sixiang
