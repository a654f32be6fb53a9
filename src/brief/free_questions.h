// A decision tree that is told: «先问“盆土还湿吗？”，“是”就到“烂根”，“否”就到“缺水”». Inside brief/ only.
#pragma once

#include <optional>
#include <vector>

#include "brief/text.h"

namespace sixiang::brief {

struct ToldQuestion {
  struct Way {
    Text answer, target;  // what the arrow says; the question or the result that it leads to
  };
  Text question;
  std::vector<Way> ways;
};
// Of a line: each with the ways that the sentences behind it tell, «亮的话看“马达转吗？”，不亮就看“电瓶松吗？”».
std::vector<ToldQuestion> questions_told(View line);

// «“烂根”下面写“剪掉黑根，换新土”», «under "Root rot" write "…"»: what is written with what has that name.
struct ToldText {
  Text name, text;
};
std::optional<ToldText> read_text_told(View sentence);

}  // namespace sixiang::brief
