// Where the caret stands in a text of the page.
#include <doctest/doctest.h>

#include <string>

#include "layout/carets.h"
#include "layout/hit_test.h"
#include "support/golden.h"

using namespace sixiang;
using sixiang::testing::all_fonts;

namespace {

Poster poster_of(const std::string& text, float width) {
  Poster poster;
  poster.page.width = width;
  poster.page.height = 600;
  Section section;
  section.id = "a";
  section.title = "板块";
  section.content.emplace_back();
  section.content.back().text = text;
  poster.sections.push_back(section);
  return poster;
}

struct Edited {
  PosterLayout layout;
  std::optional<Carets> carets;

  explicit Edited(const std::string& text, float width = 900, const std::string& field = "a.content.0.text") {
    layout = layout_poster(poster_of(text, width), all_fonts());
    const Block* block = block_showing(layout, field);
    REQUIRE(block);
    carets = find_carets(layout, *block, all_fonts());
  }
};

}  // namespace

TEST_CASE("a caret stands before each character and behind the last one") {
  const std::string text = "机制: 用 GAN 生成";
  const Edited edited(text);
  REQUIRE(edited.carets);
  const Rect bounds = edited.carets->bounds();
  float x = bounds.left() - 1;
  for (std::size_t offset = 0; offset <= text.size(); ++offset) {
    if ((static_cast<unsigned char>(text[std::min(offset, text.size() - 1)]) & 0xC0) == 0x80 && offset < text.size()) {
      continue;
    }
    const Rect caret = edited.carets->at(offset);
    CHECK(caret.x > x);
    CHECK(edited.carets->offset_at({caret.x + 0.1f, caret.center().y}) == offset);
    x = caret.x;
  }
  CHECK(x == doctest::Approx(bounds.right()));
  CHECK(edited.carets->between(0, text.size()).size() == 1);
}

TEST_CASE("carets follow lines, typed ones and those that are broken") {
  const Edited typed("甲乙\n丙丁");
  REQUIRE(typed.carets);
  const Rect first = typed.carets->at(6), second = typed.carets->at(7);
  CHECK(first.top() < second.top());
  CHECK(first.x > second.x);
  CHECK(typed.carets->stepped(3, CaretStep::Down) == 10);
  CHECK(typed.carets->stepped(10, CaretStep::Up) == 3);
  CHECK(typed.carets->stepped(3, CaretStep::Up) == 0);
  CHECK(typed.carets->stepped(10, CaretStep::Down) == 13);
  CHECK(typed.carets->stepped(10, CaretStep::LineStart) == 7);
  CHECK(typed.carets->stepped(0, CaretStep::LineEnd) == 6);
  CHECK(typed.carets->between(3, 10).size() == 2);

  std::string text;
  for (int i = 0; i < 60; ++i) text += "字";
  const Edited broken(text, 500);
  REQUIRE(broken.carets);
  CHECK(broken.carets->at(180).top() > broken.carets->at(0).top());
}

TEST_CASE("blanks that hang over the end of a text have their places") {
  const Edited edited("甲 ");
  REQUIRE(edited.carets);
  CHECK(edited.carets->at(4).x > edited.carets->at(3).x);
  const Edited lines("甲\n");
  REQUIRE(lines.carets);
  CHECK(lines.carets->at(4).top() >= lines.carets->at(3).bottom() - 1);
}

TEST_CASE("an empty text has one caret") {
  const Edited edited("");
  REQUIRE(edited.carets);
  CHECK(edited.carets->at(0).height > 10);
  CHECK(edited.carets->offset_at({0, 0}) == 0);
}

TEST_CASE("titles have carets too, and what shows other characters than were typed has none") {
  CHECK(Edited("甲", 900, "a.title").carets);
  for (const std::string text : {"式 $x^2$", ":rocket: 发射", "**重**点", "==亮=="}) {
    CAPTURE(text);
    CHECK(!Edited(text).carets);
  }
}
