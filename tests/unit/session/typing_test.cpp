// What is typed into the panel's fields, from the first character to the step that it leaves.
#include <doctest/doctest.h>

#include <imgui.h>
#include <algorithm>

#include "app/session/controller.h"
#include "model/poster_json.h"
#include "unit/session/screen.h"

namespace sixiang::app {
namespace {

using testing::Sample;
using testing::Screen;
using testing::ScreenOptions;

constexpr const char* kLabel = "gan.content.3.text";
constexpr const char* kFill = "gan.colors.fill.hex";

TEST_CASE_FIXTURE(Sample, "a colour that is typed counts as soon as it is one, and stays as typed until then") {
  const std::string before = to_hex(*poster().sections[0].colors.fill);
  type(kFill, "#1");
  CHECK(!editor().field(kFill)->problem.empty());
  CHECK(editor().field(kFill)->value == "#1");
  CHECK(to_hex(*poster().sections[0].colors.fill) == before);
  type(kFill, "#102030");
  CHECK(editor().field(kFill)->problem.empty());
  CHECK(to_hex(*poster().sections[0].colors.fill) == "#102030");
}

TEST_CASE_FIXTURE(Sample, "what is refused stays where it was typed and says why, until it is taken or given up") {
  type(kFill, "#zz");
  const float before = widget("gan.colors.header").rect.y;
  editor().leave_field();
  settle();
  CHECK(editor().field(kFill)->value == "#zz");
  CHECK(widget(kFill).value == "#zz");
  CHECK(widget(kFill).problem.find("#A8D8EA") != std::string::npos);
  CHECK(widget("gan.colors.header").rect.y > before);  // the reason stands below
  editor().session().set_language(Language::English);
  settle();
  CHECK(widget(kFill).problem == "Not taken: expected a colour such as \"#A8D8EA\", found \"#zz\".");
  SUBCASE("taken") { type(kFill, "#102030"); }
  SUBCASE("given up") { editor().forget_refused(kFill); }
  SUBCASE("another document") { REQUIRE(editor().open(to_json(poster())).ok()); }
  SUBCASE("chosen otherwise") {
    click("gan.colors.fill");
    click("gan.colors.fill.swatch.F2CC8F");
  }
  editor().leave_field();
  editor().reveal(kFill);
  settle();
  CHECK(widget(kFill).problem.empty());
  CHECK(widget(kFill).value == to_hex(*poster().sections[0].colors.fill));
}

TEST_CASE_FIXTURE(Sample, "a number out of its range and a text that is too long are refused") {
  type("page.width", "1");
  editor().leave_field();
  settle();
  CHECK(poster().page.width == 1080);
  CHECK(editor().field("page.width")->value == "1");
  CHECK(!widget("page.width").problem.empty());
  const std::string before = poster().sections[0].content[3].text, large(70'000, 'x');
  editor().enter_field(kLabel);
  settle();
  editor().set_text(kLabel, large);
  CHECK(poster().sections[0].content[3].text == before);
  CHECK(editor().field(kLabel)->problem.find("64 KiB") != std::string::npos);
  CHECK(editor().field(kLabel)->value == large);
}

TEST_CASE_FIXTURE(Sample, "a text with which the poster would have too much is refused") {
  const std::string long_text(60'000, 'x');
  Poster large = poster();
  for (std::size_t place : {0, 1}) large.sections[0].content[place].text = long_text;
  REQUIRE(editor().open(to_json(large)).ok());
  const std::string before = poster().sections[0].content[3].text;
  editor().enter_field(kLabel);
  settle();
  editor().set_text(kLabel, long_text);
  CHECK(poster().sections[0].content[3].text == before);
  CHECK(editor().field(kLabel)->problem.find("128 KiB") != std::string::npos);
  CHECK(editor().field(kLabel)->value == long_text);
}

TEST_CASE_FIXTURE(Sample, "what a field has taken back is the document's to redo") {
  const std::string before = poster().sections[0].content[3].text;
  type("gan.title", "A");
  type(kLabel, "B");
  editor().set_text(kLabel, before);
  editor().offer_redo(kLabel, "B");
  CHECK(poster().sections[0].content[3].text == before);
  editor().act("redo");
  CHECK(poster().sections[0].content[3].text == "B");
  editor().act("undo");
  // What was no edit is no step.
  editor().offer_redo(kLabel, before);
  editor().offer_redo(kFill, "#zz");
  CHECK(poster().sections[0].title == "A");
}

TEST_CASE_FIXTURE(Sample, "what is added is to be replaced by what is typed") {
  click("gan.content.add");
  CHECK(last<FocusWidget>().id == "gan.content.7.text");
  CHECK(last<FocusWidget>().selection == panel::FieldSelection::Everything);
}

TEST_CASE_FIXTURE(Sample, "the edited field's thing is selected, until something else is") {
  click(kLabel);
  CHECK(editor().active_field() == kLabel);
  CHECK(editor().session().editor().selection.lead() == "gan.content.3");
  const auto place = [this] {
    for (const panel::DeskMark& mark : editor().on_desk().marks) {
      if (mark.kind == panel::DeskMarkKind::Selected) return std::optional(mark.place);
    }
    return std::optional<Rect>();
  };
  const std::optional<Rect> rect = place();
  REQUIRE(rect);
  const Rect page = editor().poster_place();
  CHECK(rect->x > page.x);
  CHECK(rect->right() < page.center().x);
  CHECK(rect->bottom() < page.y + 0.6f * page.height);
  editor().leave_field();
  CHECK(place() == rect);
  press_at({600, 790});
  CHECK(!place());
  CHECK(editor().active_field().empty());
}

TEST_CASE_FIXTURE(Sample, "entering another field ends the step of the one before") {
  type("gan.title", "A");
  type(kLabel, "B");
  editor().leave_field();
  editor().act("undo");
  CHECK(poster().sections[0].content[3].text != "B");
  CHECK(poster().sections[0].title == "A");
}

TEST_CASE_FIXTURE(Sample, "a symbol brings its dollars along outside a formula, and none within") {
  type(kLabel, "$a$𝛼 b");
  editor().set_selection(6, 6);  // 𝛼 takes two
  click("symbols.greek");
  click("symbols.greek.alpha");
  CHECK(last<InsertText>().text.front() == '$');
  CHECK(last<InsertText>().text.back() == '$');
  CHECK(last<InsertText>().back == 1);
  editor().set_selection(2, 2);
  click("symbols.greek.alpha");
  CHECK(last<InsertText>().text.find('$') == std::string::npos);
  CHECK(last<InsertText>().back == 0);
  for (const char* outside : {"\\$a", "\\$", "$5 ", "$a$"}) {
    type(kLabel, outside);
    editor().set_selection(int(std::string_view(outside).size()), int(std::string_view(outside).size()));
    click("symbols.greek.alpha");
    CHECK(last<InsertText>().back == 1);
  }
  for (const char* inside : {"$", "$a", "$a$ $b", "$$"}) {
    type(kLabel, inside);
    editor().set_selection(int(std::string_view(inside).size()), int(std::string_view(inside).size()));
    click("symbols.greek.alpha");
    CHECK(last<InsertText>().back == 0);
  }
  type(kLabel, "\\(a\\)");
  editor().set_selection(3, 3);
  click("symbols.greek.alpha");
  CHECK(last<InsertText>().back == 0);
}

TEST_CASE_FIXTURE(Sample, "the selected words of the title are stressed, and on a second press no longer") {
  constexpr const char* kEmphasize = "title.text.emphasize";
  editor().reveal(kEmphasize);
  settle();
  CHECK(!widget(kEmphasize).enabled);
  type("title.text", "𝛼四大模型");
  CHECK(!widget(kEmphasize).enabled);
  editor().set_selection(6, 4);  // 𝛼 takes two
  settle();
  CHECK(widget(kEmphasize).enabled);
  CHECK(widget(kEmphasize).chosen == false);
  click(kEmphasize);
  CHECK(editor().active_field() == "title.text");
  REQUIRE(poster().title.emphasis);
  CHECK(poster().title.emphasis->start == 3);
  CHECK(poster().title.emphasis->length == 2);
  CHECK(widget(kEmphasize).chosen == true);
  editor().set_text("title.text", "看𝛼四大模型");
  CHECK(poster().title.emphasis->start == 4);
  CHECK(poster().title.emphasis->length == 2);
  editor().set_selection(5, 7);
  editor().act("emphasize");
  CHECK(!poster().title.emphasis);
  editor().act("undo");
  CHECK(poster().title.emphasis->start == 4);
}

TEST_CASE_FIXTURE(Sample, "a selection in another field stresses nothing") {
  const Poster before = poster();
  click(kLabel);
  editor().set_selection(0, 2);
  settle();
  CHECK(!find_action("emphasize")->is_enabled(editor()));
  editor().act("emphasize");
  CHECK(poster() == before);
}

TEST_CASE_FIXTURE(Sample, "symbols open for formulas, elsewhere on demand") {
  click("gan.content.1.text");
  CHECK(has_widget("symbols.greek"));
  CHECK(!has_widget("symbols.open"));
  click("gan.title");
  CHECK(!has_widget("symbols.greek"));
  click("symbols.open");
  CHECK(has_widget("symbols.greek"));
  CHECK(editor().active_field() == "gan.title");
  click("symbols.open");
  CHECK(!has_widget("symbols.greek"));
  type("gan.title", "GAN $x$");
  CHECK(has_widget("symbols.greek"));
}

TEST_CASE_FIXTURE(Sample, "what looks like a formula is made one by a press, as a step of its own") {
  constexpr const char* kButton = "gan.content.3.text.formula";
  CHECK(!has_widget(kButton));
  type(kLabel, "误差 x^2 + y_i 与 z_1");
  settle();
  CHECK(editor().keeps_field(widget(kButton).shown.center()));
  for (const panel::Spot& spot : editor().on_desk().spots) CHECK(spot.severity != Severity::Hint);
  click(kButton);
  CHECK(poster().sections[0].content[3].text == "误差 $x^2 + y_i$ 与 $z_1$");
  CHECK(editor().field(kLabel)->value == "误差 $x^2 + y_i$ 与 $z_1$");
  CHECK(editor().active_field() == kLabel);
  CHECK(!has_widget(kButton));
  type(kLabel, "误差 $x^2 + y_i$ 与 $z_1$。");
  editor().act("undo");
  CHECK(poster().sections[0].content[3].text == "误差 $x^2 + y_i$ 与 $z_1$");
  editor().act("undo");
  CHECK(poster().sections[0].content[3].text == "误差 x^2 + y_i 与 z_1");
  editor().act("undo");
  CHECK(poster().sections[0].content[3].text == "JS散度");
}

TEST_CASE_FIXTURE(Sample, "texts take several lines, but for what has room for one") {
  editor().session().run(AddPart{"gan.badge", "New"});
  click("gan.content.3.text");
  CHECK(editor().field(kLabel)->takes_lines);
  editor().leave_field();
  editor().reveal("gan.badge.text");
  settle();
  CHECK(editor().field("gan.title")->takes_lines);
  CHECK(!editor().field("gan.badge.text")->takes_lines);
  CHECK(!editor().field(kFill)->takes_lines);
  CHECK(!editor().field("toolbar.undo"));
  editor().reveal(kLabel);
  settle();
  const float one = widget(kLabel).rect.height;
  editor().session().run(SetText{kLabel, "JS\n散度"});
  settle();
  CHECK(widget(kLabel).rect.height > one + 20);
}

TEST_CASE_FIXTURE(Sample, "the title sets no formulas, and has no hint") {
  type("title.text", "x^2 + y_i");
  settle();
  CHECK(!has_widget("title.text.formula"));
  type("gan.title", "x^2 + y_i");
  settle();
  CHECK(has_widget("gan.title.formula"));
}

TEST_CASE_FIXTURE(Sample, "what belongs to the edited field leaves it in focus") {
  click(kLabel);
  CHECK(!has_widget("symbols.greek"));  // a text without a formula
  CHECK(editor().keeps_field(widget("symbols.open").shown.center()));
  click("symbols.open");
  const Rect symbol = widget("symbols.greek").shown;
  CHECK(editor().keeps_field(symbol.center()));
  CHECK(!editor().keeps_field(widget("toolbar.save").rect.center()));
  CHECK(editor().field_at(widget(kLabel).shown.center()) == kLabel);
  CHECK(editor().field_at({-1, -1}).empty());
}

TEST_CASE_FIXTURE(Sample, "a field that needs more height gets it, and says so") {
  click(kLabel);
  const float before = widget(kLabel).rect.height;
  editor().set_field_height(120);
  CHECK(frame().widgets_changed);
  CHECK(widget(kLabel).rect.height == 120);
  editor().leave_field();
  settle();
  CHECK(widget(kLabel).rect.height == before);
}

TEST_CASE_FIXTURE(Sample, "a field is told where it lies in the window, and what of it is scrolled out") {
  editor().reveal("title.text");
  settle();
  const FieldState state = editor().field("title.text").value();
  CHECK(state.rect == widget("title.text").rect);
  CHECK(state.shown == state.rect);
  CHECK(!state.label.empty());
  CHECK(!editor().field("toolbar.save"));
  CHECK(!editor().field("nothing"));
  editor().resize({1280, 300}, 1);
  settle();
  editor().wheel(state.rect.center(), {0, state.rect.bottom() - 66});
  settle();
  const FieldState scrolled = editor().field("title.text").value();
  CHECK(scrolled.rect.y < state.rect.y);
  CHECK(scrolled.shown.height < scrolled.rect.height);
}

TEST_CASE("a window edits in the panel's own field") {
  ScreenOptions options;
  options.text_entry = panel::TextEntry::Builtin;
  Screen screen(options);
  screen.open("assets/posters/generative-models.json");
  screen.settle();
  screen.click("gan.title");
  CHECK(screen.editor().active_field() == "gan.title");
  ImGui::GetIO().AddKeyEvent(ImGuiKey_End, true);
  ImGui::GetIO().AddKeyEvent(ImGuiKey_End, false);
  ImGui::GetIO().AddInputCharactersUTF8("好");
  screen.settle();
  CHECK(screen.poster().sections[0].title == "GAN 对抗生成好");
}

}  // namespace
}  // namespace sixiang::app
