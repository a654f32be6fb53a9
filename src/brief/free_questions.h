// A decision tree that is told: «先问“盆土还湿吗？”，“是”就到“烂根”，“否”就到“缺水”». Inside brief/ only.
#pragma once

#include <optional>
#include <vector>

#include "brief/free_notes.h"
#include "brief/lines.h"

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

// Its questions and results as sections, each in the order of its first mention.
class ToldTree {
 public:
  ToldTree(std::vector<FreeSection>& sections, std::vector<TitledBranch>& branches)
      : sections_(sections), branches_(branches) {}

  // Whether the line asks.
  bool take(const Line& line);
  // Whether it says what is written with a section.
  bool take_text(const Line& line);
  // When all questions are known.
  void settle();

 private:
  static constexpr std::size_t kMost = 200;
  // The section of that title; a new one where there is none.
  std::size_t named(const Text& title, int line);

  std::vector<FreeSection>& sections_;
  std::vector<TitledBranch>& branches_;
  std::vector<std::pair<Text, std::size_t>> numbers_;
};

}  // namespace sixiang::brief
