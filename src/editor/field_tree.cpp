#include "editor/field_tree.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>

#include "editor/field_id.h"
#include "editor/field_tree_builder.h"

namespace sixiang {

namespace {

// What people change most stands first.
int rank(const FieldGroup& group) {
  switch (group.kind) {
    case GroupKind::Title:
      return 0;
    case GroupKind::Center:
      return 1;
    case GroupKind::Section:
      return 2;
    case GroupKind::Part:
    case GroupKind::Item:
      return 4;
    case GroupKind::List:
      return 5;
    case GroupKind::Diagram:
      return 6;
    case GroupKind::Page:
      return 7;
    case GroupKind::Palette:
      return 8;
    case GroupKind::Colors:
      return 9;
  }
  return 10;
}

void sort_groups(std::vector<FieldGroup>& groups) {
  std::stable_sort(groups.begin(), groups.end(),
                   [](const FieldGroup& a, const FieldGroup& b) { return rank(a) < rank(b); });
}

FieldGroup take(std::vector<FieldGroup>& groups, std::string_view id) {
  const auto found =
      std::find_if(groups.begin(), groups.end(), [&](const FieldGroup& group) { return group.id == id; });
  FieldGroup taken = std::move(*found);
  groups.erase(found);
  return taken;
}

void collect(std::vector<FieldGroup>&& groups, std::vector<Field>& fields) {
  for (FieldGroup& group : groups) {
    std::move(group.fields.begin(), group.fields.end(), std::back_inserter(fields));
    collect(std::move(group.groups), fields);
  }
}

std::optional<double> parse_number(std::string_view text) {
  const std::string copy(text);
  char* end = nullptr;
  const double value = std::strtod(copy.c_str(), &end);
  if (copy.empty() || end != copy.c_str() + copy.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace

std::vector<FieldGroup> field_tree(const Poster& poster, Language language) {
  if (poster.newer) return {};
  FieldTreeBuilder builder(poster, language);
  std::vector<FieldGroup> groups = builder.run();
  // The poster's own fields and its typesetting belong to the page; the sections stand beside the list that holds them.
  FieldGroup typography = take(groups, "typography");
  FieldGroup fonts = take(groups, "fonts");
  FieldGroup sections = take(groups, "sections");
  for (FieldGroup& group : groups) {
    if (group.kind != GroupKind::Page) continue;
    for (Field& field : builder.poster_fields()) group.fields.push_back(std::move(field));
    for (Field& field : fonts.fields) group.fields.push_back(std::move(field));
    for (Field& field : typography.fields) group.fields.push_back(std::move(field));
  }
  for (FieldGroup& section : sections.groups) {
    sort_groups(section.groups);
    groups.push_back(std::move(section));
  }
  sections.groups.clear();
  groups.insert(groups.begin(), std::move(sections));
  sort_groups(groups);
  return groups;
}

std::vector<Field> fields(const Poster& poster) {
  std::vector<Field> result;
  collect(field_tree(poster, Language::English), result);
  return result;
}

std::optional<Field> find_field(const Poster& poster, std::string_view id) {
  if (poster.newer) return std::nullopt;
  FieldTreeBuilder builder(poster, Language::English, id);
  std::vector<Field> near;
  collect(builder.run(), near);
  for (Field& field : builder.poster_fields()) near.push_back(std::move(field));
  for (Field& field : near) {
    if (field.id == id) return std::move(field);
  }
  return std::nullopt;
}

Result<Command> set_field(const Field& field, std::string_view value) {
  const auto refused = [&](const Message& expected) {
    return Error{field.id, expectation(expected, quoted_text(value))};
  };
  switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::Icon:
      return Command(SetText{field.id, std::string(value)});
    case FieldKind::Color: {
      if (value.empty() && field.can_reset) return Command(ResetColor{field.id});
      const std::optional<Color> color = parse_color(value);
      if (!color) return refused(expected_color());
      return Command(SetColor{field.id, *color});
    }
    case FieldKind::Choice: {
      std::vector<Word> words;
      for (const FieldOption& option : field.options) {
        if (option.word == value) return Command(SetChoice{field.id, option.word});
        words.push_back({option.word, option.label.english, option.label.chinese});
      }
      return refused(expected_word(words));
    }
    case FieldKind::Number: {
      const std::optional<double> number = parse_number(value);
      const bool whole = field.step > 0;
      const bool fits = number && !number_problem(*number, field.range) && (!whole || *number == std::floor(*number));
      if (!fits) return refused(whole ? expected_integer(field.range) : expected_number(field.range));
      return Command(SetNumber{field.id, *number});
    }
    case FieldKind::Toggle:
      if (value != "on" && value != "off") return refused({"on or off", " on 或 off"});
      return Command(SetToggle{field.id, value == "on" ? Toggle::On : Toggle::Off});
  }
  return refused({"a value", "一个值"});
}

Result<Command> set_field(const Poster& poster, std::string_view id, std::string_view value) {
  if (const std::optional<Field> field = find_field(poster, id)) return set_field(*field, value);
  return Error{std::string(id), {"there is no such field", "没有这个字段"}};
}

bool has_block(const Poster& poster, std::string_view id) { return !poster.newer && place_of(poster, id).is_there; }

}  // namespace sixiang
