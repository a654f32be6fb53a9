#include "editor/follow_text.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "model/limits.h"

namespace sixiang {

namespace {

std::vector<char32_t> characters_of(std::string_view text) {
  std::vector<char32_t> characters;
  for (const CodePoint& c : decode_utf8(text)) characters.push_back(c.value);
  return characters;
}

}  // namespace

Emphasis followed(Emphasis emphasis, std::string_view before, std::string_view after) {
  const std::vector<char32_t> old_text = characters_of(before), new_text = characters_of(after);
  const std::size_t shorter = std::min(old_text.size(), new_text.size());
  std::size_t head = 0, tail = 0;
  while (head < shorter && old_text[head] == new_text[head]) ++head;
  while (tail < shorter - head && old_text[old_text.size() - 1 - tail] == new_text[new_text.size() - 1 - tail]) ++tail;
  const int first = int(head), last = int(old_text.size() - tail);  // the place in the old text
  const int grown = int(new_text.size()) - int(old_text.size());
  const int start = emphasis.start, end = emphasis.start + emphasis.length;
  // Gone with more than themselves.
  const bool is_gone = start >= first && end <= last && last - first > end - start;
  const int new_start = start >= last ? start + grown : std::min(start, first);
  const int new_end = is_gone ? new_start : end <= first ? end : end >= last ? end + grown : first;
  constexpr int kMost = int(kCharacterIndex.most);
  emphasis.start = std::clamp(new_start, 0, kMost);
  emphasis.length = std::clamp(new_end - emphasis.start, 0, kMost);
  return emphasis;
}

}  // namespace sixiang
