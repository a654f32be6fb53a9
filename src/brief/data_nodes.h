// What is asked of the nodes of data. Inside brief/ only.
#pragma once

#include "brief/data_members.h"
#include "brief/data_tree.h"

namespace sixiang::brief {

inline bool is_scalar(const Node& node) { return node.kind == Node::Kind::Scalar; }
inline bool is_map(const Node& node) { return node.kind == Node::Kind::Map; }
inline bool is_list(const Node& node) { return node.kind == Node::Kind::List; }

// By its key and, where that says two things, by its value: «no: 2» counts.
Member member_of(const Node& node);
// The first member of that kind that says something; nullptr: there is none.
const Node* find_member(const Node& map, Member member);
// All words of a value: of a scalar, or of what a map or a list of scalars says.
Text words_of_node(const Node& node);
// A map that has what names it, or texts.
bool is_section_node(const Node& node);
bool has_maps(const Node& list);
// «不要水印», «字要大»: said to the painter.
bool is_for_painter(View text);
// Members that are said, not named: «- 睡袋: 看舒适温标» of YAML.
bool are_pairs(const Node& map);
bool says_yes(View text);
bool is_flag(View text);  // yes or no
// A time of day, a date: «08:30», «第 2 周»; how long something takes is none.
bool names_time(const Node& node);
// A name or a term: «A», «GPT-4», no word that says how something looks.
bool is_proper_name(View text);
// A member that holds what is printed.
bool is_text_member(Member member);

}  // namespace sixiang::brief
