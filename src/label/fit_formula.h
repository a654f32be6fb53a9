// A formula among text: in its natural size where that fits a line, else as small or as broken as it must be.
#pragma once

#include <string_view>

#include "label/label.h"

namespace sixiang {

// The texts around a formula, as far as the neighbouring formulas.
struct Surroundings {
  std::string_view before, after;
};

struct FittedFormula {
  math::ParsedFormula parsed;
  math::FormulaLayout layout;
  BoxFlow flow = BoxFlow::Inline;
  std::size_t taken = 0;  // bytes of `after`, closing marks, that are drawn with the formula
};

FittedFormula fit_formula(std::string_view source, const Surroundings& around, const LabelStyle& style,
                          const FontSet& fonts);

}  // namespace sixiang
