#include "model/scan.h"

#include <cmath>
#include <cstdlib>
#include <set>
#include <string>

#include "base/utf8.h"
#include "model/json_path.h"
#include "model/limits.h"
#include "model/syntax_hint.h"

namespace sixiang {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Recursive descent over the grammar of RFC 8259; the nesting limit bounds the recursion. Every function returns false
// once something is wrong, and then error_ is set.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::optional<Error> run() {
    skip_space();
    if (at_end()) {
      fail(0, {"the document is empty", "文档是空的"});
    } else if (value()) {
      skip_space();
      if (!at_end()) unexpected({"nothing after the closing bracket", "右括号之后不应再有内容"});
    }
    return error_;
  }

 private:
  bool at_end() const { return at_ >= text_.size(); }
  char next() const { return at_end() ? '\0' : text_[at_]; }
  bool next_is(char c) const { return !at_end() && text_[at_] == c; }

  void skip_space() {
    while (!at_end() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) ++at_;
  }

  bool fail(std::size_t offset, const Message& reason) {
    const TextPosition position = position_of(text_, offset);
    const std::string line = std::to_string(position.line), column = std::to_string(position.column);
    error_ = Error{path_,
                   {"line " + line + ", column " + column + ": " + reason.english,
                    "第 " + line + " 行第 " + column + " 列：" + reason.chinese}};
    return false;
  }

  // "expected …, found …", with a hint where there is one.
  bool unexpected(const Message& expected) {
    const Message found = found_at(text_, at_);
    Message reason{"expected " + expected.english + ", found " + found.english,
                   "应为" + expected.chinese + "，但遇到" + found.chinese};
    if (const std::optional<Message> hint = syntax_hint(text_, at_)) {
      reason.english += " (" + hint->english + ")";
      reason.chinese += "（" + hint->chinese + "）";
    }
    return fail(at_, reason);
  }

  bool unclosed(std::size_t open) {
    const TextPosition position = position_of(text_, open);
    const std::string line = std::to_string(position.line), column = std::to_string(position.column);
    const std::string bracket(1, text_[open]);
    return fail(at_, {"the text ends, but '" + bracket + "' of line " + line + ", column " + column + " is not closed",
                      "文本已结束，但第 " + line + " 行第 " + column + " 列的 '" + bracket + "' 没有闭合"});
  }

  bool value() {
    if (++values_ > kMaxValues) {
      return fail(at_, {"too many values: a document holds at most " + std::to_string(kMaxValues),
                        "值太多：一个文档最多 " + std::to_string(kMaxValues) + " 个"});
    }
    if (at_end()) return unexpected({"a value", "一个值"});
    switch (text_[at_]) {
      case '{':
      case '[':
        return nested();
      case '"':
        return text();
      case 't':
        return word("true");
      case 'f':
        return word("false");
      case 'n':
        return word("null");
      default:
        return next() == '-' || is_digit(next()) ? number() : unexpected({"a value", "一个值"});
    }
  }

  bool nested() {
    if (++depth_ > kMaxNesting) {
      return fail(at_, {"nested too deeply: at most " + std::to_string(kMaxNesting) + " levels",
                        "嵌套过深：最多 " + std::to_string(kMaxNesting) + " 层"});
    }
    const bool good = next() == '{' ? object() : array();
    --depth_;
    return good;
  }

  bool missing_comma(char close) {
    Message expected{std::string("',' or '") + close + "'", std::string(" ',' 或 '") + close + "'"};
    const bool starts_value = !at_end() && std::string_view("\"{[-0123456789").find(next()) != std::string_view::npos;
    if (!starts_value) return unexpected(expected);
    const Message found = found_at(text_, at_);
    return fail(at_, {"expected " + expected.english + ", found " + found.english + " (a comma is missing before it)",
                      "应为" + expected.chinese + "，但遇到" + found.chinese + "（之前缺少逗号）"});
  }

  enum class After { Element, Closed, Wrong };

  // Past the comma or the closing bracket behind an element.
  After separator(char close, std::size_t open) {
    skip_space();
    if (at_end()) return unclosed(open), After::Wrong;
    if (next_is(close)) return ++at_, After::Closed;
    if (!next_is(',')) return missing_comma(close), After::Wrong;
    const std::size_t comma = at_++;
    skip_space();
    if (at_end()) return unclosed(open), After::Wrong;
    if (!next_is('}') && !next_is(']')) return After::Element;
    fail(comma,
         {std::string("a comma too many before '") + next() + "'", std::string("'") + next() + "' 之前多了一个逗号"});
    return After::Wrong;
  }

  bool array() {
    const std::size_t open = at_++;
    skip_space();
    if (next_is(']')) return ++at_, true;
    const std::size_t outer = path_.size();
    for (std::size_t index = 0;; ++index) {
      append_index(path_, index);
      if (at_end()) return path_.resize(outer), unclosed(open);
      if (!value()) return false;
      path_.resize(outer);
      const After after = separator(']', open);
      if (after != After::Element) return after == After::Closed;
    }
  }

  bool object() {
    const std::size_t open = at_++;
    skip_space();
    if (next_is('}')) return ++at_, true;
    std::set<std::string> keys;
    const std::size_t outer = path_.size();
    while (true) {
      if (at_end()) return unclosed(open);
      if (!next_is('"')) return unexpected({"a key in double quotes", "双引号中的键"});
      const std::size_t key_offset = at_;
      std::string key;
      if (!string(key)) return false;
      append_key(path_, key);
      if (!keys.insert(key).second) {
        return fail(key_offset, {"the key \"" + shortened(key) + "\" stands here twice",
                                 "键 \"" + shortened(key) + "\" 在此重复出现"});
      }
      skip_space();
      if (!next_is(':')) return unexpected({"':' after the key", "键后的 ':'"});
      ++at_;
      skip_space();
      if (!value()) return false;
      path_.resize(outer);
      const After after = separator('}', open);
      if (after != After::Element) return after == After::Closed;
    }
  }

  bool word(std::string_view wanted) {
    std::size_t end = at_;
    while (end < text_.size() &&
           ((text_[end] >= 'a' && text_[end] <= 'z') || (text_[end] >= 'A' && text_[end] <= 'Z') ||
            is_digit(text_[end]) || text_[end] == '_')) {
      ++end;
    }
    if (text_.substr(at_, end - at_) != wanted) return unexpected({"a value", "一个值"});
    at_ = end;
    return true;
  }

  bool digits() {
    if (!is_digit(next())) return unexpected({"a digit", "数字"});
    while (is_digit(next())) ++at_;
    return true;
  }

  bool number() {
    const std::size_t start = at_;
    if (next_is('-')) ++at_;
    if (next_is('0') && at_ + 1 < text_.size() && is_digit(text_[at_ + 1])) {
      return fail(start, {"a number does not start with 0", "数值不能以 0 开头"});
    }
    if (!digits()) return false;
    if (next_is('.')) {
      ++at_;
      if (!digits()) return false;
    }
    if (next_is('e') || next_is('E')) {
      ++at_;
      if (next_is('+') || next_is('-')) ++at_;
      if (!digits()) return false;
    }
    const std::string digits(text_.substr(start, at_ - start));
    if (digits.size() > kMaxStringBytes || !std::isfinite(std::strtod(digits.c_str(), nullptr))) {
      return fail(start, {"the number is too large: " + shortened(digits, 24), "数值过大：" + shortened(digits, 24)});
    }
    return true;
  }

  // Of a value, which counts in the sum of all.
  bool text() {
    const std::size_t start = at_;
    std::string decoded;
    if (!string(decoded)) return false;
    text_bytes_ += decoded.size();
    if (text_bytes_ <= kMaxTextBytes) return true;
    return fail(start, {"with this text the document has more than 128 KiB of texts: shorten it, or make several of it",
                        "加上这段文本，文档的文字超过 128 KiB：请缩短，或拆成几个文档"});
  }

  // Of a text or key, decoded.
  bool string(std::string& text) {
    const std::size_t start = at_++;
    while (true) {
      const std::size_t run = at_;
      while (!at_end() && text_[at_] != '"' && text_[at_] != '\\' && static_cast<unsigned char>(text_[at_]) >= 0x20) {
        ++at_;
      }
      text += text_.substr(run, at_ - run);
      if (text.size() > kMaxStringBytes) {
        return fail(start, {"a text of more than 64 KiB", "文本超过 64 KiB"});
      }
      if (at_end() || next() == '\n' || next() == '\r') {
        return fail(start, {"the text that starts here has no closing quote (a line break is written \\n)",
                            "此处开始的文本缺少右引号（换行请写作 \\n）"});
      }
      if (next_is('"')) return ++at_, true;
      if (!next_is('\\')) return control_character();
      if (!escape(text)) return false;
    }
  }

  bool control_character() {
    const Message found = found_at(text_, at_);
    return fail(at_,
                {"a control character in a text: write \\u" + found.english.substr(2) + " instead of " + found.english,
                 "文本中有控制字符：请把 " + found.english + " 写作 \\u" + found.english.substr(2)});
  }

  bool escape(std::string& text) {
    const std::size_t start = at_++;
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kMeaning = "\"\\/\b\f\n\r\t";
    const std::size_t found = at_end() ? std::string_view::npos : kLetters.find(next());
    if (found != std::string_view::npos) {
      text += kMeaning[found];
      ++at_;
      return true;
    }
    if (!next_is('u')) {
      return fail(
          start,
          {"an unknown escape: JSON knows \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX; a backslash is written \\\\",
           "未知的转义：JSON 只有 \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX；反斜杠要写作 \\\\"});
    }
    ++at_;
    std::optional<char32_t> unit = hex4();
    if (!unit) return fail(start, {"\\u needs four hexadecimal digits", "\\u 之后需要四位十六进制数字"});
    if (*unit >= 0xD800 && *unit <= 0xDBFF && text_.substr(at_, 2) == "\\u") {
      at_ += 2;
      const std::optional<char32_t> low = hex4();
      if (low && *low >= 0xDC00 && *low <= 0xDFFF) unit = 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00);
    }
    if (*unit >= 0xD800 && *unit <= 0xDFFF) {
      return fail(start, {"half of a surrogate pair is not a character", "半个代理对不是字符"});
    }
    if (*unit == 0) return fail(start, {"a text must not hold the character U+0000", "文本中不能有字符 U+0000"});
    append_utf8(text, *unit);
    return true;
  }

  std::optional<char32_t> hex4() {
    char32_t result = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
      const char c = next();
      const char lower = char(c | 0x20);
      if (is_digit(c)) {
        result = result * 16 + char32_t(c - '0');
      } else if (lower >= 'a' && lower <= 'f') {
        result = result * 16 + char32_t(lower - 'a' + 10);
      } else {
        return std::nullopt;
      }
    }
    return result;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0, values_ = 0;
  std::size_t text_bytes_ = 0;
  std::string path_;
  std::optional<Error> error_;
};

}  // namespace

std::optional<Error> scan_json(std::string_view text) {
  if (text.size() > kMaxDocumentBytes) {
    return Error{"", {"the document is larger than 2 MiB", "文档超过 2 MiB"}};
  }
  if (std::optional<Error> error = scan_encoding(text)) return error;
  return Scanner(without_byte_order_mark(text)).run();
}

}  // namespace sixiang
