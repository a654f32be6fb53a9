// UTF-8 in and out of code points (utfcpp underneath), with byte offsets for diagnostics.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sixiang {

struct CodePoint {
  char32_t value = 0;
  std::size_t offset = 0, length = 0;  // bytes in the source
};

// Ill-formed bytes become U+FFFD, one for each byte, so that nothing is dropped and offsets stay true.
std::vector<CodePoint> decode_utf8(std::string_view text);

void append_utf8(std::string& text, char32_t code_point);

// Offset of the first ill-formed byte, or nullopt where all is well.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// "U+00E9": at least four digits.
std::string code_point_name(char32_t code_point);

// Number of code points.
std::size_t utf8_length(std::string_view text);

// Han ideographs, kana, bosopomo, hangul and their full-width punctuation: set solid, broken anywhere.
bool is_cjk(char32_t code_point);

// The full-width punctuation and brackets among them.
bool is_cjk_punctuation(char32_t code_point);

}  // namespace sixiang
