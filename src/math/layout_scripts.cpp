#include <algorithm>
#include <utility>

#include "math/layouter.h"

namespace sixiang::math {
namespace {

using enum MathConstant;

bool is_prime(const Node& node) {
  const auto* symbol = std::get_if<Symbol>(&node.content);
  return symbol && symbol->character == U'′';
}

Limits limits_of(const Row& base) {
  if (base.size() != 1) return Limits::Never;
  const Node& node = base.front();
  if (const auto* word = std::get_if<Word>(&node.content)) return word->limits;
  if (const auto* big = std::get_if<BigOperator>(&node.content)) return big->limits;
  if (const auto* group = std::get_if<Group>(&node.content)) return group->limits;
  return std::holds_alternative<Stretch>(node.content) ? Limits::Always : Limits::Never;
}

bool is_big_operator(const Row& base) {
  return base.size() == 1 && std::holds_alternative<BigOperator>(base.front().content);
}

}  // namespace

Fragment Layouter::scripts(const Scripts& scripts, MathStyle style) {
  Fragment base = row(scripts.base, style);
  const Limits where = limits_of(scripts.base);
  const bool above = where == Limits::Always || (where == Limits::InDisplay && style.level == StyleLevel::Display);
  return above ? limits(std::move(base), scripts, style) : side_scripts(std::move(base), scripts, style);
}

// Above and below (TeXbook rule 13a; MATH UpperLimit…, LowerLimit…).
Fragment Layouter::limits(Fragment base, const Scripts& scripts, MathStyle style) {
  const bool big = is_big_operator(scripts.base);
  const float lean = base.italics / 2;
  const float base_width = base.width + (big ? base.italics : 0);
  Fragment upper, lower;
  if (scripts.superscript) upper = row(*scripts.superscript, superscript(style));
  if (scripts.subscript) lower = row(*scripts.subscript, subscript(style));
  const float width = std::max({base_width, upper.width, lower.width});
  const float base_ascent = base.ascent, base_descent = base.descent;
  Fragment result;
  place(result, std::move(base), (width - base_width) / 2, 0);
  if (scripts.superscript) {
    const float gap =
        std::max(constant(UpperLimitGapMin, style), constant(UpperLimitBaselineRiseMin, style) - upper.descent);
    const float x = (width - upper.width) / 2 + lean;
    const float y = -(base_ascent + gap + upper.descent);
    place(result, std::move(upper), x, y);
  }
  if (scripts.subscript) {
    const float gap =
        std::max(constant(LowerLimitGapMin, style), constant(LowerLimitBaselineDropMin, style) - lower.ascent);
    const float x = (width - lower.width) / 2 - lean;
    const float y = base_descent + gap + lower.ascent;
    place(result, std::move(lower), x, y);
  }
  result.width = width;
  return result;
}

// At the side (TeXbook rule 18; MATH Superscript…, Subscript…).
Fragment Layouter::side_scripts(Fragment base, const Scripts& scripts, MathStyle style) {
  // Primes are drawn by the font at their place beside the base; only what comes after them is raised.
  Row raised;
  Fragment primes;
  float prime_width = 0;
  if (scripts.superscript) {
    for (const Node& each : *scripts.superscript) {
      if (!raised.empty() || !is_prime(each)) {
        raised.push_back(each);
        continue;
      }
      Fragment prime = character(U'′', style);
      const float width = prime.width;
      place(primes, std::move(prime), prime_width, 0);
      prime_width += width;
    }
  }
  const bool has_superscript = !raised.empty(), has_subscript = scripts.subscript.has_value();
  Fragment upper = has_superscript ? row(raised, superscript(style)) : Fragment();
  Fragment lower = has_subscript ? row(*scripts.subscript, subscript(style)) : Fragment();

  const bool follows_box = base.script_base == ScriptBase::Box;
  float up = constant(style.cramped ? SuperscriptShiftUpCramped : SuperscriptShiftUp, style);
  float down = constant(SubscriptShiftDown, style);
  if (follows_box) {
    up = std::max(up, base.ascent - constant(SuperscriptBaselineDropMax, style));
    down = std::max(down, base.descent + constant(SubscriptBaselineDropMin, style));
  }
  up = std::max(up, upper.descent + constant(SuperscriptBottomMin, style));
  if (!has_superscript) {
    down = std::max(down, lower.ascent - constant(SubscriptTopMax, style));
  } else if (has_subscript) {
    const float gap = (up - upper.descent) - (lower.ascent - down);
    const float wanted = constant(SubSuperscriptGapMin, style);
    if (gap < wanted) {
      down += wanted - gap;
      // Rather raise the upper one than lower the lower one, up to a bound.
      const float raise = constant(SuperscriptBottomMaxWithSubscript, style) - (up - upper.descent);
      if (raise > 0) {
        up += std::min(raise, wanted - gap);
        down -= std::min(raise, wanted - gap);
      }
    }
  }

  const float upper_x = base.width + base.italics, lower_x = base.width;
  Fragment result;
  result.width = base.width;
  result.script_base = base.script_base;
  if (!has_subscript || is_big_operator(scripts.base)) result.width += base.italics;
  place(result, std::move(base), 0, 0);
  if (prime_width > 0) {
    place(result, std::move(primes), upper_x, 0);
    result.width = std::max(result.width, upper_x + prime_width);
  }
  const float after = constant(SpaceAfterScript, style);
  if (has_superscript) {
    result.width = std::max(result.width, upper_x + prime_width + upper.width + upper.italics + after);
    place(result, std::move(upper), upper_x + prime_width, -up);
  }
  if (has_subscript) {
    result.width = std::max(result.width, lower_x + lower.width + lower.italics + after);
    place(result, std::move(lower), lower_x, down);
  }
  return result;
}

}  // namespace sixiang::math
