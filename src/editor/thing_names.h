// What things are called for people, wherever they are shown: in a list of fields, in an outline, at the pointer.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/message.h"
#include "model/poster.h"
#include "model/words.h"

namespace sixiang {

// A text's first line as a name: short, without the marks of formulas.
std::string name_from_text(std::string_view text);

// The section's title; its id where it has none.
std::string section_name(const Section& section);

// The node's text; its id where it has none, or where there is no such node.
std::string node_name(const FlowDiagram& flow, std::string_view id);

// "generator → sample"
Message arrow_name(const FlowDiagram& flow, const FlowArrow& arrow);
Message link_name(const Poster& poster, const Link& link);

// "Star, left of the title"
Message decoration_name(const Decoration& decoration);

// "Label 3"; `number` counts from 1.
Message numbered(Message name, std::size_t number);

// As a sentence begins: "Label".
Message capitalized(Message name);

}  // namespace sixiang
