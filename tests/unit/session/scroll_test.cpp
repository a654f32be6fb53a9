// The wheel and a finger over what is longer than its place.
#include <doctest/doctest.h>

#include "app/session/touch_scroll.h"
#include "unit/session/screen.h"

namespace sixiang::app {
namespace {

using testing::Sample;

constexpr Point kFields{1100, 500};

void touch(Sample& screen, PointerKind kind, Point at) {
  screen.editor().pointer(kind, at, PointerType::Touch);
  screen.frame();
}

TEST_CASE_FIXTURE(Sample, "the wheel scrolls what lies below it, and no further than there is something") {
  editor().wheel(kFields, {0, 120});
  settle();
  CHECK(scroll() == 120);
  editor().wheel({300, 400}, {0, 120});
  settle();
  CHECK(scroll() == 120);
  editor().wheel(kFields, {0, -1000});
  CHECK(scroll() == 0);
  editor().wheel(kFields, {0, 1e6f});
  settle();
  const float most = scroll();
  CHECK(most > 120);
  editor().wheel(kFields, {0, 10});
  CHECK(scroll() == most);
}

TEST_CASE_FIXTURE(Sample, "a finger scrolls, lets it run on, and presses nothing on its way") {
  // On a button of the page's fields.
  const Point start = widget("layout.connect.1").rect.center();
  REQUIRE(contains(widget("layout.connect.1").shown, start));
  const Poster before = poster();
  touch(*this, PointerKind::Down, start);
  for (int i = 1; i <= 10; ++i) touch(*this, PointerKind::Move, {start.x, start.y - 12.0f * float(i)});
  CHECK(scroll() > 90);
  CHECK(scroll() < 125);
  touch(*this, PointerKind::Up, {start.x, start.y - 120});
  const float let_go = scroll();
  for (int i = 0; i < 20; ++i) frame();
  CHECK(scroll() > let_go + 20);
  settle();
  CHECK(poster() == before);
}

TEST_CASE_FIXTURE(Sample, "each side scrolls by itself") {
  editor().resize({1280, 300}, 1);
  settle();
  editor().wheel({100, 200}, {0, 40});
  settle();
  CHECK(editor().scrolled("outline") == 40);
  CHECK(scroll() == 0);
}

TEST_CASE_FIXTURE(Sample, "a finger that rests presses") {
  const Point at = widget("gan").rect.center();
  touch(*this, PointerKind::Down, at);
  touch(*this, PointerKind::Move, {at.x, at.y + 3});
  touch(*this, PointerKind::Up, {at.x, at.y + 3});
  settle();
  CHECK(scroll() == 0);
  CHECK(editor().session().editor().selection.lead() == "gan");
}

TEST_CASE("what a finger has pushed comes to rest") {
  TouchScroll finger;
  finger.begin("fields", {0, 100});
  CHECK(!finger.move({0, 95}));
  CHECK(finger.move({0, 80}));
  finger.move({0, 60});
  CHECK(finger.take(1.0f / 60) == doctest::Approx(20));
  finger.end();
  float moved = 0;
  int frames = 0;
  for (; finger.is_moving() && frames < 600; ++frames) moved += finger.take(1.0f / 60);
  CHECK(moved > 0);
  CHECK(frames < 300);
}

}  // namespace
}  // namespace sixiang::app
