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

// Of a file with a case a line: its lines but empty ones and comments, which begin with "# ".
std::vector<std::string> case_lines(std::string_view file);

// In a case, signs stand for what a line cannot hold.
void replace_all(std::string& text, std::string_view from, std::string_view to);

}  // namespace sixiang::testing
