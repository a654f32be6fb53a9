// What joins the cards of a grid.

#include <doctest/doctest.h>

#include "layout_checks.h"
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
