#include "label/list_marker.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace sixiang {

namespace {

constexpr std::size_t kMostDigits = 3, kMostRoman = 4;

constexpr std::string_view kBlanks[] = {" ", "\t", "\u00A0", "\u3000", "\u2002", "\u2003", "\u200B", "\uFEFF"};
// The last four are Word's, of the fonts Symbol and Wingdings, in the private use area.
constexpr std::string_view kBullets[] = {"•", "·", "▪", "▫", "◦", "‣",      "⁃",      "●",      "○",
                                         "■", "□", "◆", "◇", "➢", "➤",      "►",      "▶",      "✓",
                                         "✔", "☐", "☑", "☒", "∙", "\uF0B7", "\uF0A7", "\uF0D8", "\uF0FC"};
constexpr std::string_view kBulletsBeforeBlank[] = {"-", "–", "—", "*", "+", "→", "⇒", "‐", "−"};
constexpr std::string_view kBoxes[] = {"[ ]", "[x]", "[X]"};
constexpr std::string_view kChineseDigits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
constexpr std::string_view kVariation = "\uFE0F";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool begins_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

template <std::size_t N>
std::size_t length_of_one(std::string_view text, const std::string_view (&choices)[N]) {
  for (const std::string_view choice : choices) {
    if (begins_with(text, choice)) return choice.size();
  }
  return 0;
}

std::size_t digits(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end;
}

// 一 … 九十九
struct ChineseNumber {
  int value = 0;
  std::size_t length = 0;  // bytes; 0: none
};

ChineseNumber chinese_number(std::string_view text) {
  ChineseNumber number;
  while (true) {
    const std::size_t length = length_of_one(text.substr(number.length), kChineseDigits);
    if (length == 0) return number;
    const std::string_view digit = text.substr(number.length, length);
    const int value = int(std::find(std::begin(kChineseDigits), std::end(kChineseDigits), digit) - kChineseDigits) + 1;
    number.value = value < 10 ? number.value + value : std::max(number.value, 1) * 10;
    number.length += length;
  }
}

// `1.2.3`, where it has a point and a blank behind it.
struct SectionNumber {
  std::vector<int> levels;
  std::size_t length = 0;  // bytes; 0: none
};

SectionNumber section_number(std::string_view text) {
  SectionNumber number;
  std::size_t at = 0;
  while (true) {
    const std::size_t length = digits(text.substr(at));
    if (length == 0 || length > kMostDigits) break;
    int level = 0;
    for (std::size_t i = at; i < at + length; ++i) level = level * 10 + (text[i] - '0');
    number.levels.push_back(level);
    at += length;
    if (at >= text.size() || text[at] != '.') break;
    ++at;
  }
  const bool ends = number.levels.size() > 1 && leading_blanks(text.substr(at)) > 0;
  if (ends) number.length = at;
  return number;
}

// 1.1 → 1.2, 1.1.1, 2.1
bool counts_on(const std::vector<int>& before, const std::vector<int>& now) {
  const std::size_t common = std::min(before.size(), now.size());
  std::size_t same = 0;
  while (same < common && before[same] == now[same]) ++same;
  if (same == now.size()) return false;
  if (same == before.size()) return now.size() == same + 1 && now[same] == 1;
  const auto starts = [&](std::size_t i) { return now[i] == 1; };
  bool rest_starts = true;
  for (std::size_t i = same + 1; i < now.size(); ++i) rest_starts = rest_starts && starts(i);
  return now[same] == before[same] + 1 && rest_starts;
}

// With what must be behind a marker: blanks, unless it says enough by itself.
enum class Behind : std::uint8_t { Anything, Blank, BlankOrChinese };

ListMarker marker(std::string_view line, std::size_t length, Behind wanted, MarkerKind kind = MarkerKind::Item) {
  const std::string_view rest = line.substr(length);
  const std::size_t blanks = leading_blanks(rest);
  const bool chinese = !rest.empty() && is_cjk(decode_utf8(rest.substr(0, 4)).front().value);
  const bool fits =
      wanted == Behind::Anything || blanks > 0 || rest.empty() || (wanted == Behind::BlankOrChinese && chinese);
  return fits ? ListMarker{kind, length + blanks} : ListMarker{};
}

ListMarker read_bullet(std::string_view line) {
  if (std::size_t length = length_of_one(line, kBullets)) {
    if (begins_with(line.substr(length), kVariation)) length += kVariation.size();
    return marker(line, length, Behind::Anything);
  }
  if (const std::size_t length = length_of_one(line, kBulletsBeforeBlank)) return marker(line, length, Behind::Blank);
  if (begins_with(line, "o\t")) return marker(line, 1, Behind::Blank);
  return {};
}

// `1.`, `1)`, `1、`; `a)`, `iv.`
ListMarker read_number(std::string_view line) {
  const std::size_t count = digits(line);
  if (count > 0 && count <= kMostDigits) {
    for (const std::string_view end : {")", "）", "、", "．"}) {
      if (begins_with(line.substr(count), end)) return marker(line, count + end.size(), Behind::Anything);
    }
    if (begins_with(line.substr(count), ".")) return marker(line, count + 1, Behind::BlankOrChinese);
    return {};
  }
  std::size_t letters = 0;
  while (letters < line.size() && std::string_view("ivx").find(line[letters]) != std::string_view::npos) ++letters;
  if (letters == 0 && !line.empty() && line[0] >= 'a' && line[0] <= 'z') letters = 1;
  const bool ends =
      letters > 0 && letters <= kMostRoman && letters < line.size() && (line[letters] == '.' || line[letters] == ')');
  return ends ? marker(line, letters + 1, Behind::Blank) : ListMarker{};
}

// `(1)`, `（一）`, `(a)`
ListMarker read_bracketed(std::string_view line) {
  const std::size_t open = begins_with(line, "(") ? 1 : begins_with(line, "（") ? 3 : 0;
  if (open == 0) return {};
  const std::string_view inner = line.substr(open);
  const std::size_t count = digits(inner);
  std::size_t length = count <= kMostDigits ? count : 0;
  if (length == 0) length = chinese_number(inner).length;
  if (length == 0 && !inner.empty() && inner[0] >= 'a' && inner[0] <= 'z') length = 1;
  if (length == 0) return {};
  for (const std::string_view close : {")", "）"}) {
    if (begins_with(inner.substr(length), close)) return marker(line, open + length + close.size(), Behind::Anything);
  }
  return {};
}

// ① … ⒇, ❶ … ❿
ListMarker read_enclosed(std::string_view line) {
  const std::vector<CodePoint> first = decode_utf8(line.substr(0, 4));
  if (first.empty()) return {};
  const char32_t c = first.front().value;
  const bool is_number = (c >= U'①' && c <= U'⒇') || (c >= U'❶' && c <= U'➓') || (c >= U'㉑' && c <= U'㉟');
  return is_number ? marker(line, first.front().length, Behind::Anything) : ListMarker{};
}

ListMarker read_counted(std::string_view line, const LineNumbers& numbers) {
  const std::size_t section = numbers.has_sections() ? section_number(line).length : 0;
  if (section > 0) return marker(line, section, Behind::Blank);
  const std::size_t chinese = numbers.has_chinese() ? chinese_number(line).length : 0;
  const bool ends = chinese > 0 && begins_with(line.substr(chinese), "、");
  return ends ? marker(line, chinese + std::string_view("、").size(), Behind::Anything) : ListMarker{};
}

ListMarker read_heading(std::string_view line) {
  const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
  if (hashes == 0 || hashes > 6) return {};
  return marker(line, hashes, Behind::Blank, MarkerKind::Heading);
}

ListMarker read_box(std::string_view line) {
  const std::size_t length = length_of_one(line, kBoxes);
  return length > 0 ? marker(line, length, Behind::Blank) : ListMarker{};
}

ListMarker read_first(std::string_view line, const LineNumbers& numbers) {
  for (const ListMarker& found : {read_bullet(line), read_counted(line, numbers), read_number(line),
                                  read_bracketed(line), read_enclosed(line), read_heading(line)}) {
    if (found.kind != MarkerKind::None) return found;
  }
  return {};
}

}  // namespace

std::size_t leading_blanks(std::string_view text) {
  std::size_t end = 0;
  while (const std::size_t length = length_of_one(text.substr(end), kBlanks)) end += length;
  return end;
}

std::string_view without_blanks(std::string_view text) {
  text.remove_prefix(leading_blanks(text));
  const auto last_blank = [&text] {
    for (const std::string_view blank : kBlanks) {
      if (text.size() >= blank.size() && text.substr(text.size() - blank.size()) == blank) return blank.size();
    }
    return std::size_t(0);
  };
  while (const std::size_t length = last_blank()) text.remove_suffix(length);
  return text;
}

LineNumbers::LineNumbers(const std::vector<std::string_view>& lines) {
  std::vector<std::vector<int>> sections;
  std::vector<int> chinese;
  for (const std::string_view each : lines) {
    const std::string_view line = without_blanks(each);
    if (SectionNumber section = section_number(line); section.length > 0) sections.push_back(section.levels);
    const ChineseNumber number = chinese_number(line);
    if (number.length > 0 && begins_with(line.substr(number.length), "、")) chinese.push_back(number.value);
  }
  has_sections_ = sections.size() > 1;
  for (std::size_t i = 1; i < sections.size(); ++i)
    has_sections_ = has_sections_ && counts_on(sections[i - 1], sections[i]);
  has_chinese_ = chinese.size() > 1;
  for (std::size_t i = 1; i < chinese.size(); ++i) has_chinese_ = has_chinese_ && chinese[i] == chinese[i - 1] + 1;
}

ListMarker read_marker(std::string_view line, const LineNumbers& numbers) {
  ListMarker first = read_first(line, numbers);
  const ListMarker box = read_box(line.substr(first.length));
  if (box.kind == MarkerKind::None) return first;
  return {MarkerKind::Item, first.length + box.length};
}

}  // namespace sixiang
