// The poster is zoomed and moved on the desk, and what stands on it, or is done to it, follows.
#include "app/session/view.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "unit/session/screen.h"

namespace sixiang::app {
namespace {

using testing::Sample;
using testing::ScreenOptions;

constexpr Point kOnPoster{500, 300};

Rect desk() { return panel::regions_of({1280, 800}).desk; }

Point below(Controller& editor, Point at) {
  const Rect place = editor.poster_place();
  return {(at.x - place.x) / editor.zoom(), (at.y - place.y) / editor.zoom()};
}

void check_near(Point a, Point b, float within) {
  CHECK(std::abs(a.x - b.x) <= within);
  CHECK(std::abs(a.y - b.y) <= within);
}

void zoom_in(Sample& screen, int steps, Point at = kOnPoster) {
  for (int i = 0; i < steps; ++i) screen.editor().wheel(at, {0, -100}, {.control = true});
  screen.settle();
}

std::vector<panel::DeskMark> marks(Sample& screen, panel::DeskMarkKind kind) {
  std::vector<panel::DeskMark> found = screen.editor().on_desk().marks;
  std::erase_if(found, [kind](const panel::DeskMark& mark) { return mark.kind != kind; });
  return found;
}

TEST_CASE_FIXTURE(Sample, "the poster fits, through every size of the window, until it is zoomed") {
  const Rect first = editor().poster_place();
  CHECK(editor().is_fitted());
  CHECK(editor().preview_place() == first);
  editor().resize({1000, 600}, 1);
  settle();
  CHECK(editor().is_fitted());
  CHECK(editor().poster_place().width < first.width);
  editor().act("zoom.in");
  settle();
  CHECK(!editor().is_fitted());
  const float zoom = editor().zoom();
  editor().resize({1280, 800}, 1);
  settle();
  CHECK(editor().zoom() == zoom);
  editor().act("zoom.fit");
  settle();
  CHECK(editor().poster_place() == first);
}

TEST_CASE_FIXTURE(Sample, "the wheel with Ctrl zooms at the pointer, between 10 % and 800 %") {
  const Point stays = below(editor(), kOnPoster);
  const float before = editor().zoom();
  editor().wheel(kOnPoster, {0, -100}, {.control = true});
  CHECK(editor().zoom() == doctest::Approx(1.25f * before).epsilon(0.01));
  check_near(below(editor(), kOnPoster), stays, 1);
  editor().wheel(kOnPoster, {0, 100}, {.control = true});
  CHECK(editor().zoom() == doctest::Approx(before).epsilon(0.01));
  zoom_in(*this, 30);
  CHECK(editor().zoom() == doctest::Approx(8));
  check_near(below(editor(), kOnPoster), stays, 2);
  for (int i = 0; i < 60; ++i) editor().wheel(kOnPoster, {0, 100}, {.control = true});
  CHECK(editor().zoom() == doctest::Approx(0.1));
  CHECK(!can_act(editor(), "zoom.out"));
  CHECK(can_act(editor(), "zoom.in"));
}

TEST_CASE_FIXTURE(Sample, "keys and the control below the poster zoom by round steps, to 100 %, and to fit") {
  const auto press = [this](std::string_view key, int held = kControl) {
    const AppAction* action = find_action(Shortcut{key, held});
    REQUIRE(action);
    editor().act(action->name);
    settle();
  };
  press("0");
  CHECK(editor().zoom() == 1);
  CHECK(widget("zoom.full").value == "100%");
  press("=");
  CHECK(editor().zoom() == 1.5f);
  press("+", kControl | kShift);
  CHECK(widget("zoom.full").value == "200%");
  press("-");
  press("-");
  press("-");
  CHECK(editor().zoom() == doctest::Approx(0.8));
  press("1");
  CHECK(editor().is_fitted());
  press_block("ar.content.2");
  const Point at = middle_of("ar.content.2");
  press("0");
  press("=");
  check_near(middle_of("ar.content.2"), at, 1.5f);
  press("1");
  press_at({700, 790});
  click("zoom.in");
  click("zoom.in");
  CHECK(editor().zoom() == doctest::Approx(0.8));
  click("zoom.out");
  click("zoom.full");
  CHECK(editor().zoom() == 1);
  click("zoom.fit");
  CHECK(editor().is_fitted());
  CHECK(selection().empty());
}

TEST_CASE_FIXTURE(Sample, "the wheel moves a poster that is larger than the desk, Shift sideways, and no other") {
  const Rect fitted = editor().poster_place();
  editor().wheel(kOnPoster, {0, 50});
  CHECK(editor().poster_place() == fitted);
  editor().act("zoom.full");
  editor().act("zoom.in");
  const Rect before = editor().poster_place();
  editor().wheel(kOnPoster, {0, 50});
  CHECK(editor().poster_place().y == before.y - 50);
  CHECK(editor().poster_place().x == before.x);
  editor().wheel(kOnPoster, {0, -30}, {.shift = true});
  CHECK(editor().poster_place().x == before.x + 30);
  for (int i = 0; i < 50; ++i) editor().wheel(kOnPoster, {100, 100});
  CHECK(editor().poster_place().right() == doctest::Approx(desk().right() - 28));
  CHECK(editor().poster_place().bottom() == doctest::Approx(desk().bottom() - 28));
  // Below what lies over the desk, nothing moves.
  click("toolbar.file");
  const Rect there = editor().poster_place();
  editor().wheel({300, 100}, {0, -50});
  CHECK(editor().poster_place() == there);
}

TEST_CASE_FIXTURE(Sample, "the hand moves the poster, presses nothing, and leaves a part of it on the desk") {
  const Rect before = editor().poster_place();
  const Point from = middle_of("gan.content.3");
  const auto hand = [this](PointerKind kind, Point at) {
    editor().pointer(kind, at, PointerType::Mouse, {.hand = true});
    settle();
  };
  hand(PointerKind::Move, from);
  CHECK(marks(*this, panel::DeskMarkKind::Hovered).empty());
  CHECK(last<CursorChanged>().cursor == panel::Cursor::OpenHand);
  hand(PointerKind::Down, from);
  hand(PointerKind::Move, {from.x + 40, from.y - 25});
  CHECK(last<CursorChanged>().cursor == panel::Cursor::Grab);
  CHECK(editor().poster_place() == translated(before, {40, -25}));
  CHECK(editor().preview_place() == editor().poster_place());
  for (const Point& far : {Point{9000, 9000}, {-9000, -9000}}) {
    hand(PointerKind::Move, far);
    const Rect place = editor().poster_place();
    CHECK(std::min(place.right(), desk().right()) - std::max(place.left(), desk().left()) >= 63);
    CHECK(std::min(place.bottom(), desk().bottom()) - std::max(place.top(), desk().top()) >= 63);
  }
  hand(PointerKind::Up, from);
  CHECK(selection().empty());
  const Rect there = editor().poster_place();
  move_pointer({500, 400});
  CHECK(editor().poster_place() == there);
}

TEST_CASE_FIXTURE(Sample, "two fingers hold what is below them, and press nothing") {
  const Point first{400, 300}, second{500, 400};
  editor().pointer(PointerKind::Down, first, PointerType::Touch);
  REQUIRE(editor().pinch(PointerKind::Down, first, second));
  editor().pointer(PointerKind::Cancel, first, PointerType::Touch);
  const Point below_first = below(editor(), first), below_second = below(editor(), second);
  const Point first_now{350, 250}, second_now{550, 450};
  for (int i = 1; i <= 10; ++i) {
    const float part = float(i) / 10;
    editor().pinch(PointerKind::Move, lerp(first, first_now, part), lerp(second, second_now, part));
    frame();
  }
  check_near(below(editor(), first_now), below_first, 1.5f);
  check_near(below(editor(), second_now), below_second, 1.5f);
  CHECK(editor().pinch(PointerKind::Up, first_now, second_now));
  settle();
  CHECK(selection().empty());
  // However small its steps are.
  for (int i = 0; i < 60; ++i) editor().wheel(kOnPoster, {0, 100}, {.control = true});
  REQUIRE(editor().pinch(PointerKind::Down, {400, 400}, {600, 400}));
  for (int i = 1; i <= 200; ++i) editor().pinch(PointerKind::Move, {400, 400}, {600 + float(i) / 4, 400});
  CHECK(editor().pinch(PointerKind::Up, {400, 400}, {650, 400}));
  CHECK(editor().zoom() == doctest::Approx(0.125).epsilon(0.01));
  CHECK(!editor().pinch(PointerKind::Down, {1100, 300}, {1200, 400}));
  CHECK(!editor().pinch(PointerKind::Move, first, second));
}

TEST_CASE_FIXTURE(Sample,
                  "a gesture stretches the picture, which is sharp a moment after, and only what is seen of it") {
  const Image before = editor().preview();
  for (int i = 0; i < 12; ++i) {
    editor().wheel(kOnPoster, {0, -100}, {.control = true});
    CHECK(!frame().preview_changed);
  }
  CHECK(editor().preview() == before);
  CHECK(editor().preview_place() == editor().poster_place());
  settle();
  CHECK(editor().zoom() == 8);
  const Image& sharp = editor().preview();
  CHECK(sharp.width_px < 1.3f * desk().width);
  CHECK(sharp.height_px < 1.3f * desk().height);
  CHECK(editor().preview_place().width == float(sharp.width_px));
  CHECK(contains(editor().preview_place(), desk()));
  CHECK(contains(editor().poster_place(), editor().preview_place()));
}

TEST_CASE_FIXTURE(Sample, "what is seen of a zoomed poster has the pixels of the whole picture, wherever it is moved") {
  editor().zoom_to(2);
  settle();
  const Result<Image> whole = editor().session().render(2160);
  REQUIRE(whole.ok());
  const auto is_same = [&] {
    const Rect shown = editor().preview_place(), poster = editor().poster_place();
    const int left = int(shown.x - poster.x), top = int(shown.y - poster.y);
    const Image& image = editor().preview();
    for (int y = 0; y < image.height_px; ++y) {
      const std::uint8_t* row = whole.value().pixel(left, top + y);
      if (!std::equal(row, row + 4 * image.width_px, image.pixel(0, y))) return false;
    }
    return true;
  };
  CHECK(is_same());
  int drawn = 0;
  for (const Point& by : {Point{0, 20}, {0, 300}, {90, -40}, {700, 700}, {-2000, -2000}, {-50, 150}}) {
    editor().wheel(kOnPoster, by);
    if (frame().preview_changed) ++drawn;
    CHECK(is_same());
    CHECK(contains(editor().preview_place(), panel::regions_of({1280, 800}).paper));
  }
  CHECK(drawn < 6);
  type("gan.content.3.text", "JS散度x");
  CHECK(!is_same());
}

TEST_CASE_FIXTURE(Sample, "a press, its outline and a drag are where the zoomed poster is") {
  zoom_in(*this, 3, middle_of("gan.content.3"));
  press_block("gan.content.3");
  CHECK(selection().lead() == "gan.content.3");
  REQUIRE(marks(*this, panel::DeskMarkKind::Selected).size() == 1);
  CHECK(contains(marks(*this, panel::DeskMarkKind::Selected)[0].place, middle_of("gan.content.3")));
  CHECK(has_widget("selection.delete"));
  // Moved out of sight, it has no buttons.
  editor().wheel(kOnPoster, {2000, 2000});
  settle();
  CHECK(!has_widget("selection.delete"));
}

TEST_CASE_FIXTURE(Sample, "a drag at the desk's edge scrolls it, as far as there is poster") {
  zoom_in(*this, 4, middle_of("gan.content.3"));
  const Point from = middle_of("gan.content.3"), edge{from.x, desk().bottom() - 4};
  const float before = editor().poster_place().y;
  drag(from, edge, [&] {
    for (int i = 0; i < 10; ++i) frame();
    CHECK(editor().poster_place().y < before - 60);
    CHECK(frame().wants_more);
    for (int i = 0; i < 400; ++i) frame();
    CHECK(editor().poster_place().bottom() == doctest::Approx(desk().bottom() - 28).epsilon(0.01));
    CHECK(!frame().wants_more);
  });
}

TEST_CASE_FIXTURE(Sample, "the text that is edited stays beside its place") {
  double_press_block("gan.content.3");
  REQUIRE(editor().active_field() == "gan.content.3.text");
  const Point before = widget("gan.content.3.text").rect.center();
  editor().pointer(PointerKind::Down, {900, 100}, PointerType::Mouse, {.hand = true});
  editor().pointer(PointerKind::Move, {900, 160}, PointerType::Mouse, {.hand = true});
  editor().pointer(PointerKind::Up, {900, 160}, PointerType::Mouse);
  settle();
  check_near(widget("gan.content.3.text").rect.center(), before + Point{0, 60}, 2);
  CHECK(editor().active_field() == "gan.content.3.text");
}

TEST_CASE_FIXTURE(Sample, "what is selected elsewhere comes into sight; a new document fits") {
  zoom_in(*this, 8, middle_of("gan.title"));
  const Rect before = editor().poster_place();
  press_block("gan.title");
  CHECK(editor().poster_place() == before);
  editor().session().select("ar.content.1");
  settle();
  CHECK(contains(desk(), middle_of("ar.content.1")));
  editor().edit_text("gan.content.3.text");
  settle();
  CHECK(contains(desk(), middle_of("gan.content.3")));
  editor().leave_field();
  open("assets/posters/generative-models.json");
  settle();
  CHECK(editor().is_fitted());
}

TEST_CASE_FIXTURE(Sample, "a file of the poster does not depend on how it is looked at") {
  const auto before = editor().export_page("png", 300);
  zoom_in(*this, 9);
  const auto after = editor().export_page("png", 300);
  REQUIRE((before.ok() && after.ok()));
  CHECK(before.value() == after.value());
}

TEST_CASE("where there is no strip, the way back shows while the poster is zoomed") {
  testing::Screen screen(ScreenOptions{.viewport = {390, 844}});
  screen.open("assets/posters/generative-models.json");
  screen.settle();
  CHECK(!screen.has_widget("zoom.fit"));
  screen.editor().pinch(PointerKind::Down, {150, 200}, {200, 250});
  screen.editor().pinch(PointerKind::Move, {100, 150}, {250, 300});
  screen.editor().pinch(PointerKind::Up, {100, 150}, {250, 300});
  screen.settle();
  CHECK(screen.widget("zoom.fit").rect.height >= 44);
  screen.click("zoom.fit");
  CHECK(screen.editor().is_fitted());
  CHECK(!screen.has_widget("zoom.fit"));
}

}  // namespace
}  // namespace sixiang::app
