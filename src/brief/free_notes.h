// What a brief in no format says of its sections in sentences anywhere: links, badges, spans, understood when all
// sections are known. Inside brief/ only.
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

// «“睡得着”那一格横跨两列».
void spans_told(const std::vector<Told>& sentences, std::vector<FreeSection>& sections);

// «四个板块依次配图标：水龙头、鼻子、喉咙、脚踝»: items of a list of icons.
std::vector<Line> icons_told(const std::vector<Told>& sentences, const std::vector<FreeSection>& sections);

// «图标：权重用“硬盘”，缓存用“抽屉”»: the same.
std::vector<Line> icon_items_of(const Line& line);

}  // namespace sixiang::brief
