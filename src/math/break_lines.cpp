#include <algorithm>
#include <utility>

#include "math/layouter.h"

namespace sixiang::math {
namespace {

constexpr float kIndent = 2;       // em, of every line but the first
constexpr float kLineGap = 0.35f;  // em between the ink of two lines
constexpr float kLeading = 1.4f;   // em between two baselines at least

// A formula that must shrink anyhow may break at wider lines; by no more than layout() scales it down.
constexpr float kScales[] = {1, 0.9f, 0.8f, 0.75f};

float widest_line(const std::vector<Layouter::Extent>& places, const std::vector<std::size_t>& starts, float indent) {
  float widest = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : places.size();
    widest = std::max(widest, places[end - 1].right - places[starts[i]].left + (i == 0 ? 0 : indent));
  }
  return widest;
}

bool ends_with(const RowItem& item, AtomClass face) { return !item.is_space && item.right == face; }

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
    std::size_t after_relation = 0, at_binary = 0, first = 0;
    for (std::size_t i = begin + 1; i < items.size(); ++i) {
      const bool relation = ends_with(items[i - 1], AtomClass::Relation);
      if (!relation && !ends_with(items[i - 1], AtomClass::Binary) && !items[i].is_modulo) continue;
      if (first == 0) first = i;
      if (width_to(i) > room) break;
      (relation ? after_relation : at_binary) = i;
    }
    // A relation that leaves the line nearly empty is no good place.
    const bool short_line = after_relation != 0 && at_binary != 0 && width_to(after_relation) < 0.4f * room;
    const bool relation = wanted == LineEnds::AtRelations && !short_line && after_relation != 0;
    const std::size_t best = relation ? after_relation : std::max(after_relation, at_binary);
    if (first == 0) return starts;
    starts.push_back(best == 0 ? first : best);
  }
}

// In lines, the further ones indented, where it is too wide.
Fragment Layouter::broken(std::vector<RowItem> items, float max_width, MathStyle style) {
  demote_binaries(items);
  const std::vector<Extent> places = extents(items);
  if (places.empty() || places.back().right <= max_width) return assembled(std::move(items));
  const float indent = em(kIndent, style);
  std::vector<std::size_t> starts;
  const auto fits = [&](float scale, LineEnds wanted) {
    starts = line_starts(items, places, max_width / scale, style, wanted);
    return widest_line(places, starts, indent) * scale <= max_width;
  };
  std::any_of(std::begin(kScales), std::end(kScales),
              [&](float scale) { return fits(scale, LineEnds::AtRelations) || fits(scale, LineEnds::Anywhere); });
  Fragment result;
  float baseline = 0, previous_descent = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : items.size();
    std::vector<RowItem> line;
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
