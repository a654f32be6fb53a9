// A brief as blocks: each a key or a heading of the format with the lines that belong to it. Inside brief/ only.
#pragma once

#include <optional>
#include <vector>

#include "brief/heads.h"
#include "brief/lines.h"

namespace sixiang::brief {

struct Block {
  std::optional<Topic> topic;  // nullopt: a section, or a heading that is no word of the format
  std::optional<Head> head;    // of a section
  int line = 0;
  int level = 0;            // of a heading; 0: a key
  Text key;                 // as written
  Text ordinal;             // of a heading: "3"
  Text value;               // behind the key's colon
  std::vector<Line> lines;  // not blank
  bool is_section = false;  // SectionField::Title began it: whatever its words
};

// Of sections in their order, those in others not counted.
struct SectionLink {
  std::size_t from = 0, to = 0;
  Text text;
  bool is_dashed = false;
  int line = 0;
  std::optional<Text> color = std::nullopt;
};

struct Document {
  std::vector<std::pair<Text, Text>> front_matter;  // keys folded
  std::vector<Line> before;                         // ahead of the first block
  std::vector<Block> blocks;
  std::vector<Line> prose;              // sentences about the picture, between blocks
  std::vector<Line> boilerplate, page;  // that of every brief; of the web page that it was copied from
  bool is_structured = false;           // «## Section 1», or «Generate the infographic based on …»
  std::vector<SectionLink> links;       // that are certain
  int template_end = 0;                 // the line of the latter; what is before it is for the model
};

Document read_document(const std::vector<Line>& lines);

// «Key: value» parted at its first colon outside brackets and quotes; nullopt: there is none.
struct Field {
  Text key, value;
};
std::optional<Field> read_field(View text);

}  // namespace sixiang::brief
