// What is asked of the characters of a brief. Code points, so that a folded text has its characters where the text has
// them. Inside brief/ only.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sixiang::brief {

using Text = std::u32string;
using View = std::u32string_view;

Text to_text(std::string_view utf8);
std::string to_utf8(View text);

// Full-width forms of ASCII as ASCII: `：` is `:`. Character for character.
char32_t plain(char32_t c);
Text plain(View text);
// Plain, and in lower case.
char32_t folded(char32_t c);
Text folded(View text);

bool is_blank(char32_t c);
bool is_digit(char32_t c);
bool is_latin(char32_t c);  // ASCII letters
bool is_han(char32_t c);    // ideographs, kana, hangul; no punctuation
bool has_han(View text);
// Without the emoji and blanks that it begins with.
View behind_pictures(View text);
bool is_numeral(char32_t c);  // of ASCII or of Chinese: 3, 三, 十
// «3», «三», «十二»: as ASCII digits, up to 99 of Chinese; empty: there are other characters.
Text number_of(View numerals);
bool has_latin(View text);
bool is_all_capitals(View text);  // of its ASCII letters, and it has some

View trimmed(View text);
View trimmed(View text, View signs);  // of these and of blanks, at either end
bool begins_with(View text, View start);
bool ends_with(View text, View end);
bool contains(View text, View part);
// Any of them, as they stand.
template <class Words>
bool contains_any(View text, const Words& words) {
  for (const View word : words) {
    if (contains(text, word)) return true;
  }
  return false;
}
template <class Words>
bool begins_with_any(View text, const Words& words) {
  for (const View word : words) {
    if (begins_with(text, word)) return true;
  }
  return false;
}
Text replaced(View text, View part, View with);
Text single_spaced(View text);

// Characters [begin, end) of a text.
struct Extent {
  std::size_t begin = 0, end = 0;
  bool operator==(const Extent&) const = default;
  bool empty() const { return begin >= end; }
};
inline View slice(View text, Extent extent) { return text.substr(extent.begin, extent.end - extent.begin); }

// Where the bracket or quote that opens at `at` closes; nullopt: it opens none, or is left open.
std::optional<std::size_t> closing(View text, std::size_t at);

// At every one of `separators` outside brackets, quotes and formulas between dollars; blank pieces are left out.
std::vector<Extent> split(View text, View separators);
// The first of `signs` outside of them, or npos.
std::size_t find_outside(View text, View signs, std::size_t from = 0);

// Words of ASCII letters and digits, lower case; every run of ideographs is one.
std::vector<Text> words_of(View text);
// `word` or `words` as whole words of `text`; both folded. Ideographs need no border.
bool holds_word(View text, View word);
std::optional<Extent> find_word(View text, View word, std::size_t from = 0);
// Any of them: those of ASCII letters as whole words, others wherever they stand.
template <class Words>
bool holds_any(View text, const Words& words) {
  for (const View word : words) {
    if (has_han(word) || !is_latin(word[0]) ? contains(text, word) : holds_word(text, word)) return true;
  }
  return false;
}

}  // namespace sixiang::brief
