#include "brief/heads.h"

#include <algorithm>

namespace sixiang::brief {

namespace {

bool is_dash(char32_t c) { return c == U'—' || c == U'–' || c == U'―'; }

// "2x2", "2 × 1", "2 columns × 1 row".
std::optional<Span> read_span(View text) {
  Text words = folded(text);
  for (const View unit : {U"columns", U"column", U"cols", U"col", U"rows", U"row", U"列", U"行"})
    words = replaced(words, unit, U"");
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i] != U'x' && words[i] != U'×' && words[i] != U'*') continue;
    const View left = trimmed(View(words).substr(0, i)), right = trimmed(View(words).substr(i + 1));
    if (left.empty() || right.empty() || !is_digit(left.back()) || !is_digit(right.front())) continue;
    Span span;
    span.columns = std::clamp(int(left.back() - U'0'), 1, 12);
    span.rows = std::clamp(int(right.front() - U'0'), 1, 12);
    return span;
  }
  return std::nullopt;
}

// The bracket that `text` ends with: where it opens, or npos.
std::size_t last_bracket(View text) {
  if (text.empty() || plain(text.back()) != U')') return View::npos;
  int depth = 0;
  for (std::size_t i = text.size(); i-- > 0;) {
    if (plain(text[i]) == U')') ++depth;
    if (plain(text[i]) == U'(' && --depth == 0) return i;
  }
  return View::npos;
}

View within_brackets(View text, std::size_t open) { return trimmed(text.substr(open + 1, text.size() - open - 2)); }

// A dash with blanks around it, or one of the long dashes: where, and how long it is.
std::optional<Extent> find_dash(View text) {
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (is_dash(text[i]) && is_blank(text[i - 1])) return Extent{i, i + 1};
    if (is_dash(text[i]) && is_dash(text[i + 1])) return Extent{i, i + 2};
    if (plain(text[i]) == U'-' && is_blank(text[i - 1]) && is_blank(text[i + 1])) return Extent{i, i + 1};
  }
  return std::nullopt;
}

View after(View text, std::size_t at) { return trimmed(text.substr(std::min(at, text.size()))); }

constexpr View kSeparators = U":-–—.、|/·・•";

// The number behind the word of a kind: "3", "3a", "A", "三".
View take_number(View& rest) {
  std::size_t end = 0;
  while (end < rest.size() && end < 3 && is_digit(plain(rest[end]))) ++end;
  if (end > 0 && end < rest.size() && is_latin(rest[end]) && (end + 1 >= rest.size() || !is_latin(rest[end + 1])))
    ++end;
  if (end == 0 && !rest.empty() && is_numeral(rest[0])) {
    end = 1;
  } else if (end == 0 && !rest.empty() && is_latin(rest[0]) &&
             (rest.size() == 1 || (!is_latin(rest[1]) && plain(rest[1]) != U'(' && !is_digit(rest[1])))) {
    end = 1;
  }
  if (end < rest.size() && (is_han(rest[end]) || is_latin(rest[end]))) end = 0;
  const View number = rest.substr(0, end);
  rest = after(rest, end);
  return number;
}

}  // namespace

std::size_t date_length(View text) {
  const Text letters = plain(text);
  std::size_t end = 0;
  while (end < letters.size() && is_digit(letters[end])) ++end;
  if (end != 4 && !(end >= 2 && end < letters.size() && letters[end] == U's')) return 0;
  while (end < letters.size() && (is_digit(letters[end]) || View(U"-–—.~s/年月日").find(letters[end]) != View::npos))
    ++end;
  while (end > 0 && View(U"-–—.~/").find(letters[end - 1]) != View::npos) --end;
  return end;
}

std::size_t heading_date(View text) {
  std::size_t at = 0;
  for (const View word : {U"约", U"公元前", U"公元", U"前"}) {
    if (begins_with(text.substr(at), word) && (at == 0 || word != U"公元" || text[at - 1] == U'约')) at += word.size();
  }
  while (at < text.size() && is_blank(text[at])) ++at;
  const std::size_t digits = at;
  while (at < text.size() && at < digits + 4 && is_digit(plain(text[at]))) ++at;
  if (at == digits) return 0;
  const std::size_t number = at;
  while (at < text.size() && is_blank(text[at])) ++at;
  for (const View word : {U"世纪", U"年代", U"年"}) {
    if (begins_with(text.substr(std::min(at, text.size())), word)) return at + word.size();
  }
  return number == digits + 4 ? number : 0;
}

Head read_name(View text) {
  Head head;
  text = trimmed(text, U":：");
  if (const std::size_t open = last_bracket(text); open != View::npos && open > 0) {
    const View inner = within_brackets(text, open);
    head.span = read_span(inner);
    head.is_hero = contains(folded(inner), U"hero");
    if (head.span || head.is_hero) text = trimmed(text.substr(0, open));
  }
  if (const std::optional<Extent> dash = find_dash(text)) {
    head.tail = Text(after(text, dash->end));
    text = trimmed(text.substr(0, dash->begin));
  }
  if (const std::size_t open = last_bracket(text); open != View::npos && open > 0) {
    head.subtitle = Text(within_brackets(text, open));
    text = trimmed(text.substr(0, open));
  }
  head.title = Text(trimmed(text, U":："));
  return head;
}

std::optional<Head> read_head(View text) {
  const Text low = folded(text);
  const bool is_counted = begins_with(low, U"第") && low.size() > 2;
  const SectionWord* word = is_counted ? find_section_word(View(low).substr(2)) : find_section_word(low);
  if (!word) return std::nullopt;
  View rest = after(text, word->word.size() + (is_counted ? 2 : 0));
  // «左侧 LEFT SIDE - 胶片机».
  if (const SectionWord* again = has_han(word->word) ? find_section_word(folded(rest)) : nullptr;
      again && !has_han(again->word)) {
    rest = after(rest, again->word.size());
  }
  View number = is_counted ? text.substr(1, 1) : take_number(rest);
  Text note;
  if (!rest.empty() && plain(rest[0]) == U'(') {
    if (const std::optional<std::size_t> end = closing(rest, 0)) {
      note = Text(trimmed(rest.substr(1, *end - 1)));
      rest = after(rest, *end + 1);
    }
  }
  const bool has_separator = !rest.empty() && kSeparators.find(plain(rest[0])) != View::npos;
  if (!has_separator && !(rest.empty() && !number.empty()) && number.empty()) return std::nullopt;
  const bool is_named_by_dash = has_separator && plain(rest[0]) != U':';
  if (has_separator) rest = trimmed(rest, kSeparators);
  Text date;
  if (const std::size_t length = date_length(rest); length > 0) {
    const View behind = after(rest, length);
    const bool goes_on = !behind.empty() && kSeparators.find(plain(behind[0])) != View::npos;
    if (goes_on || behind.empty()) {
      date = Text(rest.substr(0, length));
      rest = trimmed(behind, kSeparators);
    }
  }
  // «LEVEL 1 - 生理需求 (Physiological): 吃饭、睡觉»: what follows the name's colon is said of it.
  Text said;
  const std::size_t colon = find_outside(rest, U":：");
  const bool ends_name = colon != View::npos && colon > 0 && (is_named_by_dash || plain(rest[colon - 1]) == U')');
  if (ends_name) {
    said = Text(after(rest, colon + 1));
    rest = trimmed(rest.substr(0, colon));
  }
  Head head = read_name(rest);
  if (!said.empty()) head.tail = head.tail.empty() ? said : head.tail + U", " + said;
  head.word = word;
  head.number = plain(number);
  head.date = std::move(date);
  if (head.title.empty() && !head.date.empty()) std::swap(head.title, head.date);
  head.note = std::move(note);
  return head;
}

}  // namespace sixiang::brief
