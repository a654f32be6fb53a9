// The poster under the pointer: hovered, selected, opened for typing, dragged.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "unit/session/screen.h"

namespace sixiang::app {
namespace {

using panel::DeskMark;
using panel::DeskMarkKind;
using testing::Sample;

std::vector<DeskMark> marks(Sample& screen, DeskMarkKind kind) {
  std::vector<DeskMark> found = screen.editor().on_desk().marks;
  std::erase_if(found, [kind](const DeskMark& mark) { return mark.kind != kind; });
  return found;
}

std::vector<std::string> texts(const Section& section) {
  std::vector<std::string> texts;
  for (const Label& label : section.content) texts.push_back(label.text);
  return texts;
}

const Section& section(Sample& screen, std::string_view id) {
  const auto& all = screen.poster().sections;
  const auto found = std::find_if(all.begin(), all.end(), [id](const Section& one) { return one.id == id; });
  REQUIRE(found != all.end());
  return *found;
}

TEST_CASE_FIXTURE(Sample, "what is below the pointer is outlined, and nothing where it has left") {
  move_pointer(middle_of("gan.content.3"));
  frame();
  REQUIRE(marks(*this, DeskMarkKind::Hovered).size() == 1);
  CHECK(contains(marks(*this, DeskMarkKind::Hovered)[0].place, middle_of("gan.content.3")));
  move_pointer({1200, 300});
  frame();
  CHECK(marks(*this, DeskMarkKind::Hovered).empty());
}

TEST_CASE_FIXTURE(Sample, "a press selects what it is on, with its name, and what holds it is dashed") {
  press_block("gan.content.3");
  CHECK(selection().lead() == "gan.content.3");
  CHECK(editor().active_field().empty());
  const std::vector<DeskMark> selected = marks(*this, DeskMarkKind::Selected);
  REQUIRE(selected.size() == 1);
  CHECK(selected[0].name.find("GAN") == 0);
  CHECK(marks(*this, DeskMarkKind::Parent).size() == 1);
  press_block("gan.title");
  CHECK(selection().lead() == "gan");
  press_block("title");
  CHECK(selection().lead() == "title");
  press_at({600, 790});
  CHECK(selection().empty());
}

TEST_CASE_FIXTURE(Sample, "Shift selects besides, Ctrl takes off again, Alt what lies beneath") {
  press_block("gan.content.3");
  press_block("gan.content.5", {.shift = true});
  CHECK(selection().ids() == std::vector<std::string>{"gan.content.3", "gan.content.5"});
  press_block("gan.content.3", {.control = true});
  CHECK(selection().ids() == std::vector<std::string>{"gan.content.5"});
  press_block("gan.content.3", {.alt = true});
  CHECK(selection().lead() == "gan");
}

TEST_CASE_FIXTURE(Sample, "a second press at once opens the text, one a while later does not") {
  double_press_block("gan.content.3");
  CHECK(editor().active_field() == "gan.content.3.text");
  editor().leave_field();
  press_block("gan.content.4");
  for (int i = 0; i < 60; ++i) frame();
  press_block("gan.content.4");
  CHECK(editor().active_field().empty());
}

TEST_CASE_FIXTURE(Sample, "a label is dragged along its section, and the line says where to; one step undoes it") {
  const std::vector<std::string> before = texts(section(*this, "gan"));
  const Point to = middle_of("gan.content.6");
  drag(middle_of("gan.content.3"), {to.x, to.y + 6}, [this] {
    CHECK(marks(*this, DeskMarkKind::Ghost).size() == 1);
    CHECK(marks(*this, DeskMarkKind::Into).size() == 1);
    CHECK(editor().on_desk().drop_line.has_value());
  });
  std::vector<std::string> after = before;
  std::rotate(after.begin() + 3, after.begin() + 4, after.begin() + 7);
  CHECK(texts(section(*this, "gan")) == after);
  CHECK(selection().lead() == "gan.content.6");
  CHECK(marks(*this, DeskMarkKind::Ghost).empty());
  editor().act("undo");
  CHECK(texts(section(*this, "gan")) == before);
}

TEST_CASE_FIXTURE(Sample, "several labels go together to another section, in their order") {
  const std::vector<std::string> gan = texts(section(*this, "gan")), ar = texts(section(*this, "ar"));
  press_block("gan.content.3");
  press_block("gan.content.5", {.shift = true});
  const Point to = middle_of("ar.content.2");
  drag(middle_of("gan.content.5"), {to.x, to.y - 4});
  std::vector<std::string> after = ar;
  after.insert(after.begin() + 2, {gan[3], gan[5]});
  CHECK(texts(section(*this, "ar")) == after);
  CHECK(section(*this, "gan").content.size() == gan.size() - 2);
}

TEST_CASE_FIXTURE(Sample, "a section takes another one's place") {
  const std::string first = poster().sections[0].id, second = poster().sections[1].id;
  const Point to = middle_of(second + ".title");
  drag(middle_of(first + ".title"), {to.x + 100, to.y});
  CHECK(poster().sections[0].id == second);
  CHECK(poster().sections[1].id == first);
}

TEST_CASE_FIXTURE(Sample, "what is let go where it stood, beside the poster, or taken away moves nothing") {
  const Poster before = poster();
  const Point from = middle_of("gan.content.3");
  drag(from, {from.x + 12, from.y});
  drag(from, {600, 790});
  CHECK(poster() == before);
  editor().pointer(PointerKind::Down, from, PointerType::Mouse);
  editor().pointer(PointerKind::Move, middle_of("ar.content.2"), PointerType::Mouse);
  editor().pointer(PointerKind::Cancel, from, PointerType::Mouse);
  settle();
  CHECK(poster() == before);
  CHECK(marks(*this, DeskMarkKind::Ghost).empty());
}

TEST_CASE_FIXTURE(Sample, "keys walk from what is selected to its neighbours, into it and out of it") {
  CHECK(!can_act(editor(), "select.next"));
  press_block("gan.content.3");
  for (const auto& [action, thing] :
       std::vector<std::pair<std::string, std::string>>{{"select.next", "gan.content.4"},
                                                        {"select.previous", "gan.content.3"},
                                                        {"select.parent", "gan"},
                                                        {"select.next", "vae"},
                                                        {"select.previous", "gan"}}) {
    CHECK(can_act(editor(), action));
    editor().act(action);
    settle();
    CHECK(selection().lead() == thing);
  }
  press_block("gan.content.3");
  editor().act("edit");
  settle();
  CHECK(editor().active_field() == "gan.content.3.text");
  editor().leave_field();
  editor().act("select.all");
  CHECK(selection().size() > 4);
  editor().act("select.parent");
  editor().act("select.parent");
  CHECK(selection().empty());
}

TEST_CASE_FIXTURE(Sample, "what is deleted is said with undo, and what stood behind it is selected") {
  const Poster before = poster();
  press_block("gan.content.3");
  editor().act("delete");
  settle();
  CHECK(section(*this, "gan").content.size() == before.sections[0].content.size() - 1);
  CHECK(last<Notice>().action == "undo");
  CHECK(selection().lead() == "gan.content.3");
  editor().act("undo");
  CHECK(poster() == before);
}

TEST_CASE_FIXTURE(Sample, "what is added beside what is selected is open for typing") {
  press_block("gan.content.3");
  editor().act("add-beside");
  settle();
  CHECK(selection().lead() == "gan.content.4");
  CHECK(editor().active_field() == "gan.content.4.text");
  CHECK(section(*this, "gan").content[4].text.empty());
  editor().set_text("gan.content.4.text", "甲");
  CHECK(editor().type_next());
  settle();
  CHECK(editor().active_field() == "gan.content.5.text");
  editor().set_text("gan.content.5.text", "乙");
  CHECK(editor().type_level(Controller::TypedLevel::Second));
  CHECK(section(*this, "gan").content[5].role == LabelRole::Sub);
  CHECK(!editor().remove_empty());
  editor().set_text("gan.content.5.text", "");
  CHECK(editor().remove_empty());
  settle();
  CHECK(editor().active_field() == "gan.content.4.text");
  const std::size_t count = section(*this, "gan").content.size();
  editor().type_next();
  settle();
  editor().leave_field();
  CHECK(section(*this, "gan").content.size() == count);
}

TEST_CASE_FIXTURE(Sample, "copies stand behind the original; what is copied is pasted elsewhere; Alt and arrows move") {
  press_block("gan.content.3");
  const std::string text = section(*this, "gan").content[3].text;
  editor().act("duplicate");
  CHECK(section(*this, "gan").content[4].text == text);
  CHECK(editor().copied_text() == text);
  const std::string things = editor().copied_things();
  press_block("ar.content.2");
  editor().paste_things(things);
  CHECK(section(*this, "ar").content[3].text == text);
  editor().act("move.up");
  CHECK(section(*this, "ar").content[2].text == text);
  editor().paste_things("no things");
  settle();
  CHECK(count<Notice>() == 1);
}

TEST_CASE_FIXTURE(Sample, "beside what is selected are its buttons, and none while one types") {
  CHECK(!has_widget("selection.delete"));
  press_block("gan.content.3");
  CHECK(has_widget("selection.delete"));
  press_at(widget("selection.duplicate").rect.center());
  CHECK(texts(section(*this, "gan"))[4] == texts(section(*this, "gan"))[3]);
  double_press_block("gan.content.3");
  CHECK(!has_widget("selection.delete"));
}

}  // namespace
}  // namespace sixiang::app
