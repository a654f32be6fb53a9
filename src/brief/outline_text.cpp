#include "brief/outline_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/utf8.h"

namespace sixiang::brief {

namespace {

constexpr std::string_view kBlanks = " \t\r";
constexpr std::size_t kLongestReference = 10;  // "&#1114111;"

constexpr std::array<std::pair<std::string_view, char32_t>, 6> kReferences = {
    {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0}}};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

std::string reference(char32_t c) { return "&#" + std::to_string(std::uint32_t(c)) + ";"; }

// "&amp;", "&#45;", "&copy;" at the start: bytes; 0: there is none, as in "R&D;".
std::size_t reference_length(std::string_view text) {
  if (text.substr(0, 1) != "&") return 0;
  std::size_t i = 1 + (text.substr(1, 1) == "#");
  const std::size_t name = i;
  while (i < text.size() && (is_letter(text[i]) || is_digit(text[i]))) ++i;
  return i > name + (name == 1) && i < text.size() && text[i] == ';' ? i + 1 : 0;
}

// The character of a reference with its ampersand and semicolon.
std::optional<char32_t> character_of(std::string_view reference) {
  const std::string_view name = reference.substr(1, reference.size() - 2);
  for (const auto& [known, c] : kReferences) {
    if (name == known) return c;
  }
  if (name[0] != '#' || reference.size() > kLongestReference) return std::nullopt;
  const bool is_hex = name.size() > 2 && (name[1] == 'x' || name[1] == 'X');
  std::uint32_t value = 0;
  for (const char c : name.substr(is_hex ? 2 : 1)) {
    const char low = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    if (!is_digit(c) && (!is_hex || low < 'a' || low > 'f')) return std::nullopt;
    value = value * (is_hex ? 16 : 10) + std::uint32_t(is_digit(c) ? c - '0' : low - 'a' + 10);
  }
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return std::nullopt;
  return char32_t(value);
}

// "<br>", "<br/>", "<BR />" at the start: bytes; 0: there is none.
std::size_t break_length(std::string_view text) {
  if (text.size() < 4 || text[0] != '<' || (text[1] | 0x20) != 'b' || (text[2] | 0x20) != 'r') return 0;
  std::size_t i = 3;
  while (i < text.size() && text[i] == ' ') ++i;
  if (i < text.size() && text[i] == '/') ++i;
  return i < text.size() && text[i] == '>' ? i + 1 : 0;
}

// Where a text begins like a block of Markdown: the byte that is to be written otherwise.
std::optional<std::size_t> block_mark(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const char first = text[0];
  const auto ends_at = [&](std::size_t i) { return i >= text.size() || is_blank(text[i]); };
  if (std::string_view("-+*").find(first) != std::string_view::npos && ends_at(1)) return 0;
  if (std::string_view("-*_=").find(first) != std::string_view::npos &&
      text.find_first_not_of(first) == std::string_view::npos)
    return 0;
  if (first == '>' || first == '|') return 0;
  if (first == '#' && ends_at(text.find_first_not_of('#'))) return 0;
  if (text.starts_with("```") || text.starts_with("~~~") || text.starts_with("★")) return 0;
  if (text.starts_with("[ ]") || text.starts_with("[x]") || text.starts_with("[X]")) return 0;
  if (is_stressed_line(text)) return 0;
  if (const std::size_t digits = ordinal_digits(text); digits > 0) return digits;
  return std::nullopt;
}

// Whether the star at `i` has no other beside it, so that it stresses and is not bold.
bool is_lone_star(std::string_view text, std::size_t i) {
  return text[i] == '*' && (i == 0 || text[i - 1] != '*') && (i + 1 == text.size() || text[i + 1] != '*');
}

class OutlineText {
 public:
  OutlineText(std::string_view text, OutlinePlace place) : text_(text), place_(place) {
    if (!is_in_table()) mark_ = block_mark(text);
  }

  std::string write() {
    while (at_ < text_.size()) write_next();
    return std::move(written_);
  }

 private:
  void write_next() {
    const std::size_t length = length_here();
    const std::string_view source = text_.substr(at_, length);
    if (text_[at_] == '\n') {
      written_ += "<br>";
    } else if (is_written_otherwise()) {
      written_ += reference(decode_utf8(source)[0].value);
    } else if (text_[at_] == '&' && reference_length(text_.substr(at_)) > 0) {
      written_ += "&amp;";
    } else if (text_[at_] == '<' && begins_tag()) {
      written_ += "&lt;";
    } else {
      written_ += source;
    }
    if (text_[at_] == '$' && !is_escaped_) in_formula_ = !in_formula_;
    is_escaped_ = text_[at_] == '\\' && !is_escaped_;
    at_ += length;
  }

  std::size_t length_here() const {
    const auto lead = static_cast<unsigned char>(text_[at_]);
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  }

  bool is_written_otherwise() const {
    const char c = text_[at_];
    const bool is_last = at_ + 1 == text_.size();
    if (mark_ == at_ || is_control(c)) return true;
    if (c == ' ' && (at_ == 0 || is_last || (is_in_table() && text_[at_ - 1] == ' '))) return true;
    if (c == '#' && is_last && !is_in_table() && closes_heading()) return true;
    if (c == '|' && place_ == OutlinePlace::Head) return true;
    if (place_ == OutlinePlace::Title && is_lone_star(text_, at_)) return true;
    for (const std::string_view unseen : {"\xEF\xBB\xBF", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
      if (text_.substr(at_).starts_with(unseen)) return true;
    }
    return false;
  }
  bool is_in_table() const { return place_ == OutlinePlace::Head || place_ == OutlinePlace::Row; }
  bool closes_heading() const {
    const std::size_t before = text_.find_last_not_of('#');
    return before == std::string_view::npos || is_blank(text_[before]);
  }
  bool begins_tag() const {
    const std::string_view rest = text_.substr(at_ + 1);
    if (rest.starts_with("!--") || break_length(text_.substr(at_)) > 0) return true;
    return !in_formula_ && !rest.empty() && (is_letter(rest[0]) || rest[0] == '/' || rest[0] == '!' || rest[0] == '?');
  }

  std::string_view text_;
  OutlinePlace place_;
  std::optional<std::size_t> mark_;
  std::size_t at_ = 0;
  bool is_escaped_ = false, in_formula_ = false;
  std::string written_;
};

}  // namespace

std::string to_outline_text(std::string_view text, OutlinePlace place) { return OutlineText(text, place).write(); }

std::string from_outline_text(std::string_view text) {
  std::string read;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    if (const std::size_t length = break_length(rest); length > 0) {
      read += '\n';
      i += length;
      continue;
    }
    const std::size_t length = reference_length(rest);
    const std::optional<char32_t> c = length > 0 ? character_of(rest.substr(0, length)) : std::nullopt;
    if (c) append_utf8(read, *c);
    if (!c) read += text[i];
    i += c ? length : 1;
  }
  return read;
}

std::string to_outline_code(std::string_view text) {
  std::string code;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_escape = text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '$' || text[i + 1] == '\\');
    if (is_escape) ++i;
    code += text[i];
  }
  return code;
}

std::string from_outline_code(std::string_view code) {
  std::string text;
  for (const char c : code) {
    if (c == '$' || c == '\\') text += '\\';
    text += c;
  }
  return text;
}

std::string outline_comment(std::string_view word, std::string_view object) {
  if (word.empty() && object == "{}") return {};
  std::string comment = " <!-- " + std::string(word);
  if (object != "{}") {
    if (!word.empty()) comment += ' ';
    // Two hyphens would end the comment; in JSON they stand in strings only.
    for (const char c : object)
      comment += c == '-' && comment.back() == '-' ? std::string("\\u002d") : std::string(1, c);
  }
  return comment + " -->";
}

std::string_view trimmed_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

std::size_t ordinal_digits(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && digits < 9 && is_digit(text[digits])) ++digits;
  const bool is_ordinal = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')') &&
                          (digits + 1 == text.size() || is_blank(text[digits + 1]));
  return is_ordinal ? digits : 0;
}

std::string to_outline_title(const StressedText& title) {
  const std::vector<CodePoint> characters = decode_utf8(title.text);
  const std::size_t end = title.start + title.length;
  if (title.length == 0 || end > characters.size()) return to_outline_text(title.text, OutlinePlace::Title);
  const auto offset = [&](std::size_t i) { return i < characters.size() ? characters[i].offset : title.text.size(); };
  const std::string_view text = title.text;
  const auto part = [](std::string_view piece) { return to_outline_text(piece, OutlinePlace::Title); };
  std::string before = part(text.substr(0, offset(title.start))), after = part(text.substr(offset(end)));
  // Beside a star a blank is within the line.
  constexpr std::string_view kBlank = "&#32;";
  if (before.size() > kBlank.size() && before.ends_with(kBlank)) {
    before.replace(before.size() - kBlank.size(), kBlank.size(), " ");
  }
  if (after.size() > kBlank.size() && after.starts_with(kBlank)) after.replace(0, kBlank.size(), " ");
  const std::string line =
      before + "*" + part(text.substr(offset(title.start), offset(end) - offset(title.start))) + "*" + after;
  return from_outline_title(line) == title ? line : to_outline_text(title.text, OutlinePlace::Title);
}

StressedText from_outline_title(std::string_view line) {
  std::vector<std::size_t> stars;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (is_lone_star(line, i)) stars.push_back(i);
  }
  if (stars.size() != 2) return {from_outline_text(line)};
  const std::string before = from_outline_text(line.substr(0, stars[0]));
  const std::string part = from_outline_text(line.substr(stars[0] + 1, stars[1] - stars[0] - 1));
  return {before + part + from_outline_text(line.substr(stars[1] + 1)), utf8_length(before), utf8_length(part)};
}

bool is_stressed_line(std::string_view text) { return text.size() > 2 && text.front() == '_' && text.back() == '_'; }

}  // namespace sixiang::brief
