// specs/poster.schema.json is what the program prints, and says something about everything.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "model/schema.h"
#include "support/golden.h"

using namespace sixiang;
using Json = nlohmann::json;

TEST_CASE("the schema in specs is the one that the format gives") {
  CHECK(poster_schema() == testing::read_text(testing::source_path("specs/poster.schema.json")));
}

TEST_CASE("every struct and every field is described") {
  const Json schema = Json::parse(poster_schema());
  const Json& definitions = schema.at("$defs");
  const auto has_text = [&](const Json& json) { return json.contains("description") || json.contains("const"); };
  const auto check_object = [&](const std::string& name, const Json& object) {
    CAPTURE(name);
    CHECK(has_text(object));
    for (const auto& member : object.at("properties").items()) {
      const std::string& key = member.key();
      const Json& property = member.value();
      CAPTURE(key);
      const std::string reference = property.value("$ref", "");
      CHECK((has_text(property) || (!reference.empty() && has_text(definitions.at(reference.substr(8))))));
      // What all texts are says nothing about this one.
      if (reference == "#/$defs/text" || reference == "#/$defs/color") CHECK(has_text(property));
    }
  };
  check_object("poster", schema);
  int objects = 0;
  for (const auto& [name, definition] : definitions.items()) {
    if (!definition.contains("properties")) continue;
    check_object(name, definition);
    ++objects;
  }
  CHECK(objects > 20);
}

TEST_CASE("the default poster's members are all in the schema, with their kinds") {
  const Json schema = Json::parse(poster_schema());
  const Json poster = Json::parse(testing::read_text(testing::source_path("assets/posters/generative-models.json")));
  for (const auto& member : poster.items()) {
    const std::string& key = member.key();
    CAPTURE(key);
    CHECK(schema.at("properties").contains(key));
  }
  CHECK(schema.at("required") == Json({"format", "version", "title"}));
  CHECK(schema.at("$defs").at("section").at("properties").at("id").at("not").at("enum").size() == 14);
  CHECK(schema.at("$defs").at("span").at("properties").contains("text"));  // of a noise diagram
  CHECK(schema.at("$defs").at("cells").at("properties").contains("columns"));
  CHECK(schema.at("$defs").at("node").at("properties").at("shape").at("enum").size() == 7);
}
