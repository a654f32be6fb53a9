// A text of a diagram, laid out once at the preferred size and then drawn at any scale: a diagram searches for one size
// for all its texts without shaping them again.
#pragma once

#include <optional>
#include <string>

#include "diagram/drawing.h"
#include "text/text.h"

namespace sixiang {

// Lengths at scale 1, relative to the first line's baseline origin.
struct MeasuredText {
  std::string source;
  std::size_t offset = 0;  // of the source in what was typed, bytes
  float font_size = 0, embolden = 0;
  Color color;
  Box box;
  Rect ink;  // of glyphs; empty for no ink
  // Of a name and its detail, a rectangle each, from the top down; else the ink alone.
  std::vector<Rect> blocks;
  std::vector<Rect> lines;  // the same, of each line of a block a rectangle
  // From the top of capitals of the first line, or of an icon, to the last baseline; what looks like the middle is its
  // middle.
  Rect frame;
  // A detail that stands in a part of its own.
  struct Part {
    float top = 0;         // where it is parted from the name
    std::size_t item = 0;  // of the box
  };
  std::optional<Part> part;
  Diagnostics diagnostics;
  std::vector<SliceId> pending;

  bool empty() const { return ink.empty(); }
  Rect extent() const { return united(ink, frame); }
};

// In the ink, or what can be read instead on `ground`, which may be transparent.
MeasuredText measure_text(const std::string& source, Color ground, const DiagramStyle& style, const FontSet& fonts);

enum class NameWeight : std::uint8_t { AsText, Bold };
struct NameLook {
  Color ground;                    // that it is read on
  std::optional<Color> color;      // of the name; else ink, or what can be read on the ground
  std::optional<Color> underline;  // of a stroke below the name
  NameWeight weight = NameWeight::AsText;
  // Name and detail that are longer than that are broken, em of the name; 0: neither is.
  float longest_line = 0;
  std::size_t most_lines = 2;        // of each then: 2 or 3
  float detail = 0.7f;               // size of the detail, of the name's
  std::optional<Color> part_ground;  // a formula below the name is displayed, in a part of its own of that colour
};

// The same, but where the source has a line break, what follows it is the detail: smaller, below the name, both
// centred. Not for trying on several lines.
MeasuredText measure_name_and_detail(const std::string& source, const NameLook& look, const DiagramStyle& style,
                                     const FontSet& fonts);
bool has_detail(const std::string& source);

// The same, each by itself; for a source with both.
struct NameApart {
  MeasuredText name, detail;
  std::optional<MeasuredText> detail_on_two_lines;
};
NameApart measure_apart(const std::string& source, const NameLook& look, const NameLook& detail_look,
                        const DiagramStyle& style, const FontSet& fonts);

// Their parts, where they have some, become equally high, each detail in its middle: names stand on one line, and so do
// details.
void share_parts(const std::vector<MeasuredText*>& texts);

// The icon of that name above the text; reports a name that there is not.
struct IconAbove {
  std::string name;
  Color fill;      // of its shapes
  float side = 0;  // em
};
void put_icon_above(MeasuredText& text, const IconAbove& above, const DiagramStyle& style);

// The text in that colour, which `readable_tone` made readable.
MeasuredText measure_in_color(const std::string& source, Color color, const DiagramStyle& style, const FontSet& fonts);

// The colour, or one of its hue that can be read on the ground: stronger, and darker or, on a dark ground, lighter.
Color readable_tone(Color color, const DiagramStyle& style);

// Whether there is any use in trying it on two or three lines.
bool may_be_wrapped(const MeasuredText& one_line, const DiagramStyle& style);

// The same on two lines of about equal length; nullopt where it cannot be broken so.
std::optional<MeasuredText> measure_on_two_lines(const MeasuredText& one_line, const DiagramStyle& style,
                                                 const FontSet& fonts);

std::optional<MeasuredText> measure_on_three_lines(const MeasuredText& one_line, const DiagramStyle& style,
                                                   const FontSet& fonts);

// The same on as many lines as it takes in that width at scale 1.
MeasuredText measure_in_width(const MeasuredText& one_line, float width, TextAlign align, const DiagramStyle& style,
                              const FontSet& fonts);

// Says of all that `text` holds that it stands `offset` bytes later in what was typed.
void move_text(MeasuredText& text, std::size_t offset);

enum class TextCentering {
  Ink,    // what is seen: for single letters in circles
  Frame,  // the same baseline for every text of as many lines
};

// Of a text in a circle. Words of letters keep a baseline, or one with a descender would stand higher than its
// neighbours.
TextCentering circle_centering(const MeasuredText& text);

// What it takes around its middle, as much above as below, at scale 1.
float centred_height(const MeasuredText& text, TextCentering centering);

// Where the text's origin comes to lie when its middle is at `center`.
Point text_origin(const MeasuredText& text, Point center, TextCentering centering, float scale);

// What the ink covers there.
Rect ink_at(const MeasuredText& text, Point origin, float scale);

// As a group with the id of the part whose text it is.
void draw_text(Drawing& drawing, const BlockId& part, const MeasuredText& text, Point origin, float scale);

// The text's pending slices and its own diagnostics, as those of `block`: once for a text, however often it is drawn.
void report_text(Drawing& drawing, const MeasuredText& text, const BlockId& part);

}  // namespace sixiang
