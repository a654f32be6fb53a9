// Ids: what the fields of a document, the things that have them, and the blocks on the page are called. Made and taken
// apart here only. An id is the keys that describe() walks, joined by dots; nodes go by their own ids, items of other
// lists by their index: "gan.content.0.diagram.nodes.d.text", "gan.content.2.text", "title.emphasis.color". The ids of
// a section and of all in it begin with its own id, wherever it stands.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "model/poster.h"

namespace sixiang {

std::string join_id(std::string_view path, std::string_view key);

// The id of the item `index` of a list.
std::string item_id(std::string_view list, std::size_t index);
template <class T>
std::string item_id(std::string_view list, const T&, std::size_t index) {
  return item_id(list, index);
}
inline std::string item_id(std::string_view list, const FlowNode& node, std::size_t) { return join_id(list, node.id); }
inline std::string item_id(std::string_view, const Section& section, std::size_t) { return section.id; }

// Whether `id` is `path` or lies below it; everything lies below the empty path, which is the poster's.
bool lies_in(std::string_view id, std::string_view path);

// Whether `id` is that of `value`, which goes by `path`, or of anything that it holds.
template <class T>
bool lies_within(std::string_view id, std::string_view path, const T&) {
  return lies_in(id, path);
}
bool lies_within(std::string_view id, std::string_view path, const Section& section);

// What the id lies in: "gan.content" of "gan.content.2"; empty of "gan".
std::string_view parent_of(std::string_view id);

// An item that goes by its index, and what stands behind it: "gan.content.2.text" is {"gan.content", 2, ".text"}.
struct IndexedId {
  std::string_view list;
  std::size_t index = 0;
  std::string_view rest;  // with its dot

  std::string at(std::size_t other_index) const;
};
// Of `id` as it lies in `list`; nullopt where it does not, and where the items of that list have ids of their own.
std::optional<IndexedId> indexed_id(std::string_view id, std::string_view list);

// Something on the page, and the field of the document that makes it: {"gan.content.2", "gan.content.2.text"}.
struct BlockId {
  std::string block, field;
  bool operator==(const BlockId&) const = default;
};
// A thing's block, made by its field `key`.
BlockId block_of(std::string thing, std::string_view key);
// A block that is one field's: "gan.title".
BlockId block_of(std::string_view field);
// The same below `path`.
BlockId within(std::string_view path, const BlockId& id);

}  // namespace sixiang
