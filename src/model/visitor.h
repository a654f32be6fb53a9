// What visitors of describe() have in common: a visitor says what it does with the fields that it is about, this does
// the rest. A field is passed over, what holds others is walked. `Self` derives from it; what it declares hides what
// stands here under that name.
#pragma once

#include <cstddef>
#include <variant>

#include "model/fields.h"

namespace sixiang {

template <class Self>
class FieldVisitor {
 public:
  // Values: each goes to the one that says less about it, all to field().
  void field(const Name&, auto&) {}
  void text(const Name& name, auto& value, Presence) { self().field(name, value); }
  void id(const Name& name, auto& value, Presence) { self().field(name, value); }
  void face(const Name& name, auto& value, Presence presence) { self().id(name, value, presence); }
  void node_id(const Name& name, auto& value, Presence presence) { self().id(name, value, presence); }
  void section_id(const Name& name, auto& value, Presence presence) { self().id(name, value, presence); }
  void icon(const Name& name, auto& value) { self().text(name, value, Presence::Sparse); }
  void number(const Name& name, auto& value, NumberRange, Presence) { self().field(name, value); }
  void integer(const Name& name, auto& value, NumberRange, Presence) { self().field(name, value); }
  void tile_index(const Name& name, auto& value, Presence presence) {
    self().integer(name, value, kTileIndex, presence);
  }
  void flag(const Name& name, auto& value) { self().field(name, value); }
  void color(const Name& name, auto& value) { self().field(name, value); }
  void color(const Name& name, auto& value, Fallback) { self().field(name, value); }
  void choice(const Name& name, auto& value, auto) { self().field(name, value); }
  void unknown(auto&) {}
  // What is kept and neither drawn nor edited in a field; saved only where there is some. No part of the poster has its
  // name, so that a section may.
  void source(const Name&, auto&) {}

  // What holds others: an object, one that may be missing, a list of them, a diagram.
  void object(const Name& name, auto& value, Presence) { self().enter(name, value); }
  void object(const Name& name, auto& value) {
    if (value) self().enter(name, *value);
  }
  void list(const Name& name, auto& value, std::size_t, Presence) {
    for (std::size_t i = 0; i < value.size(); ++i) self().item(name, value[i], i);
  }
  void diagram(const Name& name, auto& value) {
    if (value) std::visit([&](auto& kind) { self().enter(name, kind); }, *value);
  }
  void enter(const Name&, auto& value) { describe(self(), value); }
  void item(const Name&, auto& value, std::size_t) { describe(self(), value); }

 protected:
  Self& self() { return static_cast<Self&>(*this); }
};

}  // namespace sixiang
