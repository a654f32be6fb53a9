// Bars on both halves of a page can be compared: one size, one scale, rows on common lines.
#include <doctest/doctest.h>

#include "layout_checks.h"
#include "support/poster_files.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

Label bars_of(const std::vector<std::pair<const char*, double>>& rows) {
  BarsDiagram bars;
  for (const auto& [name, value] : rows) {
    Bar bar;
    bar.name = name;
    bar.value = float(value);
    bars.rows.push_back(bar);
  }
  Label label;
  label.diagram = bars;
  return label;
}

Poster halves() {
  Poster poster = read_poster("tests/cases/posters/page-split.json");
  Label total;
  total.text = "总计 23 天";
  total.role = LabelRole::Figure;
  poster.sections[0].content = {total, bars_of({{"雕刻", 5}, {"拓扑", 2}, {"骨骼绑定", 10}})};
  poster.sections[1].content = {bars_of({{"概念探索/中模", 0.5}, {"雕刻", 2}, {"拓扑", 1}, {"绑定", 6}})};
  return poster;
}

const Block& block(const PosterLayout& layout, const std::string& id) {
  const Block* found = find_block(layout, id);
  REQUIRE_MESSAGE(found, id);
  return *found;
}

}  // namespace

TEST_CASE("bars of both halves of a page have one size, one scale and common lines") {
  const Poster poster = halves();
  const PosterLayout layout = layout_poster(poster, all_fonts());
  const std::string left = "old.content.1.diagram.rows.", right = "new.content.0.diagram.rows.";
  for (int row = 0; row < 3; ++row) {
    const Block &a = block(layout, left + std::to_string(row) + ".value"),
                &b = block(layout, right + std::to_string(row + 1) + ".value");
    CHECK(a.font_size == doctest::Approx(b.font_size));
    CHECK(std::fabs(a.rect.center().y - b.rect.center().y) < 1.5f);
  }
  // A value stands behind its bar's end: 10 - 5 on one side is as long as 6 - 1 on the other.
  const auto end = [&](const std::string& id) { return block(layout, id + ".value").rect.left(); };
  CHECK(std::fabs((end(left + "2") - end(left + "0")) - (end(right + "3") - end(right + "2"))) < 3);
  CHECK(all_complaints(layout, poster, Excuse::None).empty());
}

TEST_CASE("bars of other units are none's business") {
  Poster poster = halves();
  std::get<BarsDiagram>(*poster.sections[1].content[0].diagram).unit = "元";
  const PosterLayout layout = layout_poster(poster, all_fonts());
  const Block& above = block(layout, "new.content.0.diagram");
  CHECK(above.rect.center().x == doctest::Approx(block(layout, "new").rect.center().x).epsilon(0.02));
}
