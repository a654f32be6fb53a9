#include <algorithm>
#include <string_view>
#include <utility>

#include "math/layouter.h"

namespace sixiang::math {
namespace {

constexpr float kIndent = 1;       // em, of every line but the first
constexpr float kLineGap = 0.35f;  // em between the ink of two lines
constexpr float kLeading = 1.4f;   // em between two baselines at least

// A formula that must shrink anyhow may break at wider lines; by no more than layout() scales it down.
constexpr float kScales[] = {1, 0.95f, 0.9f, 0.85f, 0.8f, 0.75f};
// What a formula's size counts on two lines, and with each further one: two lines at 0.8 are better than three.
constexpr float kSecondLine = 0.84f, kFurtherLine = 0.79f;
// The same where a product is broken, and where a line holds but a letter.
constexpr float kBrokenProduct = 0.7f, kLonely = 0.4f;
constexpr float kShortLine = 1.3f, kShortItem = 2.8f;  // em: shorter lines, and lines of one item, hold but a letter
constexpr float kNarrower = 0.94f, kNarrowest = 0.5f;  // of two widths that are tried for lines of even lengths
constexpr std::u32string_view kProducts = U"·⋅×∗*∘∙⊙⊗÷/";

std::size_t end_of_line(const std::vector<std::size_t>& starts, std::size_t line, std::size_t count) {
  return line + 1 < starts.size() ? starts[line + 1] : count;
}

float widest_line(const std::vector<Layouter::Extent>& places, const std::vector<std::size_t>& starts, float indent) {
  float widest = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = end_of_line(starts, i, places.size());
    widest = std::max(widest, places[end - 1].right - places[starts[i]].left + (i == 0 ? 0 : indent));
  }
  return widest;
}

bool ends_with(const RowItem& item, AtomClass face) { return !item.is_space && item.right == face; }

bool is_product(const RowItem& item) {
  return ends_with(item, AtomClass::Binary) && item.fragment.glyphs.size() == 1 &&
         kProducts.find(item.fragment.glyphs.front().character) != std::u32string_view::npos;
}

// Whether a line may begin at an item: behind a relation or a sign, before a word or, if it must be, a product's sign.
bool may_begin(const std::vector<RowItem>& items, std::size_t i, LineEnds wanted) {
  const RowItem& before = items[i - 1];
  if (ends_with(before, AtomClass::Relation) || items[i].is_modulo) return true;
  if (is_product(items[i])) return wanted == LineEnds::AtProducts && !ends_with(before, AtomClass::Binary);
  return ends_with(before, AtomClass::Binary) && !is_product(before);
}

}  // namespace

// Where lines begin: greedily, each at a place that is preferred; where nothing fits, at the first place there is.
std::vector<std::size_t> Layouter::line_starts(const std::vector<RowItem>& items, const std::vector<Extent>& places,
                                               float max_width, MathStyle style, LineEnds wanted) const {
  const float indent = em(kIndent, style);
  std::vector<std::size_t> starts{0};
  while (true) {
    const std::size_t begin = starts.back();
    const float room = max_width - (begin == 0 ? 0 : indent);
    const auto width_to = [&](std::size_t end) { return places[end - 1].right - places[begin].left; };
    if (width_to(items.size()) <= room) return starts;
    std::size_t after_relation = 0, elsewhere = 0, first = 0;
    for (std::size_t i = begin + 1; i < items.size(); ++i) {
      if (!may_begin(items, i, wanted)) continue;
      if (first == 0) first = i;
      if (width_to(i) > room) break;
      (ends_with(items[i - 1], AtomClass::Relation) ? after_relation : elsewhere) = i;
    }
    // A relation that leaves the line nearly empty is no good place, but for what it leads.
    const bool short_line =
        begin > 0 && elsewhere != 0 && after_relation != 0 && width_to(after_relation) < 0.4f * room;
    const bool relation = wanted == LineEnds::AtRelations && !short_line && after_relation != 0;
    const std::size_t best = relation ? after_relation : std::max(after_relation, elsewhere);
    if (first == 0) return starts;
    starts.push_back(best == 0 ? first : best);
  }
}

// Whether a line holds but a letter or two; the first may: a name and its relation.
bool Layouter::has_lonely_line(const std::vector<RowItem>& items, const std::vector<Extent>& places,
                               const std::vector<std::size_t>& starts, MathStyle style) const {
  for (std::size_t line = 1; line < starts.size(); ++line) {
    const std::size_t begin = starts[line], end = end_of_line(starts, line, items.size());
    const auto inked = std::count_if(items.begin() + std::ptrdiff_t(begin), items.begin() + std::ptrdiff_t(end),
                                     [](const RowItem& item) { return !item.is_space; });
    const float width = places[end - 1].right - places[begin].left;
    if (width < em(inked > 1 ? kShortLine : kShortItem, style)) return true;
  }
  return false;
}

// The lines in which the formula counts most: large, on few lines, no product broken.
std::vector<std::size_t> Layouter::best_lines(const std::vector<RowItem>& items, const std::vector<Extent>& places,
                                              float max_width, MathStyle style) const {
  const float indent = em(kIndent, style);
  std::vector<std::size_t> best{0};
  float best_worth =
      places.back().right * kScales[std::size(kScales) - 1] <= max_width ? max_width / places.back().right : 0;
  for (float scale : kScales) {
    for (LineEnds wanted : {LineEnds::AtRelations, LineEnds::Anywhere, LineEnds::AtProducts}) {
      std::vector<std::size_t> starts = line_starts(items, places, max_width / scale, style, wanted);
      if (starts.size() < 2 || widest_line(places, starts, indent) * scale > max_width) continue;
      float worth = scale * kSecondLine;
      for (std::size_t line = 2; line < starts.size(); ++line) worth *= kFurtherLine;
      for (std::size_t start : starts) worth *= is_product(items[start]) ? kBrokenProduct : 1;
      if (has_lonely_line(items, places, starts, style)) worth *= kLonely;
      if (worth <= best_worth) continue;
      best_worth = worth;
      best = std::move(starts);
      // Of even lengths, where that takes no more lines.
      for (float part = kNarrower; part > kNarrowest && wanted != LineEnds::AtRelations; part *= kNarrower) {
        starts = line_starts(items, places, max_width / scale * part, style, wanted);
        if (starts.size() > best.size() || widest_line(places, starts, indent) > max_width / scale * part) break;
        best = std::move(starts);
      }
    }
  }
  return best;
}

// One line where there is no place to break at.
float Layouter::width_on_two_lines(std::vector<RowItem> items, MathStyle style) const {
  demote_binaries(items);
  const std::vector<Extent> places = extents(items);
  float least = places.empty() ? 0 : places.back().right;
  for (std::size_t i = 1; i < items.size(); ++i) {
    const std::vector<std::size_t> starts{0, i};
    if (!may_begin(items, i, LineEnds::AtProducts) || has_lonely_line(items, places, starts, style)) continue;
    const float worth = is_product(items[i]) ? kBrokenProduct : 1;
    least = std::min(least, widest_line(places, starts, em(kIndent, style)) / worth);
  }
  return least;
}

// In lines, the further ones indented, where it is too wide.
Fragment Layouter::broken(std::vector<RowItem> items, float max_width, MathStyle style) {
  demote_binaries(items);
  const std::vector<Extent> places = extents(items);
  if (places.empty() || places.back().right <= max_width) return assembled(std::move(items));
  const float indent = em(kIndent, style);
  const std::vector<std::size_t> starts = best_lines(items, places, max_width, style);
  Fragment result;
  float baseline = 0, previous_descent = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = end_of_line(starts, i, items.size());
    std::vector<RowItem> line;
    if (i > 0 && is_product(items[starts[i]])) {  // and that behind one at the beginning
      RowItem nothing;
      nothing.style = style;
      line.push_back(std::move(nothing));
    }
    for (std::size_t j = starts[i]; j < end; ++j) line.push_back(std::move(items[j]));
    if (end < items.size()) {  // keeps the space before a Bin at the end
      RowItem nothing;
      nothing.style = style;
      line.push_back(std::move(nothing));
    }
    Fragment set = assembled(std::move(line));
    if (i > 0) {
      baseline += std::max(em(kLeading, style), previous_descent + set.ascent + em(kLineGap, style));
    }
    previous_descent = set.descent;
    const float x = i == 0 ? 0 : indent;
    result.width = std::max(result.width, x + set.width + set.italics);
    place(result, std::move(set), x, baseline);
  }
  return result;
}

}  // namespace sixiang::math
