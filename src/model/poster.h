// The document: what the user edits and what a file holds. A plain value without fonts or pixels.
// Format and meaning of each field: specs/poster-format.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/color.h"
#include "base/geometry.h"
#include "model/bars_diagram.h"
#include "model/chain_diagram.h"
#include "model/field.h"
#include "model/flow_diagram.h"
#include "model/noise_diagram.h"
#include "model/table_diagram.h"

namespace sixiang {

// Text fields are labels: plain text with `$formulas$` in it; a dollar sign is written `\$`.

struct PageFormat {
  float width = 1080, height = 1080;  // poster points, 64 to 16,384
  std::optional<Color> background;    // default: the style's
  UnknownFields unknown;
  bool operator==(const PageFormat&) const = default;
};

// Ids of faces in the font manifest.
struct Fonts {
  std::string title = "marker", text = "marker", formula = "math";
  UnknownFields unknown;
  bool operator==(const Fonts&) const = default;
};

// A finished look: each is a set of design values (layout/design.h) and the colours that the document leaves open.
enum class Style : std::uint8_t { Marker, Cards, Dark };

// Whether sections are filled with their colour as it is, or their headers are and their bodies are a pale tone of it.
enum class BodyTone : std::uint8_t { Filled, Pale };

// Colours that all sections share. Default: the style's.
struct Palette {
  std::optional<Color> ink;          // text and outlines
  std::optional<Color> key_formula;  // formulas on cards
  std::optional<Color> card;         // cards, and shapes of diagrams
  BodyTone bodies = BodyTone::Filled;
  UnknownFields unknown;
  bool operator==(const Palette&) const = default;
};

// A range of characters (code points) of the title that is stressed.
struct Emphasis {
  int start = 0, length = 0;
  Color color{0xE8, 0x65, 0x5A, 255};
  UnknownFields unknown;
  bool operator==(const Emphasis&) const = default;
};

struct Title {
  std::string text;
  std::string subtitle;  // smaller; may be empty
  std::string icon;      // name; may be empty
  std::optional<Emphasis> emphasis;
  std::optional<Color> underline;  // a marker stroke under the title
  UnknownFields unknown;
  bool operator==(const Title&) const = default;
};

enum class CenterRole : std::uint8_t { Caption, Formula, Text };  // "caption", "formula", "text"

struct CenterLine {
  std::string text;
  CenterRole role = CenterRole::Text;
  UnknownFields unknown;
  bool operator==(const CenterLine&) const = default;
};

// The circle that joins the sections.
struct Center {
  Color fill{0xF2, 0xCC, 0x8F, 255};
  std::string icon;  // name; may be empty
  std::vector<CenterLine> lines;
  UnknownFields unknown;
  bool operator==(const Center&) const = default;
};

// ---- diagrams ------------------------------------------------------------------------------------------------------

// A kind is a file of model/ and its layout in diagram/; being listed here is all that joins it to the rest.
using Diagram = std::variant<FlowDiagram, NoiseDiagram, ChainDiagram, BarsDiagram, TableDiagram>;

// ---- content -------------------------------------------------------------------------------------------------------

// Text: a statement behind a bullet. Key: on a card, in the colour of key formulas. Sub: second level, below the one
// before. Figure: a big number and what it is. Callout: set off, with the section's stress. Code: as typed, in a box.
// Tag: in a pill.
enum class LabelRole : std::uint8_t { Text, Key, Sub, Figure, Callout, Code, Tag };

// Of texts of the first and the second level; numbers count the labels that have one, from 1.
enum class Bullet : std::uint8_t { Dot, Number, Check, Cross, None };

// One item of a section's content: a statement, or a diagram with its caption.
struct Label {
  std::string text;  // of a diagram: the caption, may be empty
  LabelRole role = LabelRole::Text;
  Bullet bullet = Bullet::Dot;
  std::optional<Color> color;  // default: ink, or the palette's key_formula for formulas of Key
  std::optional<Diagram> diagram;
  UnknownFields unknown;
  bool operator==(const Label&) const = default;
};

struct Badge {
  std::string text;
  Color color{0xE8, 0x65, 0x5A, 255};  // border and text
  UnknownFields unknown;
  bool operator==(const Badge&) const = default;
};

// What is not given follows from what is: see body_color(), header_color() and accent_color().
struct SectionColors {
  std::optional<Color> fill;     // body
  std::optional<Color> header;   // behind the title
  std::optional<Color> accent;   // arrows, bullets
  std::optional<Color> outline;  // default: ink
  UnknownFields unknown;
  bool operator==(const SectionColors&) const = default;
};

// ---- layouts -------------------------------------------------------------------------------------------------------

enum class LayoutKind : std::uint8_t { Grid, Ring };

// What joins the sections in their order: nothing; block arrows; an axis that all hang on (Grid); spokes from the
// centre (Ring).
enum class Connect : std::uint8_t { None, Arrows, Line, Spokes };

// Of a grid's rows: the first on top, or at the foot.
enum class Order : std::uint8_t { Down, Up };

// Of a grid: how its rows or columns are moved against each other.
enum class Offset : std::uint8_t { None, Alternate, Stairs, Pyramid };

enum class DividerShape : std::uint8_t { Line, Arrow };

// Between the two halves of a split.
struct Divider {
  std::string text;  // may be empty
  DividerShape shape = DividerShape::Line;
  std::optional<Color> color;  // default: the palette's card
  UnknownFields unknown;
  bool operator==(const Divider&) const = default;
};

// Names of the two directions of a 2 × 2 matrix; either may be empty.
struct Axes {
  std::string horizontal, vertical;
  UnknownFields unknown;
  bool operator==(const Axes&) const = default;
};

// How sections stand: those of the page, or those within one.
struct Layout {
  LayoutKind kind = LayoutKind::Grid;
  int columns = 0;  // of a grid; 0: as the page's shape and the content ask for
  Connect connect = Connect::None;
  Order order = Order::Down;
  Offset offset = Offset::None;
  std::optional<Divider> divider;
  std::optional<Axes> axes;
  UnknownFields unknown;
  bool operator==(const Layout&) const = default;
};

// ---- sections ------------------------------------------------------------------------------------------------------

// Strip: a coloured strip above the body. Plain: words on the body. Side: a coloured column at its left. None: no
// title.
enum class HeaderKind : std::uint8_t { Strip, Plain, Side, None };

// In the order of the layout, or at one of the page's sides: a banner, a footer, a side panel.
enum class SectionPlace : std::uint8_t { Flow, Top, Bottom, Left, Right };

// Of a grid's cells.
struct Span {
  int columns = 1, rows = 1;
  UnknownFields unknown;
  bool operator==(const Span&) const = default;
};

struct Section {
  std::string id;  // unique; letters, digits, '-' and '_'
  std::string title;
  std::string subtitle;             // beside or below the title; may be empty
  std::string number;               // in a badge before the title; may be empty
  std::string icon;                 // name; may be empty
  std::optional<Color> icon_color;  // default: the badge's colour, else the accent
  std::optional<Badge> badge;
  HeaderKind header = HeaderKind::Strip;
  SectionPlace place = SectionPlace::Flow;
  Span span;
  SectionColors colors;
  std::vector<Label> content;
  Layout layout;                  // of the sections within
  std::vector<Section> sections;  // which have none of their own
  UnknownFields unknown;
  bool operator==(const Section&) const = default;
};

enum class LinkShape : std::uint8_t { Line, Block };

// An arrow from one section to another.
struct Link {
  std::string from, to;  // section ids
  std::string text;      // beside the arrow; its first line is its name, the others say more; may be empty
  LineStyle style = LineStyle::Solid;
  LinkShape shape = LinkShape::Block;
  float bend = 0;              // sideways bulge as a fraction of the length; > 0 to the left of the direction
  std::optional<Color> color;  // default: the header of the section that it leaves
  UnknownFields unknown;
  bool operator==(const Link&) const = default;
};

enum class DecorationKind : std::uint8_t { Star, Sparkle, Dot, Ring };
enum class DecorationPlace : std::uint8_t { TitleLeft, TitleRight, Corners };  // the layout finds the free room there

struct Decoration {
  DecorationKind kind = DecorationKind::Star;
  DecorationPlace place = DecorationPlace::TitleLeft;
  Color color{0xF2, 0xCC, 0x8F, 255};
  UnknownFields unknown;
  bool operator==(const Decoration&) const = default;
};

struct Typography {
  bool cjk_latin_space = true;  // an eighth of an em between Chinese and Latin letters or digits
  UnknownFields unknown;
  bool operator==(const Typography&) const = default;
};

// A file of a format version after ours: what we read of it is all that this version understands, so it is shown and
// never edited, and saving gives its own text back.
struct NewerFormat {
  std::string version;  // as in the file
  std::string text;     // the whole file
  bool operator==(const NewerFormat&) const = default;
};

struct Poster {
  PageFormat page;
  Style style = Style::Marker;
  Layout layout;
  Fonts fonts;
  Typography typography;
  Palette palette;
  Title title;
  std::optional<Center> center;
  std::vector<Section> sections;
  std::vector<Link> links;
  std::vector<Decoration> decorations;
  std::string brief;  // the text that the poster was made from (brief/brief.h); never drawn; may be empty
  UnknownFields unknown;
  std::optional<NewerFormat> newer;
  bool operator==(const Poster&) const = default;
};

}  // namespace sixiang
