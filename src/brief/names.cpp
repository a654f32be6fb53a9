#include "brief/names.h"

#include <algorithm>

namespace sixiang::brief {

namespace {

constexpr View kBarNames[] = {
    U"footer bar",     U"footer",    U"bottom bar",   U"bottom rule", U"bottom banner", U"bottom line", U"bottom zone",
    U"bottom",         U"banner",    U"rule",         U"key message", U"key insight",   U"insight",     U"summary",
    U"底部横条",       U"底部",      U"横条",         U"底栏",        U"总结",          U"页脚",        U"底条",
    U"底部横带",       U"横带",      U"bottom strip", U"bottom band", U"takeaway",      U"conclusion",  U"横幅",
    U"takeaway strip", U"tip strip", U"strip",        U"bottom tip",  U"底部提示",      U"结论条",      U"总结条",
    U"提示条",         U"横栏"};

// Without words for what it is: «MoM panel» is «MoM», «Left Side» stays.
Text without_fillers(View name) {
  Text left = folded(trimmed(name, U".。:："));
  if (has_han(left)) {
    for (const View ending :
         {U"卡片", U"板块", U"节点", U"部分", U"区域", U"面板", U"一列", U"那列", U"层", U"栏", U"列"}) {
      if (left.size() > ending.size() + 1 && ends_with(left, ending) && !is_section_word(left)) {
        return Text(trimmed(View(left).substr(0, left.size() - ending.size())));
      }
    }
    return left;
  }
  std::vector<Text> kept;
  for (std::size_t i = 0; i < left.size();) {
    std::size_t end = left.find(U' ', i);
    end = std::min(end, left.size());
    const Text word = left.substr(i, end - i);
    if (!word.empty() && !is_filler(word)) kept.push_back(word);
    i = end + 1;
  }
  Text joined;
  for (const Text& word : kept) joined += (joined.empty() ? U"" : U" ") + word;
  return joined.empty() ? left : joined;
}

Text letters_of(View text) {
  Text letters;
  for (const char32_t c : text) {
    if (is_latin(c) || is_digit(c) || is_han(c)) letters += c;
  }
  return letters;
}

// All of `part`'s characters in `whole` in their order: 修复平滑 in 修复与平滑, ar in autoregressive.
bool is_subsequence(View part, View whole) {
  std::size_t at = 0;
  for (const char32_t c : whole) {
    if (at < part.size() && c == part[at]) ++at;
  }
  return at == part.size();
}

bool is_stem(View word, View other) {
  const auto stem = [](View text) {
    return text.size() > 3 && text.back() == U's' ? text.substr(0, text.size() - 1) : text;
  };
  return stem(word) == stem(other);
}

bool speaks_of_cards(View low) {
  return holds_any(low, std::initializer_list<View>{U"card", U"cards", U"box", U"boxes", U"panel", U"panels", U"event",
                                                    U"events", U"step", U"steps", U"卡片", U"张"});
}

}  // namespace

SectionNames::SectionNames(const std::vector<DraftSection>& sections) : count_(sections.size()) {
  for (std::size_t i = 0; i < sections.size(); ++i) {
    numbers_.push_back(folded(sections[i].number));
    dates_.push_back(plain(sections[i].date));
    if (sections[i].place == SectionPlace::Flow) flow_.push_back(i);
    // «input», «supplement»: the only one of its kind.
    const bool is_sole = sections[i].word &&
                         std::count_if(sections.begin(), sections.end(),
                                       [&](const DraftSection& other) { return other.word == sections[i].word; }) == 1;
    if (is_sole) add(i, sections[i].word->word);
    add_names(i, sections[i]);
  }
  const auto bar = std::find_if(sections.rbegin(), sections.rend(),
                                [](const DraftSection& section) { return section.place == SectionPlace::Bottom; });
  if (bar != sections.rend()) add_bar_names(std::size_t(sections.rend() - bar) - 1);
  add_words();
}

void SectionNames::add(std::size_t section, View name) {
  Text text = folded(trimmed(name));
  if (text.empty()) return;
  aliases_.push_back({std::move(text), section});
}

void SectionNames::add_all(std::size_t section, std::initializer_list<View> names) {
  for (const View name : names) add(section, name);
}

void SectionNames::add_names(std::size_t section, const DraftSection& draft) {
  for (const Text& name : {draft.name, draft.zone, draft.title, draft.subtitle, draft.note}) {
    if (name.empty() || name.size() > 60) continue;
    add(section, name);
    const Text bare = without_fillers(name);
    if (bare != folded(name)) add(section, bare);
    const View unsigned_name = trimmed(name, U"↑↓★☆→");
    if (unsigned_name.size() < trimmed(name).size()) add(section, unsigned_name);
  }
  if (draft.is_hero) add_all(section, {U"hero", U"hero tile", U"hero cell", U"hero card", U"主格", U"大格", U"主卡"});
  // «B+ 树 B+Tree»: either half.
  const View title = draft.title;
  for (std::size_t i = 1; i + 1 < title.size(); ++i) {
    if (!is_blank(title[i])) continue;
    const View left = title.substr(0, i), right = title.substr(i + 1);
    if (has_han(left) != has_han(right) && left.size() > 1 && right.size() > 1) {
      add(section, left);
      add(section, right);
    }
  }
  if (draft.word && !draft.number.empty()) {
    add(section, Text(draft.word->word) + U" " + draft.number);
    add(section, Text(draft.word->word) + draft.number);
  }
  if (draft.word && (draft.word->stand == SectionStand::Split || draft.word->stand == SectionStand::Lanes)) {
    const std::vector<Text> words = words_of(draft.word->word);
    if (words.size() > 1) add(section, words[0]);
    if (begins_with(draft.word->word, U"left") || begins_with(draft.word->word, U"左"))
      add_all(section, {U"left", U"left side", U"左侧", U"左边", U"左"});
    if (begins_with(draft.word->word, U"right") || begins_with(draft.word->word, U"右"))
      add_all(section, {U"right", U"right side", U"右侧", U"右边", U"右"});
  }
}

// Of several bars at the foot, the last one is what «footer» means.
void SectionNames::add_bar_names(std::size_t section) {
  for (const View name : kBarNames) {
    add(section, name);
    aliases_.back().is_place = true;
  }
}

// Words that only one section has in its names.
void SectionNames::add_words() {
  std::vector<Alias> words;
  for (const Alias& alias : aliases_) {
    const std::vector<Text> parts = words_of(alias.text);
    if (parts.size() < 2 || alias.is_place) continue;
    for (const Text& word : parts) {
      if (word.size() < 2 || is_filler(word) || is_section_word(word)) continue;
      if (!has_han(word) && word.size() < 3) continue;
      words.push_back({word, alias.section, true});
    }
  }
  for (const Alias& word : words) {
    const bool is_shared =
        std::any_of(
            words.begin(), words.end(),
            [&](const Alias& other) { return other.section != word.section && is_stem(other.text, word.text); }) ||
        std::any_of(aliases_.begin(), aliases_.end(),
                    [&](const Alias& other) { return other.section != word.section && other.text == word.text; });
    if (!is_shared) aliases_.push_back(word);
  }
}

std::optional<std::size_t> SectionNames::only(const std::vector<std::size_t>& found) const {
  if (found.empty()) return std::nullopt;
  const bool is_one = std::all_of(found.begin(), found.end(), [&](std::size_t section) { return section == found[0]; });
  return is_one ? std::optional(found[0]) : std::nullopt;
}

std::optional<std::size_t> SectionNames::find(View name) const {
  const Text whole = folded(trimmed(name, U".。:："));
  const Text bare = without_fillers(whole);
  if (bare.empty()) return std::nullopt;
  const auto those = [&](auto matches) {
    std::vector<std::size_t> found;
    for (const Alias& alias : aliases_) {
      if (matches(alias)) found.push_back(alias.section);
    }
    return only(found);
  };
  if (auto found = those([&](const Alias& alias) { return !alias.is_word && alias.text == whole; })) return found;
  if (auto found = those([&](const Alias& alias) { return !alias.is_word && alias.text == bare; })) return found;
  for (std::size_t i = 0; i < numbers_.size(); ++i) {
    if (!numbers_[i].empty() && (numbers_[i] == bare || U"#" + numbers_[i] == bare)) return i;
  }
  for (std::size_t i = 0; i < dates_.size(); ++i) {
    const bool is_alone = std::count(dates_.begin(), dates_.end(), dates_[i]) == 1;
    if (!dates_[i].empty() && dates_[i] == bare && is_alone) return i;
  }
  if (const int place = ordinal_of(bare); place != 0) {
    const std::size_t at = place > 0 ? std::size_t(place) - 1 : flow_.size() - 1;
    if (at < flow_.size()) return flow_[at];
  }
  if (const std::vector<std::size_t> number = numbered(whole); number.size() == 1) return number[0];
  if (auto found = those([&](const Alias& alias) { return alias.is_word && is_stem(alias.text, bare); })) return found;
  const Text letters = letters_of(bare);
  if (auto found = those([&](const Alias& alias) { return letters.size() > 1 && letters_of(alias.text) == letters; }))
    return found;
  const auto is_part = [&](const Alias& alias) {
    if (alias.is_word) return false;
    return has_han(bare) ? bare.size() > 1 && contains(alias.text, bare) : holds_word(alias.text, bare);
  };
  if (auto found = those(is_part)) return found;
  const auto is_whole = [&](const Alias& alias) {
    return alias.text.size() > 1 && !alias.is_word &&
           (has_han(alias.text) ? contains(bare, alias.text) : holds_word(bare, alias.text));
  };
  if (auto found = those(is_whole)) return found;
  const bool is_one_word = words_of(bare).size() == 1;
  const auto is_short_for = [&](const Alias& alias) {
    if (alias.is_word || !is_one_word) return false;
    const View shorter = alias.text.size() < letters.size() ? View(alias.text) : View(letters);
    const View longer = alias.text.size() < letters.size() ? View(letters) : View(alias.text);
    if (shorter.size() < 2 || shorter[0] != longer[0]) return false;
    if (has_han(shorter)) return shorter.size() >= 2 && is_subsequence(shorter, longer);
    return shorter.size() <= 5 && !has_han(longer) && is_subsequence(shorter, longer) &&
           longer.size() > 2 * shorter.size();
  };
  return those(is_short_for);
}

// «boxes (1, 2)», «step 3», «steps 2-4».
std::vector<std::size_t> SectionNames::numbered(View text) const {
  std::vector<std::size_t> found;
  const Text low = folded(text);
  const bool are_numbered =
      std::any_of(numbers_.begin(), numbers_.end(), [](const Text& number) { return !number.empty(); });
  const auto add_number = [&](View number) {
    const auto at = std::find(numbers_.begin(), numbers_.end(), number);
    if (at != numbers_.end()) found.push_back(std::size_t(at - numbers_.begin()));
    // «cards 3 and 4» of cards without numbers.
    const bool counts = !are_numbered && number.size() == 1 && number[0] >= U'1' && speaks_of_cards(low);
    if (counts && std::size_t(number[0] - U'0') <= flow_.size()) found.push_back(flow_[std::size_t(number[0] - U'1')]);
  };
  for (std::size_t i = 0; i < low.size(); ++i) {
    if (!is_digit(low[i]) ||
        (i > 0 && (is_digit(low[i - 1]) || is_latin(low[i - 1]) || View(U"#.:").find(low[i - 1]) != View::npos)))
      continue;
    std::size_t end = i;
    while (end < low.size() && is_digit(low[end])) ++end;
    const bool is_other = end < low.size() && (is_latin(low[end]) || View(U":%.").find(low[end]) != View::npos);
    if (is_other || end - i > 2) continue;
    const std::size_t next = low.find_first_not_of(U" ", end);
    if (next != Text::npos && (low[next] == U'-' || low[next] == U'–' || low[next] == U'~')) {
      std::size_t last = low.find_first_not_of(U" ", next + 1);
      int value = 0;
      while (last < low.size() && is_digit(low[last]) && value < 100) value = 10 * value + int(low[last++] - U'0');
      int first = 0;
      for (std::size_t k = i; k < end; ++k) first = 10 * first + int(low[k] - U'0');
      for (int number = first; number <= value; ++number) add_number(to_text(std::to_string(number)));
      i = std::max(end, std::min(last, low.size())) - 1;
    } else {
      add_number(View(low).substr(i, end - i));
      i = end;
    }
  }
  return found;
}

// «the first two cards», «最后三张».
std::vector<std::size_t> SectionNames::at_an_end(View text) const {
  struct Count {
    View word;
    std::size_t count;
  };
  static constexpr Count kCounts[] = {{U"two", 2}, {U"three", 3}, {U"four", 4}, {U"2", 2},  {U"3", 3},
                                      {U"4", 4},   {U"两", 2},    {U"二", 2},   {U"三", 3}, {U"四", 4}};
  for (const bool is_first : {true, false}) {
    const std::vector<View> words =
        is_first ? std::vector<View>{U"first ", U"前", U"头"} : std::vector<View>{U"last ", U"final ", U"最后", U"后"};
    for (const View word : words) {
      const std::size_t at = text.find(word);
      if (at == View::npos) continue;
      const View behind = trimmed(text.substr(at + word.size()));
      for (const Count& entry : kCounts) {
        if (!begins_with(behind, entry.word) || entry.count > flow_.size()) continue;
        const View rest = behind.substr(entry.word.size());
        const bool is_count = has_han(entry.word)
                                  ? !rest.empty() && View(U"个张步格栏层项列块").find(rest[0]) != View::npos
                                  : rest.empty() || !is_digit(rest[0]);
        if (!is_count) continue;
        const auto begin = is_first ? flow_.begin() : flow_.end() - std::ptrdiff_t(entry.count);
        return {begin, begin + std::ptrdiff_t(entry.count)};
      }
    }
  }
  return {};
}

// «phases I to III», «从 I 期到 III 期»: all between two that are named.
std::vector<std::size_t> SectionNames::range_in(View text) const {
  for (const View joint : {U" to ", U" through ", U"到", U"至"}) {
    const std::size_t at = text.find(joint);
    if (at == View::npos || at == 0 || at > 40 || text.size() > at + 60) continue;
    View left = trimmed(text.substr(0, at)), right = trimmed(text.substr(at + joint.size()));
    if (begins_with(left, U"从")) left = left.substr(1);
    // The noun stands before the first only.
    const std::size_t blank = left.find(U' ');
    Text noun(blank == View::npos ? View() : left.substr(0, blank));
    if (noun.size() > 3 && noun.back() == U's') noun.pop_back();
    const auto find_exact = [this](View name) -> std::optional<std::size_t> {
      for (const Alias& alias : aliases_) {
        if (alias.text == name) return alias.section;
      }
      return std::nullopt;
    };
    const std::optional<std::size_t> first =
        noun.empty() ? find_exact(left) : find_exact(noun + Text(left.substr(blank)));
    const std::optional<std::size_t> last = noun.empty() ? find_exact(right) : find_exact(noun + U" " + Text(right));
    if (!first || !last || *first >= *last) continue;
    std::vector<std::size_t> found;
    for (const std::size_t section : flow_) {
      if (section >= *first && section <= *last) found.push_back(section);
    }
    return found;
  }
  return {};
}

// «1900-1924», «2022 node».
std::vector<std::size_t> SectionNames::dated(View text) const {
  const auto year_of = [](View date) {
    const bool is_before = begins_with(date, U"前") || begins_with(date, U"公元前");
    const View digits = date.substr(std::min(date.find_first_of(U"0123456789"), date.size()));
    int year = 0;
    for (std::size_t i = 0; i < digits.size() && i < 4 && is_digit(digits[i]); ++i)
      year = 10 * year + int(digits[i] - U'0');
    return is_before ? -year : year;
  };
  std::vector<std::size_t> found;
  const Text low = folded(text);
  std::vector<int> years;
  for (std::size_t i = 0; i + 4 <= low.size(); ++i) {
    const bool is_start = i == 0 || (!is_digit(low[i - 1]) && low[i - 1] != U'#' && !is_latin(low[i - 1]));
    if (!is_start || !std::all_of(low.begin() + std::ptrdiff_t(i), low.begin() + std::ptrdiff_t(i) + 4, is_digit))
      continue;
    if (i + 4 < low.size() && is_digit(low[i + 4])) continue;
    years.push_back(year_of(View(low).substr(i, 4)));
  }
  if (years.empty()) return found;
  int first = *std::min_element(years.begin(), years.end()), last = *std::max_element(years.begin(), years.end());
  // «up to 1088», «from 1927 on».
  constexpr int kEver = 100000;
  if (years.size() == 1) {
    if (holds_any(low, std::initializer_list<View>{U"up to", U"until", U"before", U"以前", U"之前", U"为止"}))
      first = -kEver;
    const bool goes_on = holds_word(low, U"from") && holds_word(low, U"on");
    if (goes_on || holds_any(low, std::initializer_list<View>{U"onwards", U"onward", U"after", U"since", U"以后",
                                                              U"之后", U"起", U"以来"}))
      last = kEver;
  }
  for (std::size_t i = 0; i < dates_.size(); ++i) {
    const int year = year_of(dates_[i]);
    if (year != 0 && year >= first && year <= last) found.push_back(i);
  }
  return found;
}

// Names that stand in `text`, folded, from left to right.
std::vector<SectionNames::Mention> SectionNames::mentions_in(View text) const {
  std::vector<Mention> mentions;
  for (const Alias& alias : aliases_) {
    if (alias.text.size() < 2 && !has_han(alias.text)) continue;
    std::optional<Extent> at = find_word(text, alias.text);
    if (!at && alias.is_word && !has_han(alias.text) && alias.text.size() > 3) at = find_word(text, alias.text + U"s");
    if (at) mentions.push_back({*at, alias.section});
  }
  // The longest where several meet: «金丝雀 1%» holds no «1%».
  std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    return a.extent.end - a.extent.begin > b.extent.end - b.extent.begin;
  });
  std::vector<Mention> kept;
  for (const Mention& mention : mentions) {
    const bool meets = std::any_of(kept.begin(), kept.end(), [&](const Mention& other) {
      return other.section != mention.section && mention.extent.begin < other.extent.end &&
             other.extent.begin < mention.extent.end &&
             other.extent.end - other.extent.begin > mention.extent.end - mention.extent.begin;
    });
    if (!meets) kept.push_back(mention);
  }
  std::stable_sort(kept.begin(), kept.end(),
                   [](const Mention& a, const Mention& b) { return a.extent.begin < b.extent.begin; });
  return kept;
}

// «the third», «左上», «top-left».
std::vector<std::size_t> SectionNames::at_places(View text) const {
  std::vector<std::size_t> found;
  for (const Text& word : words_of(text)) {
    const int place = ordinal_of(word);
    const std::size_t at = place > 0 ? std::size_t(place) - 1 : flow_.size() - 1;
    if (place != 0 && at < flow_.size()) found.push_back(flow_[at]);
  }
  for (const View place : {U"第一", U"第二", U"第三", U"第四", U"第五", U"第六", U"第七", U"第八", U"最后", U"top-left",
                           U"top-right", U"bottom-left", U"bottom-right", U"左上", U"右上", U"左下", U"右下"}) {
    const int ordinal = ordinal_of(place);
    const std::size_t at = ordinal > 0 ? std::size_t(ordinal) - 1 : flow_.size() - 1;
    if (contains(text, place) && at < flow_.size()) found.push_back(flow_[at]);
  }
  return found;
}

std::vector<std::size_t> SectionNames::within(View source) const {
  const Text text = folded(source);
  // «Metric 1-3», «boxes 1 and 2».
  if (std::vector<std::size_t> several = numbered(text); several.size() > 1) return several;
  if (std::vector<std::size_t> several = range_in(text); several.size() > 1) return several;
  if (std::vector<std::size_t> several = at_an_end(text); several.size() > 1) return several;
  std::vector<std::size_t> found;
  const auto take = [&](std::size_t section) {
    if (std::find(found.begin(), found.end(), section) == found.end()) found.push_back(section);
  };
  for (const Mention& mention : mentions_in(text)) take(mention.section);
  if (found.empty()) {
    for (const std::size_t section : dated(text)) take(section);
  }
  if (found.empty()) {
    for (const std::size_t section : numbered(text)) take(section);
  }
  if (found.empty()) {
    for (const std::size_t section : at_places(text)) take(section);
  }
  return found;
}

std::optional<SectionNames::Beginning> SectionNames::at_beginning(View source) const {
  const Text text = folded(source);
  std::optional<Beginning> best;
  for (const Alias& alias : aliases_) {
    if (alias.is_word || alias.text.size() < 2 || !begins_with(text, alias.text)) continue;
    const bool ends = alias.text.size() == text.size() || is_blank(text[alias.text.size()]) ||
                      View(U":：-—").find(text[alias.text.size()]) != View::npos;
    if (ends && (!best || alias.text.size() > best->length)) best = Beginning{alias.section, alias.text.size()};
  }
  return best;
}

}  // namespace sixiang::brief
