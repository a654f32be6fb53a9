// Typing in a text where it stands on the poster: its caret, its selection, and when a bubble serves instead.
#include <doctest/doctest.h>

#include <string>

#include "unit/session/screen.h"

namespace sixiang::app {
namespace {

using testing::Sample;

constexpr const char* kBlock = "gan.content.5";
constexpr const char* kField = "gan.content.5.text";

bool is_on_poster(Sample& screen) {
  const auto field = screen.editor().field(kField);
  REQUIRE(field);
  return field->font_size_on_poster > 0;
}

TEST_CASE_FIXTURE(Sample, "a second press opens the text where it stands, the caret at the pointer") {
  const Point at = middle_of(kBlock);
  double_press_block(kBlock);
  REQUIRE(editor().active_field() == kField);
  CHECK(is_on_poster(*this));
  CHECK(contains(widget(kField).rect, at));
  const auto caret = editor().caret_at(at);
  REQUIRE(caret);
  CHECK(*caret > 3);
  CHECK(*caret < 15);
  CHECK(last<FocusWidget>().caret == caret);
  CHECK(editor().caret_at({at.x - 2000, at.y}) == 0);
  const int size = *editor().stepped_caret(0, CaretStep::LineEnd);
  CHECK(size == 18);  // 模式崩溃 Mode Collapse
  CHECK(editor().stepped_caret(size, CaretStep::LineStart) == 0);
  CHECK(editor().stepped_caret(5, CaretStep::Up) == 0);
}

TEST_CASE_FIXTURE(Sample, "what holds a formula, or is to be looked at, is edited in a bubble") {
  double_press_block(kBlock);
  REQUIRE(is_on_poster(*this));
  SUBCASE("a dollar") { type(kField, "模式 $"); }
  SUBCASE("a formula") { type(kField, "模式 $x^2$"); }
  SUBCASE("a formula without dollars") { type(kField, "模式 x^2"); }
  SUBCASE("an icon") { type(kField, "模式 :rocket:"); }
  SUBCASE("stressed words") { type(kField, "**模式**"); }
  CHECK(!is_on_poster(*this));
  CHECK(!editor().caret_at(middle_of(kBlock)));
  type(kField, "模式");
  CHECK(is_on_poster(*this));
}

TEST_CASE_FIXTURE(Sample, "fingers, and letters too small to point at, have the bubble") {
  double_press_block(kBlock);
  SUBCASE("small") { editor().zoom_to(0.2f); }
  SUBCASE("touch") { editor().pointer(PointerKind::Move, {5, 5}, PointerType::Touch); }
  settle();
  CHECK(!is_on_poster(*this));
}

TEST_CASE_FIXTURE(Sample, "an emptied text keeps its place") {
  double_press_block(kBlock);
  const float left = widget(kField).rect.left();
  type(kField, "");
  CHECK(is_on_poster(*this));
  CHECK(widget(kField).rect.left() == doctest::Approx(left).epsilon(0.2));
  CHECK(widget(kField).rect.height > 10);
  CHECK(editor().caret_at({0, 0}) == 0);
}

TEST_CASE_FIXTURE(Sample, "titles of the poster and of sections are edited where they stand") {
  for (const std::string block : {"title", "gan.title"}) {
    CAPTURE(block);
    double_press_block(block);
    CHECK(editor().caret_at(middle_of(block)));
    editor().leave_field();
    settle();
  }
}

}  // namespace
}  // namespace sixiang::app
