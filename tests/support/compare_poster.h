// A poster against what a brief asks for. tests/cases/briefs/README.md says what the fields of an expectation mean.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "model/poster.h"

namespace sixiang::testing {

// One line for each thing that is not as expected: where, and what is missing, wrong or too much. Neither `reported`
// nor `why` is looked at: the one is about what was not drawn, the other for people.
std::vector<std::string> compare(const Poster& poster, const nlohmann::json& expected);

}  // namespace sixiang::testing
