#include "brief/data_links.h"

#include <algorithm>

#include "brief/arrows.h"
#include "brief/data_colors.h"

namespace sixiang::brief {

namespace {

bool is_plain_scalar(const Node& node) { return is_scalar(node) && !has_arrow(node.value); }

bool names_link(Member member) {
  return member == Member::Text || member == Member::Label || member == Member::Title || member == Member::Sub ||
         member == Member::Unknown || member == Member::Key;
}

// «source» and «end» say something else outside of links.
const Node* find_end(const Node& node, Member member, View word) {
  if (const Node* found = find_member(node, member)) return found;
  const auto found = std::find_if(node.children.begin(), node.children.end(),
                                  [word](const Node& child) { return plain_key(child.key) == word; });
  return found == node.children.end() ? nullptr : &*found;
}

}  // namespace

void LinkWriter::read(const Node& node) {
  if (is_scalar(node)) return arrows(node);
  node.kind == Node::Kind::List ? list(node) : map(node);
}

// Names in their order are a chain; lists of two or three are ends and a name.
void LinkWriter::list(const Node& node) {
  const std::vector<Node>& all = node.children;
  const bool is_chain = all.size() > 1 && std::all_of(all.begin(), all.end(), is_plain_scalar);
  for (std::size_t i = 0; is_chain && i + 1 < all.size(); ++i) add(all[i].value, all[i + 1].value, {}, all[i].line);
  if (is_chain) return;
  for (const Node& child : all) {
    const bool is_pair = child.kind == Node::Kind::List && child.children.size() > 1 && child.children.size() < 4 &&
                         std::all_of(child.children.begin(), child.children.end(), is_plain_scalar);
    if (!is_pair) {
      read(child);
      continue;
    }
    const View text = child.children.size() > 2 ? View(child.children[2].value) : View();
    add(child.children[0].value, child.children[1].value, text, child.line);
  }
}

void LinkWriter::map(const Node& node) {
  const Node* from = find_end(node, Member::From, U"source");
  const Node* to = find_end(node, Member::To, U"end");
  if (from && to) return link(node, *from, *to);
  for (const Node& child : node.children) {
    const Member member = member_of(child);
    if (is_plain_scalar(child) && member == Member::Unknown) {
      add(child.key, child.value, {}, child.line);
    } else if (member == Member::Style || member == Member::Fill || member == Member::LineStyle ||
               member == Member::Layout || member == Member::PartColor) {
      writer_.note(child, "said of the picture, not printed");
    } else {
      read(child);
    }
  }
}

void LinkWriter::link(const Node& node, const Node& from, const Node& to) {
  SaidLink link;
  link.from = words_of_node(from);
  link.line = node.line;
  bool is_both = false;
  for (const Node& child : node.children) {
    if (&child == &from || &child == &to || !is_scalar(child)) continue;
    const Member member = member_of(child);
    const Text low = folded(child.value), key = plain_key(child.key);
    const bool is_dashed = contains(low, U"dash") || contains(low, U"dotted") || contains(low, U"虚线");
    if (key == U"bidirectional" || key == U"双向" || contains(low, U"bidirectional") || low == U"双向") {
      is_both = low != U"false";
    } else if (low == U"dashed" || low == U"dotted" || low == U"虚线" || (is_dashed && !names_link(member)) ||
               (key == U"dashed" && low == U"true")) {
      link.style = LineStyle::Dashed;
    } else if (member == Member::Fill || member == Member::PartColor) {
      link.color = color_in(child);
    } else if (names_link(member) && link.text.empty()) {
      link.text = child.value;
    }
  }
  std::vector<Text> ends;
  if (to.kind == Node::Kind::List) {
    for (const Node& one : to.children) ends.push_back(words_of_node(one));
  } else {
    ends.push_back(words_of_node(to));
  }
  for (const Text& end : ends) {
    link.to = end;
    take(link);
    if (is_both) add(link.to, link.from, {}, link.line);
  }
}

void LinkWriter::arrows(const Node& node) {
  for (const Extent line : split(node.value, U"\n")) {
    const std::optional<ArrowGraph> graph = read_arrows(slice(View(node.value), line));
    if (!graph) {
      writer_.leave_out(node, not_understood());
      continue;
    }
    for (const Arrow& arrow : graph->arrows)
      add(graph->terms[arrow.from], graph->terms[arrow.to], arrow.text, node.line);
  }
}

void LinkWriter::add(View from, View to, View text, int line) {
  SaidLink link;
  link.from = Text(from);
  link.to = Text(to);
  link.text = Text(text);
  link.line = line;
  take(std::move(link));
}

void LinkWriter::take(SaidLink link) {
  if (!is_center(link.from) && !is_center(link.to)) return data_.facts.links.push_back(std::move(link));
  data_.facts.notes.push_back({link.line, "line from the centre", {}, std::nullopt});
  has_spokes_ = true;
}

bool LinkWriter::is_center(View name) const {
  constexpr View kNames[] = {U"center", U"centre", U"hub", U"core", U"all", U"中心", U"中央", U"全部", U"所有"};
  const Text low = folded(name);
  if (std::find(std::begin(kNames), std::end(kNames), View(low)) != std::end(kNames)) return true;
  if (!data_.facts.center.empty() && folded(data_.facts.center[0].first) == low) return true;
  return std::find(center_names_.begin(), center_names_.end(), low) != center_names_.end();
}

}  // namespace sixiang::brief
