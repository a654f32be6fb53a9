// Between the characters of a paragraph and its lines: clusters, the smallest pieces that are placed as one (a
// character with its marks, an inline box). They pass from shaping to spacing to breaking to drawing; internal to
// text/.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/break_costs.h"
#include "text/characters.h"
#include "text/text.h"

namespace sixiang {

enum class ClusterKind : std::uint8_t {
  Glyphs,
  Space,      // hangs over the end of a line
  LineEnd,    // '\n' and its kin: takes no room, ends the line
  Invisible,  // takes no room, draws nothing
  Box,        // an InlineBox
  Missing,    // no face has the character: drawn as an outlined box
  Pending,    // its slice is not loaded yet: blank room
};

enum class BreakAfter : std::uint8_t { Never, Allowed, Always };

// Lengths in poster points.
struct Cluster {
  ClusterKind kind = ClusterKind::Glyphs;
  CharacterClass character_class = CharacterClass::Other;
  BreakAfter break_after = BreakAfter::Never;
  BreakKind break_kind = BreakKind::AtMark;  // where break_after is Allowed
  char32_t base = 0;                         // its first character; 0 for a box
  std::size_t item = 0;                      // index of the Inline it comes from
  std::size_t begin = 0, end = 0;            // bytes of the concatenated source
  std::size_t first_code_point = 0;          // into ShapedText::code_points
  std::size_t code_point_count = 0;
  std::size_t first_glyph = 0;  // into ShapedText::glyphs: the base, then its marks
  std::size_t glyph_count = 0;
  float advance = 0;
  float space_before = 0;  // between it and the cluster before, when both are on one line; negative: squeezed
  float start_trim = 0;    // blank on its left that is dropped at the start of a line
  float end_trim = 0;      // blank on its right that is dropped at the end of a line
};

struct ShapedGlyph {
  GlyphId glyph;
  Point offset;  // from the cluster's origin
};

struct ShapedText {
  std::string source;                 // of all items, one after another
  std::vector<std::size_t> begins;    // of each item, bytes of `source`
  std::vector<char32_t> code_points;  // a box counts as one letter or one Han character
  std::vector<Cluster> clusters;
  std::vector<ShapedGlyph> glyphs;
  Diagnostics diagnostics;
  std::vector<SliceId> pending;  // sorted, unique
};

// The clusters [first, last) of one line.
struct LineRange {
  std::size_t first = 0, last = 0;
};

// Where clusters are on an endless line, so that the width of any piece of it is a subtraction.
class LineMeasure {
 public:
  explicit LineMeasure(const std::vector<Cluster>& clusters);

  // Advance without trailing spaces and without the blank of marks at the line's ends.
  float width(LineRange line) const;
  // Of the cluster's origin from the line's left edge. The line is not empty.
  float offset(LineRange line, std::size_t cluster) const;

 private:
  double left_edge(LineRange line) const;

  const std::vector<Cluster>& clusters_;
  std::vector<double> starts_, ends_;
  // The nearest visible cluster at or before, and the nearest not invisible one at or after; size() where there is
  // none.
  std::vector<std::size_t> last_visible_, first_visible_;
};

ShapedText shape_text(const std::vector<Inline>& content, const FontSet& fonts);

// Sets space_before, start_trim and end_trim.
void space_clusters(ShapedText& text, const std::vector<Inline>& content, CjkLatinSpacing spacing,
                    const FontSet& fonts);

// Sets break_after and break_kind.
void find_breaks(ShapedText& text, const std::vector<Inline>& content);

// Sets break_kind, where break_after is Allowed.
void find_break_kinds(std::vector<Cluster>& clusters);

// Raises break_kind inside what belongs together (a number and its unit, a name of several parts). Gives the clusters
// that end a number with its measure word, in order.
std::vector<std::size_t> find_bonds(std::vector<Cluster>& clusters);

// A place to break without parting what belongs together.
inline bool may_end_line(const Cluster& cluster) {
  return cluster.break_after == BreakAfter::Allowed && !is_bond(cluster.break_kind);
}

// In order, covering all clusters; at least one line.
std::vector<LineRange> break_lines(const std::vector<Cluster>& clusters, const LineMeasure& measure,
                                   const ParagraphStyle& style);

// The same number of lines as `greedy`, of widths as even as possible; `greedy` itself where a word is wider than a
// line or the paragraph is too long to be a title.
std::vector<LineRange> balance_lines(const std::vector<Cluster>& clusters, const LineMeasure& measure,
                                     const std::vector<LineRange>& greedy, float max_width);

}  // namespace sixiang
