// Words and signs that stand behind a number: what it counts or measures. Internal to text/.
#pragma once

#include <cstddef>
#include <string_view>

namespace sixiang {

// The longest word of unit_word_length().
inline constexpr std::size_t kLongestUnitWord = 4;

// How many characters the Chinese measure word or unit at the start of `text` has; 0 where there is none.
std::size_t unit_word_length(std::u32string_view text);

// “kg”, “MB/s”, “m²”: unit symbols of the SI (the SI brochure's tables, with its prefixes), of computing and money, and
// quotients of them.
bool is_unit_symbol(std::u32string_view word);

// Words and particles that no number counts: 与 的 在 …
bool is_function_word(char32_t c);

// “第”, “图”, “公式”: how many characters the word has in which `text` ends and that a number or a letter follows as a
// part of it; 0 where there is none.
std::size_t announcing_word_length(std::u32string_view text);

// A character that foreign names are written in: 约 翰 冯 诺 …
bool is_name_character(char32_t c);

}  // namespace sixiang
