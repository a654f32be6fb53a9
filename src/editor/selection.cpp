#include "editor/selection.h"

#include <optional>
#include <string_view>
#include <utility>

#include "editor/field_tree.h"
#include "model/ids.h"

namespace sixiang {

namespace {

// An item and an id that lie in the same list, both by their index there. Nodes and sections keep their ids wherever
// they stand.
struct Neighbours {
  IndexedId item, other;
};
std::optional<Neighbours> neighbours(std::string_view item, std::string_view id) {
  const std::string_view list = parent_of(item);
  const std::optional<IndexedId> first = indexed_id(item, list), second = indexed_id(id, list);
  if (!first || !second) return std::nullopt;
  return Neighbours{*first, *second};
}

std::string after_removal(const std::string& id, const std::string& item) {
  if (lies_in(id, item)) return {};
  const std::optional<Neighbours> both = neighbours(item, id);
  return both && both->other.index > both->item.index ? both->other.at(both->other.index - 1) : id;
}

std::string after_move(const std::string& id, const MoveItem& move) {
  const std::optional<Neighbours> both = neighbours(move.item, id);
  if (!both || move.to < 0) return id;
  const std::size_t from = both->item.index, to = std::size_t(move.to), index = both->other.index;
  if (index == from) return both->other.at(to);
  if (index > from && index <= to) return both->other.at(index - 1);
  if (index < from && index >= to) return both->other.at(index + 1);
  return id;
}

}  // namespace

std::string id_after(std::string id, const Command& command) {
  if (id.empty()) return id;
  if (const RemoveItem* removal = std::get_if<RemoveItem>(&command)) return after_removal(id, removal->item);
  if (const MoveItem* move = std::get_if<MoveItem>(&command)) return after_move(id, *move);
  return id;
}

std::string selection_after(std::string selection, const Command& command, const Poster& after) {
  selection = id_after(std::move(selection), command);
  return !selection.empty() && has_block(after, selection) ? selection : std::string();
}

}  // namespace sixiang
