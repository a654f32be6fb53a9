#include <algorithm>
#include <utility>

#include "math/characters.h"
#include "math/layouter.h"

namespace sixiang::math {
namespace {

using enum MathConstant;

// A brace needs more air than MATH StretchStackGap… gives an arrow (plain TeX has 3 pt).
constexpr float kBraceGap = 0.22f;      // em
constexpr float kArrowMargin = 0.3f;    // on each side of an arrow's label, em of the arrow
constexpr float kShortestArrow = 1.6f;  // em

}  // namespace

// A brace or an arrow along its base; MATH StretchStackGap….
Fragment Layouter::stretch(const Stretch& stretch, MathStyle style) {
  Fragment base = row(stretch.base, cramped(style));
  const float base_width = base.width + base.italics;
  Fragment sign = grown(stretch.character, StretchDirection::Horizontal, base_width, style);
  const float width = std::max(base_width, sign.width);
  const bool arrow = class_of(stretch.character) == AtomClass::Relation;
  const float least = arrow ? 0 : em(kBraceGap, style);
  float y = 0;
  if (stretch.side == Side::Over) {
    y = -(base.ascent + std::max(constant(StretchStackGapAboveMin, style), least) + sign.descent);
  } else {
    y = base.descent + std::max(constant(StretchStackGapBelowMin, style), least) + sign.ascent;
  }
  Fragment result;
  result.width = width;
  const float sign_x = (width - sign.width) / 2;
  place(result, std::move(base), (width - base_width) / 2, 0);
  place(result, std::move(sign), sign_x, y);
  return result;
}

Fragment Layouter::labelled_arrow(const LabelledArrow& arrow, MathStyle style) {
  Fragment over = row(arrow.over, superscript(style));
  Fragment under = row(arrow.under, subscript(style));
  const float length =
      std::max(std::max(over.width, under.width) + 2 * em(kArrowMargin, style), em(kShortestArrow, style));
  Fragment shaft = grown(arrow.character, StretchDirection::Horizontal, length, style);
  const float width = std::max(length, shaft.width);
  const float gap = constant(StretchStackGapAboveMin, style);
  Fragment result;
  result.width = width;
  const float over_x = (width - over.width) / 2, over_y = -(shaft.ascent + gap + over.descent);
  const float under_x = (width - under.width) / 2, under_y = shaft.descent + gap + under.ascent;
  const float shaft_x = (width - shaft.width) / 2;
  place(result, std::move(shaft), shaft_x, 0);
  if (over.inked) place(result, std::move(over), over_x, over_y);
  if (under.inked) place(result, std::move(under), under_x, under_y);
  return result;
}

}  // namespace sixiang::math
