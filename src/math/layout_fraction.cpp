#include <algorithm>
#include <utility>

#include "math/layouter.h"

namespace sixiang::math {
namespace {

using enum MathConstant;

// Beyond this width an operand of a/b keeps its place on the line.
constexpr float kWidestSlashOperand = 14;  // em
// The bar is a little longer than its operands, and keeps clear of its neighbours (TeX's \nulldelimiterspace).
constexpr float kBarOverhang = 0.04f, kSideSpace = 0.05f;  // em

}  // namespace

// TeXbook rule 15; MATH Fraction… and Stack….
Fragment Layouter::fraction(const Fraction& fraction, MathStyle style) {
  if (fraction.level) style.level = *fraction.level;
  const bool display = style.level == StyleLevel::Display;
  const bool slash = fraction.kind == FractionKind::Slash;
  if (slash && !display) return slashed(fraction, style);
  Fragment over = row(stacked_operand(fraction, fraction.numerator), numerator(style));
  Fragment under = row(stacked_operand(fraction, fraction.denominator), denominator(style));
  if (slash && std::max(over.width, under.width) > em(kWidestSlashOperand, style)) return slashed(fraction, style);

  const bool bar = fraction.kind != FractionKind::Stack;
  const float rule = bar ? constant(FractionRuleThickness, style) : 0;
  const float axis = constant(AxisHeight, style);
  float up = 0, down = 0;
  if (bar) {
    up = constant(display ? FractionNumeratorDisplayStyleShiftUp : FractionNumeratorShiftUp, style);
    down = constant(display ? FractionDenominatorDisplayStyleShiftDown : FractionDenominatorShiftDown, style);
    const float gap_over = constant(display ? FractionNumDisplayStyleGapMin : FractionNumeratorGapMin, style);
    const float gap_under = constant(display ? FractionDenomDisplayStyleGapMin : FractionDenominatorGapMin, style);
    up = std::max(up, axis + rule / 2 + gap_over + over.descent);
    down = std::max(down, rule / 2 - axis + gap_under + under.ascent);
  } else {
    up = constant(display ? StackTopDisplayStyleShiftUp : StackTopShiftUp, style);
    down = constant(display ? StackBottomDisplayStyleShiftDown : StackBottomShiftDown, style);
    const float gap = (up - over.descent) - (under.ascent - down);
    const float lack = constant(display ? StackDisplayStyleGapMin : StackGapMin, style) - gap;
    up += std::max(lack, 0.0f) / 2;
    down += std::max(lack, 0.0f) / 2;
  }

  const float overhang = bar ? em(kBarOverhang, style) : 0;
  const float side = em(kSideSpace, style);
  const float length = std::max(over.width + over.italics, under.width + under.italics) + 2 * overhang;
  Fragment result;
  result.width = length + 2 * side;
  const float over_x = (result.width - over.width - over.italics) / 2;
  const float under_x = (result.width - under.width - under.italics) / 2;
  place(result, std::move(over), over_x, -up);
  place(result, std::move(under), under_x, down);
  if (bar) add_rule(result, {side, -axis - rule / 2, length, rule});
  return result;
}

// a/b on the line, with the brackets that were typed.
Fragment Layouter::slashed(const Fraction& fraction, MathStyle style) {
  std::vector<RowItem> line = items(fraction.numerator, style);
  RowItem slash;
  slash.fragment = character(U'/', style);
  slash.style = style;
  line.push_back(std::move(slash));
  for (RowItem& item : items(fraction.denominator, style)) line.push_back(std::move(item));
  return assembled(std::move(line));
}

}  // namespace sixiang::math
