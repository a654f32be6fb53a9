// A brief as it has been understood: the poster's parts before they have ids, formulas between dollars, and colours for
// all. Inside brief/ only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "brief/arrows.h"
#include "brief/heads.h"
#include "model/poster.h"

namespace sixiang::brief {

struct DraftLabel {
  Text text;
  LabelRole role = LabelRole::Text;
  Bullet bullet = Bullet::Dot;
  int line = 0;
  bool is_code = false;      // as it is, without formulas
  bool is_stressed = false;  // a keyword
  std::string icon;          // before it
  std::optional<Color> color;
};

struct DraftDiagram {
  std::variant<ArrowGraph, TableDiagram, BarsDiagram> content;
  int line = 0;
  bool is_noise = false;  // «(add noise)», 加噪: a row of tiles
};

struct DraftSection {
  int line = 0;
  const SectionWord* word = nullptr;
  Text name;    // what the zones call it: «B+Tree»
  Text zone;    // all of that: «Card 1 - B+Tree»
  Text quoted;  // by its zone, first: the title where the labels give none
  Text note;    // where it stands: 底层
  Text number, date, title, subtitle;
  bool shows_number = true;  // false: it only says which zone it is
  std::string icon;
  Text badge;
  std::optional<Color> badge_color;
  SectionPlace place = SectionPlace::Flow;
  Span span;
  std::optional<Color> fill, header, accent;
  std::vector<DraftLabel> labels;
  std::vector<DraftDiagram> diagrams;
  std::vector<DraftSection> sections;
  bool is_hero = false;
};

struct DraftLink {
  std::size_t from = 0, to = 0;  // sections
  Text text, detail;
  LineStyle style = LineStyle::Solid;
  std::optional<Color> color;
  int line = 0;
};

struct DraftCenter {
  struct Part {
    Text text;
    CenterRole role = CenterRole::Text;
  };
  std::vector<Part> parts;
  std::optional<Color> fill;
  std::string icon;
};

enum class PageKind : std::uint8_t { Grid, Rows, Columns, Pipeline, Split, Ring, Hub, Timeline, Tree, Table, Bento };

struct Draft {
  Text title, emphasis, subtitle;
  std::string title_icon;
  std::optional<Size> page;
  std::optional<Color> background, ink, key_formula, emphasis_color, arrow_color;
  std::optional<PageKind> kind;
  int columns = 0;
  bool from_bottom = false, alternates = false, is_dark = false, is_chinese = true;
  bool is_vertical = false;
  bool has_divider = false, divider_is_arrow = false;
  Text divider;
  Text horizontal_axis, vertical_axis;
  std::optional<DraftCenter> center;
  std::vector<DraftSection> sections;
  std::vector<DraftLink> links;
};

}  // namespace sixiang::brief
