// The visitor of describe() that lists what can be edited. Inside editor/ only; outline() orders what it finds.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "editor/names.h"
#include "editor/outline.h"
#include "model/fields.h"
#include "model/ids.h"
#include "model/rules.h"

namespace sixiang {

class OutlineBuilder {
 public:
  OutlineBuilder(const Poster& poster, Language language) : poster_(poster), language_(language) {}

  // The groups below the poster itself; `poster_fields` are its own.
  std::vector<FieldGroup> run();
  std::vector<Field> poster_fields() { return std::move(root_.fields); }

  void text(std::string_view key, const std::string& value, Presence) { add(key, FieldKind::Text, value); }
  void id(std::string_view key, const std::string& value, Presence);
  void number(std::string_view key, float value, NumberRange range, Presence) {
    add_number(key, number_text(value), range, 0);
  }
  template <class Integer>
  void integer(std::string_view key, Integer value, NumberRange range, Presence) {
    add_number(key, std::to_string(value), range, 1);
  }
  void flag(std::string_view key, bool value) { add(key, FieldKind::Toggle, value ? "on" : "off"); }
  void color(std::string_view key, const Color& value) { add(key, FieldKind::Color, to_hex(value)); }
  void color(std::string_view key, const std::optional<Color>& value);
  template <class Enum>
  void choice(std::string_view key, Enum value, std::optional<std::type_identity_t<Enum>>) {
    add_choice(key, words_of(value), std::size_t(value));
  }
  template <class T>
  void object(std::string_view key, const T& value, Presence) {
    enter(make_group(join_id(path_, key), kind_of(key), key), key, value);
  }
  template <class T>
  void object(std::string_view key, const std::optional<T>& value) {
    FieldGroup group = make_group(join_id(path_, key), kind_of(key), key);
    group.is_present = value.has_value();
    group.actions.push_back(part_action(group.id, key, group.is_present));
    if (value) return enter(std::move(group), key, *value);
    group_->groups.push_back(std::move(group));
  }
  template <class T>
  void list(std::string_view key, const std::vector<T>& value, std::size_t most, Presence) {
    FieldGroup list = make_group(join_id(path_, key), GroupKind::List, key);
    list.actions.push_back(add_action(list.id, key, value.size(), value.size() < most));
    FieldGroup* outer = std::exchange(group_, &list);
    for (std::size_t i = 0; i < value.size(); ++i) {
      FieldGroup item = make_group(item_id(list.id, value[i], i), GroupKind::Item, key);
      name_item(item, value[i], i);
      add_item_actions(item, key, i, value.size());
      look_at(value[i]);
      enter(std::move(item), key, value[i]);
    }
    group_ = outer;
    group_->groups.push_back(std::move(list));
  }
  void diagram(std::string_view key, const std::optional<Diagram>& value);
  void unknown(const UnknownFields&) {}

 private:
  void font(std::string_view key, const std::string& value);
  static GroupKind kind_of(std::string_view key);
  FieldGroup make_group(std::string id, GroupKind kind, std::string_view container) const;
  Field& add(std::string_view key, FieldKind kind, std::string value);
  void add_number(std::string_view key, std::string value, NumberRange range, double step);
  void add_choice(std::string_view key, std::span<const Word> words, std::size_t chosen);
  // What is drawn where a colour is not given; nullopt: nothing is.
  std::optional<Color> color_drawn(std::string_view key) const;

  Action part_action(const std::string& id, std::string_view key, bool is_present) const;
  Action add_action(const std::string& list, std::string_view key, std::size_t index, bool enabled) const;
  void add_item_actions(FieldGroup& item, std::string_view key, std::size_t index, std::size_t count) const;
  template <class T>
  void name_item(FieldGroup& item, const T&, std::size_t index) const {
    const std::string number = " " + std::to_string(index + 1);
    item.label.english += number;
    item.label.chinese += number;
  }
  void name_item(FieldGroup& item, const Section& section, std::size_t index) const;
  // An arrow goes by its ends, a decoration by what it is and where.
  void name_item(FieldGroup& item, const FlowArrow& arrow, std::size_t index) const;
  void name_item(FieldGroup& item, const Decoration& decoration, std::size_t index) const;
  std::string node_name(const std::string& id) const;

  // The structs around the current field that its default depends on.
  template <class T>
  void look_at(const T&) {}
  void look_at(const Section& section) { section_ = &section; }
  void look_at(const Label& label) { label_ = &label; }

  template <class T>
  void enter(FieldGroup group, std::string_view container, const T& value) {
    FieldGroup* outer = std::exchange(group_, &group);
    std::string outer_path = std::exchange(path_, group.id);
    std::string outer_container = std::exchange(container_, std::string(container));
    describe(*this, value);
    container_ = std::move(outer_container);
    path_ = std::move(outer_path);
    group_ = outer;
    group_->groups.push_back(std::move(group));
  }

  const Poster& poster_;
  Language language_;
  FieldGroup root_;
  FieldGroup* group_ = &root_;
  std::string path_, container_ = "poster";
  const Section* section_ = nullptr;
  const Label* label_ = nullptr;
  const Diagram* diagram_ = nullptr;
};

}  // namespace sixiang
