#include "base/overloaded.h"
#include "editor/command.h"
#include "editor/field_id.h"
#include "editor/poster_editor.h"

namespace sixiang {

std::string_view target_of(const Command& command) {
  return std::visit(Overloaded{[](const SetText& edit) -> std::string_view { return edit.field; },
                               [](const SetColor& edit) -> std::string_view { return edit.field; },
                               [](const ResetColor& edit) -> std::string_view { return edit.field; },
                               [](const SetChoice& edit) -> std::string_view { return edit.field; },
                               [](const SetNumber& edit) -> std::string_view { return edit.field; },
                               [](const SetToggle& edit) -> std::string_view { return edit.field; },
                               [](const SetPageSize&) -> std::string_view { return "page"; },
                               [](const EmphasizeTitle&) -> std::string_view { return "title.emphasis"; },
                               [](const AddPart& edit) -> std::string_view { return edit.part; },
                               [](const RemovePart& edit) -> std::string_view { return edit.part; },
                               [](const AddItem& edit) -> std::string_view { return edit.list; },
                               [](const InsertItems& edit) -> std::string_view { return edit.list; },
                               [](const RemoveItem& edit) -> std::string_view { return edit.item; },
                               [](const MoveItem& edit) -> std::string_view { return edit.item; },
                               [](const SplitLabel& edit) -> std::string_view { return edit.item; },
                               [](const ReplacePoster&) -> std::string_view { return ""; },
                               [](const Batch&) -> std::string_view { return ""; }},
                    command);
}

bool Batch::operator==(const Batch& other) const { return name == other.name && commands == other.commands; }

namespace {

Message verb(const char* english, const char* chinese, const Message& object) {
  return {std::string(english) + " " + object.english, std::string(chinese) + object.chinese};
}

Message lower_case(Message name) {
  if (!name.english.empty() && name.english[0] >= 'A' && name.english[0] <= 'Z') {
    name.english[0] = char(name.english[0] - 'A' + 'a');
  }
  return name;
}

// "title" for "title.text" and "gan.title", "label" for "gan.content.2.text".
Message text_name(const FieldPlace& place) {
  return place.field.key == "text" ? place.thing.one.message() : lower_case(place.field.message());
}

// "label colour", "header colour"
Message color_name(const FieldPlace& place) {
  const std::string_view key = place.field.key;
  const bool of_thing = key == "color" || (key == "fill" && place.thing.key != "colors");
  if (key == "iconColor") return lower_case(place.field.message());
  const Message name = of_thing ? place.thing.one.message() : lower_case(place.field.message());
  return {name.english + " colour", name.chinese + "颜色"};
}

}  // namespace

Message name_of(const Command& command, const Poster& before) {
  const FieldPlace place = place_of(before, target_of(command));
  const Message field = lower_case(place.field.message());
  const Message thing = place.thing.one.message();
  return std::visit(Overloaded{[&](const SetText&) { return verb("Edit", "编辑", text_name(place)); },
                               [&](const SetColor&) { return verb("Change", "修改", color_name(place)); },
                               [&](const ResetColor&) { return verb("Reset", "恢复", color_name(place)); },
                               [&](const SetChoice&) { return verb("Change", "修改", field); },
                               [&](const SetNumber&) { return verb("Change", "修改", field); },
                               [&](const SetToggle&) { return verb("Change", "修改", field); },
                               [&](const SetPageSize&) {
                                 return Message{"Change page size", "修改页面尺寸"};
                               },
                               [&](const EmphasizeTitle&) {
                                 return Message{"Emphasise words", "强调文字"};
                               },
                               [&](const AddPart&) { return verb("Add", "添加", thing); },
                               [&](const RemovePart&) { return verb("Remove", "删除", thing); },
                               [&](const AddItem&) { return verb("Add", "添加", thing); },
                               [&](const InsertItems&) { return verb("Paste", "粘贴", thing); },
                               [&](const RemoveItem&) { return verb("Remove", "删除", thing); },
                               [&](const MoveItem&) { return verb("Move", "移动", thing); },
                               [&](const SplitLabel&) { return verb("Paste", "粘贴", thing); },
                               [&](const ReplacePoster&) {
                                 return Message{"Replace poster", "替换海报"};
                               },
                               [&](const Batch& batch) { return batch.name; }},
                    command);
}

}  // namespace sixiang
