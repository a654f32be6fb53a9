#include "support/cases.h"

#include <algorithm>
#include <cstdlib>

namespace sixiang::testing {

namespace {

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'); }

std::string with_bytes(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool byte =
        i + 3 < text.size() && text[i] == '\\' && text[i + 1] == 'x' && is_hex(text[i + 2]) && is_hex(text[i + 3]);
    if (!byte) {
      result += text[i];
      continue;
    }
    result += char(std::strtol(std::string(text.substr(i + 2, 2)).c_str(), nullptr, 16));
    i += 3;
  }
  return result;
}

}  // namespace

std::vector<TextCase> parse_cases(std::string_view file) {
  std::vector<TextCase> cases;
  while (!file.empty()) {
    const std::size_t end = file.find('\n');
    const std::string_view line = file.substr(0, end);
    file.remove_prefix(end == std::string_view::npos ? file.size() : end + 1);
    if (starts_with(line, "## ")) {
      cases.emplace_back();
      cases.back().name = line.substr(3);
    } else if (starts_with(line, "!! ")) {
      if (!cases.empty()) cases.back().expected = line.substr(3);
    } else if (!cases.empty()) {
      cases.back().input += std::string(line) + "\n";
    }
  }
  for (TextCase& text : cases) {
    while (!text.input.empty() && text.input.back() == '\n') text.input.pop_back();
    text.input = with_bytes(text.input);
  }
  return cases;
}

std::vector<std::string> case_lines(std::string_view file) {
  std::vector<std::string> lines;
  while (!file.empty()) {
    const std::string_view line = file.substr(0, file.find('\n'));
    file.remove_prefix(std::min(line.size() + 1, file.size()));
    if (!line.empty() && !starts_with(line, "# ")) lines.emplace_back(line);
  }
  return lines;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace sixiang::testing
