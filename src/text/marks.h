// Letters with combining marks: which glyphs show them, and where a mark goes that no face has composed with its
// letter. Placement is by ink, because the faces here carry no anchors that we could rely on.
#pragma once

#include <vector>

#include "text/cluster.h"

namespace sixiang {

// Precomposed letters by their parts: the inverse of base/decompose.h.
class Compositions {
 public:
  // 0 where the pair has no precomposed letter.
  char32_t composed(char32_t base, char32_t mark);

 private:
  struct Entry {
    char32_t base, mark, composed;
  };
  void make_table();
  char32_t find(char32_t base, char32_t mark) const;

  std::vector<Entry> entries_;  // sorted; made at the first question, because most paragraphs never ask
};

struct MarkedGlyphs {
  LookupStatus status = LookupStatus::Missing;  // of the whole; Missing: nothing shows the base
  std::vector<ShapedGlyph> glyphs;              // offsets in em; the base first; empty unless Found
  float advance = 0;                            // em
  std::vector<SliceId> pending;
};

// `characters`: a base and the marks after it. A mark that no face has is left out: the caller looks before it asks.
MarkedGlyphs shape_marked(const std::vector<char32_t>& characters, FaceIndex face, const FontSet& fonts,
                          Compositions& compositions);

}  // namespace sixiang
