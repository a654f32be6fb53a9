#include "model/schema.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <type_traits>
#include <utility>
#include <variant>

#include "base/color.h"
#include "base/utf8.h"
#include "model/check.h"
#include "model/poster_json.h"
#include "model/visitor.h"

namespace sixiang {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kDialect = "https://json-schema.org/draft/2020-12/schema";
constexpr std::size_t kLineLength = 120;
constexpr const char* kNoControls = "^[^\\u0000-\\u0008\\u000E-\\u001F]*$";

Json reference_to(std::string_view name) { return {{"$ref", "#/$defs/" + std::string(name)}}; }

// Whole numbers without a fraction, as people write them.
Json number(double value) { return value == std::floor(value) ? Json(std::int64_t(value)) : Json(value); }

// The visitor of describe() that says what a struct's object holds. Values are defaults.
class SchemaBuilder : public FieldVisitor<SchemaBuilder> {
 public:
  explicit SchemaBuilder(Json& definitions) : definitions_(definitions) {}

  void text(const Name& name, const std::string& value, Presence presence) {
    Json& property = add(name, presence);
    property.update(reference_to("text"));
    if (presence != Presence::Required) property["default"] = value;
  }
  void source(const Name& name, const std::string&) {
    Json& property = add(name, Presence::Sparse);
    property.update({{"type", "string"}, {"maxLength", kMaxStringBytes}, {"pattern", kNoControls}});
  }
  void id(const Name& name, const std::string& value, Presence presence) {
    Json& property = add(name, presence);
    property.update(reference_to("id"));
    if (presence != Presence::Required) property["default"] = value;
  }
  void icon(const Name& name, const std::string&) { add(name, Presence::Sparse).update(reference_to("icon")); }
  void number(const Name& name, float value, NumberRange range, Presence presence) {
    add_number(name, "number", double(value), range, presence);
  }
  void integer(const Name& name, const auto& value, NumberRange range, Presence presence) {
    add_number(name, "integer", double(value), range, presence);
  }
  void flag(const Name& name, bool value) {
    Json& property = add(name, Presence::Written);
    property["type"] = "boolean";
    property["default"] = value;
  }
  void color(const Name& name, const Color& value) {
    Json& property = add(name, Presence::Written);
    property.update(reference_to("color"));
    property["default"] = to_hex(value);
  }
  void color(const Name& name, const std::optional<Color>&, Fallback) {
    add(name, Presence::Written).update(reference_to("color"));
  }
  void choice(const Name& name, const auto& value, auto) {
    Json& property = add(name, Presence::Written);
    for (const Word& word : words_of(value)) property["enum"].push_back(word.json);
    property["default"] = word_of(value).json;
  }
  template <class T>
  void object(const Name& name, const T&, Presence presence) {
    add(name, presence).update(defined<T>());
  }
  template <class T>
  void object(const Name& name, const std::optional<T>&) {
    add(name, Presence::Written).update(defined<T>());
  }
  template <class T>
  void list(const Name& name, const std::vector<T>&, std::size_t most, Presence presence) {
    Json& property = add(name, presence);
    property["type"] = "array";
    property["items"] = defined<T>();
    property["maxItems"] = most;
  }
  void diagram(const Name& name, const std::optional<Diagram>&) {
    Json kinds = Json::array();
    const auto add_kind = [&]<class Kind>(std::type_identity<Kind>) { kinds.push_back(defined<Kind>()); };
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      (add_kind(std::type_identity<std::variant_alternative_t<I, Diagram>>{}), ...);
    }
    (std::make_index_sequence<std::variant_size_v<Diagram>>{});
    add(name, Presence::Written)["oneOf"] = std::move(kinds);
  }

  // A member that stands before the fields, the same in every file.
  void constant(std::string_view key, Json value) {
    properties_[std::string(key)] = {{"const", std::move(value)}};
    required_.push_back(key);
  }

  // Puts type, properties and what is required into `object`.
  void finish(Json& object) {
    object["type"] = "object";
    object["properties"] = std::move(properties_);
    if (!required_.empty()) object["required"] = std::move(required_);
  }

 private:
  Json& add(const Name& name, Presence presence) {
    if (presence == Presence::Required) required_.push_back(name.key);
    Json& property = properties_[std::string(name.key)] = Json::object();
    if (!name.sentence.empty()) property["description"] = name.sentence;
    return property;
  }

  void add_number(const Name& name, const char* type, double value, NumberRange range, Presence presence) {
    Json& property = add(name, presence);
    property["type"] = type;
    property["minimum"] = sixiang::number(range.least);
    property["maximum"] = sixiang::number(range.most);
    if (presence != Presence::Required) property["default"] = sixiang::number(value);
  }

  // A reference to the definition of T, which is made where it is not there yet.
  template <class T>
  Json defined() {
    constexpr Thing kThing = thing_of(std::type_identity<T>{});
    const std::string name(kThing.key);
    if (definitions_.contains(name)) return reference_to(name);
    definitions_[name] = Json::object();  // its place: before those of what it holds
    SchemaBuilder builder(definitions_);
    if constexpr (kIsDiagramKind<T>) builder.constant(kDiagramKind.key, kThing.key);
    const T defaults;
    describe(builder, defaults);
    Json definition = {{"description", kThing.sentence}};
    builder.finish(definition);
    definitions_[name] = std::move(definition);
    return reference_to(name);
  }

  Json& definitions_;
  Json properties_ = Json::object(), required_ = Json::array();
};

Json values() {
  const std::string most = std::to_string(kMaxIdBytes);
  return {{"text",
           {{"description",
             "A label: plain text with $formulas$ in it; a dollar sign is written \\$. No control characters but "
             "tabs and line breaks."},
            {"type", "string"},
            {"maxLength", kMaxStringBytes},
            {"pattern", kNoControls}}},
          {"id", {{"type", "string"}, {"pattern", "^[A-Za-z0-9_-]{1," + most + "}$"}}},
          {"icon",
           {{"description", "The name of an icon. Default: none."},
            {"type", "string"},
            {"maxLength", kMaxIdBytes},
            {"pattern", "^[^\\u0000-\\u001F]*$"}}},
          {"color",
           {{"description",
             "sRGB: #RGB, #RRGGBB or #RRGGBBAA; or as CSS writes it: a name, rgb(…), hsl(…). Saved as #RRGGBB[AA]."},
            {"type", "string"},
            {"pattern", "^(#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})|[A-Za-z]+|(rgb|hsl)a?\\(.*\\))$"}}}};
}

Json schema() {
  Json json;
  json["$schema"] = kDialect;
  json["title"] = "Sixiang poster";
  json["description"] =
      "Version " + std::to_string(kPosterFormatVersion) +
      ". What the fields mean: poster-format.md. Beyond this schema: section ids and the node ids of a diagram are "
      "unique, arrows name nodes and spans name tiles of their diagram, links name sections, sections within a section "
      "hold none, no key stands twice, and the text keeps the "
      "limits of limits.md.";
  Json definitions = values();
  SchemaBuilder builder(definitions);
  builder.constant("format", kPosterFormat);
  builder.constant("version", kPosterFormatVersion);
  const Poster poster;
  describe(builder, poster);
  builder.finish(json);
  for (const std::string& id : reserved_ids()) definitions["section"]["properties"]["id"]["not"]["enum"].push_back(id);
  json["$defs"] = std::move(definitions);
  return json;
}

std::string one_line(const Json& json) {
  if (!json.is_structured() || json.empty()) return json.dump();
  std::string text;
  for (const auto& [key, value] : json.items()) {
    text += text.empty() ? "" : ", ";
    if (json.is_object()) text += Json(key).dump() + ": ";
    text += one_line(value);
  }
  return json.is_object() ? "{ " + text + " }" : "[" + text + "]";
}

// What fits a line stands on one; `before`: what already stands on its first line.
std::string pretty(const Json& json, std::size_t depth, std::size_t before) {
  std::string line = one_line(json);
  if (!json.is_structured() || before + utf8_length(line) + 1 <= kLineLength) return line;
  const std::string indent = "\n" + std::string(2 * depth + 2, ' ');
  std::string text;
  for (const auto& [key, value] : json.items()) {
    const std::string name = json.is_object() ? Json(key).dump() + ": " : std::string();
    if (!text.empty()) text += ",";
    text += indent;
    text += name;
    text += pretty(value, depth + 1, indent.size() - 1 + name.size());
  }
  text += "\n" + std::string(2 * depth, ' ');
  return json.is_object() ? "{" + text + "}" : "[" + text + "]";
}

}  // namespace

std::string poster_schema() { return pretty(schema(), 0, 0) + "\n"; }

}  // namespace sixiang
