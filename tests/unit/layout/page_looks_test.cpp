// Looks of whole pages: titles with a colon, steps down a tall page, heads at the left, icons at spokes' ends.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <variant>
#include <vector>

#include "layout_checks.h"
#include "model/ids.h"
#include "support/poster_files.h"

using namespace sixiang;
using testing::find_block;

namespace {

PosterLayout layout(const Poster& poster) { return layout_poster(poster, testing::all_fonts()); }

Rect rect_of(const PosterLayout& page, const std::string& id) {
  const Block* block = find_block(page, id);
  REQUIRE_MESSAGE(block, id);
  return block->rect;
}

// Of the runs that show the title, each once.
std::vector<float> title_sizes(const std::string& text) {
  Poster poster;
  poster.page.width = 1920;
  poster.title.text = text;
  std::vector<float> sizes;
  for (const Item& item : layout(poster).page.items) {
    const Group* group = std::get_if<Group>(&item);
    if (!group || group->id != "title") continue;
    for (const Item& inner : group->items) {
      const GlyphRun* run = std::get_if<GlyphRun>(&inner);
      if (run && std::find(sizes.begin(), sizes.end(), run->size) == sizes.end()) sizes.push_back(run->size);
    }
  }
  return sizes;
}

}  // namespace

TEST_CASE("what a title says behind its colon is smaller where it is longer than what it explains") {
  for (const char* text : {"数字怎么骗人：一本老书的读书笔记", "Lying numbers: what an old book says about averages"}) {
    CAPTURE(text);
    const std::vector<float> sizes = title_sizes(text);
    REQUIRE(sizes.size() == 2);
    CHECK(sizes[1] == doctest::Approx(0.6f * sizes[0]));
  }
  for (const char* text : {"图解：一次完整的三次握手", "角色资产制作工时：传统对智能", "数字怎么骗人",
                           "比例 16:9 和别的画幅比例", "先说一：再说二：最后说三四五六七八"}) {
    CAPTURE(text);
    CHECK(title_sizes(text).size() == 1);
  }
}

TEST_CASE("steps down a tall page have icons in a column, numbers over corners and titles in their bodies") {
  const Poster poster = testing::read_poster("tests/cases/briefs/c3-pourover.json");
  const PosterLayout page = layout(poster);
  for (const char* id : {"grind", "bloom", "taste"}) {
    CAPTURE(id);
    const std::string section = id;
    const Rect frame = rect_of(page, section), number = rect_of(page, section + ".number"),
               icon = rect_of(page, section + ".icon"), title = rect_of(page, section + ".title"),
               first = rect_of(page, section + ".content.0");
    CHECK(contains(number, Rect{frame.left(), frame.top(), 0, 0}));
    CHECK(icon.right() < title.left());
    CHECK(std::fabs(icon.center().y - frame.center().y) < 2);
    CHECK(title.top() > frame.top() + 20);
    CHECK(title.bottom() < first.top());
    const float text = find_block(page, section + ".content.0")->font_size;
    CHECK(text >= 36);
    CHECK(find_block(page, section + ".title")->font_size >= 1.4f * text);
  }
  // Wider than high a page has heads beside bodies.
  Poster wide = poster;
  wide.page.height = 1080;
  const PosterLayout low = layout(wide);
  CHECK(contains(rect_of(low, "grind"), rect_of(low, "grind.number")));
}

TEST_CASE("what stands in headers begins at their left, but in the middle above pictures and around a circle") {
  const PosterLayout bento = layout(testing::read_poster("tests/cases/briefs/d1-lying-numbers.json"));
  for (const Block& block : bento.blocks) {
    if (block.kind != BlockKind::SectionTitle) continue;
    const std::string section = block.id.substr(0, block.id.find('.'));
    const Rect icon = find_block(bento, section + ".icon") ? rect_of(bento, section + ".icon") : block.rect;
    CHECK(std::min(icon.left(), block.rect.left()) - rect_of(bento, section).left() < 70);
  }
  const PosterLayout columns = layout(testing::read_poster("tests/cases/briefs/a3-indexes.json"));
  CHECK(std::fabs(rect_of(columns, "hash.title").center().x - rect_of(columns, "hash").center().x) < 2);
}

TEST_CASE("icons of cards round a hub stand at the ends of their spokes, clear of texts") {
  const PosterLayout page = layout(testing::read_poster("tests/cases/briefs/d3-northstar.json"));
  for (const char* id : {"breadth", "depth", "frequency", "retention"}) {
    CAPTURE(id);
    const std::string section = id;
    const Rect frame = rect_of(page, section), icon = rect_of(page, section + ".icon");
    CHECK(std::fabs(icon.center().y - frame.center().y) < 2);
    CHECK(std::min(std::fabs(icon.center().x - frame.left()), std::fabs(icon.center().x - frame.right())) < 2);
    for (const Block& block : page.blocks) {
      const bool is_text = block.kind == BlockKind::Label || block.kind == BlockKind::SectionTitle;
      if (is_text && block.id.starts_with(section + ".")) CHECK(!intersects(inset(icon, -15), block.rect));
    }
  }
}

TEST_CASE("a card is not framed on a body of its own colour") {
  Poster poster = testing::read_poster("tests/cases/briefs/a3-indexes.json");
  const auto frames = [](const PosterLayout& page) {
    const Rect card = rect_of(page, "hash.cards.0");
    return std::count_if(page.page.items.begin(), page.page.items.end(), [&](const Item& item) {
      const FillPath* fill = std::get_if<FillPath>(&item);
      return fill && contains(inset(card, -4), bounds(fill->path)) && contains(bounds(fill->path), inset(card, 4));
    });
  };
  CHECK(frames(layout(poster)) == 0);
  for (Section& section : poster.sections) section.colors.fill = Color{0xB5, 0xE5, 0xCF, 255};
  CHECK(frames(layout(poster)) == 2);
}

TEST_CASE("a formula among other lines of a hub stands in a pill of the page's colour") {
  Poster poster = testing::read_poster("tests/cases/briefs/d3-northstar.json");
  REQUIRE(poster.center);
  const auto pills = [](const Poster& of) {
    const PosterLayout page = layout(of);
    std::size_t count = 0;
    for (std::size_t i = 0; i < of.center->lines.size(); ++i) {
      const Rect text = rect_of(page, item_id("center.lines", i));
      count += std::size_t(std::count_if(page.page.items.begin(), page.page.items.end(), [&](const Item& item) {
        const FillPath* fill = std::get_if<FillPath>(&item);
        return fill && fill->color == *of.page.background && contains(bounds(fill->path), text);
      }));
    }
    return count;
  };
  CHECK(pills(poster) == 1);
  for (CenterLine& line : poster.center->lines) line.role = CenterRole::Text;
  CHECK(pills(poster) == 0);
}

TEST_CASE("the numbers of headers with two halves stand over their frames' corners and cost titles little") {
  const PosterLayout page = layout(testing::read_poster("tests/cases/briefs/c4-tradeoffs.json"));
  for (const char* id : {"speed", "features", "revenue", "accuracy"}) {
    CAPTURE(id);
    const std::string section = id;
    const Rect frame = rect_of(page, section), number = rect_of(page, section + ".number");
    CHECK(contains(number, Rect{frame.left(), frame.top(), 0, 0}));
    CHECK(number.left() > 0);
    CHECK(number.right() < rect_of(page, section + ".title").left());
    CHECK(find_block(page, section + ".title")->font_size >= 40);
  }
}
