// Links of data: {from, to, label}, pairs, «A -> B», names in their order. Inside brief/ only.
#pragma once

#include "brief/data_sections.h"

namespace sixiang::brief {

class LinkWriter {
 public:
  LinkWriter(Data& data, SectionWriter& writer) : data_(data), writer_(writer) {}

  void read(const Node& node);
  // What the centre is called: lines from it are the layout's own.
  void name_center(View name) { center_names_.push_back(folded(name)); }
  bool has_spokes() const { return has_spokes_; }

 private:
  void list(const Node& node);
  void map(const Node& node);
  void link(const Node& node, const Node& from, const Node& to);
  void arrows(const Node& node);
  void add(View from, View to, View text, int line);
  void take(SaidLink link);
  bool is_center(View name) const;

  Data& data_;
  SectionWriter& writer_;
  std::vector<Text> center_names_;
  bool has_spokes_ = false;
};

}  // namespace sixiang::brief
