#include "unit/math/formula_cases.h"

#include <doctest/doctest.h>

#include <sstream>

#include "support/golden.h"

namespace sixiang::testing {

std::vector<FormulaCase> formula_cases() {
  std::vector<FormulaCase> cases;
  std::istringstream lines(read_text(source_path("tests/cases/formulas.txt")));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t colon = line.find(": ");
    REQUIRE_MESSAGE(colon != std::string::npos, line);
    cases.push_back({line.substr(0, colon), line.substr(colon + 2)});
  }
  return cases;
}

}  // namespace sixiang::testing
