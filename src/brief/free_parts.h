// Sections of a brief in no format while it is rewritten, and where its sentences speak of them. Inside brief/ only.
#pragma once

#include <optional>
#include <vector>

#include "brief/blocks.h"
#include "brief/free_heads.h"
#include "brief/lines.h"

namespace sixiang::brief {

struct Told {
  Text text;
  int line = 0;
};

struct FreeSection {
  FreeHead head;
  int line = 0;
  int level = 2;
  std::vector<Line> lines;  // with fields, or labels

  Text title() const;  // of its head, or of a line below
};

// Where a text speaks of a section.
struct Reference {
  Extent extent;
  std::size_t section = 0;
};
// By order in the text; the longest name counts.
std::vector<Reference> references_in(View text, const std::vector<FreeSection>& sections);

// «② 到 ③ 的箭头旁写“光”», «从“A”指向“B”，标注“…”，用虚线», «① → ② → ③».
std::vector<SectionLink> links_in(View text, const std::vector<FreeSection>& sections, int line);

// At stops outside of quotes and brackets: 。！；, and the full stop of English before a blank.
std::vector<View> sentences_of(View text);

}  // namespace sixiang::brief
