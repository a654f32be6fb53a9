#include <algorithm>
#include <utility>

#include "math/layouter.h"

namespace sixiang::math {
namespace {

using enum MathConstant;

// The dot of i and j would run into the accent.
char32_t dotless(char32_t c) {
  switch (c) {
    case 0x1D456:
      return 0x1D6A4;
    case 0x1D457:
      return 0x1D6A5;
    case U'i':
      return U'ı';
    case U'j':
      return U'ȷ';
    default:
      return c;
  }
}

bool is_overlay(char32_t mark) { return (mark >= 0x334 && mark <= 0x338) || (mark >= 0x20D2 && mark <= 0x20D3); }

// Canonical combining class 220 and its kin: under the letter.
bool is_below(char32_t mark) {
  return (mark >= 0x316 && mark <= 0x333 && mark != 0x31A && mark != 0x31B) || (mark >= 0x339 && mark <= 0x33C) ||
         mark == 0x345 || (mark >= 0x347 && mark <= 0x349) || (mark >= 0x34D && mark <= 0x34E) ||
         (mark >= 0x20EC && mark <= 0x20EF);
}

}  // namespace

// TeXbook rule 12; MATH TopAccentAttachment, AccentBaseHeight.
Fragment Layouter::accent(const Accent& accent, MathStyle style) {
  const bool below = is_below(accent.mark), overlay = is_overlay(accent.mark);
  Fragment base;
  const auto* symbol = accent.base.size() == 1 ? std::get_if<Symbol>(&accent.base.front().content) : nullptr;
  if (symbol && !below && !overlay) {
    const SourceSpan outer = std::exchange(span_, accent.base.front().span);
    base = character(dotless(symbol->character), cramped(style));
    span_ = outer;
  } else {
    base = row(accent.base, cramped(style));
  }
  const bool wide = accent.width == AccentWidth::Wide;
  const float width = base.width + (base.accent_x ? 0 : base.italics);
  Fragment mark = character(accent.mark, style);
  if (wide && mark.glyphs.size() == 1) {
    // The widest variant that is no wider than the base.
    const GlyphId narrow = mark.glyphs.front().glyph;
    const GlyphConstruction* construction = table_.construction(narrow.index, StretchDirection::Horizontal);
    if (construction && narrow.slice.face == fonts_.math_face()) {
      for (const GlyphVariant& variant : construction->variants) {
        if (em(variant.advance, style) <= width) {
          mark = glyph({narrow.slice, variant.glyph}, accent.mark, size(style));
        }
      }
    }
  }
  // The mark's own middle: its attachment point, else the middle of its ink (its advance is often zero).
  float mark_middle = mark.width / 2;
  if (mark.accent_x && !wide) {
    mark_middle = *mark.accent_x;
  } else if (mark.glyphs.size() == 1) {
    mark_middle = fonts_.glyph_bounds(mark.glyphs.front().glyph).center().x * size(style);
  }
  const float base_middle = base.accent_x ? *base.accent_x : width / 2;
  const float x = base_middle - mark_middle;
  float y = 0;
  if (overlay) {
    y = ((base.descent - base.ascent) - (mark.descent - mark.ascent)) / 2;
  } else if (below) {
    y = std::max(base.descent, 0.0f);
  } else if (base.inked) {
    y = -(base.ascent - std::min(base.ascent, constant(AccentBaseHeight, style)));
  }
  Fragment result;
  result.width = base.inked ? base.width : std::max(base.width, mark.width);
  result.italics = base.italics;
  result.accent_x = base.accent_x;
  result.script_base = base.script_base;
  place(result, std::move(base), 0, 0);
  place(result, std::move(mark), x, y);
  return result;
}

// TeXbook rules 9 and 10; MATH Overbar…, Underbar….
Fragment Layouter::line(const Line& line, MathStyle style) {
  Fragment base = row(line.base, cramped(style));
  const float width = base.width + base.italics;
  Fragment result;
  result.width = width;
  const float ascent = base.ascent, descent = base.descent;
  place(result, std::move(base), 0, 0);
  if (line.side == Side::Over) {
    const float rule = constant(OverbarRuleThickness, style);
    const float bottom = -(ascent + constant(OverbarVerticalGap, style));
    add_rule(result, {0, bottom - rule, width, rule});
    extend(result, -bottom + rule + constant(OverbarExtraAscender, style), descent);
  } else {
    const float rule = constant(UnderbarRuleThickness, style);
    const float top = descent + constant(UnderbarVerticalGap, style);
    add_rule(result, {0, top, width, rule});
    extend(result, ascent, top + rule + constant(UnderbarExtraDescender, style));
  }
  return result;
}

}  // namespace sixiang::math
