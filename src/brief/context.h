// What all that read a part of a brief share. Inside brief/ only.
#pragma once

#include "brief/blocks.h"
#include "brief/draft.h"
#include "brief/report.h"

namespace sixiang::brief {

struct Context {
  const Document& document;
  Draft& draft;
  Report& report;
};

// All blocks of that topic.
std::vector<const Block*> blocks_of(const Document& document, Topic topic);
// Value and lines of a block, one line after the other.
struct Said {
  int line = 0;
  Text text;
  const Line* source = nullptr;  // nullptr: behind the key
};
std::vector<Said> said_in(const Block& block);
// The same where lines that are indented and no items go on with the one before.
std::vector<Said> sentences_in(const Block& block);

// How a section is called in readings: "section 3".
std::string section_name(const Draft& draft, const DraftSection& section);

}  // namespace sixiang::brief
