// From a brief to a poster: what bloggers write for image models (layout, zones, labels, colours, aspect), and outlines
// in plain Markdown. What is read how: specs/brief-format.md. Pure and bounded; nothing is guessed in silence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/poster.h"

namespace sixiang::brief {

// Of briefs; an outline may be as long as a document.
inline constexpr std::size_t kMaxBriefBytes = 1u << 20;
inline constexpr std::size_t kMaxBriefLines = 5000;

// What is not on the poster, and why.
struct LeftOut {
  int line = 0;  // from 1
  std::string text;
  Message why;
  bool operator==(const LeftOut&) const = default;
};

// What a line was taken for: "label of section 3, formula".
struct LineReading {
  int line = 0;
  std::string text, meaning;
};

struct ReadBrief {
  Poster poster;                      // check_poster() finds nothing
  std::vector<LeftOut> left_out;      // in the order of the lines
  std::vector<LineReading> readings;  // of all lines that are not blank
  bool is_plain = false;              // nothing in the text says what its sections are: lines, paragraphs
};

// As it can be kept with a document and read to the same: UTF-8, lines that end in U+000A, no control characters but
// tabs.
std::string clean_text(std::string_view text);

// A line that was left out, as the text of a label.
std::string label_text(std::string_view line);

// Whether a text is a document as the editor saves it, told by its content: JSON, unless it has no member "format" and
// is read as a brief (data.h).
bool is_document(std::string_view text);

// A document, or the first brief of a text.
Result<Poster> open_poster(std::string_view text);

// Every brief of the text, or the poster of an outline (outline.h); an error where there is none, or where it is too
// long.
Result<std::vector<ReadBrief>> read_briefs(std::string_view text);

}  // namespace sixiang::brief
