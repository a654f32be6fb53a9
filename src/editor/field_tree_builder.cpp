#include "editor/field_tree_builder.h"

#include <algorithm>

#include "editor/thing_names.h"
#include "model/sections.h"

namespace sixiang {

namespace {

Message named(const char* english, const char* chinese, const Message& thing) {
  return {std::string(english) + " " + thing.english, std::string(chinese) + thing.chinese};
}

// A face that `fonts.<key>` may name.
struct FaceName {
  std::string_view id;
  Message name;
};
// Of specs/fonts.md; formulas need the tables that only one face has.
std::vector<FaceName> faces_for(std::string_view key) {
  if (key == "formula") return {{"math", {"Sans-serif", "无衬线"}}};
  return {{"marker", {"Marker", "马克笔"}}, {"wenkai", {"Handwritten", "文楷"}}, {"sans", {"Sans-serif", "黑体"}}};
}

FieldOption option_of(const Word& word) {
  return {std::string(word.json), {std::string(word.english), std::string(word.chinese)}};
}

}  // namespace

std::vector<FieldGroup> FieldTreeBuilder::run() {
  describe(*this, poster_);
  return std::move(root_.groups);
}

FieldGroup FieldTreeBuilder::make_group(std::string id, GroupKind kind, const Thing& thing) {
  FieldGroup group;
  group.id = std::move(id);
  group.kind = kind;
  group.label = thing.heading.message();
  if (kind == GroupKind::Item) group.label = capitalized(thing.one.message());
  return group;
}

void FieldTreeBuilder::name_item(FieldGroup& item, const Section& section, std::size_t index) const {
  item.kind = GroupKind::Section;
  if (section.title.empty()) return name_item<int>(item, 0, index);
  item.label.english = item.label.chinese = section_name(section);
}

void FieldTreeBuilder::name_item(FieldGroup& item, const Label& label, std::size_t index) const {
  if (label.diagram) {
    const Word kind = kind_of(*label.diagram);
    item.label = {std::string(kind.english), std::string(kind.chinese)};
  }
  name_item<int>(item, 0, index);
}

Field& FieldTreeBuilder::add(const Name& name, FieldKind kind, std::string value) {
  Field field;
  field.id = join_id(path_, name);
  field.kind = kind;
  field.label = name.message();
  field.value = std::move(value);
  group_->fields.push_back(std::move(field));
  return group_->fields.back();
}

void FieldTreeBuilder::name_item(FieldGroup& item, const FlowArrow& arrow, std::size_t) const {
  item.label = arrow_name(std::get<FlowDiagram>(*diagram_), arrow);
}

void FieldTreeBuilder::name_item(FieldGroup& item, const Link& link, std::size_t) const {
  item.label = link_name(poster_, link);
}

void FieldTreeBuilder::section_id(const Name& name, const std::string& value, Presence) {
  Field& field = add(name, FieldKind::Choice, value);
  for (const Section* section : all_sections(poster_)) {
    const std::string shown = section_name(*section);
    field.options.push_back({section->id, {shown, shown}});
  }
}

void FieldTreeBuilder::name_item(FieldGroup& item, const Decoration& decoration, std::size_t) const {
  item.label = decoration_name(decoration);
}

void FieldTreeBuilder::face(const Name& name, const std::string& value, Presence) {
  Field& field = add(name, FieldKind::Choice, value);
  for (const FaceName& face : faces_for(name)) field.options.push_back({std::string(face.id), face.name});
  // One that this build does not know is kept as long as nobody chooses another.
  const bool known = std::any_of(field.options.begin(), field.options.end(),
                                 [&](const FieldOption& option) { return option.word == value; });
  if (!known) field.options.push_back({value, {value, value}});
}

void FieldTreeBuilder::node_id(const Name& name, const std::string& value, Presence) {
  Field& field = add(name, FieldKind::Choice, value);
  const FlowDiagram* flow = diagram_ ? std::get_if<FlowDiagram>(diagram_) : nullptr;
  if (!flow) return;
  for (const FlowNode& node : flow->nodes) {
    const std::string label = node_name(*flow, node.id);
    field.options.push_back({node.id, {label, label}});
  }
}

void FieldTreeBuilder::tile_index(const Name& name, int value, Presence) {
  // A span ends at tiles that are there.
  const NoiseDiagram* noise = diagram_ ? std::get_if<NoiseDiagram>(diagram_) : nullptr;
  NumberRange range = kTileIndex;
  if (noise) range.most = double(noise->tiles.size()) - 1;
  add_number(name, std::to_string(value), range, 1);
}

void FieldTreeBuilder::add_number(const Name& name, std::string value, NumberRange range, double step) {
  Field& field = add(name, FieldKind::Number, std::move(value));
  field.range = range;
  field.step = step;
}

// Behind a section's title may stand an ornament instead.
void FieldTreeBuilder::icon(const Name& name, const std::string& value) {
  Field& field = add(name, FieldKind::Icon, value);
  if (group_->kind != GroupKind::Section) return;
  for (const DecorationKind kind : {DecorationKind::Star, DecorationKind::Sparkle, DecorationKind::Dot}) {
    field.options.push_back(option_of(word_of(kind)));
  }
}

void FieldTreeBuilder::add_choice(const Name& name, std::span<const Word> words, const Word& chosen) {
  Field& field = add(name, FieldKind::Choice, std::string(chosen.json));
  for (const Word& word : words) field.options.push_back(option_of(word));
}

void FieldTreeBuilder::color(const Name& name, const std::optional<Color>& value, Fallback fallback) {
  const std::optional<Color> drawn = value ? value : fallback_color(fallback, poster_, around_);
  Field& field = add(name, FieldKind::Color, drawn ? to_hex(*drawn) : std::string());
  field.can_reset = true;
  field.is_given = value.has_value();
}

void FieldTreeBuilder::diagram(const Name& name, const std::optional<Diagram>& value) {
  const std::string id = join_id(path_, name);
  if (!is_asked_for(id)) return;
  FieldGroup group = make_group(id, GroupKind::Diagram, thing_of(std::type_identity<Diagram>{}));
  Field kind;
  kind.id = join_id(group.id, kDiagramKind);
  kind.kind = FieldKind::Choice;
  kind.label = kDiagramKind.message();
  kind.value = value ? std::string(kind_of(*value).json) : "none";
  kind.options.push_back({"none", {"None", "无"}});
  for (const Word& word : kDiagramKinds) kind.options.push_back(option_of(word));
  group.fields.push_back(std::move(kind));
  group.is_present = value.has_value();
  if (!value) return group_->groups.push_back(std::move(group));
  diagram_ = &*value;
  std::visit([&](const auto& of_kind) { enter(std::move(group), of_kind); }, *value);
  diagram_ = nullptr;
}

Action FieldTreeBuilder::removal(const std::string& id, const Thing& thing, Command command) {
  Action action;
  action.id = id + ".remove";
  action.kind = ActionKind::Remove;
  action.label = named("Remove", "删除", thing.one.message());
  action.command = std::move(command);
  return action;
}

Action FieldTreeBuilder::addition(const std::string& id, const Thing& thing, Command command, std::string focus) {
  Action action;
  action.id = id + ".add";
  action.label = named("Add", "添加", thing.one.message());
  action.command = std::move(command);
  action.focus = std::move(focus);
  return action;
}

void FieldTreeBuilder::add_item_actions(FieldGroup& item, const Thing& thing, const std::string& list,
                                        std::size_t index, std::size_t count) {
  const Message name = thing.one.message();
  const auto move = [&](const char* way, ActionKind kind, Message label, int to) {
    Action action;
    action.id = item.id + way;
    action.kind = kind;
    action.label = std::move(label);
    action.command = MoveItem{item.id, list, to};
    action.enabled = to >= 0 && std::size_t(to) < count;
    item.actions.push_back(std::move(action));
  };
  move(".up", ActionKind::MoveUp, Message{"Move " + name.english + " up", "上移" + name.chinese}, int(index) - 1);
  move(".down", ActionKind::MoveDown, Message{"Move " + name.english + " down", "下移" + name.chinese}, int(index) + 1);
  item.actions.push_back(removal(item.id, thing, RemoveItem{item.id}));
}

}  // namespace sixiang
