// The parts of an outline's document, as lines and comments make them, and the document's JSON made of them. Inside
// brief/ only.
#pragma once

#include <string>
#include <vector>

#include "brief/outline_fields.h"
#include "model/poster.h"

namespace sixiang::brief {

// A label, a diagram, or a line of the centre.
struct OutlineItem {
  Json json = Json::object();
  std::string text;      // as it stands in the outline
  bool is_code = false;  // the text is as it was typed
  LinePlaces places;     // within its diagram
  int line = 0;
};

// A section.
struct OutlinePart {
  Json json = Json::object();
  int line = 0;
  std::vector<OutlineItem> content;
  std::vector<OutlinePart> sections;
};

// What `from` says replaces what `into` has; objects are joined member by member.
void merge(Json& into, const Json& from);

// Ids and colours for those that are new: they have no id.
void name_new_sections(std::vector<OutlinePart>& sections, Style style);

// To the end of a list of the document that goes by `path`; what they are made of is used up.
void add_items(Json& list, std::vector<OutlineItem>& items, const std::string& path, LinePlaces& places);
void add_parts(Json& list, std::vector<OutlinePart>& parts, const std::string& path, LinePlaces& places);

// With the lines of what they are about.
std::vector<Error> errors_in_lines(const std::vector<Error>& errors, const LinePlaces& places);

}  // namespace sixiang::brief
