// What a brief in no format says of its sections in sentences anywhere: links and colours, understood when all sections
// are known. Inside brief/ only.
#pragma once

#include <vector>

#include "brief/free_parts.h"
#include "brief/report.h"

namespace sixiang::brief {

// An arrow to what is called `to`.
struct TitledBranch {
  std::size_t from = 0;
  Text to, text;
  int line = 0;
};

std::vector<SectionLink> links_told(const std::vector<Told>& sentences, const std::vector<TitledBranch>& branches,
                                    const std::vector<FreeSection>& sections, Report& report);

// «第二层右上角加一个小牌子，写：最厚».
void badges_told(const std::vector<Told>& sentences, std::vector<FreeSection>& sections);

// Items of a list of colours: «题: #FFF1C1».
std::vector<Line> colors_told(const std::vector<Told>& sentences, const std::vector<FreeSection>& sections,
                              Report& report);

}  // namespace sixiang::brief
