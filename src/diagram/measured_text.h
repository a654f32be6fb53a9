// A text of a diagram, laid out once at the preferred size and then drawn at any scale: a diagram searches for one size
// for all its texts without shaping them again.
#pragma once

#include <optional>
#include <string>

#include "diagram/drawing.h"

namespace sixiang {

// Lengths at scale 1, relative to the first line's baseline origin.
struct MeasuredText {
  std::string source;
  float font_size = 0;
  Color color;
  Box box;
  Rect ink;  // of glyphs; empty for no ink
  // Of a name and its detail, a rectangle each, from the top down; else the ink alone.
  std::vector<Rect> blocks;
  Rect frame;  // from the top of capitals of the first line to the last baseline; what looks like the middle is its
               // middle
  Diagnostics diagnostics;
  std::vector<SliceId> pending;

  bool empty() const { return ink.empty(); }
  Rect extent() const { return united(ink, frame); }
};

// In the ink, or what can be read instead on `ground`, which may be transparent.
MeasuredText measure_text(const std::string& source, Color ground, const DiagramStyle& style, const FontSet& fonts);

// The same, but where the source has a line break, what follows it is the detail: smaller, below the name, both
// centred. The name is drawn in `name_color`, where that is given. Not for trying on several lines.
MeasuredText measure_name_and_detail(const std::string& source, std::optional<Color> name_color, Color ground,
                                     const DiagramStyle& style, const FontSet& fonts);
bool has_detail(const std::string& source);

// Whether there is any use in trying it on two or three lines.
bool may_be_wrapped(const MeasuredText& one_line, const DiagramStyle& style);

// The same on two lines of about equal length; nullopt where it cannot be broken so.
std::optional<MeasuredText> measure_on_two_lines(const MeasuredText& one_line, const DiagramStyle& style,
                                                 const FontSet& fonts);

std::optional<MeasuredText> measure_on_three_lines(const MeasuredText& one_line, const DiagramStyle& style,
                                                   const FontSet& fonts);

enum class TextCentering {
  Ink,    // what is seen: for single letters in circles
  Frame,  // the same baseline for every text of as many lines
};

// Of a text in a circle. Words of letters keep a baseline, or one with a descender would stand higher than its
// neighbours.
TextCentering circle_centering(const MeasuredText& text);

// Where the text's origin comes to lie when its middle is at `center`.
Point text_origin(const MeasuredText& text, Point center, TextCentering centering, float scale);

// What the ink covers there.
Rect ink_at(const MeasuredText& text, Point origin, float scale);

// As a group with the id of the part whose text it is.
void draw_text(Drawing& drawing, const BlockId& part, const MeasuredText& text, Point origin, float scale);

// The text's pending slices and its own diagnostics, as those of `block`: once for a text, however often it is drawn.
void report_text(Drawing& drawing, const MeasuredText& text, const BlockId& part);

}  // namespace sixiang
