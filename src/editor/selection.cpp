#include "editor/selection.h"

#include <optional>
#include <string_view>
#include <utility>

#include "editor/field_tree.h"
#include "model/ids.h"

namespace sixiang {

namespace {

// An id within what the list has from `index` on, once there are `by` items more before it. Nodes and sections keep
// their ids wherever they stand.
std::string shifted(const std::string& id, std::string_view list, std::size_t index, int by) {
  const std::optional<IndexedId> other = indexed_id(id, list);
  return other && other->index >= index
             ? other->at(by < 0 ? other->index - std::size_t(-by) : other->index + std::size_t(by))
             : id;
}

std::string after_removal(const std::string& id, const std::string& item) {
  if (lies_in(id, item)) return {};
  const std::optional<IndexedId> removed = indexed_id(item, parent_of(item));
  return removed ? shifted(id, removed->list, removed->index, -1) : id;
}

std::string after_move(const std::string& id, const MoveItem& move) {
  if (move.to < 0) return id;
  const std::size_t to = std::size_t(move.to);
  const std::string_view from = parent_of(move.item);  // empty: of a section
  const std::optional<IndexedId> item = indexed_id(move.item, from);
  if (lies_in(id, move.item)) {
    const std::string_view own_id = std::string_view(move.item).substr(from.empty() ? 0 : from.size() + 1);
    const std::string moved = item ? item_id(move.list, to) : from.empty() ? move.item : join_id(move.list, own_id);
    return moved + id.substr(move.item.size());
  }
  return item ? shifted(shifted(id, from, item->index, -1), move.list, to, 1) : id;
}

// Where the list was full there are fewer new ones, and the id may name nothing then.
std::string after_split(const std::string& id, const SplitLabel& split) {
  const std::optional<IndexedId> item = indexed_id(split.item, parent_of(split.item));
  return item ? shifted(id, item->list, item->index + 1, int(split.texts.size()) - 1) : id;
}

}  // namespace

std::string id_after(std::string id, const Command& command) {
  if (id.empty()) return id;
  if (const RemoveItem* removal = std::get_if<RemoveItem>(&command)) return after_removal(id, removal->item);
  if (const MoveItem* move = std::get_if<MoveItem>(&command)) return after_move(id, *move);
  if (const SplitLabel* split = std::get_if<SplitLabel>(&command)) return after_split(id, *split);
  return id;
}

std::string selection_after(std::string selection, const Command& command, const Poster& after) {
  selection = id_after(std::move(selection), command);
  return !selection.empty() && has_block(after, selection) ? selection : std::string();
}

}  // namespace sixiang
