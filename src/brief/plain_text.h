// Texts that no other reader finds sections in: nested lists, lists without headings, definitions, paragraphs. Inside
// brief/ only.
#pragma once

#include <optional>
#include <vector>

#include "brief/find_heads.h"

namespace sixiang::brief {

// A list whose items have lists of their own, as the outline that it stands for: its items are headings. nullopt: there
// is none.
std::optional<std::vector<Line>> nested_list_as_outline(const std::vector<Line>& lines);

// «## 题», and «### 节» for all that follow: as «# 题» and «## 节».
std::vector<Line> with_title_heading(std::vector<Line> lines);

// What else may be told apart: «词：解释», a list below the line that names it, long numbered items, paragraphs.
// nullopt: there is nothing but a line.
std::optional<FoundHeads> find_plain_heads(const std::vector<Line>& lines);

}  // namespace sixiang::brief
