// What has become of a poster, in words.
#include <doctest/doctest.h>

#include "editor/difference.h"
#include "model/poster_json.h"
#include "support/golden.h"

using namespace sixiang;

namespace {

Poster sample() {
  Poster poster;
  for (const char* id : {"a", "b"}) {
    Section section;
    section.id = id;
    section.content.resize(3);
    for (std::size_t i = 0; i < 3; ++i) section.content[i].text = std::string(id) + std::to_string(i);
    poster.sections.push_back(section);
  }
  return poster;
}

}  // namespace

TEST_CASE("what was changed, added and removed is counted") {
  const Poster before = sample();
  CHECK(difference(before, before).chinese.empty());
  Poster after = before;
  after.sections[0].content[1].text = "别的";
  after.sections[0].content[2].text = "又一条";
  CHECK(difference(before, after).chinese == "改了 2 条要点");
  CHECK(difference(before, after).english == "2 labels changed");
  after.sections[1].content.emplace_back();
  CHECK(difference(before, after).chinese == "改了 2 条要点，加了 1 条要点");
  after.sections[1].content.erase(after.sections[1].content.begin(), after.sections[1].content.begin() + 2);
  CHECK(difference(before, after).chinese == "改了 3 条要点，删了 1 条要点");
}

TEST_CASE("sections, title, colours, diagrams and the page are told by themselves") {
  const Poster before = sample();
  Poster after = before;
  SUBCASE("title") {
    after.title.text = "新";
    CHECK(difference(before, after).chinese == "改了标题");
  }
  SUBCASE("a section less, and one more") {
    after.sections[1].id = "c";
    CHECK(difference(before, after).chinese == "加了 1 个板块，删了 1 个板块");
  }
  SUBCASE("a section's title and colour") {
    after.sections[1].title = "新";
    after.sections[1].colors.fill = Color{1, 2, 3, 255};
    CHECK(difference(before, after).chinese == "改了 1 个板块，改了 1 个板块的颜色");
  }
  SUBCASE("a diagram") {
    after.sections[0].content[0].diagram.emplace();
    CHECK(difference(before, after).english == "1 label removed, 1 diagram added");
  }
  SUBCASE("page") {
    after.page.width = 1920;
    CHECK(difference(before, after).chinese == "改了版面");
  }
  SUBCASE("a label that only moved is none") {
    std::swap(after.sections[0].content[0], after.sections[0].content[1]);
    CHECK(difference(before, after).chinese.empty());
  }
}
