// The parts of a brief in no format while it is rewritten: its sections with what they are called, and what is said of
// the page. Inside brief/ only.
#pragma once

#include <optional>
#include <vector>

#include "brief/blocks.h"
#include "brief/free_heads.h"
#include "brief/lines.h"

namespace sixiang::brief {

struct FreeSection {
  FreeHead head;
  int line = 0;
  int level = 2;
  std::vector<Line> lines;  // with fields, or labels

  Text title() const;  // of its head, or of a line below
};

// Where a text speaks of a section.
struct Reference {
  Extent extent;
  std::size_t section = 0;
};
// By order in the text; the longest name counts.
std::vector<Reference> references_in(View text, const std::vector<FreeSection>& sections);

// «② 到 ③ 的箭头旁写“光”», «从“A”指向“B”，标注“…”，用虚线», «① → ② → ③».
std::vector<SectionLink> links_in(View text, const std::vector<FreeSection>& sections, int line);

// What is said of the page in a sentence: key lines of the format («TITLE: …», «BOTTOM: …»).
class FreePage {
 public:
  // True where it said something.
  bool read(View sentence, int line);
  // As what stands at the foot, or in the centre, whatever its words.
  void read_foot(View text, int line);
  void read_center(View text, int line);
  void set_foot_color(View note);
  const Text& table_title() const { return table_title_; }
  void add_layout(View words, int line) { layout_.push_back({Text(words), line}); }
  void set_title(View title, int line, int rank);

  // Before the sections; behind them.
  std::vector<Line> head_lines() const;
  std::vector<Line> foot_lines() const;

 private:
  struct Said {
    Text text;
    int line = 0;
  };
  bool read_title(View sentence, int line);
  bool read_background(View sentence, int line);
  bool read_axis(View sentence, int line);
  void define_colors(View sentence);
  std::optional<Text> color_in(View text) const;

  Said title_, aspect_, background_, divider_;
  int rank_ = 0;
  std::vector<Said> layout_, elements_, center_, foot_, axes_, colors_;
  Text foot_color_, center_color_, table_title_;
  std::vector<std::pair<Text, Text>> named_;  // «主色墨绿 #1F4D3A»
};

// At stops outside of quotes and brackets: 。！；, and the full stop of English before a blank.
std::vector<View> sentences_of(View text);

}  // namespace sixiang::brief
