// What a line of a list begins with in other programs: bullets, numbers, check boxes, marks of Markdown. Inside label/
// only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sixiang {

enum class MarkerKind : std::uint8_t { None, Item, Heading };  // Item: lines indented below it go with it

struct ListMarker {
  MarkerKind kind = MarkerKind::None;
  std::size_t length = 0;  // bytes, with the blanks behind it
};

// Blanks of any width, and what has none, at the beginning: bytes.
std::size_t leading_blanks(std::string_view text);
std::string_view without_blanks(std::string_view text);  // at either end

// The numbers of all lines, which tell `1.2`, a heading's, from 1.2, a figure: they count on from line to line.
class LineNumbers {
 public:
  explicit LineNumbers(const std::vector<std::string_view>& lines);
  bool has_sections() const { return has_sections_; }  // 1.1, 1.2, 1.2.1, 2.1
  bool has_chinese() const { return has_chinese_; }    // 一、 二、

 private:
  bool has_sections_ = false, has_chinese_ = false;
};

// Of a line without blanks before it.
ListMarker read_marker(std::string_view line, const LineNumbers& numbers);

}  // namespace sixiang
