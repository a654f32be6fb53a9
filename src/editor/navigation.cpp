#include "editor/navigation.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "model/ids.h"
#include "model/sections.h"

namespace sixiang {

namespace {

using Outline = std::vector<OutlineItem>;

// How much of `id` says that it belongs to the thing: nothing where it does not.
std::size_t matching(std::string_view id, const OutlineItem& thing) {
  if (!thing.id.empty() && lies_in(id, thing.id)) return thing.id.size();
  return thing.kind == ThingKind::Diagram && lies_in(id, thing.item) ? thing.item.size() : 0;
}

Outline::const_iterator find(const Outline& things, std::string_view id) {
  return std::find_if(things.begin(), things.end(), [&](const OutlineItem& thing) { return thing.id == id; });
}

// The thing that `id` belongs to; the page, which comes first, where there is none.
const OutlineItem& find_thing(const Outline& things, std::string_view id) {
  const auto exact = find(things, id);
  if (exact != things.end()) return *exact;
  const OutlineItem* found = &things.front();
  std::size_t most = 1;
  for (const OutlineItem& thing : things) {
    // The caption comes after its diagram, which goes by the same item.
    if (matching(id, thing) < most) continue;
    most = matching(id, thing);
    found = &thing;
  }
  return *found;
}

std::vector<const OutlineItem*> children(const Outline& things, std::string_view parent) {
  std::vector<const OutlineItem*> found;
  for (const OutlineItem& thing : things) {
    if (thing.kind != ThingKind::Page && thing.parent == parent) found.push_back(&thing);
  }
  return found;
}

// The neighbour `by` places on.
std::string neighbour(const Poster& poster, std::string_view id, std::ptrdiff_t by) {
  const Outline things = outline(poster);
  const OutlineItem& thing = find_thing(things, id);
  const std::vector<const OutlineItem*> row = children(things, thing.parent);
  const std::ptrdiff_t at = std::find(row.begin(), row.end(), &thing) - row.begin() + by;
  return thing.kind != ThingKind::Page && at >= 0 && at < std::ssize(row) ? row[std::size_t(at)]->id : std::string();
}

}  // namespace

OutlineItem thing_at(const Poster& poster, std::string_view id) { return find_thing(outline(poster), id); }

std::string parent_of_thing(const Poster& poster, std::string_view id) { return thing_at(poster, id).parent; }

std::string first_child(const Poster& poster, std::string_view id) {
  const Outline things = outline(poster);
  const std::vector<const OutlineItem*> held = children(things, find_thing(things, id).id);
  if (held.empty()) return {};
  const auto chief = std::find_if(held.begin(), held.end(), [](const OutlineItem* thing) {
    return thing->kind != ThingKind::Title && thing->kind != ThingKind::Center && thing->kind != ThingKind::Badge;
  });
  return chief == held.end() ? held.front()->id : (*chief)->id;
}

std::string sibling_before(const Poster& poster, std::string_view id) { return neighbour(poster, id, -1); }
std::string sibling_after(const Poster& poster, std::string_view id) { return neighbour(poster, id, 1); }

std::vector<std::string> siblings(const Poster& poster, std::string_view id) {
  const Outline things = outline(poster);
  const OutlineItem& thing = find_thing(things, id);
  const auto is_of_list = [&](const OutlineItem& other) {
    const bool same_kind = other.kind == thing.kind ||
                           (other.kind == ThingKind::Label && thing.kind == ThingKind::Diagram) ||
                           (other.kind == ThingKind::Diagram && thing.kind == ThingKind::Label);
    return same_kind && !other.item.empty();
  };
  if (!is_of_list(thing)) return {thing.id};
  std::vector<std::string> found;
  for (const OutlineItem* other : children(things, thing.parent)) {
    if (is_of_list(*other)) found.push_back(other->id);
  }
  return found;
}

bool holds(const Poster& poster, std::string_view outer, std::string_view inner) {
  const Section* section = find_section(poster, outer);
  return section ? lies_within(inner, outer, *section) : lies_in(inner, outer);
}

std::vector<Crumb> crumbs_of(const Poster& poster, std::string_view id) {
  const Outline things = outline(poster);
  const OutlineItem* thing = &find_thing(things, id);
  std::vector<Crumb> crumbs{{thing->id, thing->name}};
  while (!thing->parent.empty()) {
    thing = &*find(things, thing->parent);
    crumbs.insert(crumbs.begin(), {thing->id, thing->name});
  }
  return crumbs;
}

Message name_of_thing(const Poster& poster, std::string_view id) {
  Message name;
  for (const Crumb& crumb : crumbs_of(poster, id)) {
    const char* between = name.english.empty() ? "" : " › ";
    name.english += between + crumb.name.english;
    name.chinese += between + crumb.name.chinese;
  }
  return name;
}

}  // namespace sixiang
