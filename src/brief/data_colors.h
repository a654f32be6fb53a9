// Colours of data: of the page, by what has them, in turn. Inside brief/ only.
#pragma once

#include "brief/data_sections.h"

namespace sixiang::brief {

// The first colour that a value speaks of.
std::optional<Color> color_in(const Node& node);

// «bg», 底色: of the page itself.
bool names_ground(View key);

class ColorWriter {
 public:
  ColorWriter(Data& data, SectionWriter& writer) : data_(data), writer_(writer) {}

  void background(const Node& node);
  void palette(const Node& node);
  // What the sections have, behind them.
  void write();

 private:
  void write_turns();

  Data& data_;
  SectionWriter& writer_;
  std::vector<const Node*> named_;
  const Node* turns_ = nullptr;  // a list of colours
};

}  // namespace sixiang::brief
