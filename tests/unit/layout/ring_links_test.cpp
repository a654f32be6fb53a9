// What joins round nodes to what stands beside the ring; and what is asked for and cannot be drawn says so.
#include <doctest/doctest.h>

#include "layout_checks.h"
#include "support/poster_files.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

Poster react_loop() { return read_poster("assets/posters/react-loop.json"); }

Link joining(std::string from, std::string to, std::string text = {}) {
  Link result;
  result.from = std::move(from);
  result.to = std::move(to);
  result.text = std::move(text);
  return result;
}

}  // namespace

TEST_CASE("a round node is joined to a section at the foot, straight, with its words beside") {
  Poster poster = react_loop();
  poster.links.push_back(joining("observe", "stop"));
  poster.links.push_back(joining("stop", "tool", "重来"));
  const PosterLayout layout = layout_poster(poster, all_fonts());
  const Block *down = find_block(layout, "links.5"), *up = find_block(layout, "links.6");
  const Block *observe = find_block(layout, "observe"), *stop = find_block(layout, "stop");
  REQUIRE((down && up && observe && stop));
  CHECK(down->rect.top() >= observe->rect.bottom() - 1);
  CHECK(down->rect.bottom() <= stop->rect.top() + 1);
  CHECK(down->rect.height > 20);
  CHECK_FALSE(is_reported(layout, "links.5", "no-way"));
  CHECK(all_complaints(layout, poster, Excuse::None).empty());
}

TEST_CASE("what round nodes say stands in pills beside them where it would be small within, clear of all words") {
  Poster poster = read_poster("tests/cases/posters/page-ring.json");
  poster.page.width = 1920;
  poster.page.height = 1080;
  const PosterLayout layout = layout_poster(poster, all_fonts());
  std::vector<const Block*> texts, discs;
  for (const Block& block : layout.blocks) {
    if (block.kind == BlockKind::DiagramPart && block.rect.width > 0) texts.push_back(&block);
    if (block.kind == BlockKind::Section && block.rect.width == doctest::Approx(block.rect.height))
      discs.push_back(&block);
  }
  REQUIRE(discs.size() > 2);
  for (const Block* disc : discs) {
    CAPTURE(disc->id);
    CHECK(disc->rect.width > 0.2f * poster.page.height);
    CHECK(disc->font_size >= 30);
    for (const Block* text : texts) {
      CAPTURE(text->id);
      const bool is_within = text->rect == disc->rect;
      CHECK((is_within ||
             squared_distance(text->rect, disc->rect.center()) >= 0.24f * disc->rect.width * disc->rect.width));
      if (is_within) CHECK(0.74f * text->font_size >= 22);
    }
  }
}

TEST_CASE("a link without a free way says so, and nothing of it is drawn") {
  Poster poster = react_loop();
  poster.links.push_back(joining("think", "stop"));
  PosterLayout layout = layout_poster(poster, all_fonts());
  CHECK(is_reported(layout, "links.5", "no-way"));
  CHECK_FALSE(find_block(layout, "links.5"));
  // Of a card to itself.
  poster.links.back() = joining("stop", "stop");
  layout = layout_poster(poster, all_fonts());
  CHECK(is_reported(layout, "links.5", "no-way"));
  // Those of the ring are drawn.
  for (int i = 0; i < 5; ++i) CHECK_FALSE(is_reported(layout, "links." + std::to_string(i), "no-way"));
}

TEST_CASE("names and arrows' names of a ring on a long page are large, and its title has air above it") {
  Poster poster = read_poster("tests/cases/posters/page-ring.json");
  poster.page.width = 1920;
  poster.page.height = 1080;
  const PosterLayout layout = layout_poster(poster, all_fonts());
  const Block* title = find_block(layout, "title");
  REQUIRE(title);
  CHECK(title->rect.top() >= 30);
  for (const Block& block : layout.blocks) {
    CAPTURE(block.id);
    if (block.kind == BlockKind::SectionTitle) CHECK(block.font_size >= 39);
    if (block.id.starts_with("links.")) CHECK(block.font_size >= 36);
  }
  CHECK(all_complaints(layout, poster, Excuse::None).empty());
}

TEST_CASE("a centre of one long line is broken where it can be read much better so") {
  Poster poster = react_loop();
  poster.links.push_back(joining("think", "tool"));
  poster.center = Center{};
  poster.center->lines = {{"没有起点 也没有终点", CenterRole::Text, {}}};
  const PosterLayout layout = layout_poster(poster, all_fonts());
  const Block* line = find_block(layout, "center.lines.0");
  REQUIRE(line);
  CHECK(line->rect.height > 1.5f * line->font_size);
}

TEST_CASE("arrows across a ring leave its centre a place, readable, which nothing else touches") {
  Poster poster = react_loop();
  const std::vector<std::string> ids = {"think", "act", "tool", "observe"};
  for (int step : {1, 2}) {
    for (std::size_t i = 0; i + 2 < ids.size(); ++i) poster.links.push_back(joining(ids[i], ids[(i + 2) % 4], "再来"));
    poster.center = Center{};
    poster.center->lines = {{"没有起点", CenterRole::Text, {}}, {"也没有终点", CenterRole::Text, {}}};
    const PosterLayout layout = layout_poster(poster, all_fonts());
    CAPTURE(step);
    const Block *center = find_block(layout, "center"), *line = find_block(layout, "center.lines.0");
    REQUIRE((center && line));
    CHECK(line->font_size >= 18);
    CHECK_FALSE(is_reported(layout, "center", "overflow"));
    CHECK(all_complaints(layout, poster, Excuse::None).empty());
  }
}

TEST_CASE("a centre that no ring has room for is reported, not dropped in silence") {
  Poster poster = react_loop();
  poster.page.width = poster.page.height = 320;
  poster.center = Center{};
  for (int i = 0; i < 9; ++i)
    poster.center->lines.push_back({"没有起点也没有终点的一句很长的话", CenterRole::Text, {}});
  for (const char* from : {"think", "act", "tool", "observe"}) {
    for (const char* to : {"think", "act", "tool", "observe"}) poster.links.push_back(joining(from, to, "抬升剥蚀"));
  }
  const PosterLayout layout = layout_poster(poster, all_fonts());
  CHECK((find_block(layout, "center") != nullptr) != is_reported(layout, "center", "no-room"));
}

TEST_CASE("a low band across the page has a side header that is wide enough for its title on one line") {
  Poster poster = read_poster("tests/cases/posters/page-hub-dark.json");
  Section* band = nullptr;
  for (Section& section : poster.sections) {
    if (section.place == SectionPlace::Bottom) band = &section;
  }
  REQUIRE(band);
  band->header = HeaderKind::Side;
  band->title = "每周例会四步";
  band->icon.clear();
  band->number.clear();
  const PosterLayout layout = layout_poster(poster, all_fonts());
  const Block *frame = find_block(layout, band->id), *title = find_block(layout, band->id + ".title");
  REQUIRE((frame && title));
  REQUIRE(frame->rect.width > 5 * frame->rect.height);
  CHECK(title->rect.height < 1.4f * title->font_size);
  CHECK(title->font_size >= 38);
  // One that is too long for that is broken.
  band->title = "每周例会要走完的一二三四五六七八步";
  const PosterLayout longer = layout_poster(poster, all_fonts());
  title = find_block(longer, band->id + ".title");
  REQUIRE(title);
  CHECK(title->rect.height > 1.5f * title->font_size);
}

TEST_CASE("a divider without a gutter through the middle says so") {
  Poster poster = read_poster("tests/cases/posters/page-split.json");
  CHECK_FALSE(is_reported(layout_poster(poster, all_fonts()), "layout.divider", "no-gutter"));
  poster.sections.pop_back();
  CHECK(is_reported(layout_poster(poster, all_fonts()), "layout.divider", "no-gutter"));
  Poster ring = react_loop();
  ring.layout.divider = Divider{};
  CHECK(is_reported(layout_poster(ring, all_fonts()), "layout.divider", "no-gutter"));
}
