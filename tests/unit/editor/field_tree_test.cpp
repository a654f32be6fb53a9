// What can be edited is found in the poster, not known beforehand.
#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <string>

#include "editor/field_tree.h"
#include "model/check.h"
#include "model/poster_json.h"
#include "support/golden.h"
#include "support/random_command.h"

using namespace sixiang;

namespace {

Poster read_poster(const std::string& path) {
  const Result<Poster> poster = parse_poster(testing::read_text(path));
  REQUIRE(poster.ok());
  return poster.value();
}

Poster sample_poster() { return read_poster(testing::source_path("tests/cases/edited-poster.json")); }

std::vector<Poster> posters() {
  std::vector<Poster> posters = {sample_poster(), Poster{}};
  for (const auto& entry : std::filesystem::directory_iterator(testing::source_path("tests/cases/posters"))) {
    posters.push_back(read_poster(entry.path().string()));
  }
  return posters;
}

void dump(const FieldGroup& group, int depth, std::string& text) {
  const std::string indent(std::size_t(depth) * 2, ' ');
  text += indent + group.id + "  [" + group.label.english + " | " + group.label.chinese + "]";
  text += group.is_present ? "" : " absent";
  text += "\n";
  for (const Field& field : group.fields) {
    text += indent + "  " + field.id + " = " + field.value + (field.is_given ? "" : " (default)");
    text += "  [" + field.label.english + " | " + field.label.chinese + "]\n";
  }
  for (const Action& action : group.actions) {
    text += indent + "  " + action.id + (action.enabled ? "" : " (disabled)") + "  [" + action.label.english + " | " +
            action.label.chinese + "]" + (action.focus.empty() ? "" : " then " + action.focus) + "\n";
  }
  for (const FieldGroup& inner : group.groups) dump(inner, depth + 1, text);
}

std::vector<Action> actions_of(const Poster& poster) {
  std::vector<Field> all;
  std::vector<Action> actions;
  testing::collect(field_tree(poster, Language::English), all, actions);
  return actions;
}

bool has_chinese(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE0; });
}

// Another value of the field's kind.
std::string other_value(const Field& field) {
  switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::Icon:
      return field.value + "改";
    case FieldKind::Color:
      return field.value == "#123456" ? "#654321" : "#123456";
    case FieldKind::Choice:
      for (const FieldOption& option : field.options) {
        if (option.word != field.value) return option.word;
      }
      return field.value;
    case FieldKind::Number:
      return field.value == std::to_string(std::int64_t(field.range.most))
                 ? std::to_string(std::int64_t(field.range.most) - 1)
                 : std::to_string(std::int64_t(field.range.most));
    case FieldKind::Toggle:
      return field.value == "on" ? "off" : "on";
  }
  return {};
}

}  // namespace

TEST_CASE("the field tree of a poster") {
  std::string text;
  for (const FieldGroup& group : field_tree(sample_poster(), Language::Chinese)) dump(group, 0, text);
  testing::check_text_golden("editor/field-tree.txt", text);
}

TEST_CASE("every id is there once, and everything has a name in both languages") {
  for (const Poster& poster : posters()) {
    std::set<std::string> ids;
    for (const Field& field : fields(poster)) {
      CAPTURE(field.id);
      CHECK(ids.insert(field.id).second);
      CHECK(field.label.english[0] < 'a');
      CHECK(has_chinese(field.label.chinese));
      for (const FieldOption& option : field.options) CHECK_FALSE(option.label.chinese.empty());
    }
    for (const Action& action : actions_of(poster)) {
      CAPTURE(action.id);
      CHECK(ids.insert(action.id).second);
      CHECK(has_chinese(action.label.chinese));
    }
  }
}

TEST_CASE("every field can be read and set, and nothing else changes") {
  std::size_t stride = 1;  // all fields of the sample, some of the others
  for (const Poster& poster : posters()) {
    const std::vector<Field> all = fields(poster);
    for (std::size_t i = 0; i < all.size(); i += stride) {
      const Field& field = all[i];
      CAPTURE(field.id);
      const std::string value = other_value(field);
      const Result<Command> command = set_field(field, value);
      REQUIRE(command.ok());
      const Poster after = apply_command(poster, command.value());
      const std::optional<Field> found = find_field(after, field.id);
      REQUIRE(found.has_value());
      CHECK(found->value == value);
      const Message name = name_of(command.value(), poster);
      CHECK_FALSE(name.english.empty());
      CHECK(has_chinese(name.chinese));
      if (field.kind == FieldKind::Choice || (field.kind == FieldKind::Color && !field.is_given)) continue;
      CHECK(apply_command(after, set_field(*found, field.value).value()) == poster);
    }
    stride = 11;
  }
}

TEST_CASE("every action changes the poster, and what it names to edit next is there") {
  for (const Poster& poster : posters()) {
    for (const Action& action : actions_of(poster)) {
      CAPTURE(action.id);
      const Poster after = apply_command(poster, action.command);
      if (!action.enabled) {
        CHECK(after == poster);
        continue;
      }
      CHECK(check_poster(after).empty());
      if (!action.focus.empty()) CHECK(find_field(after, action.focus).has_value());
      if (action.kind == ActionKind::Add) CHECK(after != poster);
    }
  }
}

TEST_CASE("a field is found by its id as the field tree lists it, and what has an id is there") {
  const auto check_groups = [](const auto& self, const Poster& poster, const std::vector<FieldGroup>& groups) -> void {
    for (const FieldGroup& group : groups) {
      CAPTURE(group.id);
      CHECK(has_block(poster, group.id) == group.is_present);
      for (const Field& field : group.fields) {
        CAPTURE(field.id);
        const std::optional<Field> found = find_field(poster, field.id);
        REQUIRE(found.has_value());
        CHECK(found->value == field.value);
        CHECK(found->label == field.label);
        CHECK(found->is_given == field.is_given);
        CHECK(found->options.size() == field.options.size());
        CHECK(found->range.most == field.range.most);
        CHECK(has_block(poster, field.id));
      }
      self(self, poster, group.groups);
    }
  };
  for (const Poster& poster : {sample_poster(), Poster{}}) {
    check_groups(check_groups, poster, field_tree(poster, Language::English));
    for (const char* id : {"", "nobody", "nobody.title", "gan.id", "gan.content.100", "gan.content.x", "gan.title.text",
                           "title.", "page.width.x"}) {
      CAPTURE(id);
      CHECK_FALSE(find_field(poster, id).has_value());
      CHECK_FALSE(has_block(poster, id));
    }
  }
}

TEST_CASE("a label's colour is the one that can be read on its section, as it is drawn") {
  Poster poster = sample_poster();
  poster.sections[0].colors.fill = {0x10, 0x10, 0x10, 255};
  REQUIRE(poster.sections[0].id == "gan");
  CHECK(find_field(poster, "gan.content.3.color")->value == "#FFFDF8");
  CHECK_FALSE(find_field(poster, "gan.content.3.color")->is_given);
}

TEST_CASE("a colour that is not given shows what is drawn, and can be given and taken back") {
  Poster poster = sample_poster();
  const auto value = [&](const char* id) { return find_field(poster, id)->value; };
  CHECK(value("gan.content.1.color") == "#E8655A");
  CHECK(value("gan.content.3.color") == "#2B2A2E");
  CHECK(value("gan.content.0.diagram.arrows.0.color") == value("gan.colors.accent"));
  CHECK(value("vae.content.0.diagram.nodes.x.fill") == "#FFFDF8");
  CHECK(value("vae.colors.outline") == "#2B2A2E");
  CHECK(value("diffusion.iconColor") == "#E8655A");
  CHECK(value("ar.iconColor") == value("ar.colors.accent"));
  poster = apply_command(poster, set_field(poster, "ar.iconColor", "#010203").value());
  CHECK(find_field(poster, "ar.iconColor")->is_given);
  poster = apply_command(poster, set_field(poster, "ar.iconColor", "").value());
  CHECK(poster == sample_poster());
  CHECK_FALSE(set_field(poster, "center.fill", "").ok());
  poster = apply_command(poster, ResetColor{"title.underline"});
  CHECK(value("title.underline").empty());
}

TEST_CASE("values that are none of a field's are no command") {
  const Poster poster = sample_poster();
  const auto refused = [&](const char* id, const char* value) {
    CAPTURE(id);
    CAPTURE(value);
    CHECK_FALSE(set_field(poster, id, value).ok());
  };
  refused("gan.colors.fill", "blueish");
  refused("gan.content.1.role", "title");
  for (const char* width : {"wide", "63", "", "100 ", "nan"}) refused("page.width", width);
  refused("title.emphasis.start", "0.5");
  refused("typography.cjkLatinSpace", "true");
  refused("gan.content.0.diagram.arrows.0.from", "x");
  refused("gan.id", "b");
  refused("nobody.title", "b");
  refused("", "");
}

TEST_CASE("ids of sections and nodes may read like anything") {
  Poster poster;
  poster.sections.resize(3);
  poster.sections[0].id = "content";
  poster.sections[1].id = "0";
  poster.sections[2].id = "text";
  FlowDiagram flow;
  flow.nodes.resize(2);
  flow.nodes[0].id = "text";
  flow.nodes[1].id = "1";
  poster.sections[0].content.emplace_back().diagram = flow;
  REQUIRE(check_poster(poster).empty());
  for (const char* id : {"content.title", "0.title", "text.title", "content.content.0.diagram.nodes.text.text",
                         "content.content.0.diagram.nodes.1.text", "text.colors.fill"}) {
    CAPTURE(id);
    const std::optional<Field> field = find_field(poster, id);
    REQUIRE(field.has_value());
    CHECK(apply_command(poster, set_field(poster, id, "#AABBCC").value()) != poster);
  }
}
