// The fields of one struct → a JSON object's text: the visitor of describe() that writes. An object that fits a line
// stands on one, so that a file is as pleasant to read as one written by hand.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/color.h"
#include "model/rules.h"
#include "model/visitor.h"

namespace sixiang {

std::string json_string(std::string_view text);

class FieldWriter : public FieldVisitor<FieldWriter> {
 public:
  // `depth`: how many objects and lists stand around this one.
  explicit FieldWriter(int depth) : depth_(depth) {}

  // The object's text; its first line is not indented.
  enum class Form { OneLineIfShort, ManyLines };
  std::string finish(Form form) const;

  void raw(std::string_view key, std::string value) { members_.emplace_back(json_string(key), std::move(value)); }

  void text(std::string_view key, const std::string& value, Presence presence) {
    if (presence != Presence::Sparse || !value.empty()) raw(key, json_string(value));
  }
  void id(std::string_view key, const std::string& value, Presence presence) { text(key, value, presence); }
  void source(std::string_view key, const std::string& value) { text(key, value, Presence::Sparse); }
  void number(std::string_view key, float value, NumberRange, Presence presence) {
    if (presence != Presence::Sparse || value != 0) raw(key, number_text(value));
  }
  template <class Integer>
  void integer(std::string_view key, Integer value, NumberRange, Presence presence) {
    if (presence != Presence::Sparse || value != 0) raw(key, std::to_string(value));
  }
  void flag(std::string_view key, bool value) { raw(key, value ? "true" : "false"); }
  void color(std::string_view key, const Color& value) { raw(key, json_string(to_hex(value))); }
  void color(std::string_view key, const std::optional<Color>& value, Fallback) {
    if (value) color(key, *value);
  }
  template <class Enum>
  void choice(std::string_view key, Enum value, std::optional<std::type_identity_t<Enum>> left_out) {
    if (value != left_out) raw(key, json_string(word_of(value).json));
  }
  template <class T>
  void object(std::string_view key, const T& value, Presence presence) {
    if (presence != Presence::Sparse || value != T{}) raw(key, object_text(value, depth_ + 1));
  }
  template <class T>
  void object(std::string_view key, const std::optional<T>& value) {
    if (value) object(key, *value, Presence::Written);
  }
  template <class T>
  void list(std::string_view key, const std::vector<T>& value, std::size_t, Presence presence) {
    if (presence == Presence::Sparse && value.empty()) return;
    std::vector<std::string> items;
    items.reserve(value.size());
    for (const T& item : value) items.push_back(object_text(item, depth_ + 2));
    raw(key, list_text(items));
  }
  void diagram(std::string_view key, const std::optional<Diagram>& value) {
    if (!value) return;
    FieldWriter writer(depth_ + 1);
    writer.raw("kind", json_string(kind_of(*value).json));
    std::visit([&](const auto& alternative) { describe(writer, alternative); }, *value);
    raw(key, writer.finish(Form::ManyLines));
  }
  void unknown(const UnknownFields& fields) {
    for (const auto& [key, json] : fields) raw(key, json);
  }

 private:
  template <class T>
  static std::string object_text(const T& value, int depth) {
    FieldWriter writer(depth);
    describe(writer, value);
    return writer.finish(Form::OneLineIfShort);
  }
  std::optional<std::string> one_line() const;
  std::string list_text(const std::vector<std::string>& items) const;

  int depth_;
  std::vector<std::pair<std::string, std::string>> members_;
};

}  // namespace sixiang
