// Labels with others below them, each group on a card of its own.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "layout_checks.h"

using namespace sixiang;
using testing::find_block;

namespace {

void add(Section& section, const std::string& text, LabelRole role) {
  section.content.emplace_back().text = text;
  section.content.back().role = role;
}

// Layers above each other, each with so many labels and so many below each of them.
Poster layers(std::size_t groups, std::size_t subs) {
  Poster poster;
  poster.page.width = 1080;
  poster.page.height = 1440;
  poster.layout.columns = 1;
  for (const char* id : {"a", "b", "c"}) {
    Section& section = poster.sections.emplace_back();
    section.id = id;
    section.title = "一层";
    section.colors.fill = Color{0xD5, 0xC6, 0xE0, 255};
    for (std::size_t i = 0; i < groups; ++i) {
      add(section, "Kaolin: 三维数组", LabelRole::Text);
      for (std::size_t k = 0; k < subs; ++k) add(section, "它的一个特点", LabelRole::Sub);
    }
  }
  return poster;
}

PosterLayout laid_out(const Poster& poster) { return layout_poster(poster, testing::all_fonts()); }

std::size_t count_cards(const PosterLayout& layout) {
  return std::size_t(std::count_if(layout.blocks.begin(), layout.blocks.end(), [](const Block& block) {
    return block.kind == BlockKind::Card && block.id.find(".groups.") != std::string::npos;
  }));
}

}  // namespace

TEST_CASE("groups: in wide bodies each stands on a card, and those of a section are equal and side by side") {
  const PosterLayout layout = laid_out(layers(2, 3));
  CHECK(count_cards(layout) == 6);
  const Rect left = find_block(layout, "a.groups.0")->rect, right = find_block(layout, "a.groups.1")->rect;
  CHECK(left.top() == doctest::Approx(right.top()));
  CHECK(left.width == doctest::Approx(right.width));
  CHECK(left.height == doctest::Approx(right.height));
  CHECK(left.right() < right.left());
  for (const char* id : {"a.content.0", "a.content.1", "a.content.3"}) {
    const Rect text = find_block(layout, id)->rect;
    CHECK(text.left() > left.left());
    CHECK(text.right() < left.right());
    CHECK(text.top() > left.top());
    CHECK(text.bottom() < left.bottom());
  }
}

TEST_CASE("groups: what stands below names begins on one line in all cards of a row") {
  Poster poster = layers(2, 3);
  poster.sections[0].content[0].text = "Kaolin: 三维数组和光栅化";
  const PosterLayout layout = laid_out(poster);
  CHECK(find_block(layout, "a.content.1")->rect.top() ==
        doctest::Approx(find_block(layout, "a.content.5")->rect.top()).epsilon(0.001));
}

TEST_CASE("groups: a name without a lead is larger than what stands below it, and smaller than the section's title") {
  Poster poster = layers(2, 3);
  for (Section& section : poster.sections) section.content[0].text = section.content[4].text = "几何库";
  const PosterLayout layout = laid_out(poster);
  const float name = find_block(layout, "a.content.0")->font_size;
  CHECK(name >= find_block(layout, "a.content.1")->font_size);
  CHECK(name < find_block(layout, "a.title")->font_size);
}

TEST_CASE("groups: narrow bodies have none, nor have pages on which few sections hold any") {
  Poster narrow = layers(2, 2);
  narrow.layout.columns = 2;
  narrow.page.height = 1080;
  narrow.sections.pop_back();
  CHECK(count_cards(laid_out(narrow)) == 0);
  Poster few = layers(2, 2);
  for (std::size_t i : {1u, 2u}) {
    few.sections[i].content.clear();
    add(few.sections[i], "一句话", LabelRole::Text);
  }
  CHECK(!find_block(laid_out(few), "a.groups.0"));
}

TEST_CASE("groups: where one label has nothing below it and says no more than its name, all stand in lists") {
  Poster poster = layers(2, 2);
  add(poster.sections[0], "别的", LabelRole::Text);
  CHECK(count_cards(laid_out(poster)) == 0);
  poster.sections[0].content.back().text = "别的: 也有用";
  CHECK(count_cards(laid_out(poster)) == 7);
}

TEST_CASE("groups: texts that would be small on cards stand in lists") {
  CHECK(count_cards(laid_out(layers(2, 3))) > 0);
  CHECK(count_cards(laid_out(layers(4, 9))) == 0);
}

TEST_CASE("in a wide body labels with others below them stand side by side where that makes texts larger") {
  const Poster poster = layers(2, 4);
  const PosterLayout layout = layout_poster(poster, testing::all_fonts());
  const Rect left = find_block(layout, "a.content.0")->rect, right = find_block(layout, "a.content.5")->rect;
  CHECK(right.top() == doctest::Approx(left.top()));
  CHECK(right.left() > 540);
  CHECK(find_block(layout, "a.content.6")->rect.left() > right.left());
}
