// From a point on the page to the document, and back.
#include <doctest/doctest.h>

#include "layout/hit_test.h"
#include "model/poster_json.h"
#include "support/golden.h"

using namespace sixiang;

namespace {

Block block(const std::string& id, const Rect& rect) {
  Block made;
  made.id = id;
  made.rect = rect;
  return made;
}

PosterLayout stacked() {
  PosterLayout layout;
  layout.blocks = {block("a", {0, 0, 100, 100}),
                   block("a.cards.0", {10, 10, 50, 50}),
                   block("a.content.0", {20, 20, 20, 10}),
                   block("b", {200, 0, 100, 100}),
                   block("a.content.10", {200, 10, 10, 10}),
                   block("b.content.0", {200, 10, 10, 10})};
  return layout;
}

std::vector<std::string> ids_at(const PosterLayout& layout, Point point) {
  std::vector<std::string> ids;
  for (const Block* hit : hit_test(layout, point)) ids.push_back(hit->id);
  return ids;
}

}  // namespace

TEST_CASE("what is smaller is meant before what it stands on, of two of one size the later one") {
  const PosterLayout layout = stacked();
  CHECK(ids_at(layout, {25, 25}) == std::vector<std::string>{"a.content.0", "a.cards.0", "a"});
  CHECK(ids_at(layout, {50, 50}) == std::vector<std::string>{"a.cards.0", "a"});
  CHECK(ids_at(layout, {205, 15}) == std::vector<std::string>{"b.content.0", "a.content.10", "b"});
  CHECK(ids_at(layout, {150, 50}).empty());
}

TEST_CASE("a field stands in the block with the longest id that it begins with, key by key") {
  const PosterLayout layout = stacked();
  CHECK(block_showing(layout, "a.content.0.text")->id == "a.content.0");
  CHECK(block_showing(layout, "a.content.0")->id == "a.content.0");
  CHECK(block_showing(layout, "a.content.1.text")->id == "a");
  CHECK(block_showing(layout, "a.colors.fill")->id == "a");
  CHECK(block_showing(layout, "ab.title") == nullptr);
  CHECK(block_showing(layout, "") == nullptr);
}

TEST_CASE("a point in the middle of a text of the default poster hits that text, and its field stands there") {
  const Result<Poster> poster =
      parse_poster(testing::read_text(testing::source_path("assets/posters/generative-models.json")));
  REQUIRE(poster.ok());
  const PosterLayout layout = layout_poster(poster.value(), testing::all_fonts());
  int texts = 0;
  for (const Block& shown : layout.blocks) {
    CAPTURE(shown.id);
    if (shown.kind != BlockKind::Card) CHECK(block_showing(layout, shown.id) == &shown);
    if (shown.source.empty()) continue;
    ++texts;
    const auto hits = hit_test(layout, shown.rect.center());
    REQUIRE(!hits.empty());
    CHECK(hits.front() == &shown);
    CHECK(block_showing(layout, shown.field) == &shown);
  }
  CHECK(texts > 30);
}
