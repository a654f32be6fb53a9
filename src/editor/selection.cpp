#include "editor/selection.h"

#include <algorithm>
#include <utility>

#include "editor/field_tree.h"
#include "editor/follow.h"
#include "editor/navigation.h"

namespace sixiang {

namespace {

// What may take the place of a thing that goes, the best first.
std::vector<std::string> heirs_of(const Poster& poster, const std::string& id) {
  std::vector<std::string> heirs;
  for (std::string thing = thing_at(poster, id).id; !thing.empty(); thing = parent_of_thing(poster, thing)) {
    heirs.push_back(thing);
    const std::vector<std::string> row = siblings(poster, thing);
    const auto here = std::find(row.begin(), row.end(), thing);
    if (here == row.end()) continue;
    heirs.insert(heirs.end(), here + 1, row.end());
    heirs.insert(heirs.end(), std::make_reverse_iterator(here), row.rend());
  }
  return heirs;
}

}  // namespace

Selection::Selection(std::string id) {
  if (!id.empty()) ids_.push_back(std::move(id));
}

Selection::Selection(const Poster& poster, std::vector<std::string> ids) {
  for (std::string& id : ids) {
    const bool lies_in_another = std::any_of(ids_.begin(), ids_.end(), [&](const std::string& other) {
      return holds(poster, other, id) || holds(poster, id, other);
    });
    if (!lies_in_another && has_block(poster, id)) ids_.push_back(std::move(id));
  }
}

bool Selection::contains(std::string_view id) const { return std::find(ids_.begin(), ids_.end(), id) != ids_.end(); }

const std::string& Selection::lead() const {
  static const std::string kNothing;
  return ids_.empty() ? kNothing : ids_.back();
}

Selection selection_after(const Selection& selection, const Command& command, const Poster& before,
                          const Poster& after) {
  if (selection.empty()) return selection;
  Selection kept(after, ids_after(before, command, selection.ids()));
  // Another document has other things.
  if (!kept.empty() || std::holds_alternative<ReplacePoster>(command)) return kept;
  for (std::string& id : ids_after(before, command, heirs_of(before, selection.lead()))) {
    if (has_block(after, id)) return Selection(std::move(id));
  }
  return {};
}

}  // namespace sixiang
