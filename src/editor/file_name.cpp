#include "editor/file_name.h"

#include <algorithm>
#include <cctype>

#include "base/utf8.h"

namespace sixiang {

namespace {

constexpr std::size_t kMostBytes = 160;  // of 255 that file systems take, with room for a size, a count and a suffix
constexpr std::string_view kOtherwise = "poster";

bool is_invisible(char32_t c) {
  return c == 0x061C || (c >= 0x200B && c <= 0x200F && c != 0x200C && c != 0x200D) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

bool is_blank(char32_t c) {
  constexpr std::u32string_view kSeparators = U"/:*?\"<>| \u00A0\u2028\u2029\u3000";
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || kSeparators.find(c) != std::u32string_view::npos;
}

bool is_device(std::string_view name) {
  std::string stem(name.substr(0, name.find('.')));
  while (!stem.empty() && stem.back() == ' ') stem.pop_back();
  std::transform(stem.begin(), stem.end(), stem.begin(), [](unsigned char c) { return char(std::toupper(c)); });
  if (stem == "CON" || stem == "PRN" || stem == "AUX" || stem == "NUL") return true;
  if (stem.compare(0, 3, "COM") != 0 && stem.compare(0, 3, "LPT") != 0) return false;
  const std::string number = stem.substr(3);
  return (number.size() == 1 && number[0] >= '0' && number[0] <= '9') || number == "¹" || number == "²" ||
         number == "³";
}

}  // namespace

std::string file_name(std::string_view title) {
  std::string name;
  for (const CodePoint& c : decode_utf8(title)) {
    if (c.value == U'$' || c.value == U'\\' || is_invisible(c.value)) continue;
    std::string piece;
    append_utf8(piece, is_blank(c.value) ? U' ' : c.value);
    const bool is_first = name.empty() && (piece == " " || piece == ".");
    const bool is_repeated = piece == " " && !name.empty() && name.back() == ' ';
    if (is_first || is_repeated) continue;
    if (name.size() + piece.size() > kMostBytes) break;
    name += piece;
  }
  while (!name.empty() && (name.back() == ' ' || name.back() == '.')) name.pop_back();
  if (name.empty()) return std::string(kOtherwise);
  return is_device(name) ? std::string(kOtherwise) + " " + name : name;
}

}  // namespace sixiang
