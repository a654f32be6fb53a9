// Briefs written as data: JSON, YAML and tags, rewritten to lines that say what they are, and what a line of a brief
// cannot say. Inside brief/ only; brief.h tells whether a text is one.
#pragma once

#include <map>
#include <string>

#include "brief/context.h"
#include "brief/data_tree.h"

namespace sixiang::brief {

// A link as its ends are called: by id, title or place.
struct SaidLink {
  Text from, to, text;
  LineStyle style = LineStyle::Solid;
  std::optional<Color> color;
  int line = 0;
};

struct DataNote {
  int line = 0;
  std::string meaning;         // of what is read and not printed
  Text text;                   // of what is left out,
  std::optional<Message> why;  // and why
};

// What is set without a line of its own. Sections are counted as they stand in the lines, from 0.
struct DataFacts {
  Text title, emphasis, subtitle, subject;
  int title_line = 0, subtitle_line = 0, subject_line = 0;
  std::optional<Color> background, ink, center_fill;
  std::vector<std::pair<Text, int>> center;  // with its line
  std::string center_icon;
  bool has_divider = false, alternates = false;
  Text divider;
  int columns = 0;
  std::vector<SaidLink> links;
  std::map<Text, std::size_t> sections;  // by id and title, folded
  std::vector<std::size_t> callouts;     // boxes of their own
  std::vector<std::pair<std::size_t, DraftDiagram>> diagrams;
  std::vector<DataNote> notes;
};

struct Data {
  std::vector<Line> lines;
  DataFacts facts;
  std::vector<int> structure;  // lines of the data, which say at least how it is built
};

// `lines` of a text that is data with sections in it, and a few sentences around it; nullopt: it is none.
std::optional<Data> read_data(const std::vector<Text>& lines, int first_number);

// The page of a tree; no sections: it is no brief.
Data write_page(const Node& root, bool is_chinese);

// Chinese words of the tree on lines that nothing was said of are told.
void tell_lost(const Node& root, Data& data);

// Behind read_sections; and when the kind of page is known.
void place_data(Context& context, const Data& data);
void settle_data(Context& context, const Data& data);

}  // namespace sixiang::brief
