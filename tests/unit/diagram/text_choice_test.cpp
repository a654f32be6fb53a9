// Which of their places texts take, so that all are apart.
#include "diagram/text_choice.h"

#include <doctest/doctest.h>

using namespace sixiang;

namespace {

LabelChoice at(float x, float cost) { return {{x, 0, 90, 20}, cost}; }

}  // namespace

TEST_CASE("each text has the cheapest place that leaves one to all others") {
  // The second one can only stand where the first one would like to.
  const auto chosen = choose_places({{at(0, 1), at(200, 2), at(400, 9)}, {at(0, 5)}, {at(600, 1)}}, 4);
  REQUIRE(chosen);
  CHECK(*chosen == std::vector<std::size_t>{1, 0, 0});
}

TEST_CASE("a choice is taken back where it leaves no place to a later text") {
  const auto chosen = choose_places({{at(0, 1), at(100, 2)}, {at(0, 1), at(200, 2)}, {at(100, 1), at(200, 5)}}, 4);
  REQUIRE(chosen);
  for (std::size_t a = 0; a < 3; ++a) CHECK((*chosen)[a] < 2);
}

TEST_CASE("a text moves for another one that wins more by it") {
  const auto chosen =
      choose_places({{at(0, 1), at(300, 2), at(600, 9)}, {at(0, 1), at(200, 50), at(500, 60), at(800, 70)}}, 4);
  REQUIRE(chosen);
  CHECK(*chosen == std::vector<std::size_t>{1, 0});
}

TEST_CASE("where there is no place for all nothing is chosen, and soon") {
  CHECK_FALSE(choose_places({{at(0, 1)}, {at(50, 1)}}, 4));
  CHECK_FALSE(choose_places({{at(0, 1)}, {}}, 4));
  std::vector<std::vector<LabelChoice>> many(40);
  for (auto& text : many) {
    for (int i = 0; i < 39; ++i) text.push_back(at(float(i) * 100, float(i)));
  }
  CHECK_FALSE(choose_places(many, 4));
  CHECK(choose_places({}, 4));
}
