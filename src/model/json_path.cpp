#include "model/json_path.h"

#include <algorithm>

#include "base/utf8.h"

namespace sixiang {

namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '$';
}

}  // namespace

void append_key(std::string& path, std::string_view key) {
  if (!key.empty() && key.size() <= 64 && std::all_of(key.begin(), key.end(), is_plain)) {
    if (!path.empty()) path += '.';
    path += key;
  } else {
    path += "[\"" + shortened(key, 24) + "\"]";
  }
}

void append_index(std::string& path, std::size_t index) { path += "[" + std::to_string(index) + "]"; }

std::string shortened(std::string_view text, std::size_t characters) {
  // No character is longer than four bytes: the rest of a long text need not be decoded.
  const bool cut = text.size() > 4 * (characters + 1);
  if (cut) text = text.substr(0, 4 * (characters + 1));
  std::string result;
  std::size_t count = 0;
  for (const CodePoint& c : decode_utf8(text)) {
    if (count++ == characters) return result + "…";
    append_utf8(result, c.value < 0x20 || c.value == 0x7F ? U' ' : c.value);
  }
  return cut ? result + "…" : result;
}

TextPosition position_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  TextPosition position;
  position.line = std::size_t(std::count(before.begin(), before.end(), '\n')) + 1;
  position.column = utf8_length(before.substr(line_start)) + 1;
  return position;
}

}  // namespace sixiang
