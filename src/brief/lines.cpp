#include "brief/lines.h"

#include <algorithm>

#include "brief/free_words.h"
#include "brief/keys.h"

namespace sixiang::brief {

namespace {

constexpr View kBullets = U"-*•·‣▪◦●○■□–—+", kSolidBullets = U"•‣▪◦●■";

bool is_invisible(char32_t c) {
  return c == U'\r' || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || (c < U' ' && c != U'\t');
}

bool is_rule(View text) {
  if (text.size() < 3 || View(U"-*_—").find(text[0]) == View::npos) return false;
  return std::all_of(text.begin(), text.end(), [&](char32_t c) { return c == text[0]; });
}

// «# 产品 # 决策 # 复盘» are tags, no heading.
int heading_level(View text) {
  std::size_t level = 0;
  while (level < text.size() && plain(text[level]) == U'#') ++level;
  const bool is_heading = level >= 1 && level <= 6 && level < text.size() && is_blank(text[level]);
  return is_heading && !contains(plain(text.substr(level)), U" # ") ? int(level) : 0;
}

// "3. ", "3) ", "3、", "3a. ": characters; 0: none. "1.5 m" has none.
std::size_t ordinal_length(View text) {
  std::size_t digits = 0;
  while (digits < text.size() && digits < 3 && is_digit(plain(text[digits]))) ++digits;
  if (digits == 0) return 0;
  std::size_t end = digits;
  if (end < text.size() && text[end] >= U'a' && text[end] <= U'z') ++end;
  if (end + 1 >= text.size() || View(U".)、．）").find(text[end]) == View::npos) return 0;
  const char32_t next = text[end + 1];
  const bool is_quote = View(U"「“『《").find(next) != View::npos && text[end] != U'.';
  return is_blank(next) || is_quote || (is_han(next) && text[end] != U'.') || (is_han(next) && end == digits) ? end + 1
                                                                                                              : 0;
}

void take_marker(Line& line, View& text) {
  if (text.size() >= 2 && kBullets.find(plain(text[0])) != View::npos &&
      (is_blank(text[1]) || kSolidBullets.find(text[0]) != View::npos)) {
    line.marker = Marker::Bullet;
    text = trimmed(text.substr(1));
    // «- [ ] 头灯每人一个», «- [x] …».
    if (text.size() > 4 && text[0] == U'[' && text[2] == U']' && is_blank(text[3]) &&
        View(U" xX").find(text[1]) != View::npos) {
      if (text[1] != U' ') line.marker = Marker::Check;
      text = trimmed(text.substr(3));
    }
    return;
  }
  if (const std::size_t length = ordinal_length(text); length > 0) {
    line.marker = Marker::Number;
    line.ordinal = plain(text.substr(0, length - 1));
    text = trimmed(text.substr(length));
    return;
  }
  // «(1) 进气»; of «(1) to (2): …» it is the first word.
  const std::size_t close = text.size() > 4 && plain(text[0]) == U'(' ? text.find_first_of(U")）") : View::npos;
  const bool is_number = close != View::npos && close >= 2 && close <= 3 && close + 1 < text.size() &&
                         std::all_of(text.begin() + 1, text.begin() + std::ptrdiff_t(close),
                                     [](char32_t c) { return is_digit(plain(c)); });
  const View rest = is_number ? trimmed(text.substr(close + 1)) : View();
  if (!is_number || begins_with(rest, U"to ") || begins_with(rest, U"到") || begins_with(rest, U"→") ||
      begins_with(rest, U"-"))
    return;
  line.marker = Marker::Number;
  line.ordinal = plain(text.substr(1, close - 1));
  text = rest;
}

// Pictures that people and chat programs set before headings; the poster's own marks stay.
bool is_emoji(char32_t c) {
  return (c >= 0x1F000 && c <= 0x1FAFF) || c == 0x2B55 || c == 0xFE0F || c == 0x200D ||
         (c >= 0x2600 && c <= 0x27BF && View(U"★☆✓✔✗✘✕✖").find(c) == View::npos && !(c >= 0x2776 && c <= 0x277F));
}
View without_emoji(View text) {
  std::size_t end = 0;
  while (end < text.size() && is_emoji(text[end])) ++end;
  return end > 0 ? trimmed(text.substr(end)) : text;
}

// «✔ 提前查好», «- ❌ 穿新鞋».
void take_mark(Line& line, View& text) {
  const std::size_t kind = text.empty() ? View::npos : View(U"✓✔✅☑✗✘❌❎").find(text[0]);
  if (kind == View::npos || line.heading > 0) return;
  View rest = text.substr(1);
  while (!rest.empty() && rest[0] == 0xFE0F) rest = rest.substr(1);
  rest = trimmed(rest);
  if (rest.empty() || begins_with(rest, U"**")) return;
  line.marker = kind < 4 ? Marker::Check : Marker::Cross;
  text = rest;
}

bool is_shaft(char32_t c) { return View(U"-─━═—").find(c) != View::npos; }
std::size_t shaft_end(View text, std::size_t i) {
  while (i < text.size() && is_shaft(text[i])) ++i;
  return i;
}
std::size_t head_length(View text, std::size_t i) {
  return i < text.size() && View(U">►▶➤→").find(text[i]) != View::npos ? 1 : 0;
}

// Drawn arrows: «A ──► B», «A ──[涨了]──► B», «Q1 --是--> R1» as «A → B», «A →(涨了)→ B».
Text with_drawn_arrows(View source) {
  constexpr std::size_t kLongestName = 24;
  if (!contains(source, U"--") && source.find_first_of(U"─━═") == View::npos) return Text(source);
  Text text;
  for (std::size_t i = 0; i < source.size();) {
    const std::size_t end = is_shaft(source[i]) ? shaft_end(source, i) : i;
    if (end < i + 2) {
      text += source[i++];
      continue;
    }
    // A second shaft with a head, or the head at once.
    std::size_t second = end;
    while (second < source.size() && second < end + kLongestName && !is_shaft(source[second]) &&
           head_length(source, second) == 0)
      ++second;
    const std::size_t tip = shaft_end(source, second);
    const View name = trimmed(source.substr(end, second - end), U"[]()（）【】|\"");
    if (head_length(source, end) > 0 && source[i] != U'-') {
      text += U'→';
      i = end + 1;
    } else if (tip > second + 1 && head_length(source, tip) > 0 && !name.empty()) {
      text += U"→(" + Text(name) + U")→";
      i = tip + 1;
    } else {
      text += source.substr(i, end - i);
      i = end;
    }
  }
  return text;
}

// «Magma = "岩浆"», «page = #F6F3EA»: a key and its value.
void take_equals(Line& line) {
  const View text = line.text;
  const std::size_t at = text.find(U" = ");
  if (at == View::npos || at == 0 || at > 40 || at + 3 >= text.size()) return;
  const bool is_value = View(U"#\"“「").find(text[at + 3]) != View::npos;
  if (!is_value || text.substr(0, at).find_first_of(U"=:：\"“「") != View::npos) return;
  line.text = Text(text.substr(0, at)) + U": " + Text(text.substr(at + 3));
}

// «icon → camera», «图标 - 相机».
void take_icon_arrow(Line& line) {
  const View text = line.text;
  const Text low = folded(text);
  for (const View word : {U"icon", U"图标"}) {
    if (!begins_with(low, word)) continue;
    const View rest = trimmed(text.substr(word.size()));
    for (const View sign : {U"→", U"->", U"=>", U"⇒", U"=", U"—", U"–"}) {
      if (begins_with(rest, sign) && rest.size() > sign.size()) {
        line.text = Text(text.substr(0, word.size())) + U": " + Text(trimmed(rest.substr(sign.size())));
        return;
      }
    }
  }
}

// «LEFT SIDE: 律 — Temperament [图标: 钢琴]»: the icon is a line of its own below the heading.
std::optional<Line> take_icon_behind(Line& line) {
  const View text = line.text;
  const std::size_t open = text.find_last_of(U"[【");
  if (open == View::npos || open == 0 || (text.back() != U']' && text.back() != U'】')) return std::nullopt;
  const View inner = text.substr(open + 1, text.size() - open - 2);
  const Text low = folded(inner);
  const std::size_t colon = inner.find_first_of(U":：");
  if (colon == View::npos || (!begins_with(low, U"icon") && !begins_with(low, U"图标"))) return std::nullopt;
  Line icon;
  icon.number = line.number;
  icon.marker = Marker::Bullet;
  icon.text = Text(inner);
  line.text = Text(trimmed(text.substr(0, open)));
  return icon;
}

// «\(r\)» and «\[ … \]» as «$r$».
Text with_dollars(View source) {
  if (!contains(source, U"\\(") && !contains(source, U"\\[")) return Text(source);
  Text text(source);
  for (const View sign : {U"\\( ", U"\\(", U" \\)", U"\\)", U"\\[ ", U"\\[", U" \\]", U"\\]"})
    text = replaced(text, sign, U"$");
  return text;
}

// «**Key**: value» and «**Key:** value» are «Key: value»; «**Key**» is «Key».
void take_bold(Line& line) {
  View text = line.text;
  if (!begins_with(text, U"**")) return;
  const std::size_t end = text.find(U"**", 2);
  if (end == View::npos || end == 2) return;
  const View head = text.substr(2, end - 2), rest = trimmed(text.substr(end + 2));
  const bool ends_in_colon = plain(head.back()) == U':';
  // «**Group 1: 证件** (#DDEBFF)».
  const bool is_noted = !rest.empty() && plain(rest[0]) == U'(' && closing(rest, 0) == rest.size() - 1;
  // «1. **Node Magma** — twelve o'clock».
  if (line.marker != Marker::None && rest.size() > 2 && (rest[0] == U'—' || rest[0] == U'–') && !ends_in_colon &&
      has_latin(head) && !has_han(head)) {
    line.bold = true;
    line.text = Text(without_emoji(head)) + U": " + Text(trimmed(rest, U"—–"));
    return;
  }
  // «**① 断舍离** ｜ 底色 #FDE2D2».
  if (line.marker == Marker::None && rest.size() > 2 && View(U"|｜").find(rest[0]) != View::npos &&
      contains(rest, U"#")) {
    line.bold = line.all_bold = true;
    line.text = Text(without_emoji(head)) + U"（" + Text(trimmed(rest, U"|｜")) + U"）";
    return;
  }
  if (!rest.empty() && plain(rest.front()) != U':' && !ends_in_colon && !is_noted) return;
  line.bold = true;
  line.all_bold = rest.empty() || is_noted;
  line.text =
      Text(without_emoji(head)) + ((ends_in_colon || is_noted) && !rest.empty() ? Text(U" ") : Text()) + Text(rest);
}

// «「布局」» and «【布局】» are headings that somebody typed without marks; of other words, they are quotes.
void take_brackets(Line& line) {
  const View text = line.text;
  const std::size_t kind = text.size() > 2 ? View(U"「【〖").find(text[0]) : View::npos;
  if (kind == View::npos || line.marker != Marker::None || text.back() != View(U"」】〗")[kind] || text.size() > 10)
    return;
  if (line.heading == 0 && !find_topic(text.substr(1, text.size() - 2))) return;
  if (line.heading == 0) line.heading = 2;
  line.text = Text(trimmed(text.substr(1, text.size() - 2)));
}

// «【尺寸】竖版 9:16» is a key with its value, «【注意】…» a note for the reader.
void take_bracketed_key(Line& line) {
  const View text = line.text;
  if (text.size() < 4 || text[0] != U'【' || line.marker != Marker::None || line.heading > 0) return;
  const std::size_t close = text.find(U'】');
  if (close == View::npos || close < 2 || close > 8) return;
  const View key = text.substr(1, close - 1), value = trimmed(text.substr(close + 1), U":：");
  if (value.empty()) return;
  if (find_topic(key)) {
    line.text = Text(key) + U"：" + Text(value);
  } else if (meaning_of(key) == HeadMeaning::Guide) {
    line.text = U"NOTES: " + Text(value);
  }
}

// «## 1. 房东身份», «## 一、房东身份».
void take_ordinal(Line& line, View& text) {
  if (const std::size_t length = ordinal_length(text); length > 0) {
    line.ordinal = plain(text.substr(0, length - 1));
    text = trimmed(text.substr(length));
    return;
  }
  const std::size_t end = std::min(text.find_first_of(U"、.．"), text.size());
  if (const Text number = end <= 3 && end + 1 < text.size() ? number_of(text.substr(0, end)) : Text();
      !number.empty() && !is_digit(plain(text[0]))) {
    line.ordinal = number;
    text = trimmed(text.substr(end + 1));
  }
}

// «1️⃣ 多久退»: as «① 多久退»; «## 1️⃣ 多久退»: as «## 1. 多久退».
void take_keycap(Line& line) {
  const std::size_t at = line.text.find(char32_t(0x20E3));
  if (at == Text::npos || at == 0 || at > 2 || line.text[0] < U'1' || line.text[0] > U'9') return;
  const Text number(1, line.text[0]), rest(trimmed(View(line.text).substr(at + 1)));
  if (line.heading > 0 || line.bold) {
    if (line.heading == 0) line.heading = 2;
    line.ordinal = number;
    line.text = rest;
  } else if (line.marker == Marker::None) {
    line.text = Text(1, char32_t(0x2460 + (number[0] - U'1'))) + U" " + rest;
  }
}

Line read_line(View raw, int number) {
  Line line;
  line.number = number;
  Text clean;
  std::copy_if(raw.begin(), raw.end(), std::back_inserter(clean), [](char32_t c) { return !is_invisible(c); });
  for (const char32_t c : clean) {
    if (!is_blank(c)) break;
    line.indent += c == U'\t' ? 4 : c == 0x3000 ? 2 : 1;
  }
  View text = trimmed(clean);
  line.rule = is_rule(text);
  if (line.rule) return line;
  line.heading = heading_level(text);
  if (line.heading > 0) {
    text = without_emoji(trimmed(text.substr(std::size_t(line.heading)), U"#"));
    take_ordinal(line, text);
  } else {
    take_marker(line, text);
    take_mark(line, text);
    if (line.marker == Marker::None) text = without_emoji(text);
  }
  line.text = with_drawn_arrows(with_dollars(text));
  // «**【版式】** 竖版 9:16».
  if (begins_with(line.text, U"**【") && line.text.find(U"】**") < line.text.size() - 3)
    line.text = replaced(line.text.substr(2), U"】**", U"】");
  take_bold(line);
  take_keycap(line);
  take_equals(line);
  take_icon_arrow(line);
  // «**1. 画面规格**».
  if (line.bold && line.heading == 0 && line.marker == Marker::None && ordinal_length(line.text) > 0) {
    line.heading = 2;
    View own = line.text;
    take_ordinal(line, own);
    line.text = Text(own);
  }
  take_brackets(line);
  take_bracketed_key(line);
  return line;
}

// «01-comparison-hours»: a file's name.
bool is_file_name(View heading) {
  const std::size_t digits = std::min(heading.find_first_not_of(U"0123456789"), heading.size());
  return digits > 0 && digits < heading.size() && heading[digits] == U'-' && !contains(heading, U" ");
}

std::size_t next_full(const std::vector<Line>& lines, std::size_t i) {
  while (i < lines.size() && lines[i].text.empty() && !lines[i].rule) ++i;
  return i;
}

bool begins_front_matter(const std::vector<Line>& lines, std::size_t rule) {
  std::size_t i = next_full(lines, rule + 1), fields = 0;
  for (; i < lines.size() && !lines[i].rule && fields <= 12; ++i) {
    const Text text = folded(lines[i].text);
    const std::size_t colon = text.find(U':');
    if (text.empty()) continue;
    if (colon == View::npos || colon == 0 || has_han(text.substr(0, colon)) || lines[i].heading > 0) return false;
    if (lines[i].marker == Marker::None && contains(text.substr(0, colon), U" ")) return false;
    ++fields;
  }
  return fields > 0 && i < lines.size() && lines[i].rule;
}

}  // namespace

std::vector<Line> read_lines(std::string_view utf8) {
  const Text text = to_text(utf8);
  std::vector<Line> lines;
  int number = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(U'\n', begin), text.size());
    lines.push_back(read_line(View(text).substr(begin, end - begin), ++number));
    if (std::optional<Line> icon = take_icon_behind(lines.back())) lines.push_back(std::move(*icon));
    begin = end + 1;
  }
  return lines;
}

std::vector<std::vector<Line>> split_briefs(std::vector<Line> lines) {
  std::vector<std::size_t> starts = {0};
  bool in_front_matter = false, has_content = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.rule) {
      const std::size_t next = next_full(lines, i + 1);
      const bool names_file = next < lines.size() && lines[next].heading == 1 && is_file_name(lines[next].text);
      if (in_front_matter) {
        in_front_matter = false;
      } else if (begins_front_matter(lines, i)) {
        if (has_content && starts.back() != i) starts.push_back(i);
        in_front_matter = true;
        has_content = false;
      } else if (names_file && has_content) {
        starts.push_back(i);
        has_content = false;
      }
    } else if (!line.text.empty() && !in_front_matter && !(line.heading == 1 && is_file_name(line.text))) {
      has_content = true;
    } else if (line.heading == 1 && is_file_name(line.text) && has_content) {
      starts.push_back(i);
      has_content = false;
    }
  }
  std::vector<std::vector<Line>> briefs;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : lines.size();
    briefs.emplace_back(lines.begin() + std::ptrdiff_t(starts[i]), lines.begin() + std::ptrdiff_t(end));
  }
  return briefs;
}

}  // namespace sixiang::brief
