// What is pressed in the panel, and where the editor leads.
#include <doctest/doctest.h>

#include "app/session/controller.h"
#include "unit/session/screen.h"

namespace sixiang::app {
namespace {

using testing::Sample;

std::vector<std::string> texts(const Section& section) {
  std::vector<std::string> list;
  for (const Label& label : section.content) list.push_back(label.text);
  return list;
}

TEST_CASE_FIXTURE(Sample, "a label that is added is shown, and typed into at once") {
  const std::size_t before = poster().sections[0].content.size();
  click("gan.content.add");
  REQUIRE(poster().sections[0].content.size() == before + 1);
  const std::string field = "gan.content." + std::to_string(before) + ".text";
  CHECK(editor().active_field() == field);
  CHECK(!widget(field).shown.empty());
  editor().set_text(field, "new");
  CHECK(poster().sections[0].content.back().text == "new");
}

TEST_CASE_FIXTURE(Sample, "labels are moved and removed by the buttons below them, and come back") {
  const std::vector<std::string> before = texts(poster().sections[0]);
  click("gan.content.2.down");
  CHECK(texts(poster().sections[0])[3] == before[2]);
  editor().act("undo");
  CHECK(texts(poster().sections[0]) == before);
  settle();
  click("gan.content.2.remove");
  CHECK(poster().sections[0].content.size() == before.size() - 1);
  CHECK(texts(poster().sections[0])[2] == before[3]);
  click("toolbar.undo");
  CHECK(texts(poster().sections[0]) == before);
}

TEST_CASE_FIXTURE(Sample, "removing the label that is typed into ends the typing") {
  click("gan.content.3.text");
  click("gan.content.3.remove");
  CHECK(poster().sections[0].content.size() == 6);
  CHECK(editor().active_field() != "gan.content.6.text");
}

TEST_CASE_FIXTURE(Sample, "a diagram changes its kind and comes back") {
  const Poster before = poster();
  click("gan.content.0.diagram.kind.0");
  CHECK(poster().sections[0].content[0].diagram != before.sections[0].content[0].diagram);
  click("toolbar.undo");
  CHECK(poster() == before);
}

TEST_CASE_FIXTURE(Sample, "the language is that of every word at once") {
  const std::string chinese = widget("toolbar.save").label;
  const std::string label = editor().poster_label();
  click("panel.language");
  CHECK(editor().language() == Language::English);
  CHECK(last<LanguageChanged>().language == Language::English);
  CHECK(widget("toolbar.save").label != chinese);
  CHECK(editor().poster_label() != label);
  CHECK(editor().poster_label().find(poster().sections[3].title) != std::string::npos);
  click("panel.language");
  CHECK(widget("toolbar.save").label == chinese);
}

TEST_CASE_FIXTURE(Sample, "a colour that is dragged changes with the pointer and is one step") {
  const Poster before = poster();
  click("gan.colors.fill");
  REQUIRE(has_widget("gan.colors.fill.square"));
  editor().reveal("gan.colors.fill.hue");
  settle();
  const Rect square = widget("gan.colors.fill.square").shown;
  REQUIRE(!square.empty());
  CHECK(editor().grips(square.center()));
  CHECK(!editor().grips({0, 0}));
  const Point from{square.x + 5, square.y + 5};
  editor().pointer(PointerKind::Move, from, PointerType::Mouse);
  frame();
  editor().pointer(PointerKind::Down, from, PointerType::Mouse);
  for (int step = 0; step < 5; ++step) {
    editor().pointer(PointerKind::Move, {from.x + 20 * float(step), from.y + 5 * float(step)}, PointerType::Mouse);
    frame();
  }
  editor().pointer(PointerKind::Up, {from.x + 80, from.y + 20}, PointerType::Mouse);
  settle();
  CHECK(poster() != before);
  editor().act("undo");
  CHECK(poster() == before);
  settle();
  editor().act("close");
  settle();
  CHECK(!has_widget("gan.colors.fill.square"));
}

TEST_CASE_FIXTURE(Sample, "the toolbar asks for what only a page can do") {
  click("toolbar.open");
  CHECK(count<OpenFile>() == 1);
  click("toolbar.save");
  CHECK(count<SaveFile>() == 1);
  click("toolbar.size");
  click("toolbar.size.2048");
  click("toolbar.download");
  CHECK(last<Download>().width_px == 2048);
  click("toolbar.copy");
  CHECK(last<CopyPicture>().width_px == 2048);
  editor().act("close");
  settle();
  CHECK(!has_widget("toolbar.copy"));
  editor().act("download");
  frame();
  CHECK(last<Download>().width_px == 2048);
  click("panel.sample");
  CHECK(count<OpenSample>() == 1);
}

TEST_CASE_FIXTURE(Sample, "a new poster is a blank page or one of the gallery, and undo brings the old one back") {
  const Poster before = poster();
  CHECK(!has_widget("panel.new.1080x1440"));
  click("panel.new");
  click("panel.new.1080x1440");
  CHECK(poster().page.width == 1080);
  CHECK(poster().page.height == 1440);
  CHECK(poster().title.text == "标题");
  CHECK(poster().sections.empty());
  CHECK(last<Notice>().severity == Severity::Hint);
  editor().act("undo");
  CHECK(poster() == before);
  editor().act("redo");
  settle();
  // A page that is blank is filled by the panel alone.
  click("sections.add");
  REQUIRE(poster().sections.size() == 1);
  editor().leave_field();
  settle();
  click("section-1.content.add");
  REQUIRE(poster().sections[0].content.size() == 1);
  editor().set_text("section-1.content.0.text", "第一条");
  CHECK(poster().sections.at(0).content.at(0).text == "第一条");

  editor().leave_field();
  editor().set_gallery({{"react-loop", {"How an agent goes round", "智能体怎样转起来"}}});
  settle();
  editor().reveal("panel.new.from.react-loop");
  settle();
  CHECK(widget("panel.new.from.react-loop").label == "智能体怎样转起来");
  click("panel.new.from.react-loop");
  CHECK(last<OpenPoster>().id == "react-loop");
}

TEST_CASE_FIXTURE(Sample, "the size of the picture can be typed") {
  click("toolbar.size");
  type("toolbar.size.custom", "512");
  CHECK(editor().field("toolbar.size.custom")->problem.empty());
  type("toolbar.size.custom", "5");
  CHECK(!editor().field("toolbar.size.custom")->problem.empty());
  editor().leave_field();
  CHECK(editor().field("toolbar.size.custom")->value == "5");
}

TEST_CASE_FIXTURE(Sample, "a key presses a widget as the mouse does") {
  editor().reveal("gan.colors.fill");
  settle();
  CHECK(!has_widget("gan.colors.fill.square"));
  editor().press("gan.colors.fill");
  settle();
  CHECK(has_widget("gan.colors.fill.square"));
}

TEST_CASE_FIXTURE(Sample, "what is asked for is opened and scrolled into view; what is not there is given up") {
  for (const char* id : {"diffusion.content.0.diagram.tiles.0.level", "diffusion.layout.columns"}) {
    CHECK(!has_widget(id));
    editor().reveal(id);
    settle();
    CHECK(!widget(id).shown.empty());
  }
  const float before = scroll();
  CHECK(before > 0);
  for (const char* id : {"nothing", "toolbar.undo"}) {
    editor().reveal(id);
    settle();
    CHECK(scroll() == before);
  }
}

TEST_CASE_FIXTURE(Sample, "a place of the poster leads to the text that made it, or to its details") {
  double_press_block("gan.content.3");
  CHECK(editor().active_field() == "gan.content.3.text");
  editor().leave_field();
  double_press_block("gan.content.0.diagram.nodes.g");
  CHECK(editor().active_field() == "gan.content.0.diagram.nodes.g.text");
  editor().leave_field();
  press_block("decorations.0");
  CHECK(editor().active_field().empty());
  CHECK(selection().lead() == "decorations.0");
  press_at({600, 790});
  CHECK(editor().active_field().empty());
}

TEST_CASE_FIXTURE(Sample, "one thing's fields are shown, and its rows lead to what it holds and what it lies in") {
  CHECK(has_widget("page.width"));
  click("gan");
  CHECK(editor().session().editor().selection.lead() == "gan");
  CHECK(has_widget("gan.colors.fill"));
  CHECK(!has_widget("page.width"));
  CHECK(!has_widget("gan.content.3.text"));
  click("select.gan.content.0.diagram");
  CHECK(has_widget("gan.content.0.diagram.nodes.add"));
  CHECK(!has_widget("gan.colors.fill"));
  click("select.gan.content.0.diagram.nodes.d");
  CHECK(has_widget("gan.content.0.diagram.nodes.d.text"));
  click("crumb.1");
  CHECK(editor().session().editor().selection.lead() == "gan");
  click("crumb.0");
  CHECK(has_widget("page.width"));
}

TEST_CASE_FIXTURE(Sample, "the outline opens to what is selected, and only what a hand opened stays open") {
  CHECK(!has_widget("gan.content.3"));
  editor().reveal("gan.content.0.diagram.nodes.d.text");
  settle();
  CHECK(has_widget("gan.content.3"));
  CHECK(!widget("gan.content.0.diagram.nodes.d").shown.empty());
  click("page");
  CHECK(!has_widget("gan.content.3"));
  click("vae");  // asked for it is selected; pressed then it unfolds
  CHECK(widget("vae").expanded == true);
  click("page");
  CHECK(has_widget("vae.content.1"));
}

TEST_CASE_FIXTURE(Sample, "a label goes to another section, and stays selected") {
  const std::string text = poster().sections[0].content[3].text;
  click("gan.content.3.section");
  click("gan.content.3.section.1");
  CHECK(poster().sections[1].content.back().text == text);
  CHECK(editor().session().editor().selection.lead() == "vae.content.6");
  CHECK(has_widget("vae.content.6.text"));
}

TEST_CASE_FIXTURE(Sample, "what undo is about is selected, but for a text that is edited") {
  type("gan.title", "A");
  editor().leave_field();
  click("vae.title");
  editor().act("undo");
  settle();
  CHECK(editor().active_field() == "vae.title");
  CHECK(has_widget("vae.title"));
}

TEST_CASE_FIXTURE(Sample, "a press beside a menu closes it") {
  click("toolbar.file");
  CHECK(has_widget("panel.sample"));
  CHECK(widget("toolbar.file").expanded == true);
  press_at({700, 780});
  CHECK(!has_widget("panel.sample"));
}

TEST_CASE_FIXTURE(Sample, "in a narrow window the outline is a drawer, on a phone one of two tabs") {
  editor().resize({1000, 700}, 1);
  settle();
  CHECK(!has_widget("gan"));
  click("toolbar.things");
  press_at(widget("gan").rect.center());
  CHECK(has_widget("gan.colors.fill"));
  press_at({500, 650});
  CHECK(!has_widget("gan"));
  editor().resize({390, 844}, 1);
  settle();
  CHECK(!has_widget("gan"));
  press_at(widget("tabs.outline").rect.center());
  CHECK(!has_widget("gan.colors.fill"));
  CHECK(widget("vae").rect.height >= 44);
  press_at(widget("vae").rect.center());
  CHECK(has_widget("vae.colors.fill"));
}

TEST_CASE_FIXTURE(Sample, "the pointer's shape follows what is under it") {
  editor().reveal("title.text");
  settle();
  move_pointer(widget("title").shown.center());
  frame();
  CHECK(last<CursorChanged>().cursor == panel::Cursor::Hand);
  move_pointer(widget("title.text").rect.center());
  frame();
  CHECK(last<CursorChanged>().cursor == panel::Cursor::Text);
  count<CursorChanged>();
  frame();
  CHECK(count<CursorChanged>() == 0);
  move_pointer({-1e6f, -1e6f});
  frame();
  CHECK(last<CursorChanged>().cursor == panel::Cursor::Default);
}

TEST_CASE_FIXTURE(Sample, "a finger presses where it is lifted, and nothing where the page took it for scrolling") {
  const Point save = widget("toolbar.save").rect.center();
  editor().pointer(PointerKind::Down, save, PointerType::Touch);
  frame();
  editor().pointer(PointerKind::Cancel, save, PointerType::Touch);
  settle();
  CHECK(count<SaveFile>() == 0);
  editor().pointer(PointerKind::Down, save, PointerType::Touch);
  frame();
  editor().pointer(PointerKind::Up, save, PointerType::Touch);
  settle();
  CHECK(count<SaveFile>() == 1);
}

TEST_CASE_FIXTURE(Sample, "a panel at rest says that nothing changes") {
  const FrameResult result = frame();
  CHECK(!result.wants_more);
  CHECK(!result.preview_changed);
  CHECK(!result.widgets_changed);
  CHECK(!result.has_effects);
  CHECK(!result.wants_fonts);
  const long long drawn = editor().frames_drawn();
  frame();
  CHECK(editor().frames_drawn() == drawn + 1);
}

TEST_CASE_FIXTURE(Sample, "widgets say what they are and whose, so that nobody has to guess it from their ids") {
  click("gan.colors.fill");
  click("toolbar.size");
  CHECK(widget("toolbar.size").is_popup);
  CHECK(widget("toolbar.size").expanded == true);
  CHECK(widget("toolbar.size.1080").owner == "toolbar.size");
  CHECK(widget("toolbar.size.1080").chosen == true);
  CHECK(widget("toolbar.size.2048").chosen == false);
  CHECK(widget("toolbar.size.custom").owner == "toolbar.size");
  CHECK(widget("toolbar.copy").owner == "toolbar.size");
  CHECK(widget("gan.colors.fill").expanded == true);
  CHECK(widget("gan.colors.fill.hex").owner == "gan.colors.fill");
  CHECK(!widget("gan.colors.fill.square").is_stop);
  editor().reveal("gan.content.0.diagram.kind");
  settle();
  CHECK(!widget("gan.content.0.diagram.kind").is_stop);
  CHECK(widget("gan.content.0.diagram.kind.1").owner == "gan.content.0.diagram.kind");
  CHECK(widget("gan").expanded == true);
  CHECK(!widget("toolbar.save").expanded.has_value());
  for (const panel::Widget& widget : editor().widgets()) {
    const std::string role = panel::role_of(widget);
    CHECK((role == "textbox") == (widget.kind == panel::WidgetKind::Text));
    // Beside what is selected stand its buttons, on the desk, and below the poster those that zoom it.
    const auto is_of = [&widget](std::string_view place) { return widget.id.find(place) == 0; };
    CHECK(widget.area.empty() == (is_of("toolbar.") || is_of("selection.") || is_of("zoom.")));
    // An option is told apart from its neighbours within its owner's name.
    if (role == "radio") CHECK(has_widget(widget.owner));
  }
}

TEST_CASE_FIXTURE(Sample, "a problem is told with its place on the page, and leads to its field") {
  CHECK(editor().on_desk().spots.empty());
  editor().session().run(SetText{"ar.content.2.text", "$\\unknown x$"});
  settle();
  const std::vector<panel::Spot> spots = editor().on_desk().spots;
  REQUIRE(spots.size() == 1);
  CHECK(!spots[0].message.empty());
  const Rect page = editor().poster_place();
  CHECK(spots[0].place.x > page.center().x);  // the last of four sections
  CHECK(spots[0].place.y > page.center().y);
  CHECK(spots[0].place.bottom() < page.bottom());
  press_at(widget("spot.0").rect.center());
  CHECK(last<FocusWidget>().id == "ar.content.2.text");
}

}  // namespace
}  // namespace sixiang::app
