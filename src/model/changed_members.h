// What a thing of the document says beyond its defaults, as JSON on one line: the visitor of describe() for texts that
// people read and edit. Reading what is left gives the same thing again.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/color.h"
#include "model/rules.h"
#include "model/visitor.h"
#include "model/writer.h"

namespace sixiang {

// Key and JSON text.
using Members = std::vector<std::pair<std::string, std::string>>;

// {"id": "gan", "icon": "swords"}
std::string json_object(const Members& members);

template <class T>
Members changed_members(const T& value);

// With its kind.
std::string diagram_json(const Diagram& diagram);

class ChangeLister : public FieldVisitor<ChangeLister> {
 public:
  Members members;
  std::vector<std::string_view> required;  // their keys

  void text(std::string_view key, const std::string& value, Presence presence) {
    add(key, json_string(value));
    if (presence == Presence::Required) required.push_back(key);
  }
  void icon(std::string_view key, const std::string& value) { add(key, json_string(value)); }
  void number(std::string_view key, float value, NumberRange, Presence presence) {
    add(key, number_text(value));
    if (presence == Presence::Required) required.push_back(key);
  }
  void integer(std::string_view key, auto& value, NumberRange, Presence presence) {
    add(key, std::to_string(value));
    if (presence == Presence::Required) required.push_back(key);
  }
  void id(std::string_view key, const std::string& value, Presence presence) { text(key, value, presence); }
  void flag(std::string_view key, bool value) { add(key, value ? "true" : "false"); }
  void color(std::string_view key, const Color& value) { add(key, json_string(to_hex(value))); }
  void color(std::string_view key, const std::optional<Color>& value, Fallback) {
    if (value) color(key, *value);
  }
  void choice(std::string_view key, const auto& value, auto) { add(key, json_string(word_of(value).json)); }
  template <class T>
  void object(std::string_view key, const T& value, Presence) {
    add(key, json_object(changed_members(value)));
  }
  template <class T>
  void object(std::string_view key, const std::optional<T>& value) {
    if (value) object(key, *value, Presence::Written);
  }
  void list(std::string_view key, const auto& value, std::size_t, Presence) {
    std::string items;
    for (const auto& item : value) items += (items.empty() ? "" : ", ") + json_object(changed_members(item));
    add(key, "[" + items + "]");
  }
  void diagram(std::string_view key, const std::optional<Diagram>& value) {
    if (value) add(key, diagram_json(*value));
  }
  void unknown(const UnknownFields& fields) { members.insert(members.end(), fields.begin(), fields.end()); }

 private:
  void add(std::string_view key, std::string json) { members.emplace_back(key, std::move(json)); }
};

// In the order of the specification; those that must be there are.
template <class T>
Members changed_members(const T& value) {
  ChangeLister all, plain;
  describe(all, value);
  const T without{};
  describe(plain, without);
  std::erase_if(all.members, [&](const auto& member) {
    const bool is_required = std::find(all.required.begin(), all.required.end(), member.first) != all.required.end();
    return !is_required && std::find(plain.members.begin(), plain.members.end(), member) != plain.members.end();
  });
  return std::move(all.members);
}

}  // namespace sixiang
