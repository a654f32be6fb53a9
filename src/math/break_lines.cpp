#include <algorithm>
#include <utility>

#include "math/layouter.h"

namespace sixiang::math {
namespace {

constexpr float kIndent = 2;       // em, of every line but the first
constexpr float kLineGap = 0.35f;  // em between the ink of two lines
constexpr float kLeading = 1.4f;   // em between two baselines at least

float width_of(const std::vector<RowItem>& items) {
  float width = 0;
  for (const RowItem& item : items) width += item.fragment.width + item.fragment.italics;
  return width;
}

}  // namespace

// Breaks after a Rel, or after a Bin where that is not enough; greedily, the following lines indented.
Fragment Layouter::broken(std::vector<RowItem> items, float max_width, MathStyle style) {
  const auto line_width = [this](const std::vector<RowItem>& all, std::size_t begin, std::size_t end) {
    const Fragment line =
        assembled(std::vector<RowItem>(all.begin() + std::ptrdiff_t(begin), all.begin() + std::ptrdiff_t(end)));
    return line.width + line.italics;
  };
  const bool may_break = style_.breaking == FormulaBreaking::Allowed && style.level == StyleLevel::Display;
  if (!may_break || width_of(items) <= 0 || line_width(items, 0, items.size()) <= max_width) {
    return assembled(std::move(items));
  }
  std::vector<std::size_t> starts{0};
  const float indent = em(kIndent, style);
  while (true) {
    const std::size_t begin = starts.back();
    const float room = max_width - (begin == 0 ? 0 : indent);
    if (line_width(items, begin, items.size()) <= room) break;
    std::size_t after_relation = 0, after_binary = 0;
    for (std::size_t i = begin + 1; i < items.size(); ++i) {
      const AtomClass before = items[i - 1].right;
      if (items[i - 1].is_space || (before != AtomClass::Relation && before != AtomClass::Binary)) continue;
      if (line_width(items, begin, i) > room) break;
      (before == AtomClass::Relation ? after_relation : after_binary) = i;
    }
    // A relation that leaves the line nearly empty is no good place; neither is a second line of nothing.
    const bool short_line =
        after_relation != 0 && after_binary != 0 && line_width(items, begin, after_relation) < 0.4f * room;
    const std::size_t next = after_relation == 0 || short_line ? after_binary : after_relation;
    if (next == 0) break;
    starts.push_back(next);
  }
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
