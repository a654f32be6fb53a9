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
#include "model/chain_diagram.h"
#include "model/field.h"
#include "model/flow_diagram.h"
#include "model/noise_diagram.h"

namespace sixiang {

// Text fields are labels: plain text with `$formulas$` in it; a dollar sign is written `\$`.

struct PageFormat {
  float width = 1080, height = 1080;  // poster points, 64 to 16,384
  Color background{0xF5, 0xF0, 0xE8, 255};
  UnknownFields unknown;
  bool operator==(const PageFormat&) const = default;
};

// Ids of faces in the font manifest.
struct Fonts {
  std::string title = "marker", text = "marker", formula = "math";
  UnknownFields unknown;
  bool operator==(const Fonts&) const = default;
};

// Colours that all sections share.
struct Palette {
  Color ink{0x2B, 0x2A, 0x2E, 255};          // text and outlines
  Color key_formula{0xE8, 0x65, 0x5A, 255};  // formulas on cards
  Color card{0xFF, 0xFD, 0xF8, 255};         // cards, and shapes of diagrams
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

// The circle that joins the sections of the layout `quadrants`.
struct Center {
  Color fill{0xF2, 0xCC, 0x8F, 255};
  std::vector<CenterLine> lines;
  UnknownFields unknown;
  bool operator==(const Center&) const = default;
};

// ---- diagrams ------------------------------------------------------------------------------------------------------

// A kind is a file of model/ and its layout in diagram/; being listed here is all that joins it to the rest.
using Diagram = std::variant<FlowDiagram, NoiseDiagram, ChainDiagram>;

// ---- sections ------------------------------------------------------------------------------------------------------

enum class LabelRole : std::uint8_t { Text, Key };  // Text: a bullet; Key: on a card, in the colour of key formulas

struct Label {
  std::string text;
  LabelRole role = LabelRole::Text;
  std::optional<Color> color;  // default: ink, or the palette's key_formula for formulas of Key
  UnknownFields unknown;
  bool operator==(const Label&) const = default;
};

enum class Icon : std::uint8_t { None, Star, Sparkle, Dot };

struct Badge {
  std::string text;
  Color color{0xE8, 0x65, 0x5A, 255};  // border and text
  UnknownFields unknown;
  bool operator==(const Badge&) const = default;
};

struct SectionColors {
  Color fill{0xE0, 0xE0, 0xE0, 255};    // body
  Color header{0xB0, 0xB0, 0xB0, 255};  // behind the title
  Color accent{0x60, 0x60, 0x60, 255};  // arrows, bullets
  std::optional<Color> outline;         // default: ink
  UnknownFields unknown;
  bool operator==(const SectionColors&) const = default;
};

struct Section {
  std::string id;  // unique; letters, digits, '-' and '_'
  std::string title;
  Icon icon = Icon::None;
  std::optional<Color> icon_color;  // default: the badge's colour, else the accent
  std::optional<Badge> badge;
  SectionColors colors;
  std::optional<Diagram> diagram;
  std::vector<Label> labels;
  UnknownFields unknown;
  bool operator==(const Section&) const = default;
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

enum class LayoutKind : std::uint8_t { Quadrants };  // "quadrants"

struct Typography {
  bool cjk_latin_space = true;  // a quarter em between Chinese and Latin letters or digits
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
  LayoutKind layout = LayoutKind::Quadrants;
  Fonts fonts;
  Typography typography;
  Palette palette;
  Title title;
  std::optional<Center> center;
  std::vector<Section> sections;
  std::vector<Decoration> decorations;
  UnknownFields unknown;
  std::optional<NewerFormat> newer;
  bool operator==(const Poster&) const = default;
};

}  // namespace sixiang
