#include <linebreak.h>

#include "base/utf8.h"
#include "text/cluster.h"

namespace sixiang {

namespace {

constexpr char32_t kSoftHyphen = 0xAD;

// UAX #14 forbids breaks on both sides of a quotation mark, because it cannot know which way it faces. Among Chinese it
// can be known; the mark is then shown to the algorithm as a bracket.
class Quotes {
 public:
  explicit Quotes(const std::vector<char32_t>& text) : text_(text) {}

  char32_t shown(std::size_t i) {
    const char32_t c = text_[i];
    if (is_line_end(c)) open_ = false;
    if (c == U'"') open_ = !open_;
    if (c != U'"' && c != U'“' && c != U'”' && c != U'‘' && c != U'’') return c;
    if (!among_chinese(i)) return c;
    const bool opens = c == U'“' || c == U'‘' || (c == U'"' && open_);
    return opens ? U'「' : U'」';
  }

 private:
  bool among_chinese(std::size_t i) const {
    return (i > 0 && is_cjk(text_[i - 1])) || (i + 1 < text_.size() && is_cjk(text_[i + 1]));
  }

  const std::vector<char32_t>& text_;
  bool open_ = false;
};

// “C++” and “##” are one sign each, though UAX #14 sees two.
bool is_doubled_sign(char32_t before, char32_t after) { return before == after && before < 0x80 && before != U' '; }

bool joins_words(char32_t c) { return c == U'-' || c == U'‐' || c == U'/'; }

// How many letters and digits stand at `i` and on from it in the direction of `step`; 3 for more.
std::size_t letters(const std::vector<char32_t>& text, std::size_t i, int step) {
  std::size_t count = 0;
  for (; count < 3 && i < text.size() && character_class(text[i]) == CharacterClass::Latin; i += std::size_t(step)) {
    ++count;
  }
  return count;
}

// “Wi-Fi”, “U-Net” and “I/O” are one word each, though UAX #14 breaks after the sign; “state-of-the-art” is not, nor is
// a path. `sign` is the place of the hyphen or slash.
bool is_inside_short_compound(const std::vector<char32_t>& text, std::size_t sign) {
  if (!joins_words(text[sign]) || sign == 0) return false;
  const std::size_t before = letters(text, sign - 1, -1), after = letters(text, sign + 1, 1);
  if (before == 0 || after == 0 || (before == 3 && after == 3)) return false;
  const bool chain_before = before < 3 && sign > before && joins_words(text[sign - before - 1]);
  const bool chain_after = after < 3 && sign + after + 1 < text.size() && joins_words(text[sign + after + 1]);
  return !chain_before && !chain_after;
}

// The slashes of “https://” and the address after them.
bool is_after_scheme(const std::vector<char32_t>& text, std::size_t i) {
  return i >= 2 && text[i] == U'/' && text[i - 1] == U'/' && text[i - 2] == U':';
}

bool may_break_after(const std::vector<char32_t>& text, std::size_t i) {
  const char32_t before = text[i], after = text[i + 1];
  return !is_forbidden_at_line_end(before) && !is_forbidden_at_line_start(after) && !is_doubled_sign(before, after) &&
         before != kSoftHyphen && !is_inside_short_compound(text, i) && !is_after_scheme(text, i);
}

// Beside a box that has its lines to itself, opening marks and spaces apart.
void break_around(std::vector<Cluster>& clusters, std::size_t box) {
  std::size_t first = box;
  while (first > 0 && clusters[first - 1].character_class == CharacterClass::Opening) --first;
  if (first > 0) clusters[first - 1].break_after = BreakAfter::Always;
  std::size_t last = box;
  while (last + 1 < clusters.size() && clusters[last + 1].kind == ClusterKind::Space) ++last;
  const bool line_end_follows = last + 1 < clusters.size() && clusters[last + 1].kind == ClusterKind::LineEnd;
  if (!line_end_follows) clusters[last].break_after = BreakAfter::Always;
}

}  // namespace

void find_breaks(ShapedText& text, const std::vector<Inline>& content) {
  if (text.code_points.empty()) return;
  std::vector<char32_t> shown;
  shown.reserve(text.code_points.size());
  Quotes quotes(text.code_points);
  for (std::size_t i = 0; i < text.code_points.size(); ++i) shown.push_back(quotes.shown(i));
  const std::vector<utf32_t> characters(shown.begin(), shown.end());
  std::vector<char> breaks(characters.size(), LINEBREAK_NOBREAK);
  init_linebreak();
  set_linebreaks_utf32(characters.data(), characters.size(), nullptr, breaks.data());
  for (std::size_t i = 0; i < text.clusters.size(); ++i) {
    Cluster& cluster = text.clusters[i];
    const std::size_t last = cluster.first_code_point + cluster.code_point_count - 1;
    if (cluster.kind == ClusterKind::LineEnd) {
      cluster.break_after = BreakAfter::Always;
    } else if (breaks[last] == LINEBREAK_ALLOWBREAK && last + 1 < characters.size()) {
      if (may_break_after(shown, last)) cluster.break_after = BreakAfter::Allowed;
    }
  }
  find_break_kinds(text.clusters);
  for (std::size_t i = 0; i < text.clusters.size(); ++i) {
    const InlineBox* box = std::get_if<InlineBox>(&content[text.clusters[i].item]);
    if (box && box->flow == BoxFlow::OwnLines) break_around(text.clusters, i);
  }
}

}  // namespace sixiang
