// A section's diagram against what a brief asks for.
#pragma once

#include <string>
#include <vector>

#include "model/poster.h"
#include "support/expectation.h"

namespace sixiang::testing {

bool has_table(const Section& section);

// What is not as expected; nothing where the section has such a diagram.
std::vector<std::string> compare_diagram(const Section& section, const Json& expected);

}  // namespace sixiang::testing
