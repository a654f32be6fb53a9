// What pages do with their room: texts before arrows, columns before empty halves, tags and paddings one can see.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "layout/design.h"
#include "layout/style_measures.h"
#include "layout_checks.h"
#include "support/poster_files.h"

using namespace sixiang;
using testing::find_block;

namespace {

PosterLayout layout_of(const std::string& file) {
  return layout_poster(testing::read_poster(file), testing::all_fonts());
}

float text_of(const std::string& file) {
  const Poster poster = testing::read_poster(file);
  return smallest_text(measure_style(poster, layout_poster(poster, testing::all_fonts())), "label-text");
}

}  // namespace

TEST_CASE(
    "room: a gutter between rows that no arrow asks for is not as wide as one that has two, and texts are larger") {
  const PosterLayout layout = layout_of("tests/cases/briefs/c1-release.json");
  std::vector<Rect> cards;
  for (const Block& block : layout.blocks) {
    if (block.kind == BlockKind::Section) cards.push_back(block.rect);
  }
  REQUIRE(cards.size() == 9);
  const float first = cards[3].top() - cards[0].bottom(), second = cards[6].top() - cards[3].bottom();
  CHECK(second < first - 20);
  CHECK(text_of("tests/cases/briefs/c1-release.json") >= 33);
}

TEST_CASE("room: arrows from layer to layer give way to texts under their size") {
  CHECK(text_of("tests/cases/briefs/c2-warehouse.json") >= 28);
}

TEST_CASE("room: in a wide body what stands below one label shares rows, in columns") {
  const PosterLayout layout = layout_of("tests/cases/briefs/c2-warehouse.json");
  const Rect left = find_block(layout, "dwd.content.1")->rect, right = find_block(layout, "dwd.content.2")->rect;
  CHECK(right.top() == doctest::Approx(left.top()).epsilon(0.002));
  CHECK(right.left() > 540);
  CHECK(right.left() == doctest::Approx(find_block(layout, "ods.content.2")->rect.left()).epsilon(0.002));
}

TEST_CASE(
    "room: tags of numbered headers stand in a column at the right end, in one size as large as all have room for") {
  const PosterLayout layout = layout_of("assets/posters/network-stack.json");
  std::vector<const Block*> tags;
  for (const Block& block : layout.blocks) {
    const bool tag = block.kind == BlockKind::Badge && block.id.find(".badge") != std::string::npos;
    if (tag) tags.push_back(&block);
  }
  REQUIRE(tags.size() == 5);
  for (const Block* tag : tags) {
    CAPTURE(tag->id);
    CHECK(tag->font_size >= 28);
    CHECK(tag->font_size == doctest::Approx(tags.front()->font_size));
    CHECK(tag->rect.right() == doctest::Approx(tags.front()->rect.right()));
    CHECK(tag->rect.left() > 540);
  }
}

TEST_CASE("room: the word on a split's arrow reaches into its head, and both halves have what that spares") {
  const PosterLayout layout = layout_of("tests/cases/posters/page-split.json");
  std::vector<Rect> panels;
  for (const Block& block : layout.blocks) {
    if (block.kind == BlockKind::Section) panels.push_back(block.rect);
  }
  REQUIRE(panels.size() == 2);
  const float gutter = panels[1].left() - panels[0].right();
  CHECK(gutter <= 0.135f * 1920);
  const Rect word = testing::ink_of(layout, "layout.divider.text");
  if (!word.empty()) {
    CHECK(word.left() >= panels[0].right());
    CHECK(word.right() <= panels[1].left());
  }
}

TEST_CASE("room: on a long page what stands in a card keeps off its edge by three quarters of its text") {
  for (const char* file : {"assets/posters/https-journey.json", "assets/posters/process-thread.json",
                           "tests/cases/briefs/d1-lying-numbers.json"}) {
    CAPTURE(file);
    const PosterLayout layout = layout_of(file);
    for (const Block& card : layout.blocks) {
      if (card.kind != BlockKind::Card) continue;
      CAPTURE(card.id);
      const Block* section = find_block(layout, card.id.substr(0, card.id.find('.')));
      REQUIRE(section);
      const Block* text = find_block(layout, card.id.substr(0, card.id.find('.')) + ".content.0");
      const float size = text && text->font_size > 0 ? text->font_size : 30;
      CHECK(card.rect.left() - section->rect.left() >= std::min(0.75f * size, 24.0f) - 0.5f);
    }
  }
}

namespace {

// Two halves of as many rows; those of the left one begin with icons.
Poster split_of_lists() {
  Poster poster;
  poster.page.width = 1920;
  poster.page.height = 1080;
  poster.layout.columns = 2;
  poster.layout.divider = Divider{};
  for (const char* id : {"a", "b"}) {
    Section& section = poster.sections.emplace_back();
    section.id = id;
    section.title = "一半";
    for (int i = 0; i < 8; ++i) section.content.emplace_back().text = "一步: 三天";
  }
  for (int i = 0; i < 7; ++i) {
    Label& label = poster.sections[0].content[std::size_t(i)];
    label.text = ":clock: " + label.text;
    label.bullet = Bullet::None;
  }
  poster.sections[1].content[0].text = "概念探索和中模: 两到四个小时 (少了百分之八十五)";
  return poster;
}

std::string item(const char* section, int index) { return std::string(section) + ".content." + std::to_string(index); }

}  // namespace

TEST_CASE("room: an icon that a label begins with stands on a tile, and all labels of the list begin at one edge") {
  const PosterLayout layout = layout_poster(split_of_lists(), testing::all_fonts());
  const float edge = find_block(layout, "a.content.0")->rect.left(),
              size = find_block(layout, "a.content.0")->font_size;
  for (int i = 0; i < 8; ++i) {
    CHECK(find_block(layout, item("a", i))->rect.left() == doctest::Approx(edge));
    const Block* icon = find_block(layout, item("a", i) + ".icon");
    REQUIRE((icon != nullptr) == (i < 7));
    if (icon) CHECK(icon->rect.right() < edge);
    if (icon) CHECK(icon->rect.width >= 0.9f * size);
  }
}

TEST_CASE("room: rows of a split's lists stand beside each other, one line each") {
  const PosterLayout layout = layout_poster(split_of_lists(), testing::all_fonts());
  for (int i = 0; i < 8; ++i) {
    CAPTURE(i);
    const Block *left = find_block(layout, item("a", i)), *right = find_block(layout, item("b", i));
    CHECK(left->rect.top() == doctest::Approx(right->rect.top()).epsilon(0.001));
    CHECK(left->font_size == doctest::Approx(right->font_size));
    CHECK(right->font_size >= 29);
    CHECK(right->rect.height < 1.6f * right->font_size);
  }
}

TEST_CASE("room: an icon's name that is none, or that nothing follows, stays text") {
  Poster poster = split_of_lists();
  poster.sections[0].content[0].text = ":clock:";
  poster.sections[0].content[1].text = ":no-such-thing: 一步";
  const PosterLayout layout = layout_poster(poster, testing::all_fonts());
  CHECK_FALSE(find_block(layout, "a.content.0.icon"));
  CHECK_FALSE(find_block(layout, "a.content.1.icon"));
  CHECK(testing::is_reported(layout, "a.content.1", "unknown-icon"));
}

TEST_CASE("room: shares at the ends of statements stand in discs at the ends of their rows, without their brackets") {
  Poster poster = split_of_lists();
  Section& section = poster.sections[1];
  for (int i = 0; i < 8; ++i) section.content[std::size_t(i)].text = "一步: 两天 (少了" + std::to_string(20 + i) + "%)";
  section.content[7].text = "一步: 两天（少了 5%）";
  const PosterLayout layout = layout_poster(poster, testing::all_fonts());
  const float right = find_block(layout, "b.seals.0")->rect.right();
  for (int i = 0; i < 8; ++i) {
    CAPTURE(i);
    const Block* disc = find_block(layout, "b.seals." + std::to_string(i));
    const Block* label = find_block(layout, item("b", i));
    REQUIRE(disc);
    CHECK(disc->rect.width == doctest::Approx(disc->rect.height));
    CHECK(disc->rect.right() == doctest::Approx(right));
    CHECK(disc->rect.left() > label->rect.right());
    if (i > 0) CHECK(disc->rect.top() > find_block(layout, "b.seals." + std::to_string(i - 1))->rect.bottom());
    CHECK(label->rect.top() == doctest::Approx(find_block(layout, item("a", i))->rect.top()).epsilon(0.001));
  }
}

TEST_CASE("room: a few shares among other statements, or ones that are not plain, stay text") {
  Poster poster = split_of_lists();
  for (int i = 0; i < 4; ++i) poster.sections[1].content[std::size_t(i)].text = "一步 (少了20%)";
  for (int i = 4; i < 8; ++i) poster.sections[1].content[std::size_t(i)].text = "一步 (比去年同期少了20%)";
  CHECK_FALSE(find_block(layout_poster(poster, testing::all_fonts()), "b.seals.0"));
  for (int i = 0; i < 8; ++i) poster.sections[1].content[std::size_t(i)].text = "一步 ($20$%)";
  CHECK_FALSE(find_block(layout_poster(poster, testing::all_fonts()), "b.seals.0"));
}

TEST_CASE("room: in a header beside a tall body the number gives the column to a large icon, and titles are alike") {
  const PosterLayout layout = layout_of("tests/cases/briefs/c3-pourover.json");
  std::size_t headers = 0;
  float title = 0;
  for (const Block& block : layout.blocks) {
    if (block.kind != BlockKind::Section) continue;
    const std::string id = block.id;
    CAPTURE(id);
    const Block *number = find_block(layout, id + ".number"), *icon = find_block(layout, id + ".icon");
    if (!number || !icon) continue;
    ++headers;
    CHECK(icon->rect.width >= 80);
    CHECK(contains(block.rect, number->rect.center()));
    const Point apart = icon->rect.center() - number->rect.center();
    const float icon_disc = icon->rect.width / 2 / kDesign.header.icon_part;
    CHECK(std::sqrt(apart.x * apart.x + apart.y * apart.y) >= icon_disc + number->rect.width / 2);
    const float size = find_block(layout, id + ".title")->font_size;
    if (title == 0) title = size;
    CHECK(size == doctest::Approx(title));
    CHECK(size >= 55);
  }
  CHECK(headers == 4);
}

TEST_CASE("room: a title beside its body is not broken more often for being large") {
  const PosterLayout layout = layout_of("tests/cases/posters/page-bento.json");
  const Block* title = nullptr;
  for (const Block& block : layout.blocks) {
    if (block.kind == BlockKind::SectionTitle && block.source == "看到数字先问四句") title = &block;
  }
  REQUIRE(title);
  CHECK(title->rect.height < 2.6f * title->font_size);
}
