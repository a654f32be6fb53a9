#include "icon/find_icons.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/utf8.h"

namespace sixiang {

namespace {

// How a word of the query meets an icon, the best first.
enum class Match : std::uint8_t { WholeName, Title, Keyword, Begins, Within };

// Words that a search begins with or whole ones, from what people and input methods type.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const CodePoint& c : decode_utf8(text)) {
    const bool is_wide = c.value >= 0xFF01 && c.value <= 0xFF5E;
    char32_t plain = is_wide ? c.value - 0xFEE0 : c.value;
    if (plain >= U'A' && plain <= U'Z') plain += U'a' - U'A';
    const bool parts = plain <= U' ' || plain == 0x3000 ||
                       std::u32string_view(U"-_,.:;、，。：；").find(plain) != std::u32string_view::npos;
    if (!parts) {
      append_utf8(words.back(), plain);
    } else if (!words.back().empty()) {
      if (words.size() == kMaxQueryWords) break;
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

template <class Visit>
void for_each_word(std::string_view text, char parting, const Visit& visit) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(parting, begin), text.size());
    visit(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

std::optional<Match> match(std::string_view word, const IconWords& words) {
  if (words.name == word) return Match::WholeName;
  std::optional<Match> best;
  const auto better = [&best](Match found) { best = best ? std::min(*best, found) : found; };
  const auto try_word = [&](std::string_view candidate) {
    const std::size_t at = candidate.find(word);
    if (at == std::string_view::npos) return;
    better(candidate.size() == word.size() ? Match::Keyword : at == 0 ? Match::Begins : Match::Within);
  };
  for_each_word(words.name, '-', try_word);
  for_each_word(words.chinese, ' ', try_word);
  for_each_word(words.english, ' ', try_word);
  if (words.chinese.substr(0, words.chinese.find(' ')) == word) better(Match::Title);
  return best;
}

}  // namespace

std::vector<IconId> find_icons(std::string_view query) {
  const std::vector<std::string> words = words_of(query);
  std::string name;
  for (const std::string& word : words) name += (name.empty() ? "" : "-") + word;

  struct Found {
    std::size_t rank = 0;
    IconId icon{};
  };
  std::vector<Found> found;
  for (std::size_t i = 0; i < icon_count(); ++i) {
    const IconWords icon = icon_words(IconId(i));
    std::optional<std::size_t> rank = 0;
    for (const std::string& word : words) {
      const std::optional<Match> met = match(word, icon);
      rank = rank && met ? std::optional(*rank + std::size_t(*met) + 1) : std::nullopt;
    }
    if (icon.name == name) rank = 0;
    if (rank) found.push_back({*rank, IconId(i)});
  }
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.rank < b.rank; });
  std::vector<IconId> icons;
  icons.reserve(found.size());
  for (const Found& each : found) icons.push_back(each.icon);
  return icons;
}

}  // namespace sixiang
