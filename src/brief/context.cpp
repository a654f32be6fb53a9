#include "brief/context.h"

#include <algorithm>

#include "brief/color_words.h"

namespace sixiang::brief {

std::vector<const Block*> blocks_of(const Document& document, Topic topic) {
  std::vector<const Block*> found;
  for (const Block& block : document.blocks) {
    if (block.topic == topic) found.push_back(&block);
  }
  return found;
}

std::vector<Said> said_in(const Block& block) {
  std::vector<Said> said;
  if (!block.value.empty()) said.push_back({block.line, block.value, nullptr});
  for (const Line& line : block.lines) said.push_back({line.number, line.text, &line});
  return said;
}

std::vector<Said> sentences_in(const Block& block) {
  std::vector<Said> sentences;
  for (Said& said : said_in(block)) {
    // «top row: teal (#2C7A7B)» is a sentence of its own.
    const bool is_field = read_field(said.text).has_value() && count_codes(said.text) > 0;
    const bool goes_on = !is_field && !sentences.empty() && said.source && said.source->marker == Marker::None &&
                         said.source->indent > 1 && sentences.back().text.size() < 4000;
    if (goes_on) {
      sentences.back().text += U' ' + said.text;
    } else {
      sentences.push_back(std::move(said));
    }
  }
  return sentences;
}

std::string section_name(const Draft& draft, const DraftSection& section) {
  const auto found = std::find_if(draft.sections.begin(), draft.sections.end(),
                                  [&](const DraftSection& other) { return &other == &section; });
  if (found == draft.sections.end()) return "nested section";
  return "section " + std::to_string(found - draft.sections.begin() + 1);
}

}  // namespace sixiang::brief
