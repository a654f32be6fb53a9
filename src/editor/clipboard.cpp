#include "editor/clipboard.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "editor/apply.h"
#include "editor/flow_places.h"
#include "editor/follow.h"
#include "editor/lists.h"
#include "editor/navigation.h"
#include "model/copied_items.h"
#include "model/fields.h"
#include "model/ids.h"
#include "model/sections.h"

namespace sixiang {

namespace {

// What is chosen of one list.
struct Group {
  ListOfItems list;
  std::vector<std::string> items;
  std::size_t end = 0;  // behind the last of them
};

std::vector<Group> grouped(const Poster& poster, const std::vector<OutlineItem>& things) {
  std::vector<Group> groups;
  for (const OutlineItem& thing : things) {
    const std::optional<ItemPlace> place = place_of_item(poster, thing.item);
    if (!place) continue;
    auto group =
        std::find_if(groups.begin(), groups.end(), [&](const Group& other) { return other.list.id == place->list.id; });
    if (group == groups.end()) group = groups.insert(groups.end(), Group{place->list, {}, 0});
    group->items.push_back(thing.item);
    group->end = place->index + 1;
  }
  return groups;
}

CopiedItems copied(const Poster& poster, std::string_view kind, const std::vector<std::string>& items) {
  CopiedItems copies{std::string(kind), {}};
  for (const std::string& item : items) copies.items.push_back(json_of_item(poster, item));
  copies.arrows = arrows_between(poster, items);
  return copies;
}

// Several insertions as one edit that selects what they bring.
class Insertions {
 public:
  explicit Insertions(const Poster& poster) : poster_(poster), next_(poster) {}

  // Error: why the copies cannot stand there.
  std::optional<Error> add(const std::string& list, std::size_t index, CopiedItems copies) {
    if (std::optional<Error> error = fit_into_flow(next_, list, copies)) return error;
    const std::size_t count = copies.items.size();
    if (std::optional<Error> error = run(InsertItems{list, index, std::move(copies.items)})) return error;
    std::vector<std::string> items;
    for (const ListOfItems& other : lists_of(next_)) {
      if (other.id == list) items = other.items;
    }
    made_.insert(made_.begin(), items.begin() + std::ptrdiff_t(index), items.begin() + std::ptrdiff_t(index + count));
    if (copies.arrows.empty()) return std::nullopt;
    const std::string arrows = join_id(parent_of(list), "arrows");
    for (const ListOfItems& other : lists_of(next_)) {
      if (other.id == arrows) return run(InsertItems{arrows, other.items.size(), std::move(copies.arrows)});
    }
    return std::nullopt;
  }

  Result<Edit> finish(const char* english, const char* chinese) {
    std::vector<std::string> things = things_of(next_, made_);
    Message name = name_of_edit(next_, things, english, chinese);
    return unless_refused(poster_, {Batch{std::move(name), std::move(commands_)}, std::move(things)});
  }

 private:
  std::optional<Error> run(Command command) {
    Outcome outcome = carry_out(next_, command);
    if (outcome.refusal) return Error{"", *outcome.refusal};
    made_ = ids_after(next_, command, std::move(made_));
    next_ = std::move(outcome.poster);
    commands_.push_back(std::move(command));
    return std::nullopt;
  }

  const Poster& poster_;
  Poster next_;
  std::vector<Command> commands_;
  std::vector<std::string> made_;  // items as they are called in next_
};

struct ListTarget {
  std::string list;
  std::size_t index = 0;
};

// A list of such things that `thing` stands in, else one that it holds.
std::optional<ListTarget> target_at(const std::vector<ListOfItems>& lists, const OutlineItem& thing) {
  for (const ListOfItems& list : lists) {
    const auto found = std::find(list.items.begin(), list.items.end(), thing.item);
    if (found != list.items.end()) return ListTarget{list.id, std::size_t(found - list.items.begin()) + 1};
  }
  for (const ListOfItems& list : lists) {
    if (parent_of(list.id) == thing.id) return ListTarget{list.id, list.items.size()};
  }
  return std::nullopt;
}

// The section that comes last in the page's order holds what has no place of its own.
std::string last_section(const Poster& poster) {
  const auto last = std::find_if(poster.sections.rbegin(), poster.sections.rend(),
                                 [](const Section& section) { return section.place == SectionPlace::Flow; });
  if (last != poster.sections.rend()) return last->id;
  return poster.sections.empty() ? std::string() : poster.sections.back().id;
}

std::optional<ListTarget> target_for(const Poster& poster, std::string_view kind, std::string_view selected) {
  std::vector<ListOfItems> lists;
  for (ListOfItems& list : lists_of(poster)) {
    if (list.thing.key == kind) lists.push_back(std::move(list));
  }
  const std::vector<Crumb> crumbs = crumbs_of(poster, selected);
  for (auto crumb = crumbs.rbegin(); crumb != crumbs.rend(); ++crumb) {
    if (std::optional<ListTarget> target = target_at(lists, thing_at(poster, crumb->id))) return target;
  }
  if (std::optional<ListTarget> target = target_at(lists, thing_at(poster, ""))) return target;
  return target_at(lists, thing_at(poster, last_section(poster)));
}

}  // namespace

Result<std::string> copy_things(const Poster& poster, const std::vector<std::string>& ids) {
  const std::vector<Group> groups = grouped(poster, chosen_items(poster, ids));
  if (groups.empty()) return cannot("only its words can be copied", "只能复制其中的文字");
  std::vector<std::string> items;
  for (const Group& group : groups) {
    if (group.list.thing.key != groups[0].list.thing.key) {
      return cannot("things of different kinds cannot be copied together", "不同种类的内容不能一起复制");
    }
    items.insert(items.end(), group.items.begin(), group.items.end());
  }
  return copied_text(copied(poster, groups[0].list.thing.key, items));
}

std::string plain_text_of(const Poster& poster, const std::vector<std::string>& ids) {
  std::vector<std::string> named;
  for (const OutlineItem& thing : outline(poster)) {
    if (std::find(ids.begin(), ids.end(), thing.id) != ids.end()) named.push_back(thing.id);
  }
  // Fields are no things: a section's title.
  for (const std::string& id : ids) {
    if (std::find(named.begin(), named.end(), id) == named.end()) named.push_back(id);
  }
  std::string text;
  for (const std::string& id : named) {
    std::string words = words_of(poster, id);
    const bool is_line = named.size() > 1 && thing_at(poster, id).kind != ThingKind::Section;
    if (is_line) std::replace(words.begin(), words.end(), '\n', ' ');
    if (!words.empty()) text += (text.empty() ? "" : "\n") + words;
  }
  return text;
}

Result<Edit> paste_things(const Poster& poster, std::string_view selected, std::string_view text) {
  Result<CopiedItems> copies = parse_copied(text);
  if (!copies) return copies.errors();
  const std::optional<ListTarget> target = target_for(poster, copies.value().kind, selected);
  if (!target) {
    return cannot("nothing here takes such things: select what they belong to", "这里放不下：请先选中要放进去的地方");
  }
  Insertions insertions(poster);
  if (std::optional<Error> error = insertions.add(target->list, target->index, std::move(copies.value()))) {
    return *error;
  }
  return insertions.finish("Paste", "粘贴");
}

Result<Edit> paste_labels(const Poster& poster, std::string_view selected, const std::vector<std::string>& texts) {
  Poster carrier;
  Section& section = carrier.sections.emplace_back();
  section.id = "s";
  std::vector<std::string> items;
  for (const std::string& text : texts) {
    items.push_back(item_id("s.content", section.content.size()));
    section.content.emplace_back();
    section.content.back().text = text;
  }
  return paste_things(poster, selected, copied_text(copied(carrier, thing_of(std::type_identity<Label>{}).key, items)));
}

Result<Edit> duplicate_things(const Poster& poster, const std::vector<std::string>& ids) {
  const std::vector<Group> groups = grouped(poster, chosen_items(poster, ids));
  if (groups.empty()) return cannot("there is only one of it", "它只能有一个，不能再制");
  Insertions insertions(poster);
  // A list within an item comes after the list of that item: from the end on, ids before hold.
  for (auto group = groups.rbegin(); group != groups.rend(); ++group) {
    CopiedItems copies = copied(poster, group->list.thing.key, group->items);
    if (std::optional<Error> error = insertions.add(group->list.id, group->end, std::move(copies))) return *error;
  }
  return insertions.finish("Duplicate", "再制");
}

Result<Edit> copy_things_to(const Poster& poster, const std::vector<std::string>& ids, std::string_view list,
                            std::size_t index) {
  const std::vector<OutlineItem> things = chosen_items(poster, ids);
  if (things.empty()) return cannot("there is only one of it", "它只能有一个，不能再制");
  std::vector<std::string> items;
  for (const Group& group : grouped(poster, things)) {
    for (const ListOfItems& other : lists_of(poster)) {
      if (other.id == list && other.thing.key != group.list.thing.key) {
        return cannot("that does not belong there", "不能放到那里");
      }
    }
    items.insert(items.end(), group.items.begin(), group.items.end());
  }
  CopiedItems copies = copied(poster, {}, items);
  Insertions insertions(poster);
  if (std::optional<Error> error = insertions.add(std::string(list), index, std::move(copies))) return *error;
  return insertions.finish("Copy", "复制");
}

}  // namespace sixiang
