// Sections of data as lines. Inside brief/ only.
#pragma once

#include <deque>

#include "brief/data.h"
#include "brief/data_nodes.h"

namespace sixiang::brief {

class SectionWriter {
 public:
  SectionWriter(Data& data, bool is_chinese) : data_(data), is_chinese_(is_chinese) {}

  // `name`: what it is called where it does not say so.
  void write(const Node& node, View name, int level = 2);
  // One without members of its own: texts below a title, which may be empty.
  void write_list(const Node& list, View name, int line);
  // Lines of the section before.
  void items(const Node& node);
  void note(const Node& node, std::string meaning);
  void leave_out(const Node& node, Message why);
  // Decisions: what «yes» and «no» lead to, where that is no section yet.
  void finish();
  std::size_t count() const { return sections_; }
  bool has_decisions() const { return has_decisions_; }
  void add(int line, SectionField field, View text);
  // A line of the page: «ASPECT: 4:5».
  void key_line(View key, View value, int line);

 private:
  struct Naming {
    Text title;
    const Node* node = nullptr;
  };
  Naming name_of(const Node& node, View name) const;
  void open(int line, View title, int level);
  void know(View name);
  void heading_members(const Node& node, const Naming& naming);
  void section_member(const Node& child);
  void unknown_member(const Node& child);
  void map_member(const Node& child);
  void lead(View key, const Node& values);
  void item(const Node& map);
  void item_rest(const Node& map, const std::vector<const Node*>& used);
  void texts(const Node& node, SectionField field);
  void list_member(const Node& child);
  void figure(const Node& node);
  void figure_of(const Node& map, const Node& value);
  void table(const Node& node);
  void table_rows(const Node& rows, const Node* head);
  void chart(const Node& node);
  void link_to_next(const Node& child);
  void links_of(const Node& child, View text);
  bool keeps(View text) const { return has_han(text) || !is_chinese_ || is_proper_name(text); }
  bool is_nested_list(const Node& node) const;

  struct Pending {
    const Node* node;
    Text from, text;
  };
  Data& data_;
  bool is_chinese_;
  std::size_t sections_ = 0;
  int level_ = 2;
  Text current_;                 // how the section is called in links
  const Node* chart_ = nullptr;  // the section, where it is one of bars
  std::vector<const Node*> nested_;
  std::deque<Pending> pending_;
  bool has_decisions_ = false;
};

}  // namespace sixiang::brief
