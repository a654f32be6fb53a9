// Where in a JSON text something stands, written as people write it: sections[0].labels[2].text
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sixiang {

// A path to append to; take its size before and resize to it afterwards to go back.
void append_key(std::string& path, std::string_view key);
void append_index(std::string& path, std::size_t index);

// At most `characters` of them, then an ellipsis; line breaks and other controls become spaces.
std::string shortened(std::string_view text, std::size_t characters = 40);

// Line and column of a byte, both from 1, the column in characters.
struct TextPosition {
  std::size_t line = 1, column = 1;
};
TextPosition position_of(std::string_view text, std::size_t offset);

}  // namespace sixiang
