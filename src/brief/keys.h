// The words of the format: what a block of a brief is called in its dialects, English and Chinese. Tables, in
// topic_words.cpp and section_words.cpp. Inside brief/ only.
#pragma once

#include <cstdint>
#include <optional>

#include "brief/text.h"

namespace sixiang::brief {

// What a block or a field of a brief is about.
enum class Topic : std::uint8_t {
  Layout,
  Zones,
  Labels,
  Colors,
  Background,
  Style,  // style, palette, visual: never printed, read for icons and pictures
  Elements,
  Aspect,
  Language,
  Title,
  Subtitle,
  Center,
  Bar,  // a bar at the foot: key message, summary
  Divider,
  HorizontalAxis,  // of a 2 × 2 matrix
  VerticalAxis,
  Arrows,   // links between sections
  Nodes,    // a list whose items are sections
  Markers,  // icons for the sections, in their order
  Hub,      // a centre with fields of its own
  Support,  // a band at the foot with fields of its own
  Content,
  Summary,  // for the writer of a section: not printed
  Picture,
  Formula,
  Headline,
  Subhead,
  Everything,  // «Each card: …»
  Guide,       // for the reader of the brief: not printed
};

struct TopicWord {
  View word;  // folded
  Topic topic;
};

// Of a key or a heading without its marks: the word, or the word with others behind it in brackets.
std::optional<Topic> find_topic(View key);

// How sections that begin with such a word stand.
enum class SectionStand : std::uint8_t { Grid, Pipeline, Rows, Columns, Split, Timeline, Spokes, Lanes, Bar };

struct SectionWord {
  View word;  // folded: "step", "左侧"
  SectionStand stand;
};

// The word of a section's kind that `text`, folded, begins with; the longest. nullptr: none.
const SectionWord* find_section_word(View text);
// Whether `word`, folded, is one, and no more.
bool is_section_word(View word);

// Words for where or what something is, which are no part of its name: "panel", "node", "的".
bool is_filler(View word);

// Which of the sections a word counts: "first" is 1, 第三 is 3, "last" is -1; 0: none.
int ordinal_of(View word);

// What models write behind every brief: «Clean composition…», «Color values (#hex)…».
bool is_boilerplate(View text);
// « - Process Flow», « - Comparison View»: where a title is followed by such a tail, its length without; else npos.
std::size_t title_without_tail(View text);

}  // namespace sixiang::brief
