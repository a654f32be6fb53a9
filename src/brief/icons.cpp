#include "brief/icons.h"

#include <algorithm>

#include "brief/icon_words.h"

namespace sixiang::brief {

// More words tell a scene.
constexpr std::size_t kMostWords = 10;

Text icon_phrase(View text) {
  const Text low = folded(text);
  for (const View key : {U"图标", U"小图标", U"icon"}) {
    if (!begins_with(trimmed(low), key)) continue;
    // «小图标 光圈叶片»
    const View rest = trimmed(trimmed(text).substr(key.size()));
    const bool is_parted = key != U"icon" && trimmed(text).size() > key.size() && is_blank(trimmed(text)[key.size()]);
    if (is_parted && rest.size() <= 12 && find_outside(rest, U":：") == View::npos) return Text(rest);
    const std::size_t colon = low.find(U':');
    if (colon != View::npos && colon < key.size() + 6) return Text(trimmed(text.substr(colon + 1)));
  }
  if (const std::optional<Extent> of = find_word(low, U"icon of"); of) {
    return Text(trimmed(text.substr(of->end), U".。"));
  }
  const std::optional<Extent> icon = find_word(low, U"icon");
  if (!icon) return {};
  // «twelve o'clock; icon: volcano».
  if (icon->end < low.size() && low[icon->end] == U':') {
    const std::size_t end = std::min(low.find_first_of(U",;，；", icon->end), low.size());
    return Text(trimmed(text.substr(icon->end + 1, end - icon->end - 1), U".。"));
  }
  // The words before it, back to a preposition or a mark.
  View before = View(low).substr(0, icon->begin);
  if (const std::size_t mark = before.find_last_of(U",;，；.。"); mark != View::npos) before = before.substr(mark + 1);
  for (const View preposition : {U" with ", U"with ", U" has "}) {
    if (const std::size_t at = before.rfind(preposition); at != View::npos) {
      before = before.substr(at + preposition.size());
      break;
    }
  }
  const View words = trimmed(before);
  return words.size() > 40 ? Text() : Text(words);
}

bool asks_for_icons(View text) {
  constexpr View kNot[] = {U"no",   U"not",  U"without", U"avoid", U"never", U"don't", U"free of",
                           U"不要", U"不用", U"禁止",    U"别",    U"没有",  U"无",    U"不"};
  constexpr View kAll[] = {U"each", U"every", U"per",  U"all",  U"每",     U"各",     U"都",     U"所有",
                           U"分别", U"依次",  U"配上", U"搭配", U"带图标", U"配图标", U"小图标", U"简洁图标"};
  const Text low = folded(text);
  for (const Extent clause : split(low, U",;.，；。")) {
    const View said = slice(View(low), clause);
    std::optional<Extent> word = find_word(said, U"图标");
    if (!word) word = find_word(said, U"icons");
    if (!word) word = find_word(said, U"icon");
    if (!word || holds_any(said.substr(0, word->begin), kNot)) continue;
    if (holds_word(said, U"icons") || holds_any(said, kAll)) return true;
  }
  return false;
}

std::string icon_named(View words) {
  if (contains(words, U"★") || contains(words, U"☆")) return "star";
  if (words_of(words).size() > kMostWords) return {};
  const IconNames names = icons_asked(words);
  return names.empty() ? std::string() : names.front();
}

}  // namespace sixiang::brief
