#include "label/stress_marks.h"

#include <array>
#include <optional>

#include "base/utf8.h"

namespace sixiang {

namespace {

constexpr float kMostLead = 12;  // em

bool is_ascii_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

// What a backslash protects besides what inline_marks.h knows.
bool is_escaped_mark(std::string_view source, std::size_t at) {
  if (source[at] != '\\' || at + 2 >= source.size()) return false;
  return (source[at + 1] == '*' || source[at + 1] == '=') && source[at + 2] == source[at + 1];
}

std::optional<StressMarkKind> mark_at(std::string_view source, std::size_t at, std::size_t end) {
  if (at + 1 >= end || source[at] != source[at + 1]) return std::nullopt;
  const char c = source[at];
  if (c != '*' && c != '=') return std::nullopt;
  const bool is_longer = (at + 2 < source.size() && source[at + 2] == c) || (at > 0 && source[at - 1] == c);
  if (is_longer) return std::nullopt;
  return c == '*' ? StressMarkKind::Bold : StressMarkKind::Highlight;
}

struct Flanks {
  bool may_begin = false, may_end = false;
};

Flanks flanks_of(std::string_view source, std::size_t at) {
  const char before = at > 0 ? source[at - 1] : ' ', after = at + 2 < source.size() ? source[at + 2] : ' ';
  if (is_ascii_word(before) && is_ascii_word(after)) return {};
  return {!is_blank(after), !is_blank(before)};
}

}  // namespace

std::vector<StressMark> find_stress_marks(std::string_view source, const std::vector<ByteRange>& texts) {
  std::vector<StressMark> marks;
  std::array<std::optional<std::size_t>, 2> open;  // of each kind, the mark that began it
  for (const ByteRange& text : texts) {
    for (std::size_t i = text.begin; i < text.end; ++i) {
      if (is_escaped_mark(source, i)) {
        marks.push_back({StressMarkKind::Escape, {i, i + 1}});
        i += 2;
        continue;
      }
      const std::optional<StressMarkKind> kind = mark_at(source, i, text.end);
      if (!kind) continue;
      const Flanks flanks = flanks_of(source, i);
      std::optional<std::size_t>& begun = open[*kind == StressMarkKind::Bold ? 0 : 1];
      if (begun && flanks.may_end && i > marks[*begun].bytes.end) {
        marks.push_back({*kind, {i, i + 2}});
        begun.reset();
      } else if (!begun && flanks.may_begin) {
        begun = marks.size();
        marks.push_back({*kind, {i, i + 2}});
      }
      ++i;
    }
  }
  // What nothing ends is as typed. The later one first, so that the other's place stays.
  if (open[0] && open[1] && *open[0] < *open[1]) std::swap(open[0], open[1]);
  for (const std::optional<std::size_t>& begun : open) {
    if (begun) marks.erase(marks.begin() + std::ptrdiff_t(*begun));
  }
  return marks;
}

std::size_t find_lead(std::string_view source) {
  constexpr std::u32string_view kOtherClauses = U"$\\\n，。；！？、,;!?「」『』《》“”\"|=→←↔…*`";
  constexpr std::size_t kMostBytes = 96;
  float em = 0;
  char32_t previous = U' ';
  for (const CodePoint& c : decode_utf8(source.substr(0, kMostBytes))) {
    if (c.value == U':' || c.value == U'：') {
      if (previous == U' ') return 0;
      const std::size_t colon = c.offset + c.length;
      std::size_t end = colon;
      while (end < source.size() && source[end] == ' ') ++end;
      // 10:30, C:/, http://, a ratio: no leads. Behind a colon of ASCII stands a blank, Han, a formula, or nothing.
      const bool is_apart = end > colon || end == source.size() || source[end] == '$' || source[end] == '\n' ||
                            static_cast<unsigned char>(source[end]) >= 0x80;
      return c.value == U'：' || is_apart ? end : 0;
    }
    if (kOtherClauses.find(c.value) != std::u32string_view::npos) return 0;
    em += is_cjk(c.value) ? 1 : 0.5f;
    if (em > kMostLead) return 0;
    previous = c.value;
  }
  return 0;
}

}  // namespace sixiang
