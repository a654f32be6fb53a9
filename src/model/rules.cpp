#include "model/rules.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "base/utf8.h"
#include "model/json_path.h"

namespace sixiang {

namespace {

std::string bound_text(double bound) {
  return bound == std::floor(bound) ? std::to_string(std::int64_t(bound)) : number_text(float(bound));
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20; }

// Tabs and line ends, which are drawn as blanks and line ends (specs/text.md).
bool is_harmless(char c) { return c >= '\t' && c <= '\r'; }

// Most often a formula's command: JSON reads "$\theta$" with one backslash as a dollar, a tab and "heta".
bool has_harmful_control(std::string_view text) {
  bool in_dollars = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '$') in_dollars = !in_dollars;
    if (!is_control(text[i])) continue;
    const bool is_command =
        in_dollars && text[i] != '\n' && i + 1 < text.size() && text[i + 1] >= 'a' && text[i + 1] <= 'z';
    if (!is_harmless(text[i]) || is_command) return true;
  }
  return false;
}

bool is_id_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

}  // namespace

Message expected_number(NumberRange range) {
  return {"a number from " + bound_text(range.least) + " to " + bound_text(range.most),
          "数值（" + bound_text(range.least) + " 到 " + bound_text(range.most) + "）"};
}

Message expected_integer(NumberRange range) {
  return {"a whole number from " + bound_text(range.least) + " to " + bound_text(range.most),
          "整数（" + bound_text(range.least) + " 到 " + bound_text(range.most) + "）"};
}

Message expected_color() { return {"a colour such as \"#A8D8EA\"", "颜色，如 \"#A8D8EA\""}; }

Message expected_word(std::span<const Word> words) {
  std::string list;
  for (const Word& word : words) list += (list.empty() ? "\"" : ", \"") + std::string(word.json) + "\"";
  if (words.size() == 1) return {list, list};
  return {"one of " + list, "以下之一：" + list};
}

std::optional<Message> number_problem(double value, NumberRange range) {
  // Written so that NaN is a problem too.
  if (value >= range.least && value <= range.most) return std::nullopt;
  return expected_number(range);
}

std::optional<Message> source_problem(std::string_view text) {
  if (text.size() > kMaxStringBytes) return Message{"text of at most 64 KiB", "不超过 64 KiB 的文本"};
  if (find_invalid_utf8(text)) return Message{"text in UTF-8", "UTF-8 文本"};
  const auto is_harmful = [](char c) { return is_control(c) && !is_harmless(c); };
  if (std::none_of(text.begin(), text.end(), is_harmful)) return std::nullopt;
  return Message{"text without control characters", "不含控制字符的文本"};
}

std::optional<Message> text_problem(std::string_view text) {
  if (text.size() > kMaxStringBytes || find_invalid_utf8(text)) return source_problem(text);
  if (has_harmful_control(text)) {
    return Message{"text without control characters (a backslash is written \\\\)",
                   "不含控制字符的文本（反斜杠要写作 \\\\）"};
  }
  return std::nullopt;
}

std::optional<Message> id_problem(std::string_view id) {
  if (!id.empty() && id.size() <= kMaxIdBytes && std::all_of(id.begin(), id.end(), is_id_character)) {
    return std::nullopt;
  }
  return Message{"a name of 1 to 64 letters, digits, '-' or '_'", "1 到 64 个字母、数字、'-' 或 '_' 组成的名称"};
}

std::optional<Message> icon_problem(std::string_view name) {
  if (name.size() <= kMaxIdBytes && !find_invalid_utf8(name) && std::none_of(name.begin(), name.end(), is_control)) {
    return std::nullopt;
  }
  return Message{"the name of an icon, a line of at most 64 bytes", "图标名称（一行，不超过 64 字节）"};
}

std::optional<Message> count_problem(std::size_t count, std::size_t most) {
  if (count <= most) return std::nullopt;
  return Message{"at most " + std::to_string(most) + " entries", "最多 " + std::to_string(most) + " 项"};
}

std::string number_text(float value) {
  if (std::floor(value) == value && std::abs(value) < 1e9f) return std::to_string(std::int64_t(value));
  char text[32];
  for (int digits = 6; digits <= 9; ++digits) {
    std::snprintf(text, sizeof text, "%.*g", digits, double(value));
    if (float(std::strtod(text, nullptr)) == value) break;
  }
  return text;
}

Message expectation(const Message& expected, const Message& found) {
  return {"expected " + expected.english + ", found " + found.english,
          "应为" + expected.chinese + "，但这里是" + found.chinese};
}

Message quoted_text(std::string_view text) {
  const std::string words = "\"" + shortened(text) + "\"";
  return {words, " " + words};
}

}  // namespace sixiang
