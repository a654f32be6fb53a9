// The page of a brief in no format while it is rewritten. Inside brief/ only.
#pragma once

#include <optional>
#include <vector>

#include "brief/free_parts.h"

namespace sixiang::brief {

// What is said of the page in a sentence: key lines of the format («TITLE: …», «BOTTOM: …»).
class FreePage {
 public:
  // Whether a line below the title asks for nothing: it is the subtitle.
  static bool is_saying(const Line& line);
  // True where it said something.
  bool read(View sentence, int line);
  // As what stands at the foot, or in the centre, whatever its words.
  void read_foot(View text, int line);
  void read_center(View text, int line);
  void set_foot_color(View note);
  // As it is.
  void add_to_foot(View text, int line) {
    if (foot_.size() < kMostAtFoot) foot_.push_back({Text(trimmed(text)), line});
  }
  // Of the ground, the text, the centre, the foot: «背景用 #F1FAEE».
  bool read_colors(View sentence, int line);
  const Text& table_title() const { return table_title_; }
  void add_layout(View words, int line) { layout_.push_back({Text(words), line}); }
  void set_subtitle(View text, int line) { subtitle_ = {Text(trimmed(text)), line}; }
  // A line below a heading of the centre: what it does not say of it stands there.
  void take_center(View text, int line);
  // Whatever else is said of it.
  void set_layout(View words, int line) { layout_.insert(layout_.begin(), {Text(words), line}); }
  void set_title(View title, int line, int rank);

  // Before the sections; behind them.
  std::vector<Line> head_lines() const;
  std::vector<Line> foot_lines() const;

 private:
  static constexpr std::size_t kMostAtFoot = 100;  // lines; others are told

  bool read_title(View sentence, int line);
  bool read_asked_title(View sentence, int line);
  bool read_background(View sentence, int line);
  bool read_axis(View sentence, int line);
  bool read_foot_told(View sentence, View asked, int line);
  void define_colors(View sentence);
  std::optional<Text> color_in(View text) const;

  Told title_, subtitle_, aspect_, background_, divider_;
  int rank_ = 0;
  bool awaits_foot_ = false;  // «Along the bottom edge runs one strip.»: the next sentence says what it carries
  std::vector<Told> layout_, elements_, center_, foot_, axes_, colors_;
  Text foot_color_, center_color_, table_title_;
  std::vector<std::pair<Text, Text>> named_;  // «主色墨绿 #1F4D3A»
};

}  // namespace sixiang::brief
