#include "brief/color_words.h"

#include <algorithm>

namespace sixiang::brief {

namespace {

struct NamedColor {
  View word;  // folded
  Color color;
};
constexpr Color rgb(std::uint32_t value) {
  return {std::uint8_t(value >> 16), std::uint8_t(value >> 8 & 0xFF), std::uint8_t(value & 0xFF), 255};
}

// The longest that is there counts. Pastel, as sections are filled; the page's colours first.
constexpr NamedColor kNames[] = {
    {U"light grey", rgb(0xEDEEF0)}, {U"light gray", rgb(0xEDEEF0)},
    {U"warm cream", rgb(0xF5F0E8)}, {U"cream", rgb(0xF7F1E3)},
    {U"ivory", rgb(0xFBF8F0)},      {U"linen", rgb(0xF8F3E8)},
    {U"beige", rgb(0xF4EAD5)},      {U"off-white", rgb(0xFAF8F3)},
    {U"white", rgb(0xFFFFFF)},      {U"black", rgb(0x22252B)},
    {U"dark grey", rgb(0x4A4E57)},  {U"dark gray", rgb(0x4A4E57)},
    {U"grey", rgb(0xC9CCD3)},       {U"gray", rgb(0xC9CCD3)},
    {U"dark red", rgb(0xA93B33)},   {U"brick red", rgb(0xC8453C)},
    {U"coral red", rgb(0xE8655A)},  {U"coral", rgb(0xE8655A)},
    {U"red", rgb(0xE0604E)},        {U"dark blue", rgb(0x2F5D8C)},
    {U"navy", rgb(0x1F3A5F)},       {U"sky blue", rgb(0xB4DAEA)},
    {U"sky", rgb(0xB4DAEA)},        {U"blue", rgb(0xA8D8EA)},
    {U"teal", rgb(0x8CCBC4)},       {U"cyan", rgb(0xA6E1EC)},
    {U"mint green", rgb(0xB5E5CF)}, {U"mint", rgb(0xB5E5CF)},
    {U"dark green", rgb(0x3F7D58)}, {U"sage", rgb(0xC9E4CF)},
    {U"green", rgb(0xB5E5CF)},      {U"mustard yellow", rgb(0xF2CC8F)},
    {U"mustard", rgb(0xF2CC8F)},    {U"amber", rgb(0xF2C879)},
    {U"gold", rgb(0xF2CC8F)},       {U"yellow", rgb(0xF7E3A1)},
    {U"orange", rgb(0xF9CFA3)},     {U"peach", rgb(0xFFD5C2)},
    {U"apricot", rgb(0xFFDDBB)},    {U"pink", rgb(0xF7C9D4)},
    {U"rose", rgb(0xF3B7B2)},       {U"lavender", rgb(0xD5C6E0)},
    {U"lilac", rgb(0xD9CDEB)},      {U"purple", rgb(0xCDB9EE)},
    {U"violet", rgb(0xCBB8F0)},     {U"brown", rgb(0xD9B99B)},
    {U"slate", rgb(0x3D405B)},      {U"深红", rgb(0xA93B33)},
    {U"珊瑚红", rgb(0xE8655A)},     {U"砖红", rgb(0xC8453C)},
    {U"红", rgb(0xE0604E)},         {U"深蓝", rgb(0x2F5D8C)},
    {U"天蓝", rgb(0xB4DAEA)},       {U"浅蓝", rgb(0xBFE0F2)},
    {U"蓝", rgb(0xA8D8EA)},         {U"薄荷绿", rgb(0xB5E5CF)},
    {U"薄荷", rgb(0xB5E5CF)},       {U"浅绿", rgb(0xC9E4CF)},
    {U"深绿", rgb(0x3F7D58)},       {U"绿", rgb(0xB5E5CF)},
    {U"芥末黄", rgb(0xF2CC8F)},     {U"浅黄", rgb(0xFAEBB8)},
    {U"米黄", rgb(0xF7F1E3)},       {U"黄", rgb(0xF7E3A1)},
    {U"橙", rgb(0xF9CFA3)},         {U"桃", rgb(0xFFD5C2)},
    {U"粉", rgb(0xF7C9D4)},         {U"薰衣草", rgb(0xD5C6E0)},
    {U"紫", rgb(0xCDB9EE)},         {U"棕", rgb(0xD9B99B)},
    {U"浅灰", rgb(0xEDEEF0)},       {U"深灰", rgb(0x4A4E57)},
    {U"灰", rgb(0xC9CCD3)},         {U"米白", rgb(0xFAF5EA)},
    {U"米色", rgb(0xFAF3E3)},       {U"白", rgb(0xFFFFFF)},
    {U"黑", rgb(0x22252B)},
};

bool is_hex(char32_t c) { return is_digit(c) || (c >= U'a' && c <= U'f'); }

std::optional<SaidColor> find_code(View text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != U'#') continue;
    std::size_t end = i + 1;
    while (end < text.size() && is_hex(text[end])) ++end;
    const bool goes_on = end < text.size() && (is_latin(text[end]) || is_digit(text[end]));
    if (end == i + 1 && !goes_on) continue;
    if (goes_on) {
      while (end < text.size() && (is_latin(text[end]) || is_digit(text[end]))) ++end;
      return SaidColor{std::nullopt, {i, end}, true};
    }
    return SaidColor{parse_color(to_utf8(text.substr(i, end - i))), {i, end}, true};
  }
  return std::nullopt;
}

}  // namespace

std::optional<SaidColor> find_color(View source) {
  const Text text = folded(source);
  if (std::optional<SaidColor> code = find_code(text)) return code;
  const NamedColor* best = nullptr;
  Extent at;
  for (const NamedColor& entry : kNames) {
    const std::optional<Extent> found = find_word(text, entry.word);
    if (found && (!best || entry.word.size() > best->word.size())) {
      best = &entry;
      at = *found;
    }
  }
  return best ? std::optional(SaidColor{best->color, at, false}) : std::nullopt;
}

std::size_t count_codes(View source) {
  const Text text = folded(source);
  std::size_t count = 0, from = 0;
  while (const std::optional<SaidColor> code = find_code(View(text).substr(from))) {
    from += code->extent.end;
    ++count;
  }
  return count;
}

}  // namespace sixiang::brief
