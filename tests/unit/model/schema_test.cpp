// specs/poster.schema.json names the fields, ranges, words and defaults that the parser has: both are walked together.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

#include "base/color.h"
#include "model/fields.h"
#include "support/golden.h"

using namespace sixiang;
using Json = nlohmann::ordered_json;

namespace {

// The visitor of describe() that compares a struct with an object of the schema.
class SchemaComparer {
 public:
  SchemaComparer(const Json& schema, const Json& object) : schema_(schema), object_(object) {}

  void text(const char* key, const std::string&, Presence presence) {
    CHECK(property(key, presence).at("$ref") == "#/$defs/text");
  }
  void id(const char* key, const std::string& value, Presence presence) {
    const Json& id = property(key, presence);
    CHECK(id.at("$ref") == "#/$defs/id");
    if (presence == Presence::Written) CHECK(id.at("default") == value);
  }
  void number(const char* key, float value, NumberRange range, Presence presence) {
    check_number(property(key, presence), "number", double(value), range, presence);
  }
  template <class Integer>
  void integer(const char* key, Integer value, NumberRange range, Presence presence) {
    check_number(property(key, presence), "integer", double(value), range, presence);
  }
  void flag(const char* key, bool value) {
    CHECK(property(key, Presence::Written).at("type") == "boolean");
    CHECK(property(key, Presence::Written).at("default") == value);
  }
  void color(const char* key, const Color& value) {
    const Json& color = property(key, Presence::Written);
    CHECK(color.at("$ref") == "#/$defs/color");
    CHECK(color.at("default") == to_hex(value));
  }
  void color(const char* key, const std::optional<Color>& value) {
    const Json& color = property(key, Presence::Written);
    CHECK(color.at("$ref") == "#/$defs/color");
    CHECK_FALSE(color.contains("default"));
    CHECK_FALSE(value.has_value());
  }
  template <class Enum>
  void choice(const char* key, Enum value, std::optional<std::type_identity_t<Enum>>) {
    std::vector<std::string> words;
    for (const Word& word : words_of(value)) words.emplace_back(word.json);
    const Json& choice = property(key, Presence::Written);
    CHECK(choice.at("enum") == Json(words));
    CHECK(choice.at("default") == words[std::size_t(value)]);
  }
  template <class T>
  void object(const char* key, const T& value, Presence presence) {
    compare(property(key, presence), value);
  }
  template <class T>
  void object(const char* key, const std::optional<T>&) {
    compare(property(key, Presence::Written), T{});
  }
  template <class T>
  void list(const char* key, const std::vector<T>&, std::size_t most, Presence presence) {
    const Json& list = property(key, presence);
    CHECK(list.at("type") == "array");
    CHECK(list.at("maxItems") == most);
    compare(list.at("items"), T{});
  }
  void diagram(const char* key, const std::optional<Diagram>&) {
    const Json& kinds = resolved(property(key, Presence::Written)).at("oneOf");
    REQUIRE(kinds.size() == std::variant_size_v<Diagram>);
    compare_kind(kinds[0], 0, FlowDiagram{});
    compare_kind(kinds[1], 1, NoiseDiagram{});
    compare_kind(kinds[2], 2, ChainDiagram{});
  }
  void unknown(const UnknownFields&) {
    CHECK(object_.at("type") == "object");
    CHECK_FALSE(object_.contains("additionalProperties"));
  }

  void skip(const char* key) { keys_.insert(key); }

  // Neither more properties nor more required ones than the parser knows.
  void finish() const {
    for (const auto& property : object_.at("properties").items()) {
      CHECK_MESSAGE(keys_.count(property.key()) == 1, property.key());
    }
    if (!object_.contains("required")) return;
    for (const auto& key : object_.at("required")) {
      const std::string name = key.get<std::string>();
      CHECK_MESSAGE((required_.count(name) == 1 || name == "kind" || name == "format" || name == "version"), name);
    }
  }

 private:
  const Json& resolved(const Json& json) const {
    if (!json.contains("$ref")) return json;
    return schema_.at("$defs").at(json.at("$ref").get<std::string>().substr(8));
  }

  const Json& property(const char* key, Presence presence) {
    CAPTURE(key);
    keys_.insert(key);
    REQUIRE(object_.at("properties").contains(key));
    if (presence == Presence::Required) {
      required_.insert(key);
      REQUIRE(object_.contains("required"));
      const Json& required = object_.at("required");
      CHECK(std::find(required.begin(), required.end(), key) != required.end());
    }
    return object_.at("properties").at(key);
  }

  static void check_number(const Json& number, const char* type, double value, NumberRange range, Presence presence) {
    CHECK(number.at("type") == type);
    CHECK(number.at("minimum") == range.least);
    CHECK(number.at("maximum") == range.most);
    if (presence != Presence::Required) CHECK(number.at("default") == value);
  }

  template <class T>
  void compare(const Json& json, const T& value) const {
    const Json& object = resolved(json);
    SchemaComparer inner(schema_, object);
    describe(inner, value);
    inner.finish();
  }

  template <class T>
  void compare_kind(const Json& json, std::size_t index, const T& value) const {
    const Json& object = resolved(json);
    CHECK(object.at("properties").at("kind").at("const") == std::string(kDiagramKinds[index].json));
    SchemaComparer inner(schema_, object);
    inner.skip("kind");
    describe(inner, value);
    inner.finish();
  }

  const Json& schema_;
  const Json& object_;
  std::set<std::string> keys_, required_;
};

}  // namespace

TEST_CASE("the schema says what the parser says") {
  const Json schema = Json::parse(testing::read_text(testing::source_path("specs/poster.schema.json")));
  CHECK(schema.at("properties").at("format").at("const") == std::string(kPosterFormat));
  SchemaComparer comparer(schema, schema);
  comparer.skip("format");
  comparer.skip("version");
  const Poster poster;
  describe(comparer, poster);
  comparer.finish();
  CHECK(schema.at("$defs").at("text").at("maxLength") == kMaxStringBytes);
}
