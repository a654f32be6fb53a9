#include <algorithm>
#include <utility>

#include "math/layouter.h"

namespace sixiang::math {
namespace {

using enum MathConstant;

// Around letters with marks and scripts, brackets grow only where these are clearly taller than a line of text.
constexpr float kTolerance = 1.3f;  // em
// Around fractions and the like: a delimiter may fall this much short of what it holds (TeX's \delimitershortfall); one
// that need not grow, more.
constexpr float kShortfall = 0.1f;        // em
constexpr float kPlainShortfall = 0.25f;  // em
constexpr float kMatrixReach = 0.05f;     // of its height
// \big … \Bigg, heights in em (plain TeX has 0.85, 1.15, 1.45, 1.75 of a line).
constexpr float kSteps[] = {1.2f, 1.8f, 2.4f, 3.0f};

// Holds a stacked fraction that is not a small one, a root, a large operator or a table: brackets around it fit
// closely.
bool is_tall(const Row& row, bool display) {
  return std::any_of(row.begin(), row.end(), [display](const Node& node) {
    if (const auto* group = std::get_if<Group>(&node.content)) return is_tall(group->body, display);
    if (const auto* scripts = std::get_if<Scripts>(&node.content)) return is_tall(scripts->base, display);
    if (const auto* fence = std::get_if<Fence>(&node.content)) return is_tall(fence->body, display);
    if (const auto* fraction = std::get_if<Fraction>(&node.content)) {
      if (fraction->kind == FractionKind::Slash) return display;
      return fraction->kind == FractionKind::Stack || !fraction->level || *fraction->level == StyleLevel::Display;
    }
    return std::holds_alternative<Radical>(node.content) || std::holds_alternative<BigOperator>(node.content) ||
           std::holds_alternative<Table>(node.content);
  });
}

}  // namespace

// A delimiter for `content`, centred on the axis where it has grown.
Fragment Layouter::delimiter(char32_t c, const Fence& fence, const Fragment& content, MathStyle style) {
  if (c == 0) return {};
  if (fence.step > 0) return sized_delimiter({c, AtomClass::Ordinary, fence.step}, style);
  Fragment plain = character(c, style);
  if (!content.inked) return plain;
  const float axis = constant(AxisHeight, style);
  const float height = 2 * std::max(content.ascent - axis, content.descent + axis);
  const float natural = 2 * std::min(plain.ascent - axis, plain.descent + axis);
  const bool enough = is_tall(fence.body, style.level == StyleLevel::Display)
                          ? height - em(kPlainShortfall, style) <= natural
                          : content.height() <= em(kTolerance, style);
  if (enough) return plain;
  Fragment tall = grown(c, StretchDirection::Vertical, height - em(kShortfall, style), style);
  tall.script_base = ScriptBase::Box;
  const float middle = (tall.ascent - tall.descent) / 2;
  return shifted(std::move(tall), middle - axis);
}

Fragment Layouter::fence(const Fence& fence, MathStyle style) {
  std::vector<RowItem> body = items(fence.body, style);
  Fragment content;
  for (const RowItem& item : body) {
    if (item.fragment.inked) extend(content, item.fragment.ascent, item.fragment.descent);
  }
  // The delimiters of a matrix reach a little beyond it.
  if (fence.body.size() == 1 && std::holds_alternative<Table>(fence.body.front().content) && content.inked) {
    const float more = (content.height() * kMatrixReach + em(kShortfall, style)) / 2;
    extend(content, content.ascent + more, content.descent + more);
  }
  for (RowItem& item : body) {
    if (item.middle == 0) continue;
    const SourceSpan outer = std::exchange(span_, item.span);
    item.fragment = delimiter(item.middle, fence, content, style);
    span_ = outer;
  }
  const auto bracket = [&](char32_t c, AtomClass atom_class) {
    RowItem item;
    item.fragment = delimiter(c, fence, content, style);
    item.left = item.right = atom_class;
    item.style = style;
    return item;
  };
  std::vector<RowItem> whole;
  whole.reserve(body.size() + 2);
  if (fence.open != 0) whole.push_back(bracket(fence.open, AtomClass::Open));
  for (RowItem& item : body) whole.push_back(std::move(item));
  if (fence.close != 0) whole.push_back(bracket(fence.close, AtomClass::Close));
  const bool plain = whole.back().fragment.script_base == ScriptBase::Characters;
  Fragment result = assembled(std::move(whole));
  // A script on a bracket that has not grown stands as on a letter: (a + b)².
  if (fence.close != 0 && plain) result.script_base = ScriptBase::Characters;
  return result;
}

Fragment Layouter::sized_delimiter(const SizedDelimiter& sized, MathStyle style) {
  const int step = std::clamp(int(sized.step), 1, 4);
  Fragment tall = grown(sized.character, StretchDirection::Vertical, em(kSteps[step - 1], style), style);
  const float middle = (tall.ascent - tall.descent) / 2;
  return shifted(std::move(tall), middle - constant(AxisHeight, style));
}

}  // namespace sixiang::math
