// Which lines of a brief in no format begin a section. Inside brief/ only.
#pragma once

#include <optional>
#include <vector>

#include "brief/free_heads.h"

namespace sixiang::brief {

struct FoundHeads {
  std::vector<std::optional<FreeHead>> heads;  // of every line
  std::size_t chain;                           // the line of arrows that names the sections; that of no line: none does
  std::size_t table;                           // where a table or quotes begin that are all there is; as above
  std::size_t title = std::size_t(-1);         // the line that is nothing else
  bool has_codes = false;                      // «问题1：…», and arrows that lead to 结论A
  bool is_tree = false;                        // «先问“…？”，“是”就到“…”»
  bool is_nested = false;                      // （一） within 一、
  std::size_t sure = 0;                        // heads whose form leaves no doubt

  bool begins_section(const FreeHead& head) const;
};

// Whether the other readers know the format. One word of it is none: «左侧：数据来自…», «要点：» below every head.
bool is_known_format(const std::vector<Line>& lines);

// nullopt: nothing begins a section.
std::optional<FoundHeads> find_heads(const std::vector<Line>& lines);

// The head of a section that an item of a list begins: «1. 芝麻酱：1170 mg，一勺顶一杯奶», «2. **温度** — 要降下来».
FreeHead item_head(const Line& line);

// «底部…», «背景…», «最下面…» at its beginning.
bool speaks_of_page_parts(View text);
// Whether it says that a picture is to be made: «画一张海报», «an infographic».
bool speaks_of_poster(View text);

}  // namespace sixiang::brief
