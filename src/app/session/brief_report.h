// What became of the text that a poster is made from, as the list beside the poster shows it.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "brief/brief.h"
#include "model/poster.h"

namespace sixiang::app {

// New: another poster. Again: the same with its text edited; what was changed by hand stays (brief/merge.h).
enum class BriefReading : std::uint8_t { New, Again };

// A line that is not on the poster.
struct LeftOutLine {
  std::size_t index = 0;  // among all that were left out
  int line = 0;           // of the text, from 1
  std::string text;
  Message why;
  bool operator==(const LeftOutLine&) const = default;
};

// For whoever shows it.
struct BriefState {
  bool has_text = false;
  bool is_listed = false;  // the list is open
  std::vector<LeftOutLine> left_out;
  bool operator==(const BriefState&) const = default;
};

// A text that is too long to be kept with its poster, and the revision that it was read in.
struct UnkeptBrief {
  std::string text;
  std::uint64_t revision = 0;
};

// Reads a text once, and remembers what was ignored and whether the list is open.
class BriefReport {
 public:
  // What was left out of `text`, without what is ignored or stands on the poster as a label.
  std::vector<LeftOutLine> left_out(const std::string& text, const Poster& poster);
  // nullptr where there is no such line.
  const brief::LeftOut* line(const std::string& text, std::size_t index);

  void list(std::string text) { listed_ = std::move(text); }
  void unlist() { listed_.clear(); }
  bool is_listed(const std::string& text) const { return !text.empty() && listed_ == text; }

  void ignore(std::string text) { ignored_.insert(std::move(text)); }
  void forget_ignored() { ignored_.clear(); }

 private:
  const std::vector<brief::LeftOut>& read(const std::string& text);

  std::string text_;  // that lines_ are of
  std::vector<brief::LeftOut> lines_;
  std::string listed_;  // of which text the list is open
  std::set<std::string> ignored_;
};

}  // namespace sixiang::app
