// What visitors of describe() have in common: a visitor says what it does with the fields that it is about, this does
// the rest. A field is passed over, what holds others is walked. `Self` derives from it; what it declares hides what
// stands here under that name.
#pragma once

#include <cstddef>
#include <string_view>
#include <variant>

#include "model/fields.h"

namespace sixiang {

template <class Self>
class FieldVisitor {
 public:
  // Values: each goes to the one that says less about it, all to field().
  void field(std::string_view, auto&) {}
  void text(std::string_view key, auto& value, Presence) { self().field(key, value); }
  void id(std::string_view key, auto& value, Presence) { self().field(key, value); }
  void face(std::string_view key, auto& value, Presence presence) { self().id(key, value, presence); }
  void node_id(std::string_view key, auto& value, Presence presence) { self().id(key, value, presence); }
  void number(std::string_view key, auto& value, NumberRange, Presence) { self().field(key, value); }
  void integer(std::string_view key, auto& value, NumberRange, Presence) { self().field(key, value); }
  void tile_index(std::string_view key, auto& value, Presence presence) {
    self().integer(key, value, kTileIndex, presence);
  }
  void flag(std::string_view key, auto& value) { self().field(key, value); }
  void color(std::string_view key, auto& value) { self().field(key, value); }
  void color(std::string_view key, auto& value, Fallback) { self().field(key, value); }
  void choice(std::string_view key, auto& value, auto) { self().field(key, value); }
  void unknown(auto&) {}

  // What holds others: an object, one that may be missing, a list of them, a diagram.
  void object(std::string_view key, auto& value, Presence) { self().enter(key, value); }
  void object(std::string_view key, auto& value) {
    if (value) self().enter(key, *value);
  }
  void list(std::string_view key, auto& value, std::size_t, Presence) {
    for (std::size_t i = 0; i < value.size(); ++i) self().item(key, value[i], i);
  }
  void diagram(std::string_view key, auto& value) {
    if (value) std::visit([&](auto& kind) { self().enter(key, kind); }, *value);
  }
  void enter(std::string_view, auto& value) { describe(self(), value); }
  void item(std::string_view, auto& value, std::size_t) { describe(self(), value); }

 protected:
  Self& self() { return static_cast<Self&>(*this); }
};

}  // namespace sixiang
