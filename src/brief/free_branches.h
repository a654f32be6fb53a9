// Decisions told in sentences: «箭头「是」指向结论「直接排期」，小字「写清验收标准」，这个框用浅绿 #DFF2DF». Inside
// brief/ only.
#pragma once

#include <optional>
#include <vector>

#include "brief/text.h"

namespace sixiang::brief {

struct ToldBranch {
  Text answer;               // on the arrow
  Text leaf;                 // where it leads to, by name; empty: `rest` says it
  Text rest;                 // what stands behind the answer
  std::vector<Text> notes;   // below the leaf's name
  std::optional<Text> fill;  // of the leaf
};
std::optional<ToldBranch> read_branch(View sentence);

// «→ 是：问题 B»: what the arrow says, and where it leads.
struct LedBranch {
  Text answer, target;
};
std::optional<LedBranch> read_led_branch(View text);
// Behind an arrow: «问题 B», «是：问题 B».
View target_behind(View text);

}  // namespace sixiang::brief
