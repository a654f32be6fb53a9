// The eight styles of a formula (TeXbook chapter 17 and appendix G): four levels, each also cramped.
#pragma once

#include "math/tree.h"

namespace sixiang::math {

struct MathStyle {
  StyleLevel level = StyleLevel::Display;
  bool cramped = false;  // superscripts rise less: below a line, in a denominator, under a root
};

constexpr bool is_script(StyleLevel level) { return level >= StyleLevel::Script; }

constexpr MathStyle cramped(MathStyle style) { return {style.level, true}; }

constexpr MathStyle at_level(MathStyle style, StyleLevel level) { return {level, style.cramped}; }

constexpr MathStyle superscript(MathStyle style) {
  return {is_script(style.level) ? StyleLevel::ScriptScript : StyleLevel::Script, style.cramped};
}

constexpr MathStyle subscript(MathStyle style) { return cramped(superscript(style)); }

constexpr MathStyle numerator(MathStyle style) {
  switch (style.level) {
    case StyleLevel::Display:
      return {StyleLevel::Text, style.cramped};
    case StyleLevel::Text:
      return {StyleLevel::Script, style.cramped};
    case StyleLevel::Script:
    case StyleLevel::ScriptScript:
      return {StyleLevel::ScriptScript, style.cramped};
  }
  return style;
}

constexpr MathStyle denominator(MathStyle style) { return cramped(numerator(style)); }

}  // namespace sixiang::math
