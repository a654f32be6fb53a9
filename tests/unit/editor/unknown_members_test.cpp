// What this version does not know is kept through every edit: only what stood in something that was removed goes.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "editor/editor_state.h"
#include "editor/field_tree.h"
#include "model/poster_json.h"
#include "support/golden.h"
#include "support/random_command.h"

using namespace sixiang;
using Json = nlohmann::json;

namespace {

// Every object gets a member that says where it stands.
void mark(Json& json, const std::string& place) {
  if (json.is_object()) {
    for (auto& [key, value] : json.items()) mark(value, place + "/" + key);
    json["a-mark"] = place;
  } else if (json.is_array()) {
    for (std::size_t i = 0; i < json.size(); ++i) mark(json[i], place + "/" + std::to_string(i));
  }
}

void collect_marks(const Json& json, std::set<std::string>& marks) {
  if (json.is_object() && json.contains("a-mark")) marks.insert(json["a-mark"].get<std::string>());
  for (const Json& value : json) {
    if (value.is_structured()) collect_marks(value, marks);
  }
}

std::set<std::string> marks_of(const Poster& poster) {
  std::set<std::string> marks;
  collect_marks(Json::parse(to_json(poster)), marks);
  return marks;
}

// In order, as sets are.
std::vector<std::string> missing_marks(const Poster& before, const Poster& after) {
  const std::set<std::string> old_marks = marks_of(before), new_marks = marks_of(after);
  std::vector<std::string> missing;
  std::set_difference(old_marks.begin(), old_marks.end(), new_marks.begin(), new_marks.end(),
                      std::back_inserter(missing));
  return missing;
}

Poster marked_poster() {
  Json json = Json::parse(testing::read_text(testing::source_path("tests/cases/format-versions/1.json")));
  mark(json, "");
  return parse_poster(json.dump()).value();
}

std::string other_value(const Field& field) {
  switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::Icon:
      return field.value + "!";
    case FieldKind::Color:
      return field.value == "#123456" ? "#654321" : "#123456";
    case FieldKind::Choice:
      return field.options.back().word == field.value ? field.options.front().word : field.options.back().word;
    case FieldKind::Number:
      return field.value == "64" ? "65" : field.range.most >= 64 ? "64" : "0.125";
    case FieldKind::Toggle:
      return field.value == "on" ? "off" : "on";
  }
  return {};
}

bool ends_with(const std::string& text, std::string_view end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

}  // namespace

TEST_CASE("members that we do not know stay where they are when a field is edited") {
  const Poster poster = marked_poster();
  const std::size_t count = marks_of(poster).size();
  REQUIRE(count == 30);
  int edited = 0;
  for (const Field& field : fields(poster)) {
    CAPTURE(field.id);
    const Result<Command> command = set_field(field, other_value(field));
    if (!command) continue;
    const Poster after = apply_command(poster, command.value());
    edited += after != poster;
    // Another kind of diagram is another diagram.
    if (ends_with(field.id, "diagram.kind")) continue;
    CHECK(missing_marks(poster, after).empty());
  }
  CHECK(edited > 80);
}

TEST_CASE("members that we do not know go only with what they stand in") {
  const Poster poster = marked_poster();
  std::vector<Field> all_fields;
  std::vector<Action> actions;
  testing::collect(field_tree(poster, Language::English), all_fields, actions);
  int removals = 0;
  for (const Action& action : actions) {
    CAPTURE(action.id);
    const Poster after = apply_command(poster, action.command);
    std::vector<std::string> missing = missing_marks(poster, after);
    if (action.kind != ActionKind::Remove) {
      CHECK(missing.empty());
      continue;
    }
    // What refers to a node or a tile goes with it.
    const auto refers = [](const std::string& mark) {
      return mark.find("/arrows/") != std::string::npos || mark.find("/spans/") != std::string::npos;
    };
    if (missing.size() > 1) missing.erase(std::remove_if(missing.begin(), missing.end(), refers), missing.end());
    REQUIRE_FALSE(missing.empty());
    ++removals;
    for (const std::string& mark : missing) {
      CAPTURE(mark);
      CHECK(mark.compare(0, missing[0].size(), missing[0]) == 0);
    }
    EditorState state = update(make_editor(poster, Language::English), action.command);
    state = undo(std::move(state));
    CHECK(state.poster == poster);
    CHECK(redo(std::move(state)).poster == after);
  }
  CHECK(removals > 10);
}
