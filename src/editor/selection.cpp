#include "editor/selection.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "editor/field_id.h"
#include "editor/outline.h"

namespace sixiang {

namespace {

struct IndexedId {
  std::string_view list;
  int index = 0;
  std::string_view rest;  // with its dot
};

// "gan.labels.2.text" below the list "gan.labels" → {"gan.labels", 2, ".text"}
std::optional<IndexedId> below(std::string_view id, std::string_view list) {
  if (id.size() <= list.size() + 1 || !lies_in(id, list)) return std::nullopt;
  const std::string_view tail = id.substr(list.size() + 1);
  const std::string_view digits = tail.substr(0, tail.find('.'));
  if (digits.empty() || digits.size() > 6 || digits.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  return IndexedId{list, std::stoi(std::string(digits)), tail.substr(digits.size())};
}

std::string_view list_of(std::string_view item) { return item.substr(0, std::min(item.rfind('.'), item.size())); }

// Nodes and sections keep their names wherever they stand.
bool goes_by_index(std::string_view item) { return below(item, list_of(item)).has_value() && !list_of(item).empty(); }

std::string with_index(const IndexedId& id, int index) {
  return std::string(id.list) + "." + std::to_string(index) + std::string(id.rest);
}

std::string after_removal(const std::string& selection, const std::string& item) {
  if (lies_in(selection, item)) return {};
  if (!goes_by_index(item)) return selection;
  const IndexedId removed = *below(item, list_of(item));
  const std::optional<IndexedId> selected = below(selection, removed.list);
  if (!selected || selected->index < removed.index) return selection;
  return with_index(*selected, selected->index - 1);
}

std::string after_move(const std::string& selection, const MoveItem& move) {
  if (!goes_by_index(move.item)) return selection;
  const IndexedId moved = *below(move.item, list_of(move.item));
  const std::optional<IndexedId> selected = below(selection, moved.list);
  if (!selected) return selection;
  int index = selected->index;
  if (index == moved.index) {
    index = move.to;
  } else if (index > moved.index && index <= move.to) {
    --index;
  } else if (index < moved.index && index >= move.to) {
    ++index;
  }
  return with_index(*selected, index);
}

}  // namespace

std::string selection_after(std::string selection, const Command& command, const Poster& after) {
  if (selection.empty()) return selection;
  if (const RemoveItem* removal = std::get_if<RemoveItem>(&command))
    selection = after_removal(selection, removal->item);
  if (const MoveItem* move = std::get_if<MoveItem>(&command)) selection = after_move(selection, *move);
  return has_block(after, selection) ? selection : std::string();
}

}  // namespace sixiang
