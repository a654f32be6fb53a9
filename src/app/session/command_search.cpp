#include "app/session/command_search.h"

#include <algorithm>
#include <vector>

#include "base/pinyin.h"
#include "base/utf8.h"

namespace sixiang::app {

namespace {

// As it is compared: small, of half width.
char32_t folded(char32_t character) {
  if (character >= 0xFF01 && character <= 0xFF5E) character -= 0xFEE0;
  return character >= U'A' && character <= U'Z' ? character + (U'a' - U'A') : character;
}

bool is_space(char32_t character) { return character <= 0x20 || character == 0x3000; }
bool is_letter(char32_t character) {
  return character < 0x80 &&
         ((folded(character) >= U'a' && folded(character) <= U'z') || (character >= U'0' && character <= U'9'));
}
// Signs and spaces, which nobody types to find something.
bool is_passed(char32_t character) {
  return character < 0x80 ? !is_letter(character) : character == U'：' || character == U'×' || character == U'　';
}

std::vector<std::vector<char32_t>> words_of(std::string_view query) {
  std::vector<std::vector<char32_t>> words;
  bool is_within = false;
  for (const CodePoint& c : decode_utf8(query)) {
    if (!is_space(c.value) && !is_within) words.emplace_back();
    is_within = !is_space(c.value);
    if (is_within) words.back().push_back(folded(c.value));
  }
  return words;
}

bool fits(char32_t wanted, char32_t character) {
  const bool is_initial = wanted >= U'a' && wanted <= U'z' && may_begin_with(character, char(wanted));
  return is_initial || wanted == folded(character);
}

// From the character `first` on.
std::optional<ByteRange> match_at(const std::vector<char32_t>& word, const std::vector<CodePoint>& text,
                                  std::size_t first) {
  std::size_t matched = 0, at = first;
  for (; matched < word.size() && at < text.size(); ++at) {
    if (fits(word[matched], text[at].value)) {
      ++matched;
    } else if (at == first || !is_passed(text[at].value)) {
      return std::nullopt;
    }
  }
  if (matched < word.size()) return std::nullopt;
  return ByteRange{text[first].offset, text[at - 1].offset + text[at - 1].length};
}

// Words in Latin letters are found by how they begin; Chinese has no spaces, and any character may begin.
bool may_begin(const std::vector<CodePoint>& text, std::size_t at) {
  return at == 0 || !is_letter(text[at].value) || !is_letter(text[at - 1].value);
}

std::optional<ByteRange> find_word(const std::vector<char32_t>& word, std::string_view text) {
  const std::vector<CodePoint> characters = decode_utf8(text);
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (!may_begin(characters, i)) continue;
    if (const auto found = match_at(word, characters, i)) return found;
  }
  return std::nullopt;
}

std::optional<CommandMatch> find_word(const std::vector<char32_t>& word, const Message& label, const Message& words) {
  std::optional<CommandMatch> best;
  for (const Language language : {Language::Chinese, Language::English}) {
    const auto found = find_word(word, label.in(language));
    if (!found) continue;
    const int rank = found->begin == 0 ? 0 : 1;
    if (!best || rank < best->rank) best = CommandMatch{rank, *found, language};
  }
  const bool is_other = !best && (find_word(word, words.chinese) || find_word(word, words.english));
  return is_other ? CommandMatch{2, {}, Language::Chinese} : best;
}

}  // namespace

std::optional<CommandMatch> find_command(std::string_view query, const Message& label, const Message& words) {
  std::optional<CommandMatch> first;
  for (const std::vector<char32_t>& word : words_of(query)) {
    const auto found = find_word(word, label, words);
    if (!found) return std::nullopt;
    if (!first) first = found;
    first->rank = std::max(first->rank, found->rank);
  }
  return first ? first : CommandMatch{};
}

}  // namespace sixiang::app
