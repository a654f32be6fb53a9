// Lines that were broken by hand in the middle of a sentence, as mails and editors do. Inside brief/ only.
#pragma once

#include <vector>

#include "brief/lines.h"

namespace sixiang::brief {

struct Joined {
  std::vector<Line> lines;   // each sentence in one
  std::vector<int> numbers;  // of the lines that go on with the one above
};
Joined without_hand_breaks(const std::vector<Line>& lines);

}  // namespace sixiang::brief
