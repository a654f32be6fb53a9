// What describe() says of a field, and of the thing that has it, besides the value.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/message.h"
#include "model/limits.h"

namespace sixiang {

// Members of a JSON object that this version does not know: key and JSON text, kept for saving.
using UnknownFields = std::vector<std::pair<std::string, std::string>>;

// Value is T or const T: writing and checking visit what they must not change.
template <class Value, class T>
concept Is = std::same_as<std::remove_const_t<Value>, T>;

// Required: must be there. Written: may be missing, is always saved. Sparse: saved only where it is not T{}.
enum class Presence : std::uint8_t { Required, Written, Sparse };

// What is drawn where a colour is not given: nothing; the style's background, ink, colour of key formulas and card; a
// section's body, header, accent and outline; the header of the section that a link leaves; as label_color() and
// icon_color() say (model/colors.h).
enum class Fallback : std::uint8_t {
  Nothing,
  Background,
  Ink,
  KeyFormula,
  Card,
  Body,
  Header,
  Accent,
  Outline,
  Link,
  Label,
  Icon
};

// Of a text: whether it may be broken by hand.
enum class Lines : std::uint8_t { Several, One };

// A member of the format.
struct Name {
  std::string_view key = {};
  std::string_view sentence = {};  // in the schema; empty where what it holds says enough
  // For people. Empty where nobody is shown it: ids, and what holds others, which goes by its Thing.
  std::string_view english = {}, chinese = {};
  Lines lines = Lines::Several;

  constexpr operator std::string_view() const { return key; }
  Message message() const { return {std::string(english), std::string(chinese)}; }
};

// For people, in both languages.
struct Phrase {
  std::string_view english = {}, chinese = {};

  Message message() const { return {std::string(english), std::string(chinese)}; }
};

// What has fields: a struct of the format has a thing_of().
struct Thing {
  std::string_view key;       // its definition in the schema; of a diagram, the word of its kind
  std::string_view sentence;  // in the schema
  Phrase one;                 // "label"
  Phrase heading;             // "Labels"
  Phrase first_words = {};    // of a new one; empty for things without words
};

// A word of an enumeration. Each has a word_of() with a switch without a default, so that the compiler asks for the
// word of a new enumerator.
struct Word {
  std::string_view json, english, chinese;
};

}  // namespace sixiang
