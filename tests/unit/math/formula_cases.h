// The corpus tests/cases/formulas.txt: `name: source` a line, `name.latex` the same formula in LaTeX.
#pragma once

#include <string>
#include <vector>

namespace sixiang::testing {

struct FormulaCase {
  std::string name, source;
};

std::vector<FormulaCase> formula_cases();

}  // namespace sixiang::testing
