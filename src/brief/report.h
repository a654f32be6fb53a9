// What became of every line of a brief. Inside brief/ only; what users see of it: brief.h.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "brief/brief.h"
#include "brief/lines.h"

namespace sixiang::brief {

class Report {
 public:
  // A line is what `what` says; a line may be several things.
  void read(int line, std::string what);
  // Left out or not understood.
  void leave_out(int line, View text, Message why);
  bool is_read(int line) const { return readings_.contains(line); }

  // `lines` that nothing was said of are not understood.
  void finish(const std::vector<Line>& lines);

  const std::vector<LeftOut>& left_out() const { return left_out_; }
  std::vector<LineReading> readings() const;

 private:
  std::map<int, std::vector<std::string>> readings_;
  std::vector<LeftOut> left_out_;
  std::set<std::pair<int, Text>> told_;
};

// Why a line was left out.
Message not_understood();
Message is_picture();
Message is_of_style();
Message unknown_icon_name();
Message unknown_section();
Message no_place();
Message unknown_color();
Message unknown_target();
Message is_note_to_reader();
Message too_many();

}  // namespace sixiang::brief
