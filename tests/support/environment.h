// The environment of the test run: variables of the process, in wasm those of node (whose getenv knows only its own).
#pragma once

#include <string>

namespace sixiang::testing {

// Empty where it is not set.
std::string environment(const char* name);

}  // namespace sixiang::testing
