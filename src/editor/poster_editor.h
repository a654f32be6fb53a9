// The visitor of describe() that changes a poster: it walks to the id that a command names and does there what the
// command says. Inside editor/ only; apply_command() decides whether the result may stay.
#pragma once

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "editor/command.h"
#include "editor/repair.h"
#include "model/defaults.h"
#include "model/ids.h"
#include "model/item_json.h"
#include "model/rules.h"
#include "model/visitor.h"

namespace sixiang {

// What a command is about: its field, part, list or item; empty for the whole poster.
std::string_view target_of(const Command& command);

// As pasted text should be: every line break as U+000A, tabs as spaces, no other control characters.
std::string without_controls(std::string_view text);

// Why a list takes nothing more; nothing at an index beyond its end; no arrow where there is nothing to join.
Message full_list(std::size_t most);
Message no_such_place();
Message nothing_to_join(const Thing& thing);

class PosterEditor : public FieldVisitor<PosterEditor> {
 public:
  // `before`: the poster as it was, for new things that depend on the others.
  PosterEditor(const Command& command, const Poster& before)
      : command_(command), target_(target_of(command)), before_(before) {}

  // Whether there is what the command names, of the kind that it is about.
  bool has_found() const { return has_found_; }
  // Why nothing was done to it.
  const std::optional<Message>& refusal() const { return refusal_; }

  void text(std::string_view key, std::string& value, Presence) {
    if (const SetText* edit = here<SetText>(key)) value = without_controls(edit->text);
  }
  // What names another thing is chosen; ids of its own keep.
  void face(std::string_view key, std::string& value, Presence) { choose(key, value); }
  void node_id(std::string_view key, std::string& value, Presence) { choose(key, value); }
  void section_id(std::string_view key, std::string& value, Presence) { choose(key, value); }
  void number(std::string_view key, float& value, NumberRange, Presence) {
    if (const SetNumber* edit = here<SetNumber>(key)) value = float(edit->number);
  }
  template <class Integer>
  void integer(std::string_view key, Integer& value, NumberRange range, Presence) {
    const SetNumber* edit = here<SetNumber>(key);
    const bool fits = edit && !number_problem(edit->number, range) && edit->number == std::floor(edit->number);
    if (fits) value = Integer(edit->number);
  }
  void flag(std::string_view key, bool& value) {
    if (const SetToggle* edit = here<SetToggle>(key)) value = edit->toggle == Toggle::On;
  }
  void color(std::string_view key, Color& value) {
    if (const SetColor* edit = here<SetColor>(key)) value = edit->color;
  }
  void color(std::string_view key, std::optional<Color>& value, Fallback) {
    if (const SetColor* edit = here<SetColor>(key)) value = edit->color;
    if (here<ResetColor>(key)) value.reset();
  }
  template <class Enum>
  void choice(std::string_view key, Enum& value, std::optional<std::type_identity_t<Enum>>) {
    const SetChoice* edit = here<SetChoice>(key);
    const std::optional<std::size_t> index = edit ? index_of_word(words_of(value), edit->word) : std::nullopt;
    if (index) value = Enum(*index);
  }
  using FieldVisitor::object;
  template <class T>
  void object(const Name& name, std::optional<T>& value) {
    const AddPart* addition = here<AddPart>(name);
    if (addition && !value) value = new_part(std::type_identity<T>{}, {before_, nullptr, addition->text});
    if (here<RemovePart>(name)) value.reset();
    FieldVisitor::object(name, value);
  }
  template <class T>
  void list(std::string_view key, std::vector<T>& value, std::size_t most, Presence) {
    const std::string list = join_id(path_, key);
    if (const AddItem* addition = here<AddItem>(key)) return add(value, *addition, most);
    if (const InsertItems* insertion = here<InsertItems>(key)) return insert(value, *insertion, most);
    for (std::size_t i = 0; i < value.size(); ++i) {
      const std::string id = item_id(list, value[i], i);
      if (id == target_) {
        if constexpr (std::is_same_v<T, Label>) split(value, i, most);
        return remove(value, i);
      }
      if (lies_within(target_, id, value[i])) return walk(id, value[i]);
    }
  }
  void diagram(std::string_view key, std::optional<Diagram>& value);
  void enter(std::string_view key, auto& value) {
    std::string id = join_id(path_, key);
    if (lies_in(target_, id)) walk(std::move(id), value);
  }

 private:
  template <class Edit>
  const Edit* here(std::string_view key) {
    const Edit* edit = std::get_if<Edit>(&command_);
    if (!edit || target_ != join_id(path_, key)) return nullptr;
    has_found_ = true;
    return edit;
  }

  void choose(std::string_view key, std::string& value) {
    if (const SetChoice* edit = here<SetChoice>(key)) value = edit->word;
  }

  void walk(std::string id, auto& value) {
    std::swap(path_, id);
    describe(*this, value);
    std::swap(path_, id);
  }

  template <class T>
  void add(std::vector<T>& list, const AddItem& addition, std::size_t most) {
    const std::size_t index = addition.index.value_or(list.size());
    if (list.size() >= most) return refuse(full_list(most));
    if (index > list.size()) return refuse(no_such_place());
    std::optional<T> item = new_item(std::type_identity<T>{}, {before_, diagram_, addition.text});
    if (!item) return refuse(nothing_to_join(thing_of(std::type_identity<T>{})));
    list.insert(list.begin() + std::ptrdiff_t(index), std::move(*item));
    added_ = {index, 1};
  }

  template <class T>
  void insert(std::vector<T>& list, const InsertItems& insertion, std::size_t most) {
    if (list.size() + insertion.items.size() > most) return refuse(full_list(most));
    if (insertion.index > list.size()) return refuse(no_such_place());
    for (std::size_t i = 0; i < insertion.items.size(); ++i) {
      Result<T> item = parse_item<T>(insertion.items[i]);
      if (!item) return refuse(item.errors().front().message);
      take_free_ids(item.value(), list);
      list.insert(list.begin() + std::ptrdiff_t(insertion.index + i), std::move(item.value()));
    }
    added_ = {insertion.index, insertion.items.size()};
  }
  template <class T>
  static void take_free_ids(T&, const std::vector<T>&) {}
  static void take_free_ids(FlowNode& node, const std::vector<FlowNode>& nodes);
  void take_free_ids(Section& section, const std::vector<Section>& sections);

  template <class T>
  void remove(std::vector<T>& list, std::size_t index) {
    if (!std::holds_alternative<RemoveItem>(command_)) return;
    has_found_ = true;
    list.erase(list.begin() + std::ptrdiff_t(index));
    removed_ = index;
  }

  void split(std::vector<Label>& labels, std::size_t index, std::size_t most);

  void refuse(Message reason) { refusal_ = std::move(reason); }

  const Command& command_;
  std::string_view target_;
  const Poster& before_;
  std::string path_;
  const Diagram* diagram_ = nullptr;
  bool has_found_ = false;
  std::optional<Message> refusal_;
  std::optional<std::size_t> removed_;  // index of the item that RemoveItem took away
  std::optional<NewItems> added_;
  std::set<std::string> given_ids_;  // to sections that InsertItems has brought
};

}  // namespace sixiang
