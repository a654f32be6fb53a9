// A label as people type it, text with `$formulas$` in it, laid out as one paragraph: the meeting of text/ and math/.
// `$$…$$` is the same as `$…$`; `\$` is a dollar sign; an unclosed `$` is shown as typed and reported.
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
  float formula_embolden_em = 0;                          // pen of a synthetic bold
  math::Display formula_display = math::Display::Inline;  // Block: when the label is one formula alone
};

// Splits at the dollars; a formula ends on the line where it begins.
struct LabelPart {
  enum class Kind : std::uint8_t { Text, Formula } kind = Kind::Text;
  std::string text;                    // with `\$` resolved for text
  std::size_t offset = 0, length = 0;  // bytes of `source`; of a formula between its dollars
  std::size_t begin = 0, end = 0;      // the same with the dollars; the parts cover the source
};
struct ParsedLabel {
  std::vector<LabelPart> parts;
  Diagnostics diagnostics;  // "unclosed-dollar", "empty-formula": shown as typed
};
ParsedLabel parse_label(std::string_view source);

// True where the whole label is one formula.
bool is_formula(const ParsedLabel& label);

// A formula wider than a whole line is shrunk, or broken in display style (specs/text.md). Offsets of diagnostics and
// of lines are bytes of `source`; diagnostics are sorted by offset.
TextLayout layout_label(std::string_view source, const LabelStyle& style, const FontSet& fonts);

}  // namespace sixiang
