// The visitors of describe() that list what can be edited. Inside editor/ only; field_tree() orders what it finds.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "editor/field_tree.h"
#include "editor/thing_names.h"
#include "model/colors.h"
#include "model/defaults.h"
#include "model/ids.h"
#include "model/rules.h"
#include "model/visitor.h"

namespace sixiang {

// The id of the first text in `value`, whose own id is `id`; empty where it has none.
class FirstText : public FieldVisitor<FirstText> {
 public:
  explicit FirstText(std::string id) : path_(std::move(id)) {}
  const std::string& found() const { return found_; }

  void text(const Name& name, const std::string&, Presence) {
    if (found_.empty()) found_ = join_id(path_, name);
  }
  void icon(const Name&, const std::string&) {}
  void enter(const Name& name, const auto& value) { walk(join_id(path_, name), value); }
  void item(const Name& name, const auto& value, std::size_t index) {
    walk(item_id(join_id(path_, name), value, index), value);
  }

 private:
  void walk(std::string id, const auto& value) {
    std::swap(path_, id);
    describe(*this, value);
    std::swap(path_, id);
  }

  std::string path_, found_;
};
std::string first_text(const std::string& id, const auto& value) {
  FirstText first(id);
  describe(first, value);
  return first.found();
}

class FieldTreeBuilder : public FieldVisitor<FieldTreeBuilder> {
 public:
  // `only`: what it is asked for; lists all that this lies in, and nothing beside it. Empty: everything.
  FieldTreeBuilder(const Poster& poster, Language language, std::string_view only = {})
      : poster_(poster), language_(language), only_(only) {}

  // The groups below the poster itself; `poster_fields` are its own.
  std::vector<FieldGroup> run();
  std::vector<Field> poster_fields() { return std::move(root_.fields); }

  void text(const Name& name, const std::string& value, Presence) {
    add(name, FieldKind::Text, value).takes_lines = name.lines == Lines::Several;
  }
  // What others name a thing by keeps.
  void id(const Name&, const std::string&, Presence) {}
  void face(const Name& name, const std::string& value, Presence);
  void node_id(const Name& name, const std::string& value, Presence);
  void section_id(const Name& name, const std::string& value, Presence);
  void icon(const Name& name, const std::string& value);
  void number(const Name& name, float value, NumberRange range, Presence) {
    add_number(name, number_text(value), range, 0);
  }
  void integer(const Name& name, auto& value, NumberRange range, Presence) {
    add_number(name, std::to_string(value), range, 1);
  }
  void tile_index(const Name& name, int value, Presence presence);
  void flag(const Name& name, bool value) { add(name, FieldKind::Toggle, value ? "on" : "off"); }
  void color(const Name& name, const Color& value) { add(name, FieldKind::Color, to_hex(value)); }
  void color(const Name& name, const std::optional<Color>& value, Fallback fallback);
  template <class Enum>
  void choice(const Name& name, Enum value, std::optional<std::type_identity_t<Enum>>) {
    add_choice(name, words_of(value), word_of(value));
  }
  template <class T>
  void object(const Name& name, const T& value, Presence) {
    const std::string id = join_id(path_, name);
    if (is_asked_for(id)) enter(make_group(id, group_kind(value), thing_of(std::type_identity<T>{})), value);
  }
  template <class T>
  void object(const Name& name, const std::optional<T>& value) {
    constexpr Thing kThing = thing_of(std::type_identity<T>{});
    const std::string id = join_id(path_, name);
    if (!is_asked_for(id)) return;
    FieldGroup group = make_group(id, group_kind(T{}), kThing);
    group.is_present = value.has_value();
    group.actions.push_back(value ? removal(id, kThing, RemovePart{id}) : addition_of_part<T>(id));
    if (value) return enter(std::move(group), *value);
    group_->groups.push_back(std::move(group));
  }
  template <class T>
  void list(const Name& name, const std::vector<T>& value, std::size_t most, Presence) {
    constexpr Thing kThing = thing_of(std::type_identity<T>{});
    constexpr bool kOfSections = std::is_same_v<T, Section>;
    // Sections within a section have none of their own.
    if (kOfSections && section_depth_ == 2) return;
    section_depth_ += kOfSections ? 1 : 0;
    FieldGroup list = make_group(join_id(path_, name), GroupKind::List, kThing);
    list.actions.push_back(addition_to(list.id, value, most));
    FieldGroup* outer = std::exchange(group_, &list);
    for (std::size_t i = 0; i < value.size(); ++i) {
      const std::string id = item_id(list.id, value[i], i);
      if (!is_asked_for(id, value[i])) continue;
      FieldGroup item = make_group(id, GroupKind::Item, kThing);
      name_item(item, value[i], i);
      add_item_actions(item, kThing, list.id, i, value.size());
      look_at(value[i]);
      enter(std::move(item), value[i]);
    }
    group_ = outer;
    group_->groups.push_back(std::move(list));
    section_depth_ -= kOfSections ? 1 : 0;
  }
  void diagram(const Name& name, const std::optional<Diagram>& value);

 private:
  bool is_asked_for(std::string_view id) const { return only_.empty() || lies_in(only_, id); }
  template <class T>
  bool is_asked_for(std::string_view id, const T& item) const {
    return only_.empty() || lies_within(only_, id, item);
  }
  static GroupKind group_kind(const PageFormat&) { return GroupKind::Page; }
  static GroupKind group_kind(const Palette&) { return GroupKind::Palette; }
  static GroupKind group_kind(const Title&) { return GroupKind::Title; }
  static GroupKind group_kind(const Center&) { return GroupKind::Center; }
  static GroupKind group_kind(const SectionColors&) { return GroupKind::Colors; }
  template <class T>
  static GroupKind group_kind(const T&) {
    return GroupKind::Part;
  }
  static FieldGroup make_group(std::string id, GroupKind kind, const Thing& thing);
  Field& add(const Name& name, FieldKind kind, std::string value);
  void add_number(const Name& name, std::string value, NumberRange range, double step);
  void add_choice(const Name& name, std::span<const Word> words, const Word& chosen);

  static Action removal(const std::string& id, const Thing& thing, Command command);
  // `focus`: what to edit once it is there.
  static Action addition(const std::string& id, const Thing& thing, Command command, std::string focus);
  template <class T>
  Action addition_of_part(const std::string& id) const {
    constexpr Thing kThing = thing_of(std::type_identity<T>{});
    const std::string words = kThing.first_words.message().in(language_);
    const T part = new_part(std::type_identity<T>{}, {poster_, nullptr, words});
    return addition(id, kThing, AddPart{id, words}, first_text(id, part));
  }
  template <class T>
  Action addition_to(const std::string& list, const std::vector<T>& items, std::size_t most) const {
    constexpr Thing kThing = thing_of(std::type_identity<T>{});
    const std::string words = kThing.first_words.message().in(language_);
    const std::optional<T> item = new_item(std::type_identity<T>{}, {poster_, diagram_, words});
    Action action = addition(list, kThing, AddItem{list, words},
                             item ? first_text(item_id(list, *item, items.size()), *item) : std::string());
    action.enabled = item && items.size() < most;
    return action;
  }
  static void add_item_actions(FieldGroup& item, const Thing& thing, const std::string& list, std::size_t index,
                               std::size_t count);
  template <class T>
  void name_item(FieldGroup& item, const T&, std::size_t index) const {
    item.label = numbered(std::move(item.label), index + 1);
  }
  void name_item(FieldGroup& item, const Section& section, std::size_t index) const;
  // A diagram goes by its kind, before its number.
  void name_item(FieldGroup& item, const Label& label, std::size_t index) const;
  // An arrow and a link go by their ends, a decoration by what it is and where.
  void name_item(FieldGroup& item, const FlowArrow& arrow, std::size_t index) const;
  void name_item(FieldGroup& item, const Link& link, std::size_t index) const;
  void name_item(FieldGroup& item, const Decoration& decoration, std::size_t index) const;

  // The structs around the current field that its default depends on.
  template <class T>
  void look_at(const T&) {}
  void look_at(const Section& section) { around_.section = &section; }
  void look_at(const Label& label) { around_.label = &label; }
  void look_at(const Link& link) { around_.link = &link; }

  template <class T>
  void enter(FieldGroup group, const T& value) {
    FieldGroup* outer = std::exchange(group_, &group);
    std::string outer_path = std::exchange(path_, group.id);
    describe(*this, value);
    path_ = std::move(outer_path);
    group_ = outer;
    group_->groups.push_back(std::move(group));
  }

  const Poster& poster_;
  Language language_;
  std::string_view only_;
  FieldGroup root_;
  FieldGroup* group_ = &root_;
  std::string path_;
  Surroundings around_;
  const Diagram* diagram_ = nullptr;
  int section_depth_ = 0;  // how many lists of sections are around
};

}  // namespace sixiang
