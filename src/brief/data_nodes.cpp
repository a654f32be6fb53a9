#include "brief/data_nodes.h"

#include <algorithm>

namespace sixiang::brief {

namespace {

bool is_naming(Member member) { return member == Member::Title || member == Member::Subject; }

}  // namespace

Member member_of(const Node& node) {
  const Member member = member_of(View(node.key));
  const bool may_count = member == Member::No || member == Member::Group || member == Member::Container;
  const bool counts =
      may_count && is_scalar(node) && !node.value.empty() && node.value.find_first_not_of(U"0123456789") == Text::npos;
  return counts ? Member::Number : member;
}

bool says_yes(View text) {
  const Text low = folded(text);
  return low == U"true" || low == U"yes" || low == U"是" || low == U"1";
}
bool is_flag(View text) {
  const Text low = folded(text);
  return says_yes(text) || low == U"false" || low == U"no" || low == U"否" || low == U"0";
}

bool names_time(const Node& node) {
  const Text key = plain_key(node.key);
  const bool is_length = key == U"duration" || key == U"时长" || key == U"用时" || key == U"耗时";
  if (is_length || node.value.empty()) return false;
  constexpr View kSigns[] = {U":",    U"年",  U"月", U"日", U"点", U"世纪", U"周",
                             U"week", U"day", U"bc", U"ad", U"代", U"朝"};
  const Text text = folded(node.value);
  return std::any_of(std::begin(kSigns), std::end(kSigns), [&text](View sign) { return contains(text, sign); }) ||
         (text.size() == 4 && text.find_first_not_of(U"0123456789") == Text::npos);
}

bool is_proper_name(View text) {
  if (text.empty() || text[0] == U'#' || text.size() > 40) return false;
  return text[0] >= U'A' && text[0] <= U'Z';
}

bool is_text_member(Member member) {
  return member == Member::Text || member == Member::Key || member == Member::Code || member == Member::Value;
}

bool are_pairs(const Node& map) {
  const bool is_one = map.children.size() == 1;
  return !map.children.empty() && std::all_of(map.children.begin(), map.children.end(), [is_one](const Node& child) {
    return is_scalar(child) && member_of(child) == Member::Unknown && (is_one || has_han(child.key));
  });
}

const Node* find_member(const Node& map, Member member) {
  const auto found = std::find_if(map.children.begin(), map.children.end(), [member](const Node& child) {
    return member_of(child) == member && !(child.value.empty() && child.children.empty());
  });
  return found == map.children.end() ? nullptr : &*found;
}

Text words_of_node(const Node& node) {
  if (is_scalar(node)) return node.value;
  Text words;
  for (const Node& child : node.children) {
    const Member member = is_map(node) ? member_of(child) : Member::Text;
    if (!is_scalar(child) || member == Member::Style || member == Member::Fill || member == Member::Id) continue;
    words += (words.empty() ? U"" : U" ") + child.value;
  }
  return words;
}

bool is_for_painter(View text) {
  constexpr View kOrders[] = {U"不要", U"别",   U"不许", U"请",  U"务必",  U"必须",   U"避免", U"禁止",
                              U"要大", U"清晰", U"不能", U"no ", U"don't", U"do not", U"avoid"};
  constexpr View kThings[] = {U"画",   U"字",   U"图",        U"水印", U"logo",  U"颜色", U"配色",
                              U"留白", U"风格", U"照片",      U"形象", U"英文",  U"乱码", U"标志",
                              U"边框", U"版式", U"watermark", U"text", U"photo", U"font"};
  const Text low = folded(text);
  const auto is_in = [&low](View word) { return contains(low, word); };
  return std::any_of(std::begin(kOrders), std::end(kOrders), is_in) &&
         std::any_of(std::begin(kThings), std::end(kThings), is_in);
}

bool has_maps(const Node& list) {
  return std::any_of(list.children.begin(), list.children.end(), [](const Node& child) { return is_map(child); });
}

bool is_section_node(const Node& node) {
  return is_map(node) && std::any_of(node.children.begin(), node.children.end(), [](const Node& child) {
           const Member member = member_of(child);
           return (is_scalar(child) && !child.value.empty() &&
                   (is_naming(member) || member == Member::Label || is_text_member(member))) ||
                  (is_list(child) && !has_maps(child) && (is_text_member(member) || member == Member::Unknown)) ||
                  (is_list(child) && member == Member::Text);
         });
}

}  // namespace sixiang::brief
