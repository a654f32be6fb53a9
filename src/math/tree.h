// What a formula says, without any size or place: the value between parse() and layout(). A Row is a list of nodes;
// each node is one construct and knows the bytes of the source that it stands for. Letters are resolved already: an
// italic x is U+1D465, a blackboard E is U+1D53C, whichever way they were typed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace sixiang::math {

struct Node;
using Row = std::vector<Node>;

// UTF-8 bytes of the source.
struct SourceSpan {
  std::size_t offset = 0, length = 0;
};

// TeXbook chapter 17: what a node is to its neighbours; decides the space between them.
enum class AtomClass : std::uint8_t { Ordinary, Operator, Binary, Relation, Open, Close, Punctuation, Inner };

enum class Limits : std::uint8_t {
  Never,      // scripts stand at the side
  InDisplay,  // above and below in display style, else at the side
  Always,
};

// One character.
struct Symbol {
  char32_t character = 0;
  AtomClass atom_class = AtomClass::Ordinary;
};

enum class WordRole : std::uint8_t {
  Name,      // KL, ELBO, softmax: upright, an operand
  Function,  // log, min, f before a bracket: upright, keeps a thin space to its operand
  Number,
};

// Several upright characters that belong together.
struct Word {
  std::string text;
  WordRole role = WordRole::Name;
  Limits limits = Limits::Never;
};

// What a text's letters and digits are set in; Chinese is in the label's face anyway.
enum class TextFace : std::uint8_t { Formula, Label };

// Chinese and \text{…}, spaces kept; in a table of text.
struct Text {
  std::string text;
  TextFace face = TextFace::Formula;
};

// ∑ ∏ ∫ ⋃: grows in display style.
struct BigOperator {
  char32_t character = 0;
  Limits limits = Limits::InDisplay;
};

// Horizontal space in mu (1/18 em).
struct Space {
  float mu = 0;
};
constexpr float kThickSpace = 5;  // mu; no more than \; and its kin

// {…}: one operand, whatever is inside; `atom_class` by \mathbin, \mathrel, \operatorname…
struct Group {
  Row body;
  AtomClass atom_class = AtomClass::Ordinary;
  Limits limits = Limits::Never;
};

// `base` is empty for scripts without one ({}_n C).
struct Scripts {
  Row base;
  std::optional<Row> subscript, superscript;
};

enum class FractionKind : std::uint8_t {
  Bar,    // \frac
  Slash,  // a/b: stacked in display style, else on the line; a lone pair of round brackets around an operand is dropped
          // when it is stacked
  Stack,  // \binom without its brackets: no bar
};

enum class StyleLevel : std::uint8_t { Display, Text, Script, ScriptScript };

struct Fraction {
  Row numerator, denominator;
  FractionKind kind = FractionKind::Bar;
  std::optional<StyleLevel> level;  // \dfrac, \tfrac
};

struct Radical {
  Row radicand, degree;  // empty degree: a square root
};

enum class AccentWidth : std::uint8_t { Narrow, Wide };

// A mark above (x̂, \vec) or below its base; `mark` is the combining character.
struct Accent {
  char32_t mark = 0;
  AccentWidth width = AccentWidth::Narrow;
  Row base;
};

enum class Side : std::uint8_t { Over, Under };

// \overline, \underline: a rule of the base's width.
struct Line {
  Side side = Side::Over;
  Row base;
};

enum class EnclosureKind : std::uint8_t {
  Box,            // \boxed
  Phantom,        // the room of its body without its ink
  PhantomWidth,   // only its width
  PhantomHeight,  // only its height
  StrikeUp,       // \cancel: a line from the lower left to the upper right
  StrikeDown,
  StrikeBoth,
  StrikeThrough,  // \sout
  Circle,         // \textcircled
};

// Lines around or across a body, or nothing in its place.
struct Enclosure {
  EnclosureKind kind = EnclosureKind::Box;
  Row body;
};

// A character stretched to the width of what it covers: \overbrace ⏞, \underbrace ⏟, \overrightarrow. Scripts on it
// are labels beyond it.
struct Stretch {
  char32_t character = 0;
  Side side = Side::Over;
  Row base;
};

// \xrightarrow[under]{over}: an arrow as wide as its labels.
struct LabelledArrow {
  char32_t character = 0;
  Row over, under;
};

// Two delimiters around a row; 0 stands for no delimiter (\left.). How tall they are depends on what they hold, and not
// on whether they were typed or written with \left and \right, so that one formula looks the same in every notation.
struct Fence {
  char32_t open = 0, close = 0;
  Row body;
  bool kept = false;      // by \left or a command: a slash behind it does not drop it
  std::uint8_t step = 0;  // \big( … \Bigg): of this fixed size, 1 to 4
};

// \middle: directly inside a Fence's body, as tall as its fence.
struct Middle {
  char32_t character = 0;
};

// \big( … \Bigg): a single delimiter of a fixed size, `step` 1 to 4.
struct SizedDelimiter {
  char32_t character = 0;
  AtomClass atom_class = AtomClass::Ordinary;
  std::uint8_t step = 1;
};

enum class TableKind : std::uint8_t { Matrix, Cases, Aligned, Gathered, Stack, Tabular };

// A ruled line above a row, along the columns [first, last), to the middle of the gaps beside them but where it is
// `trimmed` to what they hold.
struct TableLine {
  std::size_t row = 0, first = 0, last = SIZE_MAX;
  bool trimmed = false;
};

// What stands in a cell of a row and stretches over the empty ones behind it, `count` columns in all; \multicolumn.
struct TableSpan {
  std::size_t row = 0, column = 0, count = 1;
  char align = 'c';  // as in Table::columns
};

// Rows of cells; those of Tabular hold text. `columns`: 'l', 'c' or 'r' for each column given by \begin{array}{…}, else
// empty; a '|' among them is a line between two columns. Aligned has them where its columns do not come in pairs.
struct Table {
  TableKind kind = TableKind::Matrix;
  std::vector<std::vector<Row>> cells;
  std::string columns;
  std::vector<TableLine> lines;
  std::vector<TableSpan> spans;
};

// \displaystyle, \textstyle…: everything after it in its group.
struct Styled {
  StyleLevel level = StyleLevel::Text;
  Row body;
};

// Raw source that could not be read; drawn as it is in the error colour.
struct Unread {
  std::string text;
};

struct Node {
  std::variant<Symbol, Word, Text, BigOperator, Space, Group, Scripts, Fraction, Radical, Accent, Line, Enclosure,
               Stretch, LabelledArrow, Fence, Middle, SizedDelimiter, Table, Styled, Unread>
      content;
  SourceSpan span;
};

// An operand of a stacked fraction: of a/b without the lone pair of round brackets around it.
const Row& stacked_operand(const Fraction& fraction, const Row& operand);

}  // namespace sixiang::math
