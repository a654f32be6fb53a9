// A piece of a text, in UTF-8 bytes.
#pragma once

#include <cstddef>
#include <string_view>

namespace sixiang {

// [begin, end)
struct ByteRange {
  std::size_t begin = 0, end = 0;
  bool operator==(const ByteRange&) const = default;

  bool empty() const { return begin >= end; }
};

inline bool overlap(ByteRange a, ByteRange b) { return a.begin < b.end && b.begin < a.end; }

// The range lies within the text.
inline std::string_view slice(std::string_view text, ByteRange range) {
  return text.substr(range.begin, range.end - range.begin);
}

}  // namespace sixiang
