#include "base/utf8.h"

#include <utf8/unchecked.h>

#include <utf8/core.h>

#include <cstdio>

namespace sixiang {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Length of the well-formed sequence at the start of `text`; 0 where there is none.
std::size_t sequence_length(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  if (length == 0 || length > text.size()) return 0;
  return utf8::is_valid(text.begin(), text.begin() + std::ptrdiff_t(length)) ? length : 0;
}

bool in_range(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

}  // namespace

std::vector<CodePoint> decode_utf8(std::string_view text) {
  std::vector<CodePoint> result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = sequence_length(text.substr(i));
    if (length == 0) {
      result.push_back({kReplacement, i, 1});
      i += 1;
    } else {
      result.push_back({char32_t(utf8::unchecked::peek_next(text.data() + i)), i, length});
      i += length;
    }
  }
  return result;
}

std::string code_point_name(char32_t code_point) {
  char name[16];
  std::snprintf(name, sizeof name, "U+%04X", unsigned(code_point));
  return name;
}

void append_utf8(std::string& text, char32_t code_point) {
  const bool valid = code_point < 0xD800 || in_range(code_point, 0xE000, 0x10FFFF);
  utf8::unchecked::append(valid ? std::uint32_t(code_point) : std::uint32_t(kReplacement), std::back_inserter(text));
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  const auto found = utf8::find_invalid(text.begin(), text.end());
  if (found == text.end()) return std::nullopt;
  return std::size_t(found - text.begin());
}

std::size_t utf8_length(std::string_view text) { return decode_utf8(text).size(); }

bool is_cjk(char32_t c) {
  return in_range(c, 0x2E80, 0x303F) || in_range(c, 0x3040, 0x31FF) || in_range(c, 0x3200, 0x9FFF) ||
         in_range(c, 0xAC00, 0xD7A3) || in_range(c, 0xF900, 0xFAFF) || in_range(c, 0xFE30, 0xFE4F) ||
         in_range(c, 0xFF00, 0xFF60) || in_range(c, 0xFFE0, 0xFFE6) || in_range(c, 0x20000, 0x3FFFF);
}

bool is_cjk_punctuation(char32_t c) {
  return in_range(c, 0x3001, 0x3003) || in_range(c, 0x3008, 0x3011) || in_range(c, 0x3014, 0x301F) || c == 0x30FB ||
         in_range(c, 0xFE30, 0xFE4F) || c == 0xFF01 || in_range(c, 0xFF08, 0xFF09) || c == 0xFF0C || c == 0xFF0E ||
         in_range(c, 0xFF1A, 0xFF1B) || c == 0xFF1F || c == 0xFF3B || c == 0xFF3D || in_range(c, 0xFF5B, 0xFF60);
}

}  // namespace sixiang
