// The icons: which there are, that they are drawn as promised.
#include "icon/icon.h"

#include <doctest/doctest.h>

#include <cmath>
#include <set>
#include <string>

#include "base/path.h"

using namespace sixiang;

namespace {

constexpr Color kInk{10, 20, 30, 255}, kBlue{168, 216, 234, 255};

IconId icon(std::string_view name) {
  const std::optional<IconId> found = find_icon(name);
  CAPTURE(name);
  REQUIRE(found);
  return found.value_or(IconId{});
}

const FillPath& fill(const DisplayList& items, std::size_t index) { return std::get<FillPath>(items.at(index)); }

Rect ink_of(const DisplayList& items) { return bounds(fill(items, items.size() - 1).path); }

void check_rect(const Rect& got, const Rect& expected, double tolerance) {
  CHECK(std::abs(got.left() - expected.left()) < tolerance);
  CHECK(std::abs(got.top() - expected.top()) < tolerance);
  CHECK(std::abs(got.right() - expected.right()) < tolerance);
  CHECK(std::abs(got.bottom() - expected.bottom()) < tolerance);
}

}  // namespace

TEST_CASE("icons have names of their own, and words in both languages") {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < icon_count(); ++i) {
    const IconWords words = icon_words(IconId(i));
    CAPTURE(words.name);
    CHECK(names.insert(words.name).second);
    CHECK(words.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
    CHECK(static_cast<unsigned char>(words.chinese.at(0)) > 0xE0);
    CHECK_FALSE(words.english.empty());
    CHECK(find_icon(words.name) == IconId(i));
  }
  CHECK(names.size() > 250);
  CHECK_FALSE(find_icon("rocke"));
  CHECK_FALSE(find_icon("Rocket"));
  CHECK_FALSE(find_icon(""));
}

TEST_CASE("icons keep within their square at every size") {
  for (std::size_t i = 0; i < icon_count(); ++i) {
    CAPTURE(icon_words(IconId(i)).name);
    for (const float side : {8.0f, 24.0f, 64.0f, 300.0f}) {
      const Rect square{100, 50, side, side};
      const DisplayList items = draw_icon(IconId(i), square, {kInk, kBlue});
      REQUIRE_FALSE(items.empty());
      CHECK(fill(items, items.size() - 1).color == kInk);
      for (const Item& item : items) {
        CHECK(contains(inset(square, -0.05f), bounds(std::get<FillPath>(item).path)));
      }
      const Rect ink = ink_of(items);
      CHECK(std::max(ink.width, ink.height) > side * 0.4f);
    }
  }
}

TEST_CASE("the stroke of an icon does not grow with it") {
  for (const float side : {48.0f, 100.0f, 300.0f}) {
    const Rect bar = ink_of(draw_icon(icon("minus"), {0, 0, side, side}, {kInk, kBlue, 3.5f}));
    CHECK(bar.height == doctest::Approx(3.5).epsilon(0.01));
  }
  const Rect small = ink_of(draw_icon(icon("minus"), {0, 0, 8, 8}, {kInk, kBlue, 3.5f}));
  CHECK(small.height == doctest::Approx(1).epsilon(0.01));
}

TEST_CASE("a circle of an icon is round") {
  const IconOutline outline = icon_outline(icon("circle"));
  check_rect(bounds(outline.strokes), {2, 2, 20, 20}, 0.03);
  for (const PathVerb verb : outline.strokes.verbs) CHECK(verb != PathVerb::LineTo);
  // Each curve's middle is as far from the centre as its ends.
  const std::vector<Point>& p = outline.strokes.points;
  for (std::size_t i = 0; i + 3 < p.size(); i += 3) {
    CHECK(distance(cubic_at(p[i], p[i + 1], p[i + 2], p[i + 3], 0.5f), {12, 12}) == doctest::Approx(10).epsilon(0.003));
  }
}

TEST_CASE("the largest closed shape of an icon is filled, below its strokes") {
  const DisplayList items = draw_icon(icon("shield-check"), {0, 0, 100, 100}, {kInk, kBlue});
  REQUIRE(items.size() == 2);
  CHECK(fill(items, 0).color == kBlue);
  CHECK(contains(ink_of(items), bounds(fill(items, 0).path)));
  CHECK(bounds(fill(items, 0).path).height > 70);
}

TEST_CASE("an icon without closed shapes has strokes only, and so has one without a colour") {
  CHECK(draw_icon(icon("arrow-right"), {0, 0, 100, 100}, {kInk, kBlue}).size() == 1);
  CHECK(draw_icon(icon("shield-check"), {0, 0, 100, 100}, {kInk}).size() == 1);
}

TEST_CASE("dots of an icon show at every size") {
  const IconOutline outline = icon_outline(icon("info"));
  CHECK(bounds(outline.solid).width == doctest::Approx(0.7).epsilon(0.05));
  const IconOutline atom = icon_outline(icon("atom"));
  CHECK(bounds(atom.solid).width == doctest::Approx(2).epsilon(0.05));
}

TEST_CASE("a field that names no icon is told so") {
  const Diagnostic diagnostic = unknown_icon("rockett");
  CHECK(diagnostic.code == "unknown-icon");
  CHECK(diagnostic.severity == Severity::Warning);
  CHECK(diagnostic.message.english.find("“rockett”") != std::string::npos);
  CHECK(diagnostic.message.chinese.find("「rockett」") != std::string::npos);
}
