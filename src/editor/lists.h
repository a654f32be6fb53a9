// Where a poster's lists are, and what stands in them. Inside editor/ only.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/navigation.h"
#include "model/field.h"
#include "model/poster.h"

namespace sixiang {

struct ListOfItems {
  std::string id;                  // "gan.content"
  Thing thing = {};                // what stands in it
  std::vector<std::string> items;  // their ids
};
// In the order of the document.
std::vector<ListOfItems> lists_of(const Poster& poster);

struct ItemPlace {
  ListOfItems list;
  std::size_t index = 0;
};
// Where an item stands; nullopt where there is no such item.
std::optional<ItemPlace> place_of_item(const Poster& poster, std::string_view item);

// What of these ids are things that stand in lists: in the order of the document, none within another. An item whose
// diagram is called otherwise is that diagram. Arrows go with nodes of their diagram that are among them.
std::vector<OutlineItem> chosen_items(const Poster& poster, const std::vector<std::string>& ids);

// What the outline calls these items.
std::vector<std::string> things_of(const Poster& poster, const std::vector<std::string>& items);

// The item as JSON text, and as lines of plain text: a label as it is typed, a section as an outline; empty where there
// is none. A thing that is no item, and a text field, have their words.
std::string json_of_item(const Poster& poster, std::string_view item);
std::string words_of(const Poster& poster, std::string_view id);

}  // namespace sixiang
