// The editor by its panel: real frames, presses and texts, without a screen.
#include <doctest/doctest.h>

#include "app/session/controller.h"
#include "unit/session/screen.h"

namespace sixiang::app {
namespace {

using testing::Sample;

TEST_CASE_FIXTURE(Sample, "an opened poster stands in the panel and in the preview") {
  editor().reveal("title.text");
  settle();
  CHECK(widget("title.text").value == poster().title.text);
  CHECK(editor().preview().width_px > 500);
  CHECK(editor().poster_name() == poster().title.text);
  CHECK(!editor().session().editor().is_changed());
}

TEST_CASE_FIXTURE(Sample, "what is typed changes the poster, and is one step to undo") {
  const std::string before = poster().title.text;
  type("title.text", "四象图");
  CHECK(poster().title.text == "四象图");
  CHECK(editor().field("title.text")->value == "四象图");
  CHECK(editor().session().editor().is_changed());
  editor().leave_field();
  click("toolbar.undo");
  CHECK(poster().title.text == before);
  CHECK(!editor().session().editor().is_changed());
  click("toolbar.redo");
  CHECK(poster().title.text == "四象图");
}

TEST_CASE_FIXTURE(Sample, "undo over the first step and redo over the last do nothing") {
  const Poster opened = poster();
  for (int i = 0; i < 3; ++i) editor().act("undo");
  settle();
  CHECK(poster() == opened);
  CHECK(!widget("toolbar.undo").enabled);
  type("title.text", "x");
  const Poster typed = poster();
  for (int i = 0; i < 3; ++i) editor().act("redo");
  CHECK(poster() == typed);
  for (int i = 0; i < 3; ++i) editor().act("undo");
  CHECK(poster() == opened);
}

TEST_CASE_FIXTURE(Sample, "saving while typing saves what is typed") {
  type("title.text", "新");
  editor().act("save");
  settle();
  CHECK(count<SaveFile>() == 1);
  CHECK(poster().title.text == "新");
}

TEST_CASE_FIXTURE(Sample,
                  "every action that has a place stands in the panel under its name, with the words of its table") {
  press_block("gan.content.3");
  for (const AppAction& action : app_actions()) {
    CHECK(find_action(action.name) == &action);
    for (const Shortcut& shortcut : action.shortcuts) CHECK(find_action(shortcut) == &action);
  }
  for (const panel::Tool& tool : tools_for(editor())) {
    const AppAction& action = *find_action(tool.name);
    editor().reveal(tool.widget_id());
    settle();
    const panel::Widget& button = widget(tool.widget_id());
    const bool is_short = !action.short_label.chinese.empty() && button.label == action.short_label.chinese;
    CHECK((is_short || button.label.find(action.label.chinese) == 0));
    CHECK(button.enabled == (!action.is_enabled || action.is_enabled(editor())));
  }
  CHECK(!find_action("nothing"));
  CHECK(!find_action(Shortcut{"q", kControl}));
}

TEST_CASE_FIXTURE(Sample, "undo says what it would undo, in both languages") {
  type("title.text", "x");
  CHECK(widget("toolbar.undo").label.find("撤销：") == 0);
  editor().act("language");
  settle();
  CHECK(widget("toolbar.undo").label.find("Undo: ") == 0);
}

TEST_CASE_FIXTURE(Sample, "an action that nobody knows does nothing") {
  const Poster before = poster();
  count<SaveFile>();
  editor().act("nothing");
  settle();
  CHECK(poster() == before);
  CHECK(count<SaveFile>() == 0);
}

}  // namespace
}  // namespace sixiang::app
