// Formulas: source text → tree and diagnostics → Box. The only header of math/ that other layers include.
// Language: specs/formula-language.md. Layout: OpenType MATH constants, MathML Core, TeXbook appendix G.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "base/message.h"
#include "display/display_list.h"
#include "font/font_set.h"
#include "math/tree.h"

namespace sixiang::math {

inline constexpr std::size_t kMaxCodePoints = 4096;  // of a formula

// Never fails: what it cannot read is kept as raw characters in the tree, drawn in the error colour, with a diagnostic
// (offset and length in bytes of `source`). Bounds: 4,096 code points, nesting 32; beyond them the rest is raw text.
struct ParsedFormula {
  Row tree;
  Diagnostics diagnostics;
};
ParsedFormula parse(std::string_view source);

// The name of a \begin{…} that parse() knows.
bool is_environment(std::string_view name);

// Indented text, one node a line, without positions: equal for equal formulas.
std::string dump(const Row& tree);

enum class Display : std::uint8_t { Inline, Block };  // text style or display style at the start

// Whether a formula that is wider than max_width may be broken into lines (only ever in display style).
enum class FormulaBreaking : std::uint8_t { Allowed, Forbidden };

struct FormulaStyle {
  float size = 24;  // poster points an em
  Display display = Display::Block;
  Color color;
  Color error_color{0xD0, 0x21, 0x1C, 255};
  FaceIndex text_face = 0;  // for Chinese and \text
  float max_width = 0;  // poster points; 0: unlimited. Breaks at Rel, then Bin; then scales down to 75 %; then reports
  FormulaBreaking breaking = FormulaBreaking::Allowed;
  float embolden_em = 0;  // pen of a synthetic bold, in em of each glyph
  // Of scripts and of scripts' scripts. More than the font's own (MATH ScriptPercentScaleDown) for a poster on a phone.
  float script_scale = 0.70f, script_script_scale = 0.58f;
};

// `pending`: slices that must be loaded before all characters can be drawn (placeholders have their place meanwhile).
// Diagnostics: "overflow", "missing-glyph", "formula-too-large".
struct FormulaLayout {
  Box box;
  Diagnostics diagnostics;
  std::vector<SliceId> pending;
};
FormulaLayout layout(const Row& tree, const FontSet& fonts, const FormulaStyle& style);

// A formula whose atoms are set, to be put together for one width after another.
class PreparedFormula {
 public:
  PreparedFormula(const Row& tree, const FontSet& fonts, const FormulaStyle& style);
  ~PreparedFormula();
  PreparedFormula(PreparedFormula&&) noexcept;
  PreparedFormula& operator=(PreparedFormula&&) noexcept;

  // What layout() gives for the style with these instead of its own `max_width` and `breaking`.
  FormulaLayout layout(float max_width, FormulaBreaking breaking) const;

  // About the least max_width at which it is worth its size on two lines: more where that breaks a product.
  float width_on_two_lines() const;

  // Glyphs and rules: what layout() costs is in proportion to it.
  std::size_t size() const;

 private:
  struct State;
  std::unique_ptr<const State> state_;  // none while the formula face is not loaded
  FormulaLayout waiting_;               // instead of it
};

}  // namespace sixiang::math
