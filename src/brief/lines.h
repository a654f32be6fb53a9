// The lines of a brief, each without what marks it in Markdown. Inside brief/ only.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "brief/text.h"

namespace sixiang::brief {

enum class Marker : std::uint8_t { None, Bullet, Number, Check, Cross };

// What a line says of its section, where the brief's own form leaves no doubt: a member of a JSON object,
// «卡片标题：…».
enum class SectionField : std::uint8_t {
  Title,  // with a heading's level: a section begins here
  Subtitle,
  Number,
  Date,
  Fill,
  Icon,
  Picture,
  Badge,
  Place,
  Foot,  // it stands at the foot of the page; no text
  Text,
  Sub,
  Key,
  Figure,
  Callout,
  Tag,
  Code,
};

struct Line {
  int number = 0;  // in the file, from 1
  int indent = 0;  // blanks before it; a tab is four
  Marker marker = Marker::None;
  Text ordinal;                       // of Marker::Number: "3", "3a"
  int heading = 0;                    // 1 to 6; 0: no heading
  bool bold = false;                  // what stands before its first colon, or all of it, was bold
  bool all_bold = false;              // all of it was
  bool rule = false;                  // ---
  Text text;                          // without marks; empty: a blank line
  std::optional<SectionField> field;  // then `text` is its value alone
};

// Without byte order mark, carriage returns and characters that nobody sees.
std::vector<Line> read_lines(std::string_view utf8);

// Several briefs in one file, parted by rules before numbered headings («# 02-…») or before a front matter of their
// own. At least one.
std::vector<std::vector<Line>> split_briefs(std::vector<Line> lines);

}  // namespace sixiang::brief
