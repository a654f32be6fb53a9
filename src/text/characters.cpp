#include "text/characters.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/utf8.h"

namespace sixiang {

namespace {

constexpr std::u32string_view kOpening = U"‘“（〔［｛〈《「『【〖〘〚〝｟";
constexpr std::u32string_view kClosing = U"、。，．：；！？’”）〕］｝〉》」』】〗〙〛〞〟｠";
constexpr std::u32string_view kMiddleDots = U"·‧・•";
constexpr std::u32string_view kAffixes = U"%‰°+#*−±′″@$€£¥&";

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

struct Range {
  char32_t first, last;
};

// Ascending.
constexpr Range kLatin[] = {
    {'0', '9'},         {'A', 'Z'},       {'a', 'z'},       {0xAA, 0xAA},     {0xB2, 0xB3},     {0xB5, 0xB5},
    {0xB9, 0xBA},       {0xBC, 0xBE},     {0xC0, 0xD6},     {0xD8, 0xF6},     {0xF8, 0x2AF},    {0x2B0, 0x2C1},
    {0x370, 0x373},     {0x376, 0x377},   {0x37A, 0x37D},   {0x37F, 0x37F},   {0x386, 0x386},   {0x388, 0x481},
    {0x48A, 0x52F},     {0x531, 0x556},   {0x561, 0x587},   {0x5D0, 0x5EA},   {0x620, 0x64A},   {0x660, 0x669},
    {0x904, 0x939},     {0x10A0, 0x10FF}, {0x1D00, 0x1DBF}, {0x1E00, 0x1FBC}, {0x1FC2, 0x1FFC}, {0x2070, 0x209C},
    {0x2102, 0x2102},   {0x2107, 0x2107}, {0x210A, 0x2113}, {0x2115, 0x2115}, {0x2119, 0x211D}, {0x2124, 0x2124},
    {0x2126, 0x2126},   {0x2128, 0x2128}, {0x212A, 0x2139}, {0x213C, 0x213F}, {0x2145, 0x2149}, {0x214E, 0x214E},
    {0x2150, 0x215F},   {0x2C60, 0x2C7F}, {0xA640, 0xA69D}, {0xA720, 0xA7FF}, {0xAB30, 0xAB6F}, {0xFB00, 0xFB06},
    {0x1D400, 0x1D7FF},
};

// Ascending; general category Mn where it is used with Latin, Greek, Cyrillic, symbols and kana.
constexpr Range kMarks[] = {{0x300, 0x36F},   {0x483, 0x487},   {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
                            {0x20D0, 0x20F0}, {0x302A, 0x302D}, {0x3099, 0x309A}, {0xFE20, 0xFE2F}};

constexpr Range kInvisible[] = {{0xAD, 0xAD},     {0x34F, 0x34F},    {0x61C, 0x61C},   {0x180B, 0x180E},
                                {0x200B, 0x200F}, {0x202A, 0x202E},  {0x2060, 0x206F}, {0xFE00, 0xFE0F},
                                {0xFEFF, 0xFEFF}, {0xE0000, 0xE0FFF}};

// Ascending; signs of the full-width block, brackets and stops among them. They have blank of their own on both sides.
constexpr Range kWideSigns[] = {
    {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFE0, 0xFFEE}};

template <std::size_t count>
bool in_ranges(const Range (&ranges)[count], char32_t c) {
  const Range* found = std::lower_bound(std::begin(ranges), std::end(ranges), c,
                                        [](const Range& range, char32_t value) { return range.last < value; });
  return found != std::end(ranges) && c >= found->first;
}

}  // namespace

CharacterClass character_class(char32_t c) {
  if (is_breaking_space(c)) return CharacterClass::Space;
  if (contains(kOpening, c)) return CharacterClass::Opening;
  if (contains(kClosing, c)) return CharacterClass::Closing;
  if (contains(kMiddleDots, c)) return CharacterClass::MiddleDot;
  if (contains(kAffixes, c)) return CharacterClass::Affix;
  if (is_cjk_punctuation(c) || in_ranges(kWideSigns, c) || (c >= 0x3000 && c <= 0x3004) ||
      (c >= 0x3008 && c <= 0x3020)) {
    return CharacterClass::Other;
  }
  if (is_cjk(c)) return CharacterClass::Han;
  return in_ranges(kLatin, c) ? CharacterClass::Latin : CharacterClass::Other;
}

bool is_invisible(char32_t c) { return in_ranges(kInvisible, c); }

bool is_variation_selector(char32_t c) { return c >= 0xFE00 && c <= 0xFE0F; }

bool is_combining_mark(char32_t c) { return in_ranges(kMarks, c); }

bool is_skin_tone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }

bool is_breaking_space(char32_t c) {
  return c == ' ' || c == '\t' || c == 0x1680 || (c >= 0x2000 && c <= 0x200A && c != 0x2007) || c == 0x205F ||
         c == 0x3000;
}

bool is_line_end(char32_t c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_control(char32_t c) { return (c < 0x20 || (c >= 0x7F && c < 0xA0)) && c != '\t' && !is_line_end(c); }

bool is_forbidden_at_line_start(char32_t c) {
  // The quotes are Latin as often as Chinese: breaks.cpp decides about them by their neighbours.
  return (contains(kClosing, c) && c != U'’' && c != U'”') || contains(U"·‧・～－", c);
}

bool is_forbidden_at_line_end(char32_t c) { return contains(kOpening, c) && c != U'‘' && c != U'“'; }

}  // namespace sixiang
