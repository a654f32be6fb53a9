#include <functional>

#include "diagram/shown_range.h"
#include "diagram_fixture.h"
#include "support/random_poster.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

BarsDiagram bars_of(const std::vector<float>& values, std::string unit = "") {
  BarsDiagram bars;
  bars.unit = std::move(unit);
  for (const float value : values) {
    bars.rows.emplace_back();
    bars.rows.back().name = "第" + std::to_string(bars.rows.size()) + "项";
    bars.rows.back().value = value;
  }
  return bars;
}

// Extents of the fills in that colour, from the top down.
void collect_fills(const DisplayList& items, Color color, Placement place, std::vector<Rect>& found) {
  for (const Item& item : items) {
    if (const FillPath* path = std::get_if<FillPath>(&item)) {
      if (path->color == color) found.push_back(transformed(bounds(path->path), place));
    } else if (const Group* group = std::get_if<Group>(&item)) {
      collect_fills(group->items, color, combined(place, group->placement), found);
    }
  }
}

// The bars of a diagram whose rows all have that colour, with half of the border around them.
std::vector<Rect> drawn_bars(BarsDiagram bars, const DiagramStyle& style) {
  const Color color{1, 2, 3, 255};
  for (Bar& bar : bars.rows) bar.color = color;
  std::vector<Rect> found;
  collect_fills(layout_diagram(bars, style, all_fonts()).box.items, color, {}, found);
  for (Rect& rect : found) rect = inset(rect, -style.border_width / 2);
  return found;
}

void collect_text_colors(const DisplayList& items, std::vector<Color>& found) {
  for (const Item& item : items) {
    if (const GlyphRun* run = std::get_if<GlyphRun>(&item)) found.push_back(run->color);
    if (const Group* group = std::get_if<Group>(&item)) collect_text_colors(group->items, found);
  }
}

}  // namespace

TEST_CASE("bars are as long as their values, on one scale from one edge") {
  const DiagramStyle style = diagram_style({600, 320});
  const BarsDiagram bars = bars_of({12400, 6500, 4800, 310}, "元");
  const DiagramLayout layout = checked_layout(bars, style);
  CHECK(layout.diagnostics.empty());
  check_apart(layout.parts);
  CHECK(layout.box.width == doctest::Approx(600).epsilon(0.02));
  const std::vector<Rect> drawn = drawn_bars(bars, style);
  REQUIRE(drawn.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(drawn[i].left() == doctest::Approx(drawn[0].left()));
    CHECK(drawn[i].width / drawn[0].width == doctest::Approx(bars.rows[i].value / 12400).epsilon(0.002));
    CHECK(drawn[i].height == doctest::Approx(drawn[0].height));
  }
  // Nothing is longer for being short, and nothing is drawn for nothing.
  const std::vector<Rect> zero = drawn_bars(bars_of({10, 0}), style);
  CHECK(zero.size() == 1);
}

TEST_CASE("a text shows a range where nothing but a dash parts its first two numbers") {
  const auto check = [](std::string_view text, float least, float greatest) {
    CAPTURE(std::string(text));
    const std::optional<ShownRange> range = shown_range(text);
    REQUIRE(range.has_value());
    CHECK(range->least == doctest::Approx(least));
    CHECK(range->greatest == doctest::Approx(greatest));
  };
  check("2-5 天", 2, 5);
  check("约 0.5～1.25d", 0.5f, 1.25f);
  check("3 至 7", 3, 7);
  check("1–3天/秒 (替代30%)", 1, 3);
  for (const char* text : {"", "5 天", "-5", "2.5", "7-3", "0-3", "3-3", "2天-5天", "2-", "两三天", "2024/05"}) {
    CAPTURE(std::string(text));
    CHECK(!shown_range(text).has_value());
  }
}

TEST_CASE("a bar of a range is solid up to its least, and open up to its greatest") {
  BarsDiagram bars = bars_of({10, 4});
  bars.rows[0].text = "4-10 天";
  bars.rows[1].text = "4 天";
  const std::vector<Rect> solid = drawn_bars(bars, diagram_style({600, 200}));
  REQUIRE(solid.size() == 2);
  CHECK(solid[0].width == doctest::Approx(solid[1].width).epsilon(0.01));
  CHECK(solid[0].left() == doctest::Approx(solid[1].left()));
}

TEST_CASE("bars without a colour have the section's, seen on their ground, the greatest a stronger one") {
  for (const Color ground : {Color{255, 255, 255, 255}, Color{0x16, 0x24, 0x3B, 255}}) {
    DiagramStyle style = diagram_style({600, 200});
    style.ground = style.tone = ground;
    std::vector<Color> fills;
    std::function<void(const DisplayList&)> collect = [&](const DisplayList& items) {
      for (const Item& item : items) {
        const FillPath* path = std::get_if<FillPath>(&item);
        if (path && path->color != style.ink) fills.push_back(path->color);
        if (const Group* group = std::get_if<Group>(&item)) collect(group->items);
      }
    };
    collect(layout_diagram(bars_of({10, 4}), style, all_fonts()).box.items);
    REQUIRE(fills.size() == 2);
    CHECK(contrast(fills[1], ground) > 1.2);
    CHECK(contrast(fills[0], ground) > 1.15 * contrast(fills[1], ground));
  }
}

TEST_CASE("bars below zero run to the other side of a line") {
  const DiagramStyle style = diagram_style({500, 260});
  const BarsDiagram bars = bars_of({12, -7, 3.5f, -15});
  const DiagramLayout layout = checked_layout(bars, style);
  check_apart(layout.parts);
  const std::vector<Rect> drawn = drawn_bars(bars, style);
  REQUIRE(drawn.size() == 4);
  CHECK(drawn[1].right() == doctest::Approx(drawn[0].left()));
  CHECK(drawn[3].right() == doctest::Approx(drawn[2].left()));
  CHECK(drawn[3].width / drawn[0].width == doctest::Approx(15.0 / 12).epsilon(0.002));
  // Values stand at the bars' ends.
  CHECK(parts_of(layout, "rows.3.value").at(0).rect.right() < drawn[3].left());
  CHECK(parts_of(layout, "rows.0.value").at(0).rect.left() > drawn[0].right());
}

TEST_CASE("names stand above their bars where there is room, else before them") {
  const BarsDiagram bars = bars_of({8, 5, 3});
  const DiagramLayout high = checked_layout(bars, diagram_style({500, 400}));
  const DiagramLayout low = checked_layout(bars, diagram_style({500, 140}));
  const auto rect = [](const DiagramLayout& layout, std::string_view id) { return parts_of(layout, id).at(0).rect; };
  CHECK(rect(high, "rows.0").bottom() < rect(high, "rows.0.value").bottom());
  CHECK(rect(low, "rows.0").center().y == doctest::Approx(rect(low, "rows.0.value").center().y).epsilon(0.2));
  CHECK(low.parts[0].font_size == doctest::Approx(24));
}

TEST_CASE("whatever is shown of a value stands for its number") {
  BarsDiagram bars = bars_of({3, 2});
  bars.rows[0].text = "三个 $x^2$";
  const DiagramLayout layout = checked_layout(bars, diagram_style({500, 200}));
  CHECK(parts_of(layout, "rows.0.text").at(0).source == bars.rows[0].text);
  CHECK(parts_of(layout, "rows.0.text").at(0).field == "rows.0.text");
  CHECK(parts_of(layout, "rows.1.value").at(0).field == "rows.1.value");
}

TEST_CASE("bars of nothing, of zeros, of very long names, and as many as the format allows") {
  CHECK(layout_diagram(BarsDiagram{}, diagram_style(), all_fonts()).box.items.empty());
  checked_layout(bars_of({0, 0}), diagram_style());
  BarsDiagram long_names = bars_of({1, 2});
  for (Bar& bar : long_names.rows) bar.name = "一个长得无论如何也放不进一行的名字 with words and more words";
  check_apart(checked_layout(long_names, diagram_style({300, 200})).parts);
  const BarsDiagram many = bars_of(std::vector<float>(32, 7.25f), "万");
  const DiagramLayout layout = checked_layout(many, diagram_style({400, 900}));
  CHECK_FALSE(has_diagnostic(layout, "overflow"));
  CHECK(has_diagnostic(checked_layout(many, diagram_style({300, 200})), "overflow"));
}

TEST_CASE("random bars keep all promises") {
  Random random(8);
  const std::vector<std::string> texts = {
      "", "$x$", "月活", "一个比较长的名字", "a few words", "$\\frac{a}{\\frac{b}{c}}$"};
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    BarsDiagram bars;
    if (random.chance(50)) bars.unit = random.pick(texts);
    for (int i = random.below(9) + 1; i > 0; --i) {
      bars.rows.emplace_back();
      bars.rows.back().name = random.pick(texts);
      bars.rows.back().value = float(random.below(2000)) / 7 - (random.chance(30) ? 200 : 0);
      if (random.chance(30)) bars.rows.back().text = random.pick(texts);
    }
    const DiagramLayout layout =
        checked_layout(bars, diagram_style(random.chance(50) ? Size{460, 150} : Size{700, 500}));
    std::vector<DiagramPart> seen;
    for (const DiagramPart& part : layout.parts) {
      if (!part.rect.empty()) seen.push_back(part);
    }
    check_apart(seen);
  }
}

TEST_CASE("names, values and the unit of bars are read on pale ground under pale ink") {
  DiagramStyle style = diagram_style({600, 320});
  style.ink = {0xE6, 0xEE, 0xF8, 255};
  style.ground = {0xA8, 0xD8, 0xEA, 255};
  std::vector<Color> colors;
  collect_text_colors(layout_diagram(bars_of({12400, 6500}, "元"), style, all_fonts()).box.items, colors);
  CHECK(colors.size() >= 6);
  for (const Color color : colors) CHECK(contrast(color, style.ground) >= 4.5f);
}
