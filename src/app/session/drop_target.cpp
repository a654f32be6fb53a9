#include "app/session/drop_target.h"

#include <algorithm>
#include <cmath>

#include "layout/hit_test.h"
#include "model/ids.h"

namespace sixiang::app {

namespace {

constexpr float kOutside = 5;  // poster points, from an item's edge to the line beside it

struct Placed {
  std::size_t index = 0;  // in its list
  Rect place;
};

bool is_content(ThingKind kind) { return kind == ThingKind::Label || kind == ThingKind::Diagram; }
bool is_section(ThingKind kind) { return kind == ThingKind::Section; }

std::string list_of(const OutlineItem& thing) {
  if (is_content(thing.kind)) return join_id(thing.parent, "content");
  return thing.parent.empty() ? "sections" : join_id(thing.parent, "sections");
}

std::size_t index_of(const Poster& poster, const OutlineItem& thing) {
  if (const auto indexed = indexed_id(thing.item, list_of(thing))) return indexed->index;
  const std::vector<std::string> all = siblings(poster, thing.id);
  return std::size_t(std::find(all.begin(), all.end(), thing.id) - all.begin());
}

// The items of a list that are to be seen, in its order.
std::vector<Placed> placed_items(Session& session, std::string_view parent, bool (*is_one)(ThingKind)) {
  std::vector<Placed> items;
  for (const OutlineItem& thing : outline(session.poster())) {
    if (thing.parent != parent || !is_one(thing.kind)) continue;
    const std::optional<Rect> place = place_of(session, thing.id);
    if (place) items.push_back({index_of(session.poster(), thing), *place});
  }
  return items;
}

float distance_to(const Rect& rect, Point at) {
  const float x = std::max({rect.left() - at.x, 0.0f, at.x - rect.right()});
  const float y = std::max({rect.top() - at.y, 0.0f, at.y - rect.bottom()});
  return std::sqrt(x * x + y * y);
}

bool is_beside(const Rect& a, const Rect& b) { return a.center().y > b.top() && a.center().y < b.bottom(); }

struct Gap {
  std::size_t index = 0;  // of the item that it is before
  Point from, until;
};

// Before or behind the nearest item: beside it where its row has others, else above or below it.
Gap gap_at(const std::vector<Placed>& items, Point at) {
  const auto nearest = std::min_element(items.begin(), items.end(), [at](const Placed& a, const Placed& b) {
    return distance_to(a.place, at) < distance_to(b.place, at);
  });
  const Rect& place = nearest->place;
  const bool has_neighbour = std::any_of(items.begin(), items.end(), [&](const Placed& other) {
    return &other != &*nearest && is_beside(other.place, place);
  });
  if (has_neighbour) {
    const bool before = at.x < place.center().x;
    const float x = before ? place.left() - kOutside : place.right() + kOutside;
    return {nearest->index + (before ? 0u : 1u), {x, place.top()}, {x, place.bottom()}};
  }
  const bool before = at.y < place.center().y;
  const float y = before ? place.top() - kOutside : place.bottom() + kOutside;
  return {nearest->index + (before ? 0u : 1u), {place.left(), y}, {place.right(), y}};
}

std::string section_under(Session& session, Point at) {
  for (const Block* block : hit_test(session.layout(), at)) {
    if (block->kind == BlockKind::Section) return block->id;
  }
  return "";
}

std::optional<Drop> content_drop(Session& session, Point at) {
  const std::string section = section_under(session, at);
  if (section.empty()) return std::nullopt;
  Drop drop;
  drop.list = join_id(section, "content");
  drop.into = section;
  const std::vector<Placed> items = placed_items(session, section, is_content);
  if (items.empty()) {
    const Rect place = inset(place_of(session, section).value_or(Rect{}), 2 * kOutside);
    drop.from = {place.left(), place.center().y};
    drop.until = {place.right(), place.center().y};
    return drop;
  }
  const Gap gap = gap_at(items, at);
  drop.index = gap.index;
  drop.from = gap.from;
  drop.until = gap.until;
  return drop;
}

std::optional<Drop> section_drop(Session& session, const std::string& dragged, Point at) {
  const std::string over = section_under(session, at);
  if (over.empty() || holds(session.poster(), dragged, over)) return std::nullopt;
  const std::string parent = parent_of_thing(session.poster(), over);
  const std::vector<Placed> items = placed_items(session, parent, is_section);
  if (items.empty()) return std::nullopt;
  const Gap gap = gap_at(items, at);
  return Drop{list_of(thing_at(session.poster(), over)), gap.index, over, gap.from, gap.until};
}

}  // namespace

bool can_be_dropped(ThingKind kind) { return is_content(kind) || is_section(kind); }

std::optional<Drop> drop_target(Session& session, const std::vector<std::string>& things, Point at) {
  const OutlineItem first = thing_at(session.poster(), things.front());
  std::optional<Drop> drop = is_section(first.kind) ? section_drop(session, first.id, at) : content_drop(session, at);
  if (!drop || things.size() > 1 || list_of(first) != drop->list) return drop;
  const std::size_t index = index_of(session.poster(), first);
  if (drop->index == index || drop->index == index + 1) return std::nullopt;
  return drop;
}

}  // namespace sixiang::app
