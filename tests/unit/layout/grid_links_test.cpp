// What joins the cards of a grid.

#include <doctest/doctest.h>

#include "layout_checks.h"
#include "model/ids.h"
#include "support/poster_files.h"

using namespace sixiang;
using namespace sixiang::testing;

TEST_CASE("names of an arrow and of the one back stand above and below, in a gutter for one of them") {
  Poster poster = read_poster("tests/cases/briefs/c1-release.json");
  poster.links.clear();
  const auto join = [&poster](std::size_t from, std::size_t to, const char* text) {
    Link link;
    link.from = poster.sections[from].id;
    link.to = poster.sections[to].id;
    link.text = text;
    poster.links.push_back(link);
  };
  join(0, 1, "筷子能扎透");
  const PosterLayout alone = layout_poster(poster, all_fonts());
  join(1, 0, "不够软再炖");
  poster.links.back().shape = LinkShape::Line;
  const PosterLayout layout = layout_poster(poster, all_fonts());
  const auto card = [&poster](const PosterLayout& page, std::size_t section) {
    return find_block(page, poster.sections[section].id)->rect;
  };
  const Block *there = find_block(layout, "links.0.text"), *back = find_block(layout, "links.1.text");
  const Block *upper = find_block(layout, "links.0"), *lower = find_block(layout, "links.1");
  REQUIRE((there && back && upper && lower));
  CHECK(there->rect.bottom() <= upper->rect.top() + 1);
  CHECK(upper->rect.bottom() <= lower->rect.top() + 1);
  CHECK(back->rect.top() >= lower->rect.bottom() - 1);
  const auto gutter = [&](const PosterLayout& page) { return card(page, 1).left() - card(page, 0).right(); };
  CHECK(gutter(layout) < gutter(alone) + 2);
  CHECK(all_complaints(layout, poster, Excuse::None).empty());
}

namespace {

Rect ink_of(const PosterLayout& page, const char* id) { return find_block(page, id)->rect; }

}  // namespace

TEST_CASE("an arrow keeps off the outlines of the cards that it joins") {
  const PosterLayout page = layout_poster(read_poster("tests/cases/posters/page-feedback.json"), all_fonts());
  std::size_t arrows = 0;
  for (const Block& arrow : page.blocks) {
    if (arrow.kind != BlockKind::Link || !arrow.source.empty() || arrow.rect.empty()) continue;
    ++arrows;
    for (const Block& card : page.blocks) {
      if (card.kind != BlockKind::Section || card.rect.empty()) continue;
      CAPTURE(arrow.id);
      CAPTURE(card.id);
      CHECK(!intersects(inset(arrow.rect, -2), card.rect));
    }
  }
  CHECK(arrows > 1);
}

TEST_CASE("words that stand upright keep their spaces, and are large on a long way") {
  Poster poster = read_poster("tests/cases/briefs/c3-pourover.json");
  const PosterLayout spaced = layout_poster(poster, all_fonts());
  const Block* words = find_block(spaced, "links.0.text");
  REQUIRE(words);
  CHECK(words->font_size > 40);
  poster.links[0].text = "酸就磨细苦就磨粗";
  const PosterLayout joined = layout_poster(poster, all_fonts());
  CHECK(ink_of(spaced, "links.0.text").height ==
        doctest::Approx(ink_of(joined, "links.0.text").height + 0.6f * words->font_size).epsilon(0.01));
}

TEST_CASE("the lines of a hub stand apart and fill it, its formula hardly larger than they") {
  const PosterLayout page = layout_poster(read_poster("tests/cases/posters/page-hub-dark.json"), all_fonts());
  const Block *first = find_block(page, "center.lines.0"), *formula = find_block(page, "center.lines.1"),
              *last = find_block(page, "center.lines.2"), *hub = find_block(page, "center");
  REQUIRE((first && formula && last && hub));
  CHECK(formula->font_size <= 1.16f * first->font_size);
  CHECK(formula->rect.top() - first->rect.bottom() >= 0.44f * first->font_size);
  CHECK(last->rect.top() - formula->rect.bottom() >= 0.44f * first->font_size);
  CHECK(last->rect.bottom() - first->rect.top() > 0.45f * hub->rect.height);
  CHECK(last->rect.bottom() - first->rect.top() < 0.62f * hub->rect.height);
}

TEST_CASE("the words on an arrow keep off another one that crosses it") {
  const Poster poster = read_poster("tests/cases/briefs/c1-release.json");
  const PosterLayout page = layout_poster(poster, all_fonts());
  std::size_t words = 0;
  for (const Block& text : page.blocks) {
    if (text.kind != BlockKind::Link || text.source.empty()) continue;
    ++words;
    for (const Block& arrow : page.blocks) {
      const bool straight = std::min(arrow.rect.width, arrow.rect.height) < 100;
      if (arrow.kind != BlockKind::Link || !arrow.source.empty() || lies_in(text.id, arrow.id) || !straight) continue;
      CAPTURE(text.id);
      CAPTURE(arrow.id);
      CHECK_FALSE(intersects(text.rect, arrow.rect));
    }
  }
  CHECK(words > 4);
}
