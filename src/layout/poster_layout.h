// Poster → PosterLayout: the only place where the document meets the page. Each layout kind is a file of its own here.
// Pure: the same poster and fonts give the same result everywhere.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/message.h"
#include "display/display_list.h"
#include "font/font_set.h"
#include "layout/diagram_memory.h"
#include "model/poster.h"

namespace sixiang {

enum class BlockKind : std::uint8_t {
  Title,
  Center,
  CenterLine,
  Section,
  SectionTitle,
  SectionSubtitle,
  Icon,
  Badge,
  Diagram,
  DiagramPart,
  Label,
  Card,
  Decoration,
  Link,     // an arrow between sections, or its words
  Divider,  // between the halves of a split
  Axis      // of a timeline, of a matrix
};

// Something on the page that came from one place of the document. Ids follow the document: "title", "center",
// "center.lines.1", "gan", "gan.title", "gan.badge", "gan.content.0.diagram", "gan.content.0.diagram.nodes.g",
// "gan.content.2".
struct Block {
  std::string id, field;  // the field of the document that makes it: "gan.content.2.text"; a fill or kind without text
  BlockKind kind = BlockKind::Label;
  std::string source;   // the text as typed
  Rect rect;            // poster points, of what is drawn
  float font_size = 0;  // poster points; 0 where there is no text
  bool overflow = false;
  LabelRole role = LabelRole::Text;  // of a Label
};

// As the layout dump says it: "section-title".
std::string_view name_of(BlockKind kind);

// Why the texts, diagrams and gaps of a section have the sizes that they have, step by step.
struct SizesExplained {
  std::string section;
  std::vector<Message> reasons;
};

struct PosterLayout {
  Page page;
  std::vector<Block> blocks;  // in painting order
  Diagnostics diagnostics;
  std::vector<SizesExplained> sizes;  // one a section
  std::vector<SliceId> pending;       // sorted, unique: font slices to load before this is the final layout
};

PosterLayout layout_poster(const Poster& poster, const FontSet& fonts);
// The same in less time, where much of the poster is as it was in the last pages that were laid out with this memory.
PosterLayout layout_poster(const Poster& poster, const FontSet& fonts, DiagramMemory& diagrams);

// {"page": [w, h], "blocks": [{"id", "kind", "text", "rect": [x, y, w, h], "fontSize", "overflow"}], "diagnostics":
// […], "style": {…}}, the latter as style_measures.h says.
std::string to_json(const Poster& poster, const PosterLayout& layout, Language language);

// `sizes` as text, a line a reason.
std::string explanation(const PosterLayout& layout, Language language);

}  // namespace sixiang
