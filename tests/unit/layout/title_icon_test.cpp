// The icon before a poster's title.
#include <doctest/doctest.h>

#include <functional>

#include "layout_checks.h"
#include "support/poster_files.h"

using namespace sixiang;
using testing::find_block;

namespace {

Poster poster_with(const std::string& icon, const std::string& title) {
  Poster poster = testing::read_poster("assets/posters/generative-models.json");
  poster.title.icon = icon;
  poster.title.text = title;
  poster.title.emphasis.reset();
  return poster;
}

PosterLayout layout(const Poster& poster) { return layout_poster(poster, testing::all_fonts()); }

}  // namespace

TEST_CASE("a title's icon stands on a disc before it, both in the middle of the page") {
  for (const char* text :
       {"生成模型", "生成模型全家桶与它们的目标分布", "A long title of a page that goes on and on over two lines"}) {
    CAPTURE(std::string(text));
    const PosterLayout page = layout(poster_with("rocket", text));
    const Block* icon = find_block(page, "title.icon");
    const Block* title = find_block(page, "title");
    REQUIRE(icon);
    REQUIRE(title);
    CHECK(icon->rect.width > 40);
    CHECK(icon->rect.right() < title->rect.left());
    CHECK(icon->rect.left() > 22);
    CHECK(title->rect.right() < 1080 - 22);
    const testing::Complaints complaints =
        testing::all_complaints(page, poster_with("rocket", text), testing::Excuse::Overflow);
    for (const std::string& complaint : complaints) FAIL_CHECK(complaint);
  }
}

TEST_CASE("a title without an icon stands where it stood, and a name that is none is reported") {
  const PosterLayout plain = layout(poster_with("", "生成模型")), unknown = layout(poster_with("rockett", "生成模型"));
  CHECK(!find_block(plain, "title.icon"));
  CHECK(!find_block(unknown, "title.icon"));
  CHECK(find_block(plain, "title")->rect == find_block(unknown, "title")->rect);
  CHECK(testing::is_reported(unknown, "title.icon", "unknown-icon"));
  CHECK(!testing::is_reported(plain, "title.icon", "unknown-icon"));
}

TEST_CASE("the title of a page that is one tree stands in the corner that the tree leaves free, larger than above it") {
  Poster poster = testing::read_poster("tests/cases/briefs/p1-which-test.json");
  const auto height_of_tree = [](const PosterLayout& page) {
    return find_block(page, "tree.content.0.diagram")->rect.height;
  };
  const PosterLayout in_corner = layout(poster);
  const Block* title = find_block(in_corner, "title");
  REQUIRE(title);
  CHECK(title->font_size > 90);
  CHECK(title->rect.right() < find_block(in_corner, "tree.content.0.diagram.nodes.q1")->rect.left());
  CHECK(title->rect.bottom() < find_block(in_corner, "tree.content.0.diagram.nodes.q3")->rect.top());
  // No corner has room for it.
  poster.title.text = "假设检验到底选哪个，一张图看懂四种检验各在什么时候用，以及为什么";
  const PosterLayout above = layout(poster);
  CHECK(find_block(above, "title")->rect.bottom() < find_block(above, "tree.content.0.diagram")->rect.top());
  CHECK(height_of_tree(above) < height_of_tree(in_corner));
  // Nor does one stand within a frame.
  poster.title.text = "假设检验";
  poster.sections[0].colors.outline.reset();
  CHECK(find_block(layout(poster), "title")->rect.bottom() < find_block(layout(poster), "tree")->rect.top());
}

TEST_CASE("a title at a side is broken between words of two characters") {
  Poster poster = testing::read_poster("tests/cases/briefs/d3-northstar.json");
  for (Section& section : poster.sections) {
    if (section.id == "meeting") section.icon = "flag";  // above the title, in a narrow column
  }
  const PosterLayout page = layout(poster);
  std::vector<std::pair<float, std::size_t>> lines;  // their baselines and how many letters they have
  std::function<void(const DisplayList&, bool)> collect = [&](const DisplayList& items, bool inside) {
    for (const Item& item : items) {
      if (const Group* group = std::get_if<Group>(&item)) collect(group->items, inside || group->id == "meeting.title");
      const GlyphRun* run = std::get_if<GlyphRun>(&item);
      for (std::size_t i = 0; inside && run && i < run->glyphs.size(); ++i) {
        const float baseline = run->glyphs[i].origin.y;
        if (lines.empty() || lines.back().first != baseline) lines.emplace_back(baseline, 0);
        ++lines.back().second;
      }
    }
  };
  collect(page.page.items, false);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].second == 4);
  CHECK(lines[1].second == 2);
}

TEST_CASE("an icon's strokes are seen on what fills it, in every style") {
  for (const Style style : {Style::Marker, Style::Cards, Style::Dark}) {
    Poster poster = testing::read_poster("assets/posters/https-journey.json");
    poster.style = style;
    poster.palette = {};
    std::size_t icons = 0;
    for (const Item& item : layout(poster).page.items) {
      const Group* group = std::get_if<Group>(&item);
      if (!group || !group->id.ends_with(".icon")) continue;
      CAPTURE(group->id);
      std::vector<Color> colors;
      for (const Item& inner : group->items) {
        if (const FillPath* path = std::get_if<FillPath>(&inner)) colors.push_back(path->color);
      }
      REQUIRE(!colors.empty());
      if (colors.size() > 1) CHECK(contrast(colors.front(), colors.back()) >= 1.25f);
      ++icons;
    }
    CHECK(icons == 8);
  }
}
