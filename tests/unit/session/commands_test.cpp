// What can be done is found by its names, carried out by keys and by the mouse; and the keys are listed.
#include <doctest/doctest.h>

#include <set>

#include "app/session/command_search.h"
#include "app/session/controller.h"
#include "base/pinyin.h"
#include "base/utf8.h"
#include "unit/session/screen.h"

namespace sixiang::app {
namespace {

using testing::Sample;
using CommandKey = Controller::CommandKey;

const std::string kQuery = "commands.query";

struct Palette : Sample {
  Palette() { open_list(); }

  void open_list() {
    editor().act("commands");
    settle();
  }
  void look_for(std::string_view query) {
    open_list_if_closed();
    type(kQuery, query);
  }
  void open_list_if_closed() {
    if (!has_widget(kQuery)) open_list();
  }
  bool press(CommandKey key) {
    const bool taken = editor().press_command_key(key);
    settle();
    return taken;
  }
  // The names of the rows, from the top.
  std::vector<std::string> rows() {
    constexpr std::string_view kRow = "commands.row.";
    std::vector<std::string> names;
    for (const panel::Widget& widget : editor().widgets()) {
      if (widget.id.find(kRow) == 0) names.push_back(widget.id.substr(kRow.size()));
    }
    return names;
  }
  std::string chosen() {
    for (const std::string& name : rows()) {
      if (widget("commands.row." + name).chosen == true) return name;
    }
    return "";
  }
};

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

TEST_CASE("a command is found in Chinese, in English and by pinyin initials") {
  const Message label{"Save the poster as a file", "保存海报文件"}, words{"keep", "存盘 导出"};
  for (const char* query : {"保存", "海报", "bc", "hb", "BCHB", "save", "Sav", "poster", "save file", "ｂｃ", ""}) {
    CAPTURE(query);
    CHECK(find_command(query, label, words));
  }
  for (const char* query : {"oster", "报海", "save nothing", "cbx"}) {
    CAPTURE(query);
    CHECK(!find_command(query, label, words));
  }
  CHECK(find_command("bc", label, words)->rank == 0);
  CHECK(find_command("wj", label, words)->rank == 1);
  CHECK(find_command("dc", label, words)->rank == 2);
  CHECK(slice(label.chinese, find_command("wj", label, words)->place) == "文件");
  CHECK(slice(label.english, find_command("file", label, words)->place) == "file");
}

TEST_CASE("every Chinese word of the table can be found by its initials") {
  for (const AppAction& action : app_actions()) {
    for (const CodePoint& c : decode_utf8(action.label.chinese + action.words.chinese)) {
      if (c.value < 0x2E80 || c.value > 0x9FFF) continue;
      bool has_letter = false;
      for (char letter = 'a'; letter <= 'z'; ++letter) has_letter = has_letter || may_begin_with(c.value, letter);
      CHECK_MESSAGE(has_letter, action.name << ": " << action.label.chinese + action.words.chinese);
    }
    // What may be impossible says why.
    CHECK_MESSAGE((action.is_enabled == nullptr) == action.obstacle.chinese.empty(), action.name);
  }
}

TEST_CASE_FIXTURE(Palette, "the list opens with the caret in its line, and Escape closes it") {
  CHECK(editor().active_field() == kQuery);
  CHECK(rows().size() > 20);
  CHECK(press(CommandKey::Close));
  CHECK(!has_widget(kQuery));
  CHECK(editor().active_field().empty());
  CHECK(!press(CommandKey::Close));  // in another field the key is the field's
}

TEST_CASE_FIXTURE(Palette, "what is looked for is found, the likeliest first, and Enter does it") {
  for (const char* query : {"dc", "导出", "export"}) {
    look_for(query);
    CAPTURE(query);
    CHECK(has(rows(), "download"));
    CHECK(has(rows(), "outline"));
    CHECK(!has(rows(), "duplicate"));
  }
  look_for("xzpng");
  CHECK(chosen() == "download");
  CHECK(press(CommandKey::Run));
  CHECK(count<Download>() == 1);
  CHECK(!has_widget(kQuery));
}

TEST_CASE_FIXTURE(Palette, "arrows go round, and what is chosen is in view") {
  const std::vector<std::string> all = rows();
  CHECK(chosen() == all.front());
  press(CommandKey::Previous);
  CHECK(chosen() == all.back());
  CHECK(!widget("commands.row." + all.back()).shown.empty());
  press(CommandKey::Next);
  press(CommandKey::Next);
  CHECK(chosen() == all[1]);
}

TEST_CASE_FIXTURE(Palette, "what cannot be done is grey, says why and does nothing") {
  look_for("chexiao");
  CHECK(rows().empty());
  look_for("cx");
  REQUIRE(has(rows(), "undo"));
  CHECK(!widget("commands.row.undo").enabled);
  const Poster before = poster();
  while (chosen() != "undo") press(CommandKey::Next);
  press(CommandKey::Run);
  CHECK(poster() == before);
  CHECK(has_widget(kQuery));
}

TEST_CASE_FIXTURE(Palette, "the mouse does it too, and a press beside the list closes it") {
  look_for("baocun");
  look_for("存盘");
  click("commands.row.save");
  CHECK(count<SaveFile>() == 1);
  CHECK(!has_widget(kQuery));
  open_list();
  press_at({20, 700});
  CHECK(!has_widget(kQuery));
  CHECK(selection().empty());
  CHECK(editor().active_field().empty());
}

TEST_CASE_FIXTURE(Palette, "what is selected comes first: its actions, and what can be added to it") {
  press(CommandKey::Close);
  press_block("gan.content.3");
  open_list();
  CHECK(rows().front() == "edit");
  look_for("sc");
  CHECK(chosen() == "delete");
  const std::size_t before = poster().sections[0].content.size();
  press(CommandKey::Run);
  CHECK(poster().sections[0].content.size() == before - 1);
  press_block("gan");
  editor().session().select("gan");
  look_for("添加要点");
  REQUIRE(has(rows(), "do.gan.content.add"));
  while (chosen() != "do.gan.content.add") press(CommandKey::Next);
  press(CommandKey::Run);
  CHECK(poster().sections[0].content.size() == before);
  editor().undo();
  CHECK(poster().sections[0].content.size() == before - 1);
}

TEST_CASE_FIXTURE(Palette, "palettes are among the commands") {
  look_for("haiyan");
  CHECK(rows().empty());
  look_for("pshy");
  CHECK(rows() == std::vector<std::string>{"palette.sea"});
  const Poster before = poster();
  press(CommandKey::Run);
  CHECK(editor().session().editor().history.undo_name().chinese == "配色：海盐");
  editor().undo();
  CHECK(poster() == before);
}

TEST_CASE_FIXTURE(Palette, "texts of the poster are places to go to") {
  look_for("wgan");
  REQUIRE(chosen() == "go.gan.content.4.text");
  press(CommandKey::Run);
  CHECK(selection().lead() == "gan.content.4");
}

TEST_CASE_FIXTURE(Sample, "the button of the bar opens the list, and the menu of posters has it") {
  click(panel::kCommandMenu);
  CHECK(has_widget(kQuery));
  editor().act("close");
  settle();
  click("panel.commands");
  CHECK(has_widget(kQuery));
}

TEST_CASE_FIXTURE(Sample, "all keys of the table are listed, as they stand on the keyboard") {
  editor().act("keys");
  settle();
  for (const AppAction& action : app_actions()) {
    if (!action.shortcuts.empty()) CHECK(widget("keys.row." + std::string(action.name)).label == action.label.chinese);
  }
  CHECK(widget("keys.row.redo").value == "Ctrl Shift Z");
  CHECK(widget("keys.row.move.up").value == "Alt ↑");
  CHECK(widget("keys.row.keys").value == "?");
  // Two columns, one of them what is selected.
  CHECK(widget("keys.row.delete").rect.right() <= widget("keys.row.undo").rect.left());
  editor().set_keyboard(Keyboard::Apple);
  settle();
  frame();
  CHECK(widget("keys.row.redo").value == "Cmd Shift Z");
  editor().act("close");
  settle();
  CHECK(!has_widget("keys.close"));
}

TEST_CASE("the list fits a phone, and a window of little height") {
  for (const Size& viewport : {Size{390, 844}, Size{820, 400}}) {
    testing::Screen screen({.viewport = viewport});
    screen.open("assets/posters/generative-models.json");
    screen.editor().act("commands");
    screen.settle();
    const Rect field = screen.widget(kQuery).rect;
    CHECK(contains(Rect{0, 0, viewport.width, viewport.height}, field.center()));
    CHECK(field.right() < viewport.width);
    const panel::Widget& first = screen.widget("commands.row.undo");
    CHECK(first.shown.height > 0);
  }
}

TEST_CASE_FIXTURE(Sample,
                  "what keys do with what is selected stands below the poster until it has been done ten times") {
  const auto labels = [&] {
    std::string all;
    for (const panel::KeyHint& hint : editor().hints()) {
      for (const std::string& cap : hint.keys) all += cap + " ";
      all += hint.label.chinese + ", ";
    }
    return all;
  };
  CHECK(labels() == "单击 选中, 双击 改字, 拖动 换位置, ");
  press_block("vae.content.2");
  CHECK(labels() == "Enter 改字, Ctrl Enter 加一条, Alt ↑ 上移, Esc 选上一层, ");
  for (int i = 0; i < 10; ++i) editor().act("move.up");
  CHECK(labels() == "Enter 改字, Ctrl Enter 加一条, Esc 选上一层, ");
  // The first of its list cannot go up.
  editor().act("keys");
  editor().act("close");
  settle();
  CHECK(labels() == "Enter 改字, Ctrl Enter 加一条, Alt ↑ 上移, Esc 选上一层, ");
  editor().set_keyboard(Keyboard::Apple);
  CHECK(labels().starts_with("Enter 改字, Cmd Enter 加一条, Option ↑"));
  click("title.text");
  CHECK(labels().empty());
}

TEST_CASE_FIXTURE(Sample, "the other button asks what can be done with what it presses") {
  const Point at = middle_of("vae.content.2");
  CHECK(editor().open_context_menu(at));
  settle();
  CHECK(selection().lead() == "vae.content.2");
  // Each with its keys, and nothing that cannot be done; within the window, at the pointer.
  const Rect row = widget("commands.row.duplicate").rect;
  CHECK(row.left() >= at.x);
  CHECK(row.right() <= 1280);
  CHECK(widget("commands.row.delete").enabled);
  CHECK(!widget("commands.row.delete").chosen);
  CHECK(!has_widget("commands.row.select.next"));
  CHECK(!has_widget("commands.row.context-menu"));
  CHECK(!has_widget("commands.query"));
  const std::size_t before = poster().sections[1].content.size();
  click("commands.row.duplicate");
  settle();
  CHECK(poster().sections[1].content.size() == before + 1);
  CHECK(!has_widget("commands.row.duplicate"));
  // What is selected with others stays selected with them.
  press_block("gan.content.3");
  press_block("gan.content.5", {.shift = true});
  CHECK(editor().open_context_menu(middle_of("gan.content.5")));
  CHECK(selection().size() > 1);
  // A press elsewhere closes it; beside the poster there is nothing to ask about.
  press_at({640, 20});
  CHECK(!has_widget("commands.row.duplicate"));
  CHECK(!editor().open_context_menu({640, 20}));
  press_block("vae.content.2");
  editor().act("context-menu");
  settle();
  CHECK(has_widget("commands.row.delete"));
  // Escape closes it first, and then selects what holds it.
  editor().act("select.parent");
  settle();
  CHECK(!has_widget("commands.row.delete"));
  CHECK(selection().lead() == "vae.content.2");
  editor().act("select.parent");
  CHECK(selection().lead() == "vae");
}

}  // namespace
}  // namespace sixiang::app
