// What every construct's layout shares: fonts, constants at the style's size, the budget, and the messages so far.
// One construct a file (layout_*.cpp); each takes its node and a style and returns a Fragment.
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "base/problems.h"
#include "font/math_table.h"
#include "math/fragment.h"
#include "math/math.h"
#include "math/style.h"

namespace sixiang::math {

constexpr int kMaxBoxes = 5000;

// One node of a row, set but not yet placed.
// Where lines of a formula end rather than elsewhere: each at a relation; at that or a sum's sign where it is longest;
// or before a product's sign, too.
enum class LineEnds : std::uint8_t { AtRelations, Anywhere, AtProducts };

struct RowItem {
  Fragment fragment;
  AtomClass left = AtomClass::Ordinary, right = AtomClass::Ordinary;  // a pair of brackets has two faces
  MathStyle style;
  bool is_space = false;   // invisible to the atoms around it
  bool is_name = false;    // an upright name keeps clear of letters
  bool is_modulo = false;  // a word between two operands, before which a line may end
  bool is_tall_fence = false;
  bool chinese_left = false, chinese_right = false;  // its edge is a Chinese character
  char32_t middle = 0;                               // \middle: becomes a delimiter when its fence knows its height
  const Radical* radical = nullptr;                  // `fragment` is only its radicand yet
  SourceSpan span;
};

// TeXbook chapter 17: a Bin without operands on both sides becomes an Ord.
void demote_binaries(std::vector<RowItem>& items);

class Layouter {
 public:
  Layouter(const FontSet& fonts, const MathTable& table, const FormulaStyle& style)
      : fonts_(fonts), table_(table), style_(style) {}

  MathStyle first_style() const;
  // Puts together what items() set; nothing else may be asked after it.
  float width_on_two_lines(std::vector<RowItem> items, MathStyle style) const;
  FormulaLayout finish(std::vector<RowItem> items, float max_width, FormulaBreaking breaking);

  struct Extent {
    float left = 0, right = 0;
  };

  // layout_row.cpp
  Fragment row(const Row& nodes, MathStyle style);
  std::vector<RowItem> items(const Row& nodes, MathStyle style);
  Fragment assembled(std::vector<RowItem> items);

  // layout_node.cpp
  Fragment node(const Node& node, MathStyle style);

  // layout_character.cpp
  Fragment character(char32_t c, MathStyle style, TextFace text_face = TextFace::Formula);
  Fragment word(std::string_view text, MathStyle style);
  Fragment text(std::string_view text, MathStyle style, Paint paint, TextFace face);

  // One construct each.
  Fragment scripts(const Scripts& scripts, MathStyle style);
  Fragment big_operator(const BigOperator& big, MathStyle style);
  Fragment fraction(const Fraction& fraction, MathStyle style);
  Fragment radical(const Radical& radical, MathStyle style);
  Fragment radical_around(const Radical& radical, Fragment radicand, MathStyle style);
  Fragment accent(const Accent& accent, MathStyle style);
  Fragment line(const Line& line, MathStyle style);
  Fragment enclosure(const Enclosure& enclosure, MathStyle style);
  Fragment stretch(const Stretch& stretch, MathStyle style);
  Fragment labelled_arrow(const LabelledArrow& arrow, MathStyle style);
  Fragment fence(const Fence& fence, MathStyle style);
  Fragment sized_delimiter(const SizedDelimiter& sized, MathStyle style);
  Fragment table(const Table& table, MathStyle style);

  // stretch_glyph.cpp: at least `length` long where the font can; vertical ones are centred on the axis.
  Fragment grown(char32_t c, StretchDirection direction, float length, MathStyle style);
  // The glyph itself, ink from its own place.
  Fragment glyph(GlyphId glyph, char32_t shown, float size);

  float size(MathStyle style) const;
  float em(float ems, MathStyle style) const { return ems * size(style); }
  float constant(MathConstant which, MathStyle style) const { return table_.constant(which) * size(style); }
  const MathTable& math() const { return table_; }
  GlyphLookup lookup(char32_t c, FaceIndex face);

 private:
  bool take_box();
  Fragment limits(Fragment base, const Scripts& scripts, MathStyle style);
  Fragment side_scripts(Fragment base, const Scripts& scripts, MathStyle style);
  std::vector<Fragment> table_row(const Table& table, const std::vector<Row>& source, MathStyle style);
  Fragment slashed(const Fraction& fraction, MathStyle style);
  Fragment assembly(const GlyphConstruction& construction, GlyphId base, StretchDirection direction, float length,
                    float size);
  Fragment delimiter(char32_t c, const Fence& fence, const Fragment& content, MathStyle style);
  Fragment trimmed_bar(Fragment bar, MathStyle style);
  Fragment missing(char32_t c, float size, Paint paint);
  void finish_radicals(std::vector<RowItem>& items);
  void add_items(std::vector<RowItem>& items, const Row& nodes, MathStyle style);
  Fragment broken(std::vector<RowItem> items, float max_width, MathStyle style);
  std::vector<Extent> extents(const std::vector<RowItem>& items) const;
  std::vector<std::size_t> line_starts(const std::vector<RowItem>& items, const std::vector<Extent>& places,
                                       float max_width, MathStyle style, LineEnds wanted) const;
  bool has_lonely_line(const std::vector<RowItem>& items, const std::vector<Extent>& places,
                       const std::vector<std::size_t>& starts, MathStyle style) const;
  std::vector<std::size_t> best_lines(const std::vector<RowItem>& items, const std::vector<Extent>& places,
                                      float max_width, MathStyle style) const;
  Extent extent_of(const Fragment& fragment, float pen) const;
  Box to_box(const Fragment& fragment, Extent extent, float scale) const;
  void report(Problem problem, std::initializer_list<std::string_view> named = {});

  const FontSet& fonts_;
  const MathTable& table_;
  const FormulaStyle& style_;
  SourceSpan span_;  // of the node being set, or of its one character: for messages and glyphs
  int boxes_ = 0;
  FormulaLayout result_;
};

}  // namespace sixiang::math
