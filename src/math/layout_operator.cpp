#include "math/layouter.h"

namespace sixiang::math {

// In display style the first variant that is as high as MATH DisplayOperatorMinHeight, else the largest; centred on the
// axis (TeXbook rule 13).
Fragment Layouter::big_operator(const BigOperator& big, MathStyle style) {
  const float wanted =
      style.level == StyleLevel::Display ? constant(MathConstant::DisplayOperatorMinHeight, style) : 0.0f;
  Fragment symbol = grown(big.character, StretchDirection::Vertical, wanted, style);
  const float axis = constant(MathConstant::AxisHeight, style);
  const float middle = (symbol.ascent - symbol.descent) / 2;
  Fragment result = shifted(std::move(symbol), middle - axis);
  result.script_base = ScriptBase::Box;
  // A slanted ∫ has its overhang inside its advance, where a letter has it outside; from here on both are alike.
  result.width -= result.italics;
  return result;
}

}  // namespace sixiang::math
