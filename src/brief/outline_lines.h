// What a line of an outline is in Markdown. Inside brief/ only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "brief/outline_fields.h"

namespace sixiang::brief {

enum class OutlineKind : std::uint8_t { Blank, Heading, Rule, Row, Quote, Item, Fence, Stressed, Text };

struct OutlineLine {
  OutlineKind kind = OutlineKind::Blank;
  int level = 0;  // of a heading, from 1
  std::size_t indent = 0;
  bool is_numbered = false;  // of an item
  std::string text;          // without what marks it; of a fence, its word
};

OutlineLine read_outline_line(std::string_view line);

// A line without its comments, and they, each without what marks it.
struct Uncommented {
  std::string text;
  std::vector<std::string> comments;
  std::size_t lines = 1;  // that belong to it, because a comment goes on
  bool is_open = false;   // the last comment never ends
};
Uncommented without_comments(const std::vector<NumberedLine>& lines, std::size_t at);

// The lines of a fence that begins at `at`, without its marks; `at` moves to the line that closes it, or to the last.
std::vector<NumberedLine> fenced_lines(const std::vector<NumberedLine>& lines, std::size_t& at);

// A row of a table without its outer borders, and with one blank beside the inner ones.
std::string row_text(std::string_view line);
bool is_delimiter_row(std::string_view row);
// Parted at borders; `\|` is none.
std::vector<std::string> cells_of_head(std::string_view row);

}  // namespace sixiang::brief
