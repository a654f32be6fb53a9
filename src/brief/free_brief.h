// Briefs in no format: prose («左上角放“响度”…»), outlines with heads of their own («① 镜头（卡片 #E8EEF2）», «【区块
// A】»), instructions and content in one line. They are rewritten to lines that the other readers know. Inside brief/
// only.
#pragma once

#include <vector>

#include "brief/blocks.h"
#include "brief/report.h"

namespace sixiang::brief {

struct Rewritten {
  std::vector<Line> lines;  // each with the number that it has in the file
  std::vector<SectionLink> links;
};
// The lines as they are where they are in a known format.
Rewritten rewritten(const std::vector<Line>& lines, Report& report);
// Where these find no section: lists, definitions, paragraphs are such.
Rewritten rewritten_plain(const std::vector<Line>& lines, Report& report);

}  // namespace sixiang::brief
