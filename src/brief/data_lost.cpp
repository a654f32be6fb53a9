#include <set>

#include "brief/data.h"
#include "brief/data_nodes.h"

namespace sixiang::brief {

namespace {

class LostWords {
 public:
  explicit LostWords(Data& data) : data_(data) {
    for (const Line& line : data.lines) seen_.insert(line.number);
    for (const DataNote& note : data.facts.notes) seen_.insert(note.line);
    for (const auto& [section, diagram] : data.facts.diagrams) seen_.insert(diagram.line);
    for (const auto& [text, line] : data.facts.center) seen_.insert(line);
    for (const SaidLink& link : data.facts.links) seen_.insert(link.line);
  }

  void tell(const Node& node) {
    const Member member = member_of(node);
    const bool is_taken_whole = member == Member::Style || member == Member::Table || member == Member::Chart ||
                                member == Member::TableRows || member == Member::Palette || member == Member::Links ||
                                member == Member::Icon || member == Member::Picture;
    const bool is_said = member == Member::Title || member == Member::Subject || member == Member::Subtitle ||
                         member == Member::Divider || member == Member::Aspect || member == Member::Background ||
                         member == Member::Layout;
    if (is_taken_whole || (is_said && !is_scalar(node) && seen_.contains(node.line))) return;
    if (is_scalar(node) && has_han(node.value) && !seen_.contains(node.line))
      data_.facts.notes.push_back({node.line, "", node.value, not_understood()});
    for (const Node& child : node.children) tell(child);
  }

 private:
  Data& data_;
  std::set<int> seen_;
};

}  // namespace

void tell_lost(const Node& root, Data& data) { LostWords(data).tell(root); }

}  // namespace sixiang::brief
