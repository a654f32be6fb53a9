#include "brief/hand_breaks.h"

#include "brief/arrows.h"
#include "brief/blocks.h"
#include "brief/free_fields.h"
#include "brief/free_heads.h"
#include "brief/keys.h"

namespace sixiang::brief {

namespace {

constexpr std::size_t kFullLine = 40;      // columns: a shorter one was broken for its sense
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
bool ends_in_comma(View text) { return !text.empty() && View(U"，、,").find(text.back()) != View::npos; }

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

// Several sentences that break behind a comma: then others break elsewhere.
bool is_broken_by_hand(const std::vector<Line>& lines) {
  std::size_t count = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (ends_in_comma(lines[i - 1].text) && may_go_on(lines[i - 1], lines[i - 1].text, lines[i])) ++count;
  }
  return count >= 2;
}

}  // namespace

Joined without_hand_breaks(const std::vector<Line>& lines) {
  if (!is_broken_by_hand(lines)) return {lines, {}};
  std::vector<Line> joined;
  std::vector<int> numbers;
  Text last;  // of the lines that are joined
  for (const Line& line : lines) {
    if (joined.empty() || !may_go_on(joined.back(), last, line)) {
      joined.push_back(line);
    } else {
      Text& text = joined.back().text;
      if (!text.empty() && text.back() < 0x2000 && line.text[0] < 0x2000) text += U' ';
      text += line.text;
      numbers.push_back(line.number);
    }
    last = line.text;
  }
  return {std::move(joined), std::move(numbers)};
}

}  // namespace sixiang::brief
