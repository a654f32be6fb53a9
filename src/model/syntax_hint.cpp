#include "model/syntax_hint.h"

#include <array>

#include "base/utf8.h"
#include "model/json_path.h"

namespace sixiang {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

// Spaces that JSON does not count as such: no-break, em quad to zero-width, ideographic.
bool is_other_space(char32_t c) { return c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x3000; }

char32_t code_point_at(std::string_view text, std::size_t offset) {
  const std::vector<CodePoint> decoded = decode_utf8(text.substr(offset, 4));
  return decoded.empty() ? 0 : decoded[0].value;
}

// What a Chinese keyboard types where JSON wants an ASCII character.
struct Lookalike {
  char32_t typed;
  char wanted;
};
constexpr std::array<Lookalike, 17> kLookalikes = {{{U'，', ','},
                                                    {U'、', ','},
                                                    {U'：', ':'},
                                                    {U'“', '"'},
                                                    {U'”', '"'},
                                                    {U'„', '"'},
                                                    {U'＂', '"'},
                                                    {U'‘', '"'},
                                                    {U'’', '"'},
                                                    {U'「', '"'},
                                                    {U'」', '"'},
                                                    {U'｛', '{'},
                                                    {U'｝', '}'},
                                                    {U'［', '['},
                                                    {U'］', ']'},
                                                    {U'【', '['},
                                                    {U'】', ']'}}};

std::optional<Message> word_hint(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  while (end < text.size() && is_letter(text[end])) ++end;
  const std::string word(text.substr(offset, end - offset));
  if (word == "NaN" || word == "Infinity" || word == "inf" || word == "nan") {
    return Message{"a number must be finite", "数值必须是有限的"};
  }
  constexpr std::array<std::array<std::string_view, 2>, 7> kWords = {{{"True", "true"},
                                                                      {"TRUE", "true"},
                                                                      {"False", "false"},
                                                                      {"FALSE", "false"},
                                                                      {"None", "null"},
                                                                      {"NULL", "null"},
                                                                      {"undefined", "null"}}};
  for (const auto& [typed, wanted] : kWords) {
    if (word == typed) return Message{"write " + std::string(wanted), "请写作 " + std::string(wanted)};
  }
  return Message{"names and text stand in double quotes: \"" + shortened(word, 24) + "\"",
                 "名称和文本要放在英文双引号中：\"" + shortened(word, 24) + "\""};
}

}  // namespace

Message found_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {"the end of the text", "文本末尾"};
  const char32_t c = code_point_at(text, offset);
  if (c == U'\n' || c == U'\r') return {"the end of the line", "行末"};
  if (c < 0x20 || c == 0x7F || c == 0xFEFF || is_other_space(c)) {
    constexpr char kDigits[] = "0123456789ABCDEF";
    std::string name = "U+";
    for (int shift = 12; shift >= 0; shift -= 4) name += kDigits[(c >> shift) & 15];
    return {name, " " + name};  // Chinese keeps its distance from Latin
  }
  std::string quoted = "'";
  append_utf8(quoted, c);
  quoted += "'";
  return {quoted, " " + quoted};
}

std::optional<Message> syntax_hint(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return std::nullopt;
  const char32_t c = code_point_at(text, offset);
  for (const Lookalike& lookalike : kLookalikes) {
    if (lookalike.typed != c) continue;
    const std::string wanted(1, lookalike.wanted);
    return Message{"write an ASCII " + wanted + " here", "此处请用英文（半角）的 " + wanted};
  }
  if (is_other_space(c)) return Message{"write an ordinary space", "请用普通（半角）空格"};
  if (c >= U'０' && c <= U'９') return Message{"write an ASCII digit", "请用英文（半角）数字"};
  if (c == U'\'') return Message{"text stands in double quotes", "文本要放在英文双引号中"};
  if (c == U'/' || c == U'#') return Message{"JSON has no comments", "JSON 不支持注释"};
  if (c == U'+' || c == U'.') return Message{"a number starts with a digit or '-'", "数值以数字或 '-' 开头"};
  if (c == U'`') return Message{"text stands in double quotes", "文本要放在英文双引号中"};
  if (c < 0x80 && is_letter(char(c))) return word_hint(text, offset);
  return std::nullopt;
}

}  // namespace sixiang
