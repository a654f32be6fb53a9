#include "app/session/app_action.h"

#include <algorithm>
#include <utility>

#include "app/session/controller.h"
#include "app/session/poster_actions.h"
#include "app/session/view_actions.h"

namespace sixiang::app {

namespace {

using panel::Glyph;
using panel::ToolPlace;

bool can_undo(const Controller& editor) { return editor.session().editor().history.can_undo(); }
bool can_redo(const Controller& editor) { return editor.session().editor().history.can_redo(); }
bool has_problems(const Controller& editor) { return editor.problem_count() > 0; }
Message undo_name(const EditorState& editor) { return editor.history.undo_name(); }
Message redo_name(const EditorState& editor) { return editor.history.redo_name(); }

// A blank page; its name is that of its size.
template <int Width, int Height>
AppAction blank_page(std::string_view name, Message label) {
  AppAction action;
  action.name = name;
  action.label = std::move(label);
  action.words = {"new blank page size", "新建 空白 尺寸"};
  action.glyph = Glyph::Plus;
  action.place = ToolPlace::New;
  action.perform = [](Controller& editor) { editor.begin_poster({float(Width), float(Height)}); };
  return action;
}

std::vector<AppAction> steps_and_files() {
  return {
      {.name = "new",
       .label = {"New poster, and those before", "新建与最近"},
       .words = {"new recent templates gallery start shelf", "新海报 模板 最近 空白 历史"},
       .group = CommandGroup::New,
       .glyph = Glyph::Plus,
       .place = ToolPlace::Foot,
       .shortcuts = {{"n", kControl | kAlt}},
       .perform = [](Controller& editor) { editor.open_new_page(); }},
      {.name = "undo",
       .label = {"Undo", "撤销"},
       .words = {"back", "后退 取消"},
       .glyph = Glyph::Undo,
       .place = ToolPlace::Bar,
       .shortcuts = {{"z", kControl}},
       .is_enabled = can_undo,
       .obstacle = {"nothing was changed yet", "还没有改过什么"},
       .object = undo_name,
       .perform = [](Controller& editor) { editor.undo(); }},
      {.name = "redo",
       .label = {"Redo", "重做"},
       .words = {"again", "恢复 前进"},
       .glyph = Glyph::Redo,
       .place = ToolPlace::Bar,
       .shortcuts = {{"z", kControl | kShift}, {"y", kControl}},
       .is_enabled = can_redo,
       .obstacle = {"nothing was undone", "没有可重做的"},
       .object = redo_name,
       .perform = [](Controller& editor) { editor.redo(); }},
      {.name = "version",
       .label = {"Keep a version", "记一个版本"},
       .words = {"snapshot history backup", "快照 备份 历史"},
       .glyph = Glyph::Save,
       .place = ToolPlace::Foot,
       .perform = [](Controller& editor) { editor.ask(KeepVersion{}); }},
      {.name = "open",
       .label = {"Open a poster file", "打开海报文件"},
       .words = {"file load import json", "文件 导入 读取"},
       .glyph = Glyph::Open,
       .place = ToolPlace::Bar,
       .shortcuts = {{"o", kControl}},
       .perform = [](Controller& editor) { editor.ask(OpenFile{}); }},
      {.name = "save",
       .label = {"Save the poster as a file", "保存海报文件"},
       .words = {"file keep json", "文件 存盘"},
       .glyph = Glyph::Save,
       .place = ToolPlace::Bar,
       .shortcuts = {{"s", kControl}},
       .perform = [](Controller& editor) { editor.ask(SaveFile{}); }},
  };
}

std::vector<AppAction> of_the_editor() {
  return {
      {.name = "commands",
       .label = {"Find a command", "找命令"},
       .words = {"search palette", "搜索 命令面板"},
       .group = CommandGroup::Editor,
       .glyph = Glyph::Search,
       .place = ToolPlace::Foot,
       .shortcuts = {{"k", kControl}},
       .perform = [](Controller& editor) { editor.open_commands(); }},
      {.name = "keys",
       .label = {"All keys", "全部按键"},
       .words = {"shortcuts keyboard help", "快捷键 帮助"},
       .group = CommandGroup::Editor,
       .glyph = Glyph::Keyboard,
       .place = ToolPlace::Foot,
       .shortcuts = {{"?", kNothingHeld, KeyPlace::OutsideText}, {"?", kShift, KeyPlace::OutsideText}},
       .perform = [](Controller& editor) { editor.open_keys(); }},
      {.name = "language",
       .label = {"中文界面", "English interface"},
       .words = {"switch chinese english", "语言 切换 中英文"},
       .group = CommandGroup::Editor,
       .glyph = Glyph::Globe,
       .place = ToolPlace::Foot,
       .perform = [](Controller& editor) { editor.swap_language(); }},
      {.name = "theme",
       .label = {"Light or dark", "浅色 / 深色"},
       .words = {"theme night mode appearance", "主题 外观 夜间 暗色 模式"},
       .group = CommandGroup::Editor,
       .glyph = Glyph::Contrast,
       .place = ToolPlace::Foot,
       .perform = [](Controller& editor) { editor.swap_theme(); }},
      {.name = "system-theme",
       .label = {"Light or dark as the system", "外观跟随系统"},
       .words = {"theme appearance automatic", "主题 自动"},
       .group = CommandGroup::Editor,
       .glyph = Glyph::Contrast,
       .perform = [](Controller& editor) { editor.follow_system_theme(); }},
  };
}

std::vector<AppAction> of_the_text() {
  return {
      {.name = "brief",
       .label = {"The text that it is made from", "原文"},
       .words = {"brief source import markdown", "文字 大纲 导入"},
       .glyph = Glyph::Text,
       .place = ToolPlace::Foot,
       .perform = [](Controller& editor) { editor.ask(OpenBrief{}); }},
      {.name = "problems",
       .label = {"To look at", "需要留意"},
       .words = {"problems warnings check", "问题 警告 检查"},
       .glyph = Glyph::Warning,
       .place = ToolPlace::Bar,
       .shortcuts = {{"F8"}},
       .is_enabled = has_problems,
       .obstacle = {"nothing is wrong", "没有要留意的"},
       .perform = [](Controller& editor) { editor.reveal("problems.0"); }},
  };
}

std::vector<AppAction> pictures() {
  return {
      {.name = "download",
       .label = {"Download", "下载 PNG"},
       .short_label = {"PNG", "PNG"},
       .words = {"export png picture image save", "导出 保存图片"},
       .glyph = Glyph::Download,
       .place = ToolPlace::Main,
       .shortcuts = {{"e", kControl}, {"s", kControl | kShift}},
       .perform = [](Controller& editor) { editor.ask(Download{editor.export_width()}); }},
      {.name = "copy",
       .label = {"Copy picture", "复制图片"},
       .words = {"export clipboard image", "导出 剪贴板"},
       .glyph = Glyph::Copy,
       .place = ToolPlace::Menu,
       .shortcuts = {{"c", kAlt | kShift}},
       .perform = [](Controller& editor) { editor.ask(CopyPicture{editor.export_width()}); }},
      {.name = "outline",
       .label = {"Save as text", "导出为文字"},
       .words = {"export markdown outline", "大纲 下载"},
       .glyph = Glyph::Text,
       .place = ToolPlace::Menu,
       .perform = [](Controller& editor) { editor.ask(SaveOutline{}); }},
  };
}

std::vector<AppAction> of_the_document() {
  return {
      {.name = "emphasize",
       .label = {"Emphasise selection", "强调所选"},
       .words = {"bold highlight title", "加粗 标题"},
       .place = ToolPlace::Field,
       .shortcuts = {{"b", kControl}},
       .field = "title.text",
       .is_enabled = [](const Controller& editor) { return editor.selected_title().has_value(); },
       .obstacle = {"select letters of the title first", "先在标题里选中几个字"},
       .is_on = [](const Controller& editor) { return editor.is_title_selection_emphasized(); },
       .perform = [](Controller& editor) { editor.emphasize_title_selection(); }},
      {.name = "sample",
       .label = {"Start again from the sample poster", "换回示例海报"},
       .words = {"reset example", "重置 例子"},
       .glyph = Glyph::Reset,
       .place = ToolPlace::Foot,
       .perform = [](Controller& editor) { editor.ask(OpenSample{}); }},
      {.name = "new.brief",
       .label = {"From a text", "从文字生成"},
       .short_label = {"Paste a text", "贴上文字"},
       .words = {"brief import markdown ai", "导入 粘贴 生成"},
       .glyph = Glyph::Text,
       .place = ToolPlace::New,
       .perform = [](Controller& editor) { editor.ask(OpenBrief{}); }},
  };
}

std::vector<AppAction> blank_pages() {
  return {
      blank_page<1080, 1080>("new.1080x1080", {"Square, 1080 × 1080", "方形 1080 × 1080"}),
      blank_page<1080, 1440>("new.1080x1440", {"3:4, 1080 × 1440", "3:4 小红书 1080 × 1440"}),
      blank_page<1920, 1080>("new.1920x1080", {"16:9, 1920 × 1080", "16:9 横版 1920 × 1080"}),
      blank_page<1080, 1920>("new.1080x1920", {"9:16, 1080 × 1920", "9:16 竖版 1080 × 1920"}),
      blank_page<900, 383>("new.900x383", {"WeChat cover, 900 × 383", "公众号封面 900 × 383"}),
  };
}

std::vector<AppAction> of_what_is_open() {
  return {
      {.name = "paste-as-one",
       .label = {"As one text", "作为一段文字"},
       .is_enabled = [](const Controller& editor) { return editor.can_paste_as_one(); },
       .obstacle = {"nothing was just pasted as several", "刚才没有粘贴成多条"},
       .perform = [](Controller& editor) { editor.paste_as_one(); }},
      {.name = "left-out",
       .label = {"What is not on the poster", "没画上的"},
       .group = CommandGroup::None,
       .perform = [](Controller& editor) { editor.show_left_out(); }},
      {.name = "left-out-done",
       .label = {"Done", "好了"},
       .group = CommandGroup::None,
       .perform = [](Controller& editor) { editor.hide_left_out(); }},
      {.name = "close",
       .label = {"Close the sizes and the colour picker", "关闭尺寸与取色器"},
       .group = CommandGroup::None,
       .perform = [](Controller& editor) { editor.close_popups(); }},
  };
}

// In the order of their buttons.
std::vector<AppAction> page_actions() {
  std::vector<AppAction> actions;
  for (const auto group :
       {steps_and_files, of_the_editor, of_the_text, pictures, of_the_document, blank_pages, of_what_is_open}) {
    for (AppAction& action : group()) actions.push_back(std::move(action));
  }
  return actions;
}

std::vector<AppAction> make_actions() {
  std::vector<AppAction> actions = page_actions();
  for (AppAction& action : actions) {
    if (action.place == ToolPlace::New) action.group = CommandGroup::New;
  }
  for (AppAction& action : poster_actions()) actions.push_back(std::move(action));
  for (AppAction& action : view_actions()) actions.push_back(std::move(action));
  return actions;
}

Message joined(const Message& what, const Message& object) {
  if (object.english.empty()) return what;
  return {what.english + ": " + object.english, what.chinese + "：" + object.chinese};
}

template <class Wanted>
const AppAction* find_where(const Wanted& is_wanted) {
  const std::vector<AppAction>& actions = app_actions();
  const auto found = std::find_if(actions.begin(), actions.end(), is_wanted);
  return found == actions.end() ? nullptr : &*found;
}

}  // namespace

Message full_label(const AppAction& action, const Controller& editor) {
  return action.object ? joined(action.label, action.object(editor.session().editor())) : action.label;
}

const std::vector<AppAction>& app_actions() {
  static const std::vector<AppAction> kActions = make_actions();
  return kActions;
}

const AppAction* find_action(std::string_view name) {
  return find_where([name](const AppAction& action) { return action.name == name; });
}

const AppAction* find_action(const Shortcut& shortcut) {
  return find_where([&shortcut](const AppAction& action) {
    return std::count(action.shortcuts.begin(), action.shortcuts.end(), shortcut) > 0;
  });
}

bool can_act(const Controller& editor, std::string_view name) {
  const AppAction* action = find_action(name);
  return action && (!action->is_enabled || action->is_enabled(editor));
}

std::vector<panel::Tool> tools_for(const Controller& editor) {
  std::vector<panel::Tool> tools;
  for (const AppAction& action : app_actions()) {
    if (!action.place) continue;
    panel::Tool tool;
    tool.name = action.name;
    tool.label = full_label(action, editor);
    tool.short_label = action.short_label;
    tool.glyph = action.glyph;
    tool.place = *action.place;
    tool.field = action.field;
    if (action.is_on) tool.is_on = action.is_on(editor);
    tool.enabled = !action.is_enabled || action.is_enabled(editor);
    tools.push_back(std::move(tool));
  }
  return tools;
}

}  // namespace sixiang::app
