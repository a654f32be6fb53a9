// Where words may end among Chinese characters in a row. There is no dictionary: most words have two characters, and
// that is the surer the nearer the row's ends are. Internal to text/.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace sixiang {

// More in a row are guessed piece by piece.
inline constexpr std::size_t kLongestRow = 60;

// How likely a word ends before each of the characters, 0 to 1; 1 before the first. At most kLongestRow characters.
std::vector<double> word_end_likelihoods(std::u32string_view row);

// 在, 从, 约: stands alone before what it leads to.
bool is_leading_word(char32_t c);

}  // namespace sixiang
