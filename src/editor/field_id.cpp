#include "editor/field_id.h"

#include <algorithm>
#include <array>
#include <vector>

namespace sixiang {

namespace {

constexpr std::array<std::string_view, 9> kLists = {"sections", "decorations", "lines", "labels", "nodes",
                                                    "arrows",   "tiles",       "spans", "tokens"};
constexpr std::array<std::string_view, 9> kObjects = {"page",   "fonts", "typography", "palette", "title",
                                                      "center", "badge", "colors",     "diagram"};

template <class List>
bool contains(const List& list, std::string_view key) {
  return std::find(list.begin(), list.end(), key) != list.end();
}

std::vector<std::string> segments_of(std::string_view id) {
  std::vector<std::string> segments;
  while (!id.empty()) {
    const std::size_t dot = std::min(id.find('.'), id.size());
    segments.emplace_back(id.substr(0, dot));
    id.remove_prefix(std::min(dot + 1, id.size()));
  }
  return segments;
}

// "title" is a section's field as well as a part of the poster.
bool is_object(std::string_view container, std::string_view key) {
  if (container == "poster" || container == "title") return contains(kObjects, key) || key == "emphasis";
  return container == "sections" && key != "title" && contains(kObjects, key);
}

}  // namespace

FieldPlace place_of(const Poster& poster, std::string_view id) {
  FieldPlace place;
  const std::vector<std::string> segments = segments_of(id);
  std::size_t i = 0;
  const bool in_section =
      !segments.empty() && std::any_of(poster.sections.begin(), poster.sections.end(),
                                       [&](const Section& section) { return section.id == segments[0]; });
  if (in_section) {
    place.container = "sections";
    i = 1;
  }
  for (; i < segments.size(); ++i) {
    if (contains(kLists, segments[i])) {
      place.container = segments[i];
      ++i;
    } else if (is_object(place.container, segments[i])) {
      place.container = segments[i];
    } else {
      place.key = segments[i];
      break;
    }
  }
  return place;
}

}  // namespace sixiang
