// The ids of fields and blocks: what describe() walks, joined by dots. Sections and nodes go by their own ids, items of
// other lists by their index: "gan.diagram.nodes.d.text", "gan.labels.2.text", "title.emphasis.color".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/poster.h"

namespace sixiang {

std::string join_id(std::string_view path, std::string_view key);

// The id of the item `index` of the list `key` of `path`.
template <class T>
std::string item_id(std::string_view path, std::string_view key, const T&, std::size_t index) {
  return join_id(join_id(path, key), std::to_string(index));
}
inline std::string item_id(std::string_view path, std::string_view key, const FlowNode& node, std::size_t) {
  return join_id(join_id(path, key), node.id);
}
inline std::string item_id(std::string_view, std::string_view, const Section& section, std::size_t) {
  return section.id;
}

// Whether `id` is `path` or lies below it.
bool lies_in(std::string_view id, std::string_view path);

// What kind of thing an id names: the struct's key in the format ("labels", "colors", "sections", "poster" for the
// whole) and the key of the field within ("text"), empty where the id names the thing itself.
struct FieldPlace {
  std::string container = "poster", key;
};
FieldPlace place_of(const Poster& poster, std::string_view id);

}  // namespace sixiang
