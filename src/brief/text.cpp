#include "brief/text.h"

#include <algorithm>

#include "base/utf8.h"

namespace sixiang::brief {

namespace {

bool is_word_character(char32_t c) { return is_latin(c) || is_digit(c); }

// What closes a bracket or quote; 0: it opens none.
char32_t partner(char32_t c) {
  constexpr View kOpening = U"([{（［｛「『《【“‘〈", kClosing = U")]}）］｝」』》】”’〉";
  const std::size_t at = kOpening.find(c);
  if (at != View::npos) return kClosing[at];
  return c == U'"' || c == U'`' || c == U'$' ? c : 0;
}

bool closes(char32_t c, char32_t wanted) { return c == wanted || plain(c) == plain(wanted); }

}  // namespace

Text to_text(std::string_view utf8) {
  Text text;
  for (const CodePoint& c : decode_utf8(utf8)) text += c.value;
  return text;
}

std::string to_utf8(View text) {
  std::string utf8;
  for (const char32_t c : text) append_utf8(utf8, c);
  return utf8;
}

char32_t plain(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  return c == 0x3000 || c == 0xA0 ? U' ' : c;
}

Text plain(View text) {
  Text result(text);
  for (char32_t& c : result) c = plain(c);
  return result;
}

char32_t folded(char32_t c) {
  const char32_t narrow = plain(c);
  return narrow >= U'A' && narrow <= U'Z' ? narrow + (U'a' - U'A') : narrow;
}

Text folded(View text) {
  Text result(text);
  for (char32_t& c : result) c = folded(c);
  return result;
}

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == 0x3000 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A);
}
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_latin(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_han(char32_t c) { return is_cjk(c) && !is_cjk_punctuation(c) && plain(c) == c; }

bool is_numeral(char32_t c) { return is_digit(plain(c)) || View(U"一二三四五六七八九十").find(c) != View::npos; }

Text number_of(View numerals) {
  if (numerals.empty() || !std::all_of(numerals.begin(), numerals.end(), is_numeral)) return {};
  if (std::all_of(numerals.begin(), numerals.end(), [](char32_t c) { return is_digit(plain(c)); }))
    return plain(numerals);
  int number = 0, ones = 0;
  for (const char32_t c : numerals) {
    const std::size_t at = View(U"一二三四五六七八九").find(c);
    if (c == U'十') {
      number += 10 * std::max(ones, 1);
      ones = 0;
    } else {
      ones = at == View::npos ? int(plain(c) - U'0') : int(at) + 1;
    }
  }
  return to_text(std::to_string((number + ones) % 100));
}

View behind_pictures(View text) {
  const auto is_picture = [](char32_t c) {
    return c >= 0x1F000 || (c >= 0x2600 && c < 0x27C0) || c == 0xFE0F || c == 0x200D || is_blank(c);
  };
  return text.substr(std::size_t(std::find_if_not(text.begin(), text.end(), is_picture) - text.begin()));
}

bool has_han(View text) {
  for (const char32_t c : text) {
    if (is_han(c)) return true;
  }
  return false;
}

bool has_latin(View text) {
  for (const char32_t c : text) {
    if (is_latin(plain(c))) return true;
  }
  return false;
}

bool is_all_capitals(View text) {
  for (const char32_t c : text) {
    if (plain(c) >= U'a' && plain(c) <= U'z') return false;
  }
  return has_latin(text);
}

View trimmed(View text) { return trimmed(text, U""); }

View trimmed(View text, View signs) {
  const auto goes = [signs](char32_t c) {
    return is_blank(c) || signs.find(c) != View::npos || signs.find(plain(c)) != View::npos;
  };
  while (!text.empty() && goes(text.front())) text.remove_prefix(1);
  while (!text.empty() && goes(text.back())) text.remove_suffix(1);
  return text;
}

bool begins_with(View text, View start) { return text.substr(0, start.size()) == start; }
bool ends_with(View text, View end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}
bool contains(View text, View part) { return text.find(part) != View::npos; }

Text replaced(View text, View part, View with) {
  Text result;
  for (std::size_t i = 0; i < text.size();) {
    if (!part.empty() && text.substr(i, part.size()) == part) {
      result += with;
      i += part.size();
    } else {
      result += text[i++];
    }
  }
  return result;
}

Text single_spaced(View text) {
  Text result;
  for (const char32_t c : trimmed(text)) {
    if (!is_blank(c)) {
      result += c;
    } else if (result.back() != U' ') {
      result += U' ';
    }
  }
  return result;
}

std::optional<std::size_t> closing(View text, std::size_t at) {
  // Where each of what is open closes; a quote within brackets hides them.
  Text open;
  for (std::size_t i = at; i < text.size(); ++i) {
    if (!open.empty() && closes(text[i], open.back())) {
      open.pop_back();
      if (open.empty()) return i;
    } else if (const char32_t close = partner(text[i]); close != 0 && open.size() < 32) {
      open += close;
    } else if (open.empty()) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

namespace {

// Steps over what lies in brackets and quotes; what does not close is a sign like any other. In one pass: closing() of
// every opening sign would cost the square of the text's length.
class Outside {
 public:
  explicit Outside(View text) : ends_(text.size(), 0) {
    struct Open {
      std::size_t at;
      char32_t close;
    };
    std::vector<Open> open;
    for (std::size_t i = 0; i < text.size(); ++i) {
      std::size_t depth = open.size();
      while (depth > 0 && open.size() - depth < 8 && !closes(text[i], open[depth - 1].close)) --depth;
      if (depth > 0 && closes(text[i], open[depth - 1].close)) {
        ends_[open[depth - 1].at] = i;
        open.resize(depth - 1);
      } else if (const char32_t close = partner(text[i]); close != 0) {
        open.push_back({i, close});
      }
    }
  }
  // Of a bracket at `i`: where it closes; else `i`.
  std::size_t end(std::size_t i) const { return ends_[i] > i ? ends_[i] : i; }

 private:
  std::vector<std::size_t> ends_;
};

}  // namespace

std::vector<Extent> split(View text, View separators) {
  const Outside outside(text);
  std::vector<Extent> pieces;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    if (!trimmed(text.substr(begin, end - begin)).empty()) pieces.push_back({begin, end});
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (separators.find(text[i]) != View::npos) {
      add(i);
      begin = i + 1;
    } else {
      i = outside.end(i);
    }
  }
  add(text.size());
  return pieces;
}

std::size_t find_outside(View text, View signs, std::size_t from) {
  const Outside outside(text);
  for (std::size_t i = from; i < text.size(); ++i) {
    if (signs.find(text[i]) != View::npos) return i;
    i = outside.end(i);
  }
  return View::npos;
}

std::vector<Text> words_of(View text) {
  std::vector<Text> words;
  enum class Kind { None, Latin, Han } last = Kind::None;
  for (const char32_t c : text) {
    const char32_t letter = folded(c);
    const Kind kind = is_word_character(letter) ? Kind::Latin : is_han(letter) ? Kind::Han : Kind::None;
    if (kind != Kind::None && kind != last) words.emplace_back();
    if (kind != Kind::None) words.back() += letter;
    last = kind;
  }
  return words;
}

std::optional<Extent> find_word(View text, View word, std::size_t from) {
  if (word.empty()) return std::nullopt;
  for (std::size_t at = text.find(word, from); at != View::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool joins_before = at > 0 && is_word_character(text[at - 1]) && is_word_character(word.front());
    const bool joins_behind = end < text.size() && is_word_character(text[end]) && is_word_character(word.back());
    if (!joins_before && !joins_behind) return Extent{at, end};
  }
  return std::nullopt;
}

bool holds_word(View text, View word) { return find_word(text, word).has_value(); }

}  // namespace sixiang::brief
