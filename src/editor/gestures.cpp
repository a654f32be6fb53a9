#include "editor/gestures.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "editor/apply.h"
#include "editor/field_tree.h"
#include "editor/follow.h"
#include "editor/lists.h"
#include "editor/navigation.h"
#include "model/fields.h"
#include "model/ids.h"
#include "model/sections.h"

namespace sixiang {

namespace {

std::vector<std::string> ids_of(const std::vector<OutlineItem>& things) {
  std::vector<std::string> ids;
  for (const OutlineItem& thing : things) ids.push_back(thing.id);
  return ids;
}

// Without what lies in another of them.
std::vector<std::string> outermost(const Poster& poster, const std::vector<std::string>& ids) {
  std::vector<std::string> kept;
  std::copy_if(ids.begin(), ids.end(), std::back_inserter(kept), [&](const std::string& id) {
    return std::none_of(ids.begin(), ids.end(), [&](const std::string& other) {
      return other != id && !other.empty() && holds(poster, other, id);
    });
  });
  return kept;
}

// Removal of what stands in no list.
std::optional<Command> removal_of_part(const Poster& poster, const std::string& id) {
  const OutlineItem thing = thing_at(poster, id);
  const bool may_be_missing = thing.kind == ThingKind::Center || thing.kind == ThingKind::Badge ||
                              thing.kind == ThingKind::Divider || thing.kind == ThingKind::Axes;
  if (thing.id == id && may_be_missing) return RemovePart{id};
  const bool has_words = thing.kind == ThingKind::Title || thing.kind == ThingKind::Caption;
  if (thing.id == id && has_words) return SetText{join_id(id, "text"), ""};
  const std::optional<Field> field = find_field(poster, id);
  const bool is_text = field && (field->kind == FieldKind::Text || field->kind == FieldKind::Icon);
  return is_text ? std::optional<Command>(SetText{id, ""}) : std::nullopt;
}

// The commands of a gesture, each made for the poster as those before it leave it.
class Steps {
 public:
  Steps(const Poster& poster, const std::vector<OutlineItem>& things) : poster_(poster) {
    for (const OutlineItem& thing : things) items_.push_back(thing.item);
  }

  const Poster& poster() const { return poster_; }
  // The items as they are called by now.
  const std::vector<std::string>& items() const { return items_; }
  std::vector<Command> take_commands() { return std::move(commands_); }

  void run(Command command) {
    items_ = ids_after(poster_, command, std::move(items_));
    poster_ = carry_out(std::move(poster_), command).poster;
    commands_.push_back(std::move(command));
  }

 private:
  Poster poster_;
  std::vector<std::string> items_;
  std::vector<Command> commands_;
};

// The content of the section beside that which has this one; empty at the ends.
std::string content_beside(const Poster& poster, std::string_view content, MoveDirection direction) {
  const std::vector<const Section*> all = all_sections(poster);
  const auto here = std::find_if(all.begin(), all.end(),
                                 [&](const Section* section) { return join_id(section->id, "content") == content; });
  if (here == all.end()) return {};
  if (direction == MoveDirection::Up)
    return here == all.begin() ? std::string() : join_id((*std::prev(here))->id, "content");
  return std::next(here) == all.end() ? std::string() : join_id((*std::next(here))->id, "content");
}

std::size_t size_of_list(const Poster& poster, std::string_view id) {
  for (const ListOfItems& list : lists_of(poster)) {
    if (list.id == id) return list.items.size();
  }
  return 0;
}

// One place on; nullopt at the end, and where `blocked` stands, which is at the end itself.
std::optional<MoveItem> step_of(const Poster& poster, const std::string& item, MoveDirection direction,
                                const std::vector<std::string>& blocked) {
  const std::optional<ItemPlace> place = place_of_item(poster, item);
  if (!place) return std::nullopt;
  const std::vector<std::string>& row = place->list.items;
  const bool at_end = direction == MoveDirection::Up ? place->index == 0 : place->index + 1 == row.size();
  if (!at_end) {
    const std::size_t to = direction == MoveDirection::Up ? place->index - 1 : place->index + 1;
    if (std::find(blocked.begin(), blocked.end(), row[to]) != blocked.end()) return std::nullopt;
    return MoveItem{item, place->list.id, int(to)};
  }
  const std::string beside = content_beside(poster, place->list.id, direction);
  if (beside.empty()) return std::nullopt;
  return MoveItem{item, beside, direction == MoveDirection::Up ? int(size_of_list(poster, beside)) : 0};
}

const Label* find_label(const Poster& poster, std::string_view item) {
  const std::string_view list = parent_of(item);
  const Section* section = find_section(poster, parent_of(list));
  const std::optional<IndexedId> index = indexed_id(item, list);
  const bool is_there = section && index && join_id(section->id, "content") == list && index->rest.empty() &&
                        index->index < section->content.size();
  return is_there ? &section->content[index->index] : nullptr;
}

Result<Edit> addition(const Poster& poster, AddItem add) {
  const Outcome outcome = carry_out(poster, add);
  if (outcome.refusal) return Error{"", *outcome.refusal};
  std::vector<std::string> made;
  for (const ListOfItems& list : lists_of(outcome.poster)) {
    if (list.id == add.list) made.push_back(list.items[add.index.value_or(list.items.size() - 1)]);
  }
  return unless_refused(poster, {std::move(add), things_of(outcome.poster, made)});
}

Result<Edit> with_role(const Poster& poster, const std::vector<std::string>& ids, LabelRole from, LabelRole to,
                       Error otherwise) {
  Batch batch{{"Change level", "修改层级"}, {}};
  for (const OutlineItem& thing : chosen_items(poster, ids)) {
    const Label* label = thing.kind == ThingKind::Label ? find_label(poster, thing.item) : nullptr;
    if (!label || label->role != from) continue;
    batch.commands.push_back(SetChoice{join_id(thing.item, "role"), std::string(word_of(to).json)});
  }
  if (batch.commands.empty()) return otherwise;
  return unless_refused(poster, {std::move(batch)});
}

}  // namespace

Result<Edit> remove_things(const Poster& poster, const std::vector<std::string>& ids) {
  const std::vector<std::string> whole = outermost(poster, ids);
  const std::vector<OutlineItem> things = chosen_items(poster, whole);
  std::vector<Command> commands;
  std::vector<std::string> named;
  for (const std::string& id : whole) {
    if (std::optional<Command> command = removal_of_part(poster, id)) {
      commands.push_back(std::move(*command));
      named.push_back(id);
    }
  }
  // From the end on, so that ids before hold.
  for (auto thing = things.rbegin(); thing != things.rend(); ++thing) {
    commands.push_back(RemoveItem{thing->item});
    named.push_back(thing->id);
  }
  if (commands.empty()) return cannot("that cannot be removed", "这里没有可以删除的内容");
  Message name = commands.size() == 1 && things.empty() ? name_of(commands[0], poster)
                                                        : name_of_edit(poster, named, "Remove", "删除");
  return unless_refused(poster, {Batch{std::move(name), std::move(commands)}});
}

Result<Edit> move_things(const Poster& poster, const std::vector<std::string>& ids, std::string_view list,
                         std::size_t index) {
  const std::vector<OutlineItem> things = chosen_items(poster, ids);
  if (things.empty()) return cannot("that stands where it stands", "它的位置是固定的，不能移动");
  Steps steps(poster, things);
  const std::string target(list);
  for (std::size_t i = 0; i < things.size(); ++i) {
    const std::string item = steps.items()[i];
    const std::optional<ItemPlace> place = place_of_item(steps.poster(), item);
    // What stands before the gap leaves it one place nearer to the start.
    const bool from_before = place && place->list.id == target && place->index < index;
    const MoveItem move{item, target, int(from_before ? index - 1 : index)};
    if (const std::optional<Message> reason = carry_out(steps.poster(), move).refusal) return Error{"", *reason};
    steps.run(move);
    if (!from_before) ++index;
  }
  return unless_refused(poster, {Batch{name_of_edit(poster, ids_of(things), "Move", "移动"), steps.take_commands()}});
}

Result<Edit> move_by_one(const Poster& poster, const std::vector<std::string>& ids, MoveDirection direction) {
  const std::vector<OutlineItem> things = chosen_items(poster, ids);
  if (things.empty()) return cannot("that stands where it stands", "它的位置是固定的，不能移动");
  Steps steps(poster, things);
  std::vector<std::string> blocked;
  for (std::size_t i = 0; i < things.size(); ++i) {
    // The foremost first.
    const std::string item = steps.items()[direction == MoveDirection::Up ? i : things.size() - 1 - i];
    const std::optional<MoveItem> move = step_of(steps.poster(), item, direction, blocked);
    if (move && !carry_out(steps.poster(), *move).refusal) {
      steps.run(*move);
    } else {
      blocked.push_back(item);
    }
  }
  std::vector<Command> commands = steps.take_commands();
  if (commands.empty() && direction == MoveDirection::Up) return cannot("nothing stands before it", "已经在最前面");
  if (commands.empty()) return cannot("nothing stands behind it", "已经在最后面");
  return unless_refused(poster, {Batch{name_of_edit(poster, ids_of(things), "Move", "移动"), std::move(commands)}});
}

Result<Edit> move_badge(const Poster& poster, std::string_view from_section, std::string_view to_section) {
  const Section *from = find_section(poster, from_section), *to = find_section(poster, to_section);
  const bool fits = from && to && from != to && from->badge;
  if (!fits) return cannot("a badge belongs to a section", "徽章要放在板块上");
  const std::string badge = join_id(to->id, "badge");
  Batch batch{{"Move badge", "移动徽章"}, {RemovePart{join_id(from->id, "badge")}}};
  if (to->badge) batch.commands.push_back(RemovePart{badge});
  batch.commands.push_back(AddPart{badge, from->badge->text});
  batch.commands.push_back(SetColor{join_id(badge, "color"), from->badge->color});
  return unless_refused(poster, {std::move(batch), {badge}});
}

Result<Edit> label_after(const Poster& poster, std::string_view id) {
  const OutlineItem thing = thing_at(poster, id);
  const std::string item = thing.kind == ThingKind::Caption ? thing.id : thing.item;
  const std::optional<ItemPlace> place = place_of_item(poster, item);
  const Label* label = find_label(poster, item);
  const bool fits = place && (label || thing.kind == ThingKind::CenterLine);
  if (!fits) return cannot("no label stands behind that", "这后面不能加要点");
  Result<Edit> added = addition(poster, {place->list.id, "", place->index + 1});
  if (!added || (label && label->diagram)) return added;
  const std::string made = item_id(place->list.id, place->index + 1);
  Batch batch{name_of(added.value().command, poster), {added.value().command}};
  if (label) {
    batch.commands.push_back(SetChoice{join_id(made, "role"), std::string(word_of(label->role).json)});
    batch.commands.push_back(SetChoice{join_id(made, "bullet"), std::string(word_of(label->bullet).json)});
  } else {
    const CenterRole role = poster.center->lines[place->index].role;
    batch.commands.push_back(SetChoice{join_id(made, "role"), std::string(word_of(role).json)});
  }
  return unless_refused(poster, {std::move(batch), {made}});
}

Result<Edit> add_beside(const Poster& poster, std::string_view id, Language language) {
  const OutlineItem thing = thing_at(poster, id);
  if (thing.kind == ThingKind::Page) {
    const Message words = thing_of(std::type_identity<Section>{}).first_words.message();
    return addition(poster, {"sections", words.in(language)});
  }
  if (thing.kind == ThingKind::Section) return addition(poster, {join_id(thing.id, "content"), ""});
  if (thing.kind == ThingKind::Center) return addition(poster, {join_id(thing.id, "lines"), ""});
  if (thing.kind == ThingKind::Label || thing.kind == ThingKind::Caption || thing.kind == ThingKind::CenterLine) {
    return label_after(poster, id);
  }
  const std::vector<ListOfItems> lists = lists_of(poster);
  const auto add = [&](const ListOfItems& list, std::size_t index) {
    return addition(poster, {list.id, list.thing.first_words.message().in(language), index});
  };
  for (const ListOfItems& list : lists) {
    if (thing.kind == ThingKind::Diagram && parent_of(list.id) == thing.id) return add(list, list.items.size());
  }
  if (const std::optional<ItemPlace> place = place_of_item(poster, thing.item)) {
    return add(place->list, place->index + 1);
  }
  return cannot("there is only one of it", "它只能有一个，不能再添加");
}

Result<Edit> indent(const Poster& poster, const std::vector<std::string>& ids) {
  return with_role(poster, ids, LabelRole::Text, LabelRole::Sub,
                   cannot("only a plain label goes to the second level", "只有普通要点能降为次级要点"));
}

Result<Edit> outdent(const Poster& poster, const std::vector<std::string>& ids) {
  return with_role(poster, ids, LabelRole::Sub, LabelRole::Text,
                   cannot("only a label of the second level comes up", "只有次级要点能升为普通要点"));
}

}  // namespace sixiang
