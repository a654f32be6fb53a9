#include <algorithm>
#include <utility>

#include "math/layouter.h"

namespace sixiang::math {
using enum MathConstant;

Fragment Layouter::radical(const Radical& radical, MathStyle style) {
  Fragment radicand = row(radical.radicand, cramped(style));
  return radical_around(radical, std::move(radicand), style);
}

// TeXbook rule 11; MATH Radical….
Fragment Layouter::radical_around(const Radical& radical, Fragment radicand, MathStyle style) {
  const bool display = style.level == StyleLevel::Display;
  float gap = constant(display ? RadicalDisplayStyleVerticalGap : RadicalVerticalGap, style);
  const float radicand_width = radicand.width + radicand.italics;
  if (!radicand.inked) extend(radicand, fonts_.cap_height(fonts_.math_face()) * size(style), 0);

  const float rule = constant(RadicalRuleThickness, style);
  const float wanted = radicand.height() + gap + rule;
  Fragment sign = grown(U'√', StretchDirection::Vertical, wanted, style);
  const float excess = sign.height() - wanted;
  if (excess > 0) gap += excess / 2;
  const float top = -(radicand.ascent + gap + rule);
  const float sign_y = top + sign.ascent, sign_height = sign.height();
  const float sign_width = sign.width, sign_bottom = sign_y + sign.descent;

  float x = 0;
  Fragment result;
  if (!radical.degree.empty()) {
    Fragment degree = row(radical.degree, {StyleLevel::ScriptScript, true});
    const float before = constant(RadicalKernBeforeDegree, style), after = constant(RadicalKernAfterDegree, style);
    const float raise = table_.constant(RadicalDegreeBottomRaisePercent) * sign_height;
    const float degree_width = degree.width;
    x = std::max(before + degree_width + after, 0.0f);
    const float degree_x = x - after - degree_width;
    const float degree_y = sign_bottom - raise - degree.descent;
    place(result, std::move(degree), degree_x, degree_y);
  }
  place(result, std::move(sign), x, sign_y);
  x += sign_width;
  place(result, std::move(radicand), x, 0);
  add_rule(result, {x, top, radicand_width, rule});
  extend(result, -top + constant(RadicalExtraAscender, style), 0);
  result.width = x + radicand_width;
  return result;
}

}  // namespace sixiang::math
