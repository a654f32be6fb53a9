#include "app/session/poster_actions.h"

#include <string>

#include "app/session/controller.h"
#include "editor/clipboard.h"
#include "editor/flow_edits.h"
#include "editor/gestures.h"
#include "editor/navigation.h"

namespace sixiang::app {

namespace {

using panel::Glyph;
using panel::ToolPlace;

const Message kNothingSelected{"select something on the poster first", "先在海报上选中一样东西"};

constexpr float kNudge = 0.5f;  // of a column or row of a flow

bool has_selection(const Controller& editor) { return !editor.session().editor().selection.empty(); }
const Poster& poster_of(const Controller& editor) { return editor.session().poster(); }
const std::vector<std::string>& selected(const Controller& editor) { return editor.session().editor().selection.ids(); }
const std::string& lead(const Controller& editor) { return editor.session().editor().selection.lead(); }

void go_to(Controller& editor, std::string thing) {
  if (!thing.empty()) editor.session().select(std::move(thing));
}

// Into the words of what is selected, else to what it holds first.
void open_selected(Controller& editor) {
  const std::string field = text_field_of(editor.session(), lead(editor));
  if (!field.empty()) return editor.edit_text(field);
  go_to(editor, first_child(poster_of(editor), lead(editor)));
}

void leave_to_parent(Controller& editor) {
  if (editor.cancel_drag() || editor.close_menu()) return;
  editor.session().select(parent_of_thing(poster_of(editor), lead(editor)));
}

// What is new has its text open.
void add_beside_selected(Controller& editor) {
  editor.perform(add_beside(poster_of(editor), lead(editor), editor.language()));
  const std::string field = text_field_of(editor.session(), lead(editor));
  if (!field.empty()) editor.edit_text(field);
}

void move_selected(Controller& editor, MoveDirection direction, GridPlace by) {
  const bool is_node = thing_at(poster_of(editor), lead(editor)).kind == ThingKind::Node;
  const Result<Edit> nudged = is_node ? nudge_nodes(poster_of(editor), selected(editor), by) : Result<Edit>(Edit{});
  editor.perform(is_node && nudged ? nudged : move_by_one(poster_of(editor), selected(editor), direction));
}

std::vector<AppAction> going() {
  return {
      {.name = "edit",
       .label = {"Edit", "改字"},
       .words = {"text type write", "编辑 文字 打字"},
       .glyph = Glyph::Text,
       .place = ToolPlace::Selection,
       .shortcuts = {{"Enter", kNothingHeld, KeyPlace::Poster}, {"F2", kNothingHeld, KeyPlace::Poster}},
       .is_enabled = has_selection,
       .obstacle = kNothingSelected,
       .perform = open_selected},
      {.name = "context-menu",
       .label = {"What can be done with it", "能做什么"},
       .words = {"menu right click", "菜单 右键"},
       .shortcuts = {{"ContextMenu", kNothingHeld, KeyPlace::Poster}, {"F10", kShift, KeyPlace::Poster}},
       .is_enabled = has_selection,
       .obstacle = kNothingSelected,
       .perform = [](Controller& editor) { editor.open_context_menu(); }},
      {.name = "select.parent",
       .label = {"Select what holds it", "选上一层"},
       .words = {"up escape outer", "外层 返回"},
       .shortcuts = {{"Escape", kNothingHeld, KeyPlace::Poster}},
       .is_enabled = has_selection,
       .obstacle = kNothingSelected,
       .perform = leave_to_parent},
      {.name = "select.next",
       .label = {"Select the next", "选下一个"},
       .words = {"down", "后一个"},
       .shortcuts = {{"ArrowDown", kNothingHeld, KeyPlace::Poster}, {"ArrowRight", kNothingHeld, KeyPlace::Poster}},
       .is_enabled = has_selection,
       .obstacle = kNothingSelected,
       .perform = [](Controller& editor) { go_to(editor, sibling_after(poster_of(editor), lead(editor))); }},
      {.name = "select.previous",
       .label = {"Select the one before", "选上一个"},
       .words = {"up", "前一个"},
       .shortcuts = {{"ArrowUp", kNothingHeld, KeyPlace::Poster}, {"ArrowLeft", kNothingHeld, KeyPlace::Poster}},
       .is_enabled = has_selection,
       .obstacle = kNothingSelected,
       .perform = [](Controller& editor) { go_to(editor, sibling_before(poster_of(editor), lead(editor))); }},
      {.name = "select.all",
       .label = {"Select all of the list", "全选同级"},
       .words = {"everything siblings", "全部"},
       .shortcuts = {{"a", kControl, KeyPlace::Poster}},
       .is_enabled = has_selection,
       .obstacle = kNothingSelected,
       .perform = [](Controller& editor) { editor.session().select_siblings(); }},
  };
}

template <MoveDirection Direction, int Columns, int Rows>
AppAction moving(std::string_view name, Message label, std::string_view key) {
  AppAction action;
  action.name = name;
  action.label = std::move(label);
  action.shortcuts = {{key, kAlt, KeyPlace::Poster}};
  action.is_enabled = has_selection;
  action.obstacle = kNothingSelected;
  action.perform = [](Controller& editor) { move_selected(editor, Direction, {kNudge * Columns, kNudge * Rows}); };
  return action;
}

std::vector<AppAction> changing() {
  return {
      {.name = "add-beside",
       .label = {"Add another", "加一条"},
       .words = {"new insert label", "添加 新增 插入"},
       .glyph = Glyph::Plus,
       .place = ToolPlace::Selection,
       .shortcuts = {{"Enter", kControl, KeyPlace::Poster}},
       .is_enabled = has_selection,
       .obstacle = kNothingSelected,
       .perform = add_beside_selected},
      {.name = "duplicate",
       .label = {"Duplicate", "再来一份"},
       .words = {"copy clone", "复制 拷贝"},
       .glyph = Glyph::Copy,
       .place = ToolPlace::Selection,
       .shortcuts = {{"d", kControl, KeyPlace::Poster}},
       .is_enabled = has_selection,
       .obstacle = kNothingSelected,
       .perform = [](Controller& editor) { editor.perform(duplicate_things(poster_of(editor), selected(editor))); }},
      moving<MoveDirection::Up, 0, -1>("move.up", {"Move up", "上移"}, "ArrowUp"),
      moving<MoveDirection::Down, 0, 1>("move.down", {"Move down", "下移"}, "ArrowDown"),
      moving<MoveDirection::Up, -1, 0>("move.left", {"Move left", "左移"}, "ArrowLeft"),
      moving<MoveDirection::Down, 1, 0>("move.right", {"Move right", "右移"}, "ArrowRight"),
      {.name = "delete",
       .label = {"Delete", "删除"},
       .words = {"remove erase", "移除 去掉"},
       .glyph = Glyph::Trash,
       .place = ToolPlace::Selection,
       .shortcuts = {{"Delete", kNothingHeld, KeyPlace::Poster}, {"Backspace", kNothingHeld, KeyPlace::Poster}},
       .is_enabled = has_selection,
       .obstacle = kNothingSelected,
       .perform = [](Controller& editor) { editor.remove_selected(); }},
  };
}

}  // namespace

std::vector<AppAction> poster_actions() {
  std::vector<AppAction> actions = going();
  for (AppAction& action : changing()) actions.push_back(std::move(action));
  for (AppAction& action : actions) action.group = CommandGroup::Selection;
  return actions;
}

}  // namespace sixiang::app
