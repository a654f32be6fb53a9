// What the tests of text/ and label/ share: paragraphs in the default face at 100 points an em, so that a hundredth of
// a point is nothing, their lines as strings, and the case files of line breaking.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace sixiang::testing {

inline constexpr float kEm = 100;

// A paragraph as a case file describes it.
struct ParagraphCase {
  std::string name;
  float width = 0;  // em; 0: one line
  LineBreaking breaking = LineBreaking::Greedy;
  CjkLatinSpacing spacing = CjkLatinSpacing::EighthEm;
  std::string text;                // ⟦3⟧ stands for a box 3 em wide, \n for a line end
  std::vector<std::string> lines;  // without spaces at their ends
};
std::vector<ParagraphCase> read_cases(std::string_view file);

ParagraphStyle paragraph_style(const ParagraphCase& of);
TextStyle text_style();

TextLayout layout_case(const ParagraphCase& of);
TextLayout layout_line(std::string_view text);  // one endless line

// The lines of `layout` as a case file has them: `source` cut by their bytes, line ends and spaces at the end dropped.
std::vector<std::string> lines_of(const TextLayout& layout, std::string_view source);

// The sources of all runs, one after another, boxes left out.
std::string shown_text(const DisplayList& items);

// All glyphs in order, in the coordinates of `items`.
std::vector<PositionedGlyph> glyphs_of(const DisplayList& items);

}  // namespace sixiang::testing
