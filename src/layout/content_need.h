// What sections hold, measured once for a page: how high they must be, before anything of them is placed, and then what
// is placed.
#pragma once

#include <map>
#include <tuple>

#include "layout/section_body.h"

namespace sixiang {

// Remembers what it was asked: the same widths come again with every size of text.
class ContentNeeds {
 public:
  explicit ContentNeeds(const PageBuilder& page) : page_(page) {}

  // Of a section's own content in a body of that width, its texts `scale` times as
  // large as the design's.
  float height(const Section& section, float width, float scale, KeySize keys);
  // Of its longest label, one line at the design's size.
  float longest_label(const Section& section);
  // The same of its key formulas; 0: it has none.
  float widest_formula(const Section& section);

  // In the area that was asked for last.
  MeasuredSection& measured(const Section& section);

 private:
  const PageBuilder& page_;
  std::map<const Section*, MeasuredSection> measured_;
  std::map<std::tuple<const Section*, float, float, KeySize>, float> known_;
};

}  // namespace sixiang
