// Tags in the headers of sections: one size for all, on two lines where those make them larger.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "layout_checks.h"

using namespace sixiang;
using testing::find_block;

namespace {

Poster layers(const std::vector<std::string>& badges) {
  Poster poster;
  poster.page.width = 1080;
  poster.page.height = 1440;
  poster.layout.columns = 1;
  for (const std::string& text : badges) {
    Section& section = poster.sections.emplace_back();
    section.id = "layer-" + std::to_string(poster.sections.size());
    section.number = std::to_string(poster.sections.size());
    section.title = "几何基础设施";
    section.subtitle = "Geometry Infrastructure and Operators";
    section.badge.emplace().text = text;
    section.badge->color = Color{0xF2, 0xCC, 0x8F, 255};
    section.content.emplace_back().text = "一句话";
  }
  return poster;
}

const Block& badge_of(const PosterLayout& layout, int layer) {
  const Block* block = find_block(layout, "layer-" + std::to_string(layer) + ".badge");
  REQUIRE(block);
  return *block;
}

}  // namespace

TEST_CASE("badges: long ones stand on two lines where one would make all of them small, and are alike") {
  const PosterLayout layout =
      layout_poster(layers({"底层原语, 不提供端到端训练", "重建为主，模块化研究平台"}), testing::all_fonts());
  const Block &first = badge_of(layout, 1), &second = badge_of(layout, 2);
  CHECK(first.font_size >= 25);
  CHECK(first.font_size == doctest::Approx(second.font_size));
  CHECK(first.rect.height > 2 * first.font_size);
  CHECK(second.rect.height == doctest::Approx(first.rect.height));
  // Broken behind the comma: nine letters and their paddings.
  CHECK(first.rect.width < 11 * first.font_size);
  const Rect header = find_block(layout, "layer-1")->rect;
  CHECK(first.rect.top() > header.top());
  CHECK(first.rect.right() < header.right());
}

TEST_CASE("badges: those that one line holds keep to it") {
  const PosterLayout layout = layout_poster(layers({"底层原语", "重建为主"}), testing::all_fonts());
  CHECK(badge_of(layout, 1).rect.height < 2 * badge_of(layout, 1).font_size);
}
