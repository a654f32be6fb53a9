// A few statements that leave much of their body empty, each on a card of its own.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "layout_checks.h"

using namespace sixiang;
using testing::find_block;

namespace {

// Four cards, two by two, that hold these statements each.
Poster page_of(const std::vector<std::string>& statements) {
  Poster poster;
  poster.layout.columns = 2;
  for (const char* id : {"a", "b", "c", "d"}) {
    Section& section = poster.sections.emplace_back();
    section.id = id;
    section.title = "一格";
    section.colors.fill = Color{0xA8, 0xD8, 0xEA, 255};
    for (const std::string& text : statements) section.content.emplace_back().text = text;
  }
  return poster;
}

PosterLayout laid_out(const Poster& poster) { return layout_poster(poster, testing::all_fonts()); }

std::vector<Rect> cards_of(const PosterLayout& layout, const std::string& section) {
  std::vector<Rect> cards;
  while (const Block* card = find_block(layout, section + ".groups." + std::to_string(cards.size())))
    cards.push_back(card->rect);
  return cards;
}

}  // namespace

TEST_CASE("item cards: two statements share the height of their body as equal cards") {
  const PosterLayout layout = laid_out(page_of({"先看清楚", "再动手做"}));
  for (const std::string section : {"a", "b", "c", "d"}) {
    CAPTURE(section);
    const std::vector<Rect> cards = cards_of(layout, section);
    REQUIRE(cards.size() == 2);
    CHECK(cards[0].height == doctest::Approx(cards[1].height));
    CHECK(cards[0].width == doctest::Approx(cards[1].width));
    CHECK(cards[0].bottom() < cards[1].top());
    const Rect frame = find_block(layout, section)->rect;
    CHECK(cards[0].height + cards[1].height > frame.height / 3);
    for (std::size_t i = 0; i < 2; ++i) {
      const Rect text = find_block(layout, section + ".content." + std::to_string(i))->rect;
      CHECK(text.center().y == doctest::Approx(cards[i].center().y).epsilon(0.02));
      CHECK(text.left() > cards[i].left());
      CHECK(text.right() < cards[i].right());
    }
  }
}

TEST_CASE("item cards: in a wide body they stand side by side, with leads above what they lead") {
  Poster poster = page_of({"粉量：15 克", "粗细：像细砂糖"});
  poster.layout.columns = 1;
  poster.sections.resize(2);
  const PosterLayout layout = laid_out(poster);
  const std::vector<Rect> cards = cards_of(layout, "a");
  REQUIRE(cards.size() == 2);
  CHECK(cards[0].top() == doctest::Approx(cards[1].top()));
  CHECK(cards[0].right() < cards[1].left());
}

TEST_CASE("item cards: a single statement stands in the middle of one") {
  const PosterLayout layout = laid_out(page_of({"只有一句话"}));
  const std::vector<Rect> cards = cards_of(layout, "b");
  REQUIRE(cards.size() == 1);
  const Rect text = find_block(layout, "b.content.0")->rect;
  CHECK(text.center().x == doctest::Approx(cards[0].center().x).epsilon(0.01));
  CHECK(text.center().y == doctest::Approx(cards[0].center().y).epsilon(0.02));
}

TEST_CASE("item cards: not in full bodies, nor where others of as many statements have no room for them") {
  CHECK(cards_of(laid_out(page_of({"一", "二", "三", "四"})), "a").empty());
  Poster uneven = page_of({"先看清楚", "再动手做"});
  for (std::size_t i = 0; i < 2; ++i) {
    uneven.sections[3].content[i].text =
        "这一格里写了许多字，占满了它的整个高度，所以放不下白色的卡片，也就没有谁可以有，"
        "因为相同条数的各格要么都有，要么都没有，看上去才像是一家人，而不是东一块西一块的样子，这样读者才不会分心。";
  }
  CHECK(cards_of(laid_out(uneven), "a").empty());
}

TEST_CASE("item cards: not beside a section with the same lead that holds more") {
  Poster poster = page_of({"案例：一个", "教训：要看清"});
  for (const char* text : {"机制：第一个", "机制：第二个", "机制：第三个"})
    poster.sections[0].content.emplace_back().text = text;
  CHECK(cards_of(laid_out(poster), "b").empty());
  poster.sections[0].content[0].text = "别的：一个";
  CHECK(cards_of(laid_out(poster), "b").size() == 2);
}

TEST_CASE("item cards: none on a body that they could not be told from") {
  Poster poster = page_of({"先看清楚", "再动手做"});
  for (Section& section : poster.sections) section.colors.fill = Color{255, 255, 255, 255};
  CHECK(cards_of(laid_out(poster), "a").empty());
}
