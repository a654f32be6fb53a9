// Colours that a brief in no format gives to its sections in sentences anywhere: by title, by number, by order
// («四块依次用 …»), by what is left («其余白底»). Inside brief/ only.
#pragma once

#include <vector>

#include "brief/free_parts.h"
#include "brief/report.h"

namespace sixiang::brief {

// Items of a list of colours: «题: #FFF1C1», «题 标题条: #A7D3F0».
std::vector<Line> colors_told(const std::vector<Told>& sentences, const std::vector<FreeSection>& sections,
                              Report& report);

// «卡片都是白底», «每格都用», «all cards in»: what is said before a colour is said of all of them.
bool is_of_all_cards(View before);

}  // namespace sixiang::brief
