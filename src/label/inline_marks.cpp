#include "label/inline_marks.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/icon_mark.h"
#include "base/utf8.h"
#include "icon/icon.h"
#include "math/math.h"

namespace sixiang {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::size_t kLeastCalledName = 3;   // $(ls) is none, it might be $(ab)$
constexpr std::size_t kMostPlainLetters = 2;  // in a row, where nothing else says that it is a formula
constexpr std::size_t kLeastIconName = 2;     // of one that is unknown, for `[:n:]`

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return kBlanks.find(c) != kNone; }

bool is_blank(std::string_view text) { return text.find_first_not_of(kBlanks) == kNone; }

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  return begin == kNone ? std::string_view() : text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

bool has_empty_line(std::string_view text) {
  for (std::size_t end = text.find('\n'); end != kNone; end = text.find('\n', end + 1)) {
    const std::size_t next = text.find_first_not_of(" \t\r", end + 1);
    if (next != kNone && text[next] == '\n') return true;
  }
  return false;
}

// Where a code span of Markdown ends that begins at `at`, on one line: as many backticks behind it as before it. Where
// none begins, where the backticks end: opening quotes of LaTeX are some too, and letters follow them.
std::size_t end_of_code(std::string_view source, std::size_t at) {
  const auto end_of_run = [source](std::size_t i) { return std::min(source.find_first_not_of('`', i), source.size()); };
  const std::size_t begin = end_of_run(at), line_end = std::min(source.find('\n', at), source.size());
  for (std::size_t close = source.find('`', begin); close < line_end;) {
    const std::size_t end = end_of_run(close);
    const bool opens_another = end < source.size() && (is_letter(source[end]) || is_digit(source[end]));
    if (end - close == begin - at && !opens_another) return end;
    close = source.find('`', end);
  }
  return begin;
}

// Where `mark` is at or after `from`, rather outside of braces: `$\text{if $x$}$`. A backslash hides what is behind it,
// unless the mark begins with one.
std::size_t find_close(std::string_view source, std::size_t from, std::string_view mark) {
  std::size_t first = kNone, depth = 0;
  for (std::size_t i = from; i < source.size(); ++i) {
    if (depth == 0 && source[i] == '`') {
      i = end_of_code(source, i) - 1;
      continue;
    }
    if (source.substr(i, mark.size()) == mark) {
      if (depth == 0) return i;
      first = std::min(first, i);
    }
    if (source[i] == '\\') {
      ++i;
    } else if (source[i] == '{') {
      ++depth;
    } else if (source[i] == '}' && depth > 0) {
      --depth;
    }
  }
  return first;
}

// Of `$HOME`, `${HOME}`, `$(date +%F)`, `$(this)`: bytes of what a shell or a script takes for a name; 0 where it is
// none.
std::size_t shell_name(std::string_view text) {
  const auto is_name = [](char c) { return (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_'; };
  const auto is_word = [](char c) { return is_letter(c) || is_digit(c) || c == '_'; };
  const bool brackets = !text.empty() && (text[0] == '{' || text[0] == '(');
  const std::size_t begin = brackets ? 1 : 0;
  std::size_t end = begin;
  while (end < text.size() && (brackets ? is_word(text[end]) : is_name(text[end]))) ++end;
  if (!brackets) return end >= 2 && !is_digit(text[0]) ? end : 0;
  if (end == begin || end == text.size()) return 0;
  const bool is_call = end >= begin + 2 && (text[end] == ' ' || (text[end] == ')' && end >= begin + kLeastCalledName));
  const bool closes = text[0] == '{' ? text[end] == '}' : is_call;
  return closes ? end + 1 : 0;
}

// Of `$name,`, `$list[0]`, `$this->name`, `$('.btn')`: bytes up to the sign that no formula has there; 0 where it is
// none.
std::size_t script_name(std::string_view text) {
  if (text.size() > 1 && text[0] == '(' && (text[1] == '\'' || text[1] == '"')) return 1;
  std::size_t end = 0;
  while (end < text.size() && (is_letter(text[end]) || text[end] == '_')) ++end;
  const std::string_view rest = text.substr(end);
  const bool is_used = !rest.empty() && (rest[0] == ',' || rest[0] == '[' || rest.substr(0, 2) == "->");
  return end >= 2 && is_used ? end : 0;
}

// Bytes of the number of `$1.5/M`, with what stands for thousands and millions; 0 where there is none.
std::size_t sum_of_money(std::string_view text) {
  if (text.empty() || !is_digit(text[0])) return 0;
  std::size_t end = 0;
  while (end < text.size() && (is_digit(text[end]) || text[end] == '.' || text[end] == ',')) ++end;
  while (end < text.size() && std::string_view("kKMB").find(text[end]) != kNone) ++end;
  return end;
}

bool begins_with_cjk(std::string_view text) {
  const std::vector<CodePoint> first = decode_utf8(text.substr(0, 4));
  return !first.empty() && is_cjk(first.front().value);
}

bool has_cjk_outside_braces(std::string_view text) {
  int depth = 0;
  for (const CodePoint& c : decode_utf8(text)) {
    if (c.value == U'{') ++depth;
    if (c.value == U'}') --depth;
    if (depth <= 0 && is_cjk(c.value)) return true;
  }
  return false;
}

// Chinese that is no factor or term: `5 元,共`, not `0.5×单价`.
bool goes_on_in_chinese(std::string_view text) {
  constexpr std::u32string_view kSignsOfTerms = U"+-−*×÷·=<>≤≥≈(（";
  if (text.find_first_of("\\^_{") != kNone) return false;
  char32_t before = 0;
  for (const CodePoint& c : decode_utf8(text)) {
    if (c.value == U' ') continue;
    if (is_cjk(c.value)) return kSignsOfTerms.find(before) == std::u32string_view::npos;
    before = c.value;
  }
  return false;
}

// `0.5),`: the bracket was opened before the sum.
bool closes_more_than_it_opens(std::string_view text) {
  if (text.find('\\') != kNone) return false;
  int depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[') ++depth;
    if ((c == ')' || c == ']') && --depth < 0) return true;
  }
  return false;
}

// Whether what stands between two dollars goes on as a sentence does: `$5/月，误差$x$`, `($0.5),收益$x$`, `$HOME与$x$`.
bool is_money_in_sentence(std::string_view inner) {
  const std::size_t sum = sum_of_money(inner);
  if (sum == 0) return false;
  const std::string_view rest = inner.substr(sum);
  return begins_with_cjk(rest) || (!rest.empty() && rest[0] == '/' && has_cjk_outside_braces(rest)) ||
         goes_on_in_chinese(rest) || closes_more_than_it_opens(rest);
}
bool is_variable_in_sentence(std::string_view inner, std::string_view behind) {
  const std::size_t name = shell_name(inner);
  if (name > 0 && (begins_with_cjk(inner.substr(name)) || shell_name(behind) > 0)) return true;
  const std::size_t script = script_name(inner);
  return script > 0 && goes_on_in_chinese(inner.substr(script + 1));
}

// `0.5$/度`: the number has its sign behind it.
bool is_behind_number(std::string_view before) { return !before.empty() && is_digit(before.back()); }

// `foo$|bar$`: the end of a regular expression's line.
bool is_end_of_expression(std::string_view before, std::string_view inner) {
  const bool touches = !before.empty() && !is_blank(before.back()) && static_cast<unsigned char>(before.back()) < 0x80;
  return touches && inner[0] == '|' && std::count(inner.begin(), inner.end(), '|') % 2 == 1;
}

bool has_plain_word(std::string_view text) {
  std::size_t letters = 0;
  for (const char c : text) {
    letters = is_letter(c) ? letters + 1 : 0;
    if (letters > kMostPlainLetters) return true;
  }
  return false;
}

bool reads_as_formula(std::string_view inner) {
  const std::string_view text = trimmed(inner);
  if (text.empty() || is_digit(text[0]) || has_cjk_outside_braces(text)) return false;
  if (has_plain_word(text) && text.find_first_of("\\^_=") == kNone) return false;
  return math::parse(text).diagnostics.empty();
}

InlineMark sign(std::size_t at, std::size_t length, MarkKind kind = MarkKind::Text) {
  return {kind, {at, at + length}, {}};
}

InlineMark between(std::string_view source, ByteRange outer, ByteRange inner) {
  return {is_blank(slice(source, inner)) ? MarkKind::Empty : MarkKind::Formula, outer, inner};
}

InlineMark read_double_dollar(std::string_view source, std::size_t at) {
  const std::size_t begin = at + 2;
  const std::size_t close = find_close(source, begin, "$$");
  if (close != kNone && !has_empty_line(source.substr(begin, close - begin))) {
    return between(source, {at, close + 2}, {begin, close});
  }
  const bool opens = begin < source.size() && !is_blank(source[begin]);
  return sign(at, 2, opens ? MarkKind::Unclosed : MarkKind::Text);
}

// A dollar without another one that makes a formula of them.
InlineMark lone_dollar(std::string_view source, std::size_t at) {
  const std::string_view behind = source.substr(at + 1);
  const bool opens = !behind.empty() && !is_blank(behind[0]);
  const bool is_plain = !opens || is_digit(behind[0]) || shell_name(behind) > 0 || script_name(behind) > 0 ||
                        begins_with_cjk(behind) || is_behind_number(source.substr(0, at));
  return sign(at, 1, is_plain ? MarkKind::Text : MarkKind::Unclosed);
}

InlineMark read_dollar(std::string_view source, std::size_t at) {
  const std::size_t begin = at + 1;
  const std::string_view line = source.substr(0, std::min(source.find('\n', begin), source.size()));
  const std::size_t close = find_close(line, begin, "$");
  if (close == kNone) return lone_dollar(source, at);
  const ByteRange outer{at, close + 1}, inner{begin, close};
  const std::string_view before = source.substr(0, at), text = slice(source, inner), behind = source.substr(close + 1);
  if (is_blank(text)) return {MarkKind::Empty, outer, inner};
  const bool is_sentence = is_money_in_sentence(text) || is_variable_in_sentence(text, behind) ||
                           is_end_of_expression(before, text) || (is_behind_number(before) && text[0] == '/');
  if (is_sentence) return sign(at, 1);
  const bool closes = !is_blank(text.back()) && (behind.empty() || (!is_digit(behind[0]) && behind[0] != '{'));
  if (!is_blank(text[0]) && closes) return {MarkKind::Formula, outer, inner};
  if (reads_as_formula(text)) return {MarkKind::Doubtful, outer, inner};
  return lone_dollar(source, at);
}

// `\(\d+\)`, `\[(.*?)\]`, `\[0-9\]`: an expression that looks for brackets.
bool is_regular_expression(std::string_view inner) {
  for (const std::string_view sign : {".*", ".+", "*?", "+?", "[^", "a-z", "A-Z", "0-9"}) {
    if (inner.find(sign) != kNone) return true;
  }
  for (std::size_t i = 0; i + 1 < inner.size(); ++i) {
    const bool is_class = inner[i] == '\\' && std::string_view("dwsDWS").find(inner[i + 1]) != kNone;
    if (is_class && (i + 2 == inner.size() || !is_letter(inner[i + 2]))) return true;
    if (inner[i] == '\\') ++i;
  }
  return false;
}

// `\[12\]`, `\[注\]`: brackets that Markdown would take for a link's.
bool is_reference(std::string_view inner) {
  return has_cjk_outside_braces(inner) || std::all_of(inner.begin(), inner.end(), is_digit);
}

InlineMark read_bracket(std::string_view source, std::size_t at) {
  const std::size_t begin = at + 2;
  const bool is_square = source[at + 1] == '[';
  const std::size_t close = find_close(source, begin, is_square ? "\\]" : "\\)");
  if (close == kNone) return sign(at, 2);
  const std::string_view inner = source.substr(begin, close - begin);
  if (has_empty_line(inner) || is_regular_expression(inner) || (is_square && is_reference(inner))) return sign(at, 2);
  return between(source, {at, close + 2}, {begin, close});
}

constexpr std::string_view kBegin = "\\begin{", kEnd = "\\end{";

InlineMark read_environment(std::string_view source, std::size_t at) {
  const std::size_t brace = source.find('}', at);
  if (brace == kNone) return sign(at, 1);
  const std::string_view name = source.substr(at + kBegin.size(), brace - at - kBegin.size());
  if (!math::is_environment(name)) return sign(at, 1);
  const auto names_it = [&](std::size_t i, std::string_view command) {
    return source.substr(i, command.size()) == command &&
           source.substr(i + command.size(), name.size() + 1) == source.substr(brace - name.size(), name.size() + 1);
  };
  std::size_t depth = 0;
  for (std::size_t i = source.find('\\', at); i != kNone; i = source.find('\\', i + 1)) {
    if (names_it(i, kBegin)) ++depth;
    if (!names_it(i, kEnd) || --depth > 0) continue;
    const ByteRange all{at, i + kEnd.size() + name.size() + 1};
    return {MarkKind::Formula, all, all};
  }
  return sign(at, 1);
}

bool ends_with_icon(std::string_view text) {
  if (text.size() < 2 || text.back() != ':') return false;
  const std::size_t colon = text.rfind(':', text.size() - 2);
  const std::optional<ByteRange> name = colon != kNone ? icon_name_at(text, colon) : std::nullopt;
  return name && find_icon(slice(text, *name));
}

// A word before the colon, or another colon, makes it one of a text: `a:b:c`, `10:30:45`, `std::vector::size`.
InlineMark read_icon(std::string_view source, std::size_t at) {
  const auto is_word = [](char c) { return is_letter(c) || is_digit(c) || c == ':'; };
  const std::string_view before = source.substr(0, at);
  const std::optional<ByteRange> place = icon_name_at(source, at);
  if (!place || (!before.empty() && is_word(before.back()) && !ends_with_icon(before))) return sign(at, 1);
  const InlineMark icon{MarkKind::Icon, {at, place->end + 1}, *place};
  const std::string_view name = slice(source, *place), behind = source.substr(icon.outer.end);
  if (find_icon(name)) return icon;
  const bool is_doubtful = (!behind.empty() && is_word(behind[0])) || name.size() < kLeastIconName ||
                           std::any_of(name.begin(), name.end(), is_digit);
  return is_doubtful ? sign(at, 1) : InlineMark{MarkKind::UnknownIcon, icon.outer, icon.inner};
}

}  // namespace

std::size_t find_mark(std::string_view source, std::size_t from) { return source.find_first_of("$:\\`", from); }

bool is_escape(std::string_view source, std::size_t at) {
  const std::string_view pair = source.substr(at, 2);
  return pair == "\\$" || pair == "\\:";
}

InlineMark read_mark(std::string_view source, std::size_t at) {
  const std::string_view rest = source.substr(at);
  if (rest[0] == '`') return sign(at, end_of_code(source, at) - at);
  if (rest.substr(0, 2) == "$$") return read_double_dollar(source, at);
  if (rest[0] == '$') return read_dollar(source, at);
  if (rest[0] == ':') return read_icon(source, at);
  if (rest.substr(0, 2) == "\\(" || rest.substr(0, 2) == "\\[") return read_bracket(source, at);
  if (rest.substr(0, kBegin.size()) == kBegin) return read_environment(source, at);
  // The second of two backslashes is none that makes a bracket; before another mark it is one that hides it.
  const bool is_pair = is_escape(source, at) || rest.substr(0, 2) == "\\`" || rest.substr(0, 3) == "\\\\(" ||
                       rest.substr(0, 3) == "\\\\[";
  return sign(at, is_pair ? 2 : 1);
}

}  // namespace sixiang
