// One JSON object → the fields of one struct: the visitor of describe() that reads. It collects what is wrong and goes
// on, so that a person sees all of it at once; the struct keeps its default where a value does not do.
#pragma once

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/color.h"
#include "base/result.h"
#include "model/json_path.h"
#include "model/rules.h"
#include "model/visitor.h"

namespace sixiang {

using Json = nlohmann::json;

// "the number 12", "the text \"x\"", "a list", …
Message found_value(const Json& json);

// Where reading stands, and what was wrong so far.
class ReadState {
 public:
  void report(const Message& message) {
    if (errors_.size() < kMaxErrors) errors_.push_back({path, message});
  }
  void mismatch(const Message& expected, const Json& found) { report(expectation(expected, found_value(found))); }
  const std::vector<Error>& errors() const { return errors_; }

  std::string path;

 private:
  std::vector<Error> errors_;
};

// Appends to the path while it lives.
class PathStep {
 public:
  PathStep(ReadState& state, std::string_view key) : state_(state), size_(state.path.size()) {
    append_key(state.path, key);
  }
  PathStep(ReadState& state, std::size_t index) : state_(state), size_(state.path.size()) {
    append_index(state.path, index);
  }
  ~PathStep() { state_.path.resize(size_); }
  PathStep(const PathStep&) = delete;
  PathStep& operator=(const PathStep&) = delete;

 private:
  ReadState& state_;
  std::size_t size_;
};

class FieldReader : public FieldVisitor<FieldReader> {
 public:
  FieldReader(const Json& object, ReadState& state) : object_(object), state_(state) {}

  // A key that the caller has read itself.
  void skip(std::string_view key) { known_.push_back(key); }

  void text(std::string_view key, std::string& value, Presence presence) {
    read_text(key, value, presence, text_problem);
  }
  void source(std::string_view key, std::string& value) { read_text(key, value, Presence::Sparse, source_problem); }

  void icon(std::string_view key, std::string& value) {
    const PathStep step(state_, key);
    const Json* json = member(key, Presence::Sparse, {});
    if (!json) return;
    if (!json->is_string() || icon_problem(json->get_ref<const std::string&>())) {
      return state_.mismatch(*icon_problem("\n"), *json);
    }
    value = json->get_ref<const std::string&>();
  }

  void id(std::string_view key, std::string& value, Presence presence) {
    const PathStep step(state_, key);
    const Json* json = member(key, presence, *id_problem(""));
    if (!json) return;
    if (!json->is_string() || id_problem(json->get_ref<const std::string&>())) {
      return state_.mismatch(*id_problem(""), *json);
    }
    value = json->get_ref<const std::string&>();
  }

  void number(std::string_view key, float& value, NumberRange range, Presence presence) {
    const PathStep step(state_, key);
    const Json* json = member(key, presence, expected_number(range));
    if (!json) return;
    if (!json->is_number() || number_problem(json->get<double>(), range)) {
      return state_.mismatch(expected_number(range), *json);
    }
    value = json->get<float>();
  }

  template <class Integer>
  void integer(std::string_view key, Integer& value, NumberRange range, Presence presence) {
    const PathStep step(state_, key);
    const Json* json = member(key, presence, expected_integer(range));
    if (!json) return;
    const double found = json->is_number() ? json->get<double>() : 0;
    if (!json->is_number() || number_problem(found, range) || found != std::floor(found)) {
      return state_.mismatch(expected_integer(range), *json);
    }
    value = Integer(found);
  }

  void flag(std::string_view key, bool& value) {
    const PathStep step(state_, key);
    const Json* json = member(key, Presence::Written, {});
    if (!json) return;
    if (!json->is_boolean()) return state_.mismatch({"true or false", " true 或 false"}, *json);
    value = json->get<bool>();
  }

  void color(std::string_view key, Color& value) {
    std::optional<Color> found;
    color(key, found, Fallback::Nothing);
    if (found) value = *found;
  }

  void color(std::string_view key, std::optional<Color>& value, Fallback) {
    const PathStep step(state_, key);
    const Json* json = member(key, Presence::Written, {});
    if (!json) return;
    value = json->is_string() ? parse_color(json->get_ref<const std::string&>()) : std::nullopt;
    if (!value) state_.mismatch(expected_color(), *json);
  }

  template <class Enum>
  void choice(std::string_view key, Enum& value, std::optional<std::remove_const_t<Enum>>) {
    const PathStep step(state_, key);
    const Json* json = member(key, Presence::Written, {});
    if (!json) return;
    if (const std::optional<std::size_t> index = word_index(*json, words_of(value))) value = Enum(*index);
  }
  template <class T>
  void object(std::string_view key, T& value, Presence presence) {
    const PathStep step(state_, key);
    if (const Json* json = member(key, presence, {"an object", "对象"})) read_object(*json, value);
  }

  template <class T>
  void object(std::string_view key, std::optional<T>& value) {
    const PathStep step(state_, key);
    if (const Json* json = member(key, Presence::Written, {})) read_object(*json, value.emplace());
  }

  template <class T>
  void list(std::string_view key, std::vector<T>& value, std::size_t most, Presence presence) {
    const PathStep step(state_, key);
    const Json* json = member(key, presence, {"a list", "列表"});
    if (!json) return;
    if (!json->is_array()) return state_.mismatch({"a list", "列表"}, *json);
    if (const std::optional<Message> problem = count_problem(json->size(), most)) {
      const std::string count = std::to_string(json->size());
      return state_.report(expectation(*problem, {count, " " + count + " 项"}));
    }
    value.resize(json->size());
    for (std::size_t i = 0; i < value.size(); ++i) {
      const PathStep index(state_, i);
      read_object((*json)[i], value[i]);
    }
  }

  void diagram(std::string_view key, std::optional<Diagram>& value);

  // Last: whatever no other call asked for.
  void unknown(UnknownFields& fields);

 private:
  // The member, or nullptr; a missing one that is required is reported.
  const Json* member(std::string_view key, Presence presence, const Message& expected);
  std::optional<std::size_t> word_index(const Json& json, std::span<const Word> words);
  void read_text(std::string_view key, std::string& value, Presence presence,
                 std::optional<Message> (*problem_with)(std::string_view));

  template <class T>
  void read_object(const Json& json, T& value) {
    if (!json.is_object()) return state_.mismatch({"an object", "对象"}, json);
    FieldReader reader(json, state_);
    describe(reader, value);
  }

  const Json& object_;
  ReadState& state_;
  std::vector<std::string_view> known_;
};

}  // namespace sixiang
