#include "editor/field_tree_builder.h"

#include <algorithm>

#include "model/json_path.h"

namespace sixiang {

namespace {

Message named(const char* english, const char* chinese, const Message& thing) {
  return {std::string(english) + " " + thing.english, std::string(chinese) + thing.chinese};
}

FieldOption option_of(const Word& word) {
  return {std::string(word.json), {std::string(word.english), std::string(word.chinese)}};
}

}  // namespace

std::vector<FieldGroup> FieldTreeBuilder::run() {
  describe(*this, poster_);
  return std::move(root_.groups);
}

FieldGroup FieldTreeBuilder::make_group(std::string id, GroupKind kind, std::string_view container) const {
  FieldGroup group;
  group.id = std::move(id);
  group.kind = kind;
  group.label = group_name(container);
  if (kind == GroupKind::Item) {
    group.label = thing_name(container);
    char& first = group.label.english[0];
    if (first >= 'a' && first <= 'z') first = char(first - 'a' + 'A');
  }
  return group;
}

void FieldTreeBuilder::name_item(FieldGroup& item, const Section& section, std::size_t index) const {
  item.kind = GroupKind::Section;
  if (section.title.empty()) return name_item<int>(item, 0, index);
  item.label.english = item.label.chinese = shortened(section.title, 24);
}

Field& FieldTreeBuilder::add(std::string_view key, FieldKind kind, std::string value) {
  Field field;
  field.id = join_id(path_, key);
  field.kind = kind;
  field.label = field_name(container_, key);
  field.value = std::move(value);
  group_->fields.push_back(std::move(field));
  return group_->fields.back();
}

void FieldTreeBuilder::name_item(FieldGroup& item, const FlowArrow& arrow, std::size_t) const {
  const std::string name = node_name(arrow.from) + " → " + node_name(arrow.to);
  item.label.english = item.label.chinese = name;
}

void FieldTreeBuilder::name_item(FieldGroup& item, const Decoration& decoration, std::size_t) const {
  const Word kind = word_of(decoration.kind), place = word_of(decoration.place);
  item.label.english = std::string(kind.english) + ", " + std::string(place.english);
  item.label.chinese = std::string(kind.chinese) + "，" + std::string(place.chinese);
}

std::string FieldTreeBuilder::node_name(const std::string& id) const {
  const FlowDiagram* flow = diagram_ ? std::get_if<FlowDiagram>(diagram_) : nullptr;
  if (!flow) return id;
  for (const FlowNode& node : flow->nodes) {
    if (node.id != id || node.text.empty()) continue;
    std::string name = shortened(node.text, 24);
    name.erase(std::remove(name.begin(), name.end(), '$'), name.end());
    return name;
  }
  return id;
}

void FieldTreeBuilder::face(std::string_view key, const std::string& value, Presence) {
  Field& field = add(key, FieldKind::Choice, value);
  for (const FaceName& face : faces_for(key)) field.options.push_back({std::string(face.id), face.name});
  // One that this build does not know is kept as long as nobody chooses another.
  const bool known = std::any_of(field.options.begin(), field.options.end(),
                                 [&](const FieldOption& option) { return option.word == value; });
  if (!known) field.options.push_back({value, {value, value}});
}

void FieldTreeBuilder::node_id(std::string_view key, const std::string& value, Presence) {
  Field& field = add(key, FieldKind::Choice, value);
  const FlowDiagram* flow = diagram_ ? std::get_if<FlowDiagram>(diagram_) : nullptr;
  if (!flow) return;
  for (const FlowNode& node : flow->nodes) {
    const std::string name = node_name(node.id);
    field.options.push_back({node.id, {name, name}});
  }
}

void FieldTreeBuilder::tile_index(std::string_view key, int value, Presence) {
  // A span ends at tiles that are there.
  const NoiseDiagram* noise = diagram_ ? std::get_if<NoiseDiagram>(diagram_) : nullptr;
  NumberRange range = kTileIndex;
  if (noise) range.most = double(noise->tiles.size()) - 1;
  add_number(key, std::to_string(value), range, 1);
}

void FieldTreeBuilder::add_number(std::string_view key, std::string value, NumberRange range, double step) {
  Field& field = add(key, FieldKind::Number, std::move(value));
  field.range = range;
  field.step = step;
}

void FieldTreeBuilder::add_choice(std::string_view key, std::span<const Word> words, const Word& chosen) {
  Field& field = add(key, FieldKind::Choice, std::string(chosen.json));
  for (const Word& word : words) field.options.push_back(option_of(word));
}

void FieldTreeBuilder::color(std::string_view key, const std::optional<Color>& value, Fallback fallback) {
  const std::optional<Color> drawn = value ? value : fallback_color(fallback, poster_, around_);
  Field& field = add(key, FieldKind::Color, drawn ? to_hex(*drawn) : std::string());
  field.can_reset = true;
  field.is_given = value.has_value();
}

void FieldTreeBuilder::diagram(std::string_view key, const std::optional<Diagram>& value) {
  const std::string id = join_id(path_, key);
  if (!is_asked_for(id)) return;
  FieldGroup group = make_group(id, GroupKind::Diagram, key);
  Field kind;
  kind.id = join_id(group.id, "kind");
  kind.kind = FieldKind::Choice;
  kind.label = field_name(key, "kind");
  kind.value = value ? std::string(kind_of(*value).json) : "none";
  kind.options.push_back({"none", {"None", "无"}});
  for (const Word& word : kDiagramKinds) kind.options.push_back(option_of(word));
  group.fields.push_back(std::move(kind));
  group.is_present = value.has_value();
  if (!value) return group_->groups.push_back(std::move(group));
  diagram_ = &*value;
  std::visit([&](const auto& of_kind) { enter(std::move(group), key, of_kind); }, *value);
  diagram_ = nullptr;
}

Action FieldTreeBuilder::removal_of_part(const std::string& id, std::string_view key) const {
  Action action;
  action.id = id + ".remove";
  action.kind = ActionKind::Remove;
  action.label = named("Remove", "删除", thing_name(key));
  action.command = RemovePart{id};
  return action;
}

Action FieldTreeBuilder::addition_of_part(const std::string& id, std::string_view key, std::string focus) const {
  Action action;
  action.id = id + ".add";
  action.label = named("Add", "添加", thing_name(key));
  action.command = AddPart{id, first_words(key).in(language_)};
  action.focus = std::move(focus);
  return action;
}

Action FieldTreeBuilder::addition_of_item(const std::string& list, std::string_view key, std::string focus) const {
  Action action;
  action.id = list + ".add";
  action.label = named("Add", "添加", thing_name(key));
  action.command = AddItem{list, first_words(key).in(language_)};
  action.focus = std::move(focus);
  return action;
}

void FieldTreeBuilder::add_item_actions(FieldGroup& item, std::string_view key, std::size_t index,
                                        std::size_t count) const {
  const Message thing = thing_name(key);
  const auto move = [&](const char* name, ActionKind kind, Message label, int to) {
    Action action;
    action.id = item.id + name;
    action.kind = kind;
    action.label = std::move(label);
    action.command = MoveItem{item.id, to};
    action.enabled = to >= 0 && std::size_t(to) < count;
    item.actions.push_back(std::move(action));
  };
  move(".up", ActionKind::MoveUp, Message{"Move " + thing.english + " up", "上移" + thing.chinese}, int(index) - 1);
  move(".down", ActionKind::MoveDown, Message{"Move " + thing.english + " down", "下移" + thing.chinese},
       int(index) + 1);
  Action removal;
  removal.id = item.id + ".remove";
  removal.kind = ActionKind::Remove;
  removal.label = named("Remove", "删除", thing);
  removal.command = RemoveItem{item.id};
  item.actions.push_back(std::move(removal));
}

}  // namespace sixiang
