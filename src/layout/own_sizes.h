// The sizes that a section would have by itself.
#pragma once

#include "layout/section_trials.h"

namespace sixiang {

struct Choice {
  ArrangementOptions options;
  std::size_t attempt = 0;  // the later, the less is left of what was wanted
  bool comfortable = true;  // takes part in the sizes that all sections share
  bool is_large =
      false;  // its text is as large as makes a page whose texts all are one that could be larger as a whole
  std::vector<Message> reasons;
};

// The largest text that fits; rows are shared where that makes it larger, else labels stand in columns, best in a
// single one.
Choice largest_choice(SectionTrials& trials, const MeasuredSection& content);

}  // namespace sixiang
