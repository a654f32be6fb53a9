// What the members of data are, by their keys: «aspect_ratio», «aspectRatio», «比例». One table, in data_members.cpp.
// Inside brief/ only.
#pragma once

#include <cstdint>

#include "brief/text.h"

namespace sixiang::brief {

enum class Member : std::uint8_t {
  Unknown,
  Container,  // holds members of what it stands in: poster, meta, header
  Group,      // holds sections: steps, cards, 模块
  Title,
  Subject,  // the title where there is no other: topic, 主题
  Subtitle,
  Label,  // the title of what has no other; in an item what stands before the colon
  Number,
  Date,
  Time,  // a date where things happened, else how long it takes
  Fill,
  Background,
  Ink,
  PartColor,  // of something smaller
  Palette,
  Icon,
  Picture,
  Badge,
  Tags,
  Text,
  Sub,
  Key,
  Code,
  Value,
  Unit,
  Callout,
  Footer,
  Signature,
  Center,
  Divider,
  Links,
  ArrowText,  // of the arrow to the next section
  From,
  To,
  Yes,
  No,
  LineStyle,
  Table,
  TableHead,
  TableRows,
  Chart,
  Aspect,
  Width,
  Height,
  Layout,
  Columns,  // how many, or what stands in each
  Id,
  Marked,  // «highlight: true»
  Style,   // said to the painter, never printed
};

// Of a key in any way of writing it.
Member member_of(View key);

// As people write it: lower case, a blank between its words, without a number behind it.
Text plain_key(View key);

// «layout» of sections that stand below such a key: "pipeline" for steps; empty: it says nothing.
View layout_of_group(View key);

// Left and right, before and after: halves of one page.
bool names_half(View key);

}  // namespace sixiang::brief
