// A label as people type it, text with `$formulas$` in it, laid out as one paragraph: the meeting of text/ and math/.
// `\$` is a dollar sign; an unclosed `$` is shown as typed and reported.
#pragma once

#include <optional>
#include <string_view>

#include "math/math.h"
#include "text/text.h"

namespace sixiang {

struct LabelStyle {
  TextStyle text;
  ParagraphStyle paragraph;
  Color formula_color;
  float formula_scale = 1;                                // formula size relative to text.size
  math::Display formula_display = math::Display::Inline;  // Block: when the label is one formula alone
};

// Splits at the dollars. Each part's offset and length are bytes of `source` (formula: between the dollars).
struct LabelPart {
  enum class Kind : std::uint8_t { Text, Formula } kind = Kind::Text;
  std::string text;  // with `\$` resolved for text
  std::size_t offset = 0, length = 0;
};
struct ParsedLabel {
  std::vector<LabelPart> parts;
  Diagnostics diagnostics;  // "unclosed-dollar"
};
ParsedLabel parse_label(std::string_view source);

// True where the whole label is one formula.
bool is_formula(const ParsedLabel& label);

// Too wide a formula is broken or shrunk as math::layout says. Offsets of diagnostics are bytes of `source`.
TextLayout layout_label(std::string_view source, const LabelStyle& style, const FontSet& fonts);

}  // namespace sixiang
