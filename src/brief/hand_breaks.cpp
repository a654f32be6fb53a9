#include "brief/hand_breaks.h"

#include <algorithm>
#include <iterator>

#include "brief/arrows.h"
#include "brief/blocks.h"
#include "brief/free_fields.h"
#include "brief/free_heads.h"
#include "brief/keys.h"
#include "brief/quotes.h"

namespace sixiang::brief {

namespace {

constexpr std::size_t kFullLine = 40;  // columns: a shorter one was broken for its sense
constexpr View kFeet[] = {U"最下", U"最底", U"底部", U"页脚", U"页尾", U"页面", U"最后一行"};
constexpr std::size_t kMostJoined = 2000;  // letters of a paragraph

std::size_t columns_of(View text) {
  std::size_t columns = 0;
  for (const char32_t c : text) columns += c < 0x2000 ? 1 : 2;
  return columns;
}

bool is_prose(const Line& line) {
  return line.heading == 0 && !line.rule && !line.field && !line.text.empty() && !line.all_bold &&
         !begins_with(line.text, U"|") && !begins_with(line.text, U"`") &&
         line.text.find_first_of(U"，。, ") != Text::npos;
}

// A sentence that has not come to its end.
bool is_open(View text) {
  const View end = trimmed(text, U"”」』\"’）)* ");
  return !end.empty() && View(U"。！？；：….!?;:").find(end.back()) == View::npos;
}
// In the middle of a sentence for sure: behind a comma, a word that joins, or within a quote.
bool breaks_off(View text) {
  if (text.empty()) return false;
  if (View(U"，、,和与或是为写叫").find(text.back()) != View::npos) return true;
  const std::vector<Text> words = words_of(text.substr(text.size() < 12 ? 0 : text.size() - 12));
  constexpr View kJoining[] = {U"and", U"or", U"with", U"the", U"a",  U"an",
                               U"of",  U"to", U"in",   U"for", U"by", U"from"};
  if (!words.empty() && is_latin(text.back()) &&
      std::find(std::begin(kJoining), std::end(kJoining), words.back()) != std::end(kJoining))
    return true;
  const std::size_t open = text.find_last_of(U"“「");
  return open != View::npos && text.find_first_of(U"”」", open) == View::npos;
}

bool begins_anew(const Line& line) {
  if (line.marker != Marker::None || line.bold || read_free_head(line)) return true;
  const std::optional<Field> field = read_field(line.text);
  return field && (find_topic(field->key) || section_field(field->key) || field->key.size() <= 4);
}

// Whether `line` may go on with the sentence that `last`, the end of `before`, began.
bool may_go_on(const Line& before, View last, const Line& line) {
  if (!is_prose(before) || line.heading > 0 || line.rule || line.field || line.text.empty()) return false;
  if (columns_of(last) < kFullLine || !is_open(last) || begins_anew(line) || begins_with(line.text, U"|")) return false;
  if (before.text.size() + line.text.size() > kMostJoined || has_arrow(line.text) || has_arrow(last)) return false;
  return before.marker == Marker::None || line.indent > before.indent;
}

// Several sentences that break off: then others break elsewhere.
bool is_broken_by_hand(const std::vector<Line>& lines) {
  std::size_t count = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (breaks_off(lines[i - 1].text) && may_go_on(lines[i - 1], lines[i - 1].text, lines[i])) ++count;
  }
  return count >= 2;
}

// «左上角放“响度”», «第一张卡片标题是“可回收物”».
bool tells_section(View sentence) {
  Line line;
  line.text = Text(sentence);
  const std::optional<FreeHead> head = quotes_of(sentence).empty() ? std::nullopt : read_free_head(line);
  return head && !head->title.empty() && (head->form == HeadForm::Counted || head->form == HeadForm::Place);
}

// A paragraph that tells several sections, as a line for each.
void add_apart(std::vector<Line>& lines, Line line) {
  const bool may_hold = line.marker == Marker::None && line.heading == 0 && !line.field && !line.rule &&
                        line.text.size() < 4 * kMostJoined && quotes_of(line.text).size() >= 2;
  std::size_t begin = 0;
  bool is_told = false;  // a section, before «最下面写…»
  const Text text = line.text;
  for (std::size_t stop = may_hold ? find_outside(text, U"。") : Text::npos;
       stop != Text::npos && stop + 1 < text.size(); stop = find_outside(text, U"。", stop + 1)) {
    const std::size_t next = std::min(find_outside(text, U"。", stop + 1), text.size());
    const View sentence = trimmed(View(text).substr(stop + 1, next - stop - 1));
    is_told = is_told || tells_section(trimmed(View(text).substr(begin, stop - begin)));
    if (!tells_section(sentence) && !(is_told && begins_with_any(sentence, kFeet))) continue;
    line.text = Text(trimmed(View(text).substr(begin, stop + 1 - begin)));
    lines.push_back(line);
    begin = stop + 1;
  }
  line.text = Text(trimmed(View(text).substr(begin)));
  lines.push_back(std::move(line));
}

}  // namespace

Joined without_hand_breaks(const std::vector<Line>& lines) {
  std::vector<Line> joined;
  std::vector<int> numbers;
  const bool is_broken = is_broken_by_hand(lines);
  Text last;  // of the lines that are joined
  for (const Line& line : lines) {
    if (!is_broken || joined.empty() || !may_go_on(joined.back(), last, line)) {
      joined.push_back(line);
    } else {
      Text& text = joined.back().text;
      if (!text.empty() && text.back() < 0x2000 && line.text[0] < 0x2000) text += U' ';
      text += line.text;
      numbers.push_back(line.number);
    }
    last = line.text;
  }
  std::vector<Line> apart;
  for (Line& line : joined) add_apart(apart, std::move(line));
  return {std::move(apart), std::move(numbers)};
}

}  // namespace sixiang::brief
