// One paragraph of mixed Chinese and Latin text with boxes (formulas) among it: shaping, line breaking, alignment →
// Box. Knows no formulas and no poster. Line breaking: UAX #14 (libunibreak) with Chinese rules (CLREQ) on top.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/color.h"
#include "base/message.h"
#include "display/display_list.h"
#include "font/font_set.h"

namespace sixiang {

struct TextStyle {
  FaceIndex face = 0;
  float size = 24;  // poster points an em
  Color color;
  float embolden_em = 0;        // pen of the synthetic bold, in em (0.015–0.02 for titles)
  float latin_embolden_em = 0;  // so much more for Latin, Greek and Cyrillic, which look lighter beside Han
  std::optional<Color> marker;  // of a highlighter's stroke below the letters
  bool operator==(const TextStyle&) const = default;
};

struct TextSpan {
  std::string text;  // UTF-8
  TextStyle style;
  std::size_t source_offset = 0;  // of `text` in the text as typed, bytes
};

enum class BoxFlow : std::uint8_t {
  Inline,    // on the line like a word
  OwnLines,  // nothing stands beside it
};

// What a box is to the text around it, where lines may end and blank is set.
enum class BoxKind : std::uint8_t {
  Word,       // as a Latin word is: a formula
  Character,  // as a Chinese character is: an icon
};

// A box on the baseline (an inline formula); no break inside.
struct InlineBox {
  Box box;                        // its glyphs' sources are the caller's already
  std::string source;             // its text; counts in the bytes of lines
  std::size_t source_offset = 0;  // of `source` in the text as typed, bytes
  BoxFlow flow = BoxFlow::Inline;
  BoxKind kind = BoxKind::Word;
  std::optional<Color> marker = std::nullopt;  // as TextStyle's
};

using Inline = std::variant<TextSpan, InlineBox>;

enum class TextAlign : std::uint8_t { Left, Center, Right };
enum class LineBreaking : std::uint8_t { Greedy, Balanced, None };
enum class CjkLatinSpacing : std::uint8_t { EighthEm, None };

struct ParagraphStyle {
  float max_width = 0;  // poster points; 0: one line, however long
  TextAlign align = TextAlign::Left;
  LineBreaking breaking = LineBreaking::Greedy;
  CjkLatinSpacing spacing = CjkLatinSpacing::EighthEm;
  float line_height =
      1.3f;  // baseline to baseline, × the largest font size of the paragraph; grows where a box needs it
};

struct TextLine {
  float left = 0, width = 0;  // without trailing spaces and without the blank half of marks at the line's ends
  float baseline = 0;         // y relative to the first line's baseline
  float ascent = 0, descent = 0;
  std::size_t begin = 0, end = 0;  // bytes of the concatenated source; each line begins where the one before ends
};

// The box's origin is the first line's baseline; width is the widest line's (or max_width when aligned in it).
// ascent/descent: the styles' faces' line metrics (not the ink, and not those of faces that single characters fall back
// to) joined with the inline boxes' extents. One run a style and line, its text with everything but line ends. Glyphs'
// sources and the offsets of diagnostics are bytes of the text as typed. Diagnostics: "missing-glyph" and
// "control-character" (drawn as a visible box), "overflow" (a line wider than max_width, because one character or box
// is, or because breaking is None). Typography: specs/text.md.
struct TextLayout {
  Box box;
  std::vector<TextLine> lines;
  Diagnostics diagnostics;
  std::vector<SliceId> pending;
  bool splits_word = false;  // a line ends between two Latin letters, or within what belongs together (11‖月)
};

// A paragraph shaped and spaced, and its places to break found: all that no width changes. For whom tries several
// widths.
class PreparedText {
 public:
  PreparedText(std::vector<Inline> content, CjkLatinSpacing spacing, const FontSet& fonts);
  ~PreparedText();
  PreparedText(PreparedText&&) noexcept;
  PreparedText& operator=(PreparedText&&) noexcept;

  // `style.spacing` is the one that was given above.
  TextLayout set(const ParagraphStyle& style) const;
  // The same without diagnostics and pending slices, and without items in its box.
  TextLayout measure(const ParagraphStyle& style) const;

  // Characters and boxes: what set() and measure() cost is in proportion to it.
  std::size_t size() const;
  // Poster points, the sum over everything but spaces and boxes: lines of text that keep to a width are at least so
  // many as this is times the width.
  float solid_width() const;
  // Bytes of the concatenated source: blanks where a line may end without parting what belongs together (11 月).
  std::vector<std::size_t> blanks_to_break_at() const;

  struct State;

 private:
  std::unique_ptr<const State> state_;
};

TextLayout layout_text(std::vector<Inline> content, const ParagraphStyle& style, const FontSet& fonts);

}  // namespace sixiang
