// Titles that set one thing against another, and the headers of two halves that they get.
#include "layout/header_halves.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "layout/design.h"
#include "layout_checks.h"
#include "support/poster_files.h"

using namespace sixiang;

namespace {

std::string parts(const std::string& title) {
  const std::optional<Opposition> found = find_opposition(title);
  if (!found) return "";
  const auto part = [&](ByteRange range) { return title.substr(range.begin, range.end - range.begin); };
  return part(found->first) + "|" + part(found->word) + "|" + part(found->second);
}

PosterLayout layout_of(const Poster& poster) { return layout_poster(poster, testing::all_fonts()); }

bool fills(const DisplayList& items, Color color) {
  return std::any_of(items.begin(), items.end(), [color](const Item& item) {
    if (const FillPath* path = std::get_if<FillPath>(&item)) return path->color == color;
    const Group* group = std::get_if<Group>(&item);
    return group && fills(group->items, color);
  });
}

// Of the discs' words, from the left edges of their sections; empty where titles are whole.
std::vector<float> dividers(const Poster& poster) {
  const PosterLayout layout = layout_of(poster);
  std::vector<float> found;
  for (const Section& section : poster.sections) {
    std::vector<Rect> inks;
    for (const Item& item : layout.page.items) {
      const Group* group = std::get_if<Group>(&item);
      if (group && group->id == section.id + ".title") inks.push_back(ink_bounds({*group}, testing::all_fonts()));
    }
    if (inks.size() != 3) continue;
    CHECK(inks[0].right() < inks[1].left());
    CHECK(inks[1].right() < inks[2].left());
    found.push_back(inks[1].center().x - testing::find_block(layout, section.id)->rect.left());
  }
  return found;
}

}  // namespace

TEST_CASE("what a title sets against what") {
  CHECK(parts("CD↓ 但 视觉质量↓") == "CD↓|但|视觉质量↓");
  CHECK(parts("多样性↑但保真度↓") == "多样性↑|但|保真度↓");
  CHECK(parts("功能数↑, 却 上手率↓") == "功能数↑|却|上手率↓");
  CHECK(parts("TCP vs UDP") == "TCP|vs|UDP");
  CHECK(parts("读 VS 写") == "读|VS|写");
  for (const char* whole :
       {"但是", "不但快而且好", "简单但有效", "canvas vsync", "但 好", "A vs ", "A vs B vs C", "$a$ 但 $b$", ""}) {
    CAPTURE(whole);
    CHECK(parts(whole) == "");
  }
}

TEST_CASE("headers of two halves share one divider; one title that is whole leaves all of them whole") {
  Poster poster = testing::read_poster("tests/cases/briefs/c4-tradeoffs.json");
  const std::vector<float> at = dividers(poster);
  REQUIRE(at.size() == 4);
  for (const float divider : at) CHECK(divider == doctest::Approx(at[0]).epsilon(0.01));
  Poster icon = poster;
  icon.sections[1].icon = "star";
  CHECK(dividers(icon).empty());
  Poster whole = poster;
  whole.sections[2].title = "短期收入与留存";
  CHECK(dividers(whole).empty());
  Poster narrow = poster;
  narrow.sections[0].title = "每一个新版本的上线速度↑ 但 返工率和缺陷率↑";
  CHECK(dividers(narrow).empty());
}

TEST_CASE("a gain has the colour of what rises, its price that of what falls, whichever way they go") {
  Poster poster = testing::read_poster("tests/cases/briefs/c4-tradeoffs.json");
  poster.sections[0].title = "上线成本↓ 但 返工率↑";
  const PosterLayout layout = layout_of(poster);
  std::vector<std::pair<bool, bool>> halves;  // whether there is a gain's colour, a price's
  for (const Item& item : layout.page.items) {
    const Group* group = std::get_if<Group>(&item);
    if (!group || group->id != poster.sections[0].id + ".title") continue;
    halves.emplace_back(fills(group->items, kDesign.type.signs.up), fills(group->items, kDesign.type.signs.down));
  }
  REQUIRE(halves.size() == 3);
  CHECK(halves[0] == std::pair(true, false));
  CHECK(halves[2] == std::pair(false, true));
}

TEST_CASE("titles in halves are as large as whole ones were") {
  const Poster poster = testing::read_poster("tests/cases/briefs/c4-tradeoffs.json");
  const PosterLayout layout = layout_of(poster);
  for (const char* title : {"speed.title", "features.title", "revenue.title", "accuracy.title"}) {
    CAPTURE(title);
    CHECK(testing::find_block(layout, title)->font_size >= 37.4f);
  }
}
