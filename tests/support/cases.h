// Case files: blocks of `## name`, a line `!! what is expected`, the input up to the next block.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sixiang::testing {

struct TextCase {
  std::string name, expected, input;
};

// `\xNN` in an input stands for a byte.
std::vector<TextCase> parse_cases(std::string_view file);

}  // namespace sixiang::testing
