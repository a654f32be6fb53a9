#include "app/session/caret.h"

#include <algorithm>

#include "base/utf8.h"
#include "label/label.h"

namespace sixiang::app {

std::size_t bytes_before(std::string_view text, int units) {
  int counted = 0;
  for (const CodePoint& c : decode_utf8(text)) {
    if (counted >= units) return c.offset;
    counted += c.value >= 0x10000 ? 2 : 1;
  }
  return text.size();
}

int units_before(std::string_view text, std::size_t offset) {
  int counted = 0;
  for (const CodePoint& c : decode_utf8(text.substr(0, offset))) counted += c.value >= 0x10000 ? 2 : 1;
  return counted;
}

bool is_in_formula(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto holds = [offset](const LabelPart& part) {
    return part.kind == LabelPart::Kind::Formula && part.offset <= offset && offset <= part.offset + part.length;
  };
  const ParsedLabel label = parse_label(text), typed = parse_label(before);
  if (std::any_of(label.parts.begin(), label.parts.end(), holds)) return true;
  const bool ends_with_formula = !typed.parts.empty() && typed.parts.back().kind == LabelPart::Kind::Formula;
  if (ends_with_formula || before.empty()) return false;
  const bool is_escaped = before.size() > 1 && before[before.size() - 2] == '\\';
  if (before.back() == '$') return !is_escaped;
  const std::size_t line = before.find_last_of('\n') == std::string_view::npos ? 0 : before.find_last_of('\n') + 1;
  return std::any_of(typed.diagnostics.begin(), typed.diagnostics.end(), [line](const Diagnostic& diagnostic) {
    return diagnostic.code == "unclosed-dollar" && diagnostic.offset >= line;
  });
}

}  // namespace sixiang::app
