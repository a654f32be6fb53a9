// Noise diagrams: the same seed gives the same dots, dots keep to their tiles, spans find free lanes.
#include "diagram/noise_dots.h"

#include <cmath>

#include "diagram/prng.h"
#include "diagram_fixture.h"
#include "display/dump.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

NoiseDiagram rising(int tiles) {
  NoiseDiagram diagram;
  for (int i = 0; i < tiles; ++i) {
    NoiseTile tile;
    tile.level = tiles > 1 ? float(i) / float(tiles - 1) : 0;
    diagram.tiles.push_back(tile);
  }
  return diagram;
}

NoiseSpan span(int from, int to, std::string text) {
  NoiseSpan result;
  result.from = from;
  result.to = to;
  result.text = std::move(text);
  return result;
}

// The dots of each tile: the only fills of the accent colour with as many contours.
std::vector<Path> dot_paths(const DiagramLayout& layout, const DiagramStyle& style, int dots) {
  std::vector<Path> paths;
  const Group& group = std::get<Group>(layout.box.items.at(0));
  for (const Item& item : group.items) {
    const FillPath* fill = std::get_if<FillPath>(&item);
    if (!fill || !(fill->color == style.accent)) continue;
    const auto contours = std::count(fill->path.verbs.begin(), fill->path.verbs.end(), PathVerb::MoveTo);
    if (contours == dots) paths.push_back(transformed(fill->path, group.placement));
  }
  return paths;
}

DiagramLayout check_noise(const NoiseDiagram& diagram, const DiagramStyle& style) {
  DiagramLayout layout = checked_layout(diagram, style);
  check_apart(layout.parts);
  const std::vector<DiagramPart> tiles = parts_of(layout, "tiles.");
  CHECK(tiles.size() == diagram.tiles.size());
  const std::vector<Path> dots = dot_paths(layout, style, diagram.dots);
  REQUIRE(dots.size() == tiles.size());
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    CAPTURE(i);
    CHECK(tiles[i].rect.width == doctest::Approx(tiles[i].rect.height));
    CHECK(tiles[i].rect.width == doctest::Approx(tiles[0].rect.width));
    CHECK(contains(inset(tiles[i].rect, style.border_width * 0.99f * tiles[i].font_size / style.text_size),
                   bounds(dots[i])));
  }
  return layout;
}

}  // namespace

TEST_CASE("the generator gives the numbers of its formula") {
  // Worked out with whole numbers of any length, from the published formula.
  Pcg32 one(1);
  CHECK(one.next() == 0x54352D7Fu);
  CHECK(one.next() == 0x6AC20236u);
  CHECK(one.next() == 0x0768DD4Cu);
  CHECK(Pcg32(0).next() == 0xE823A24Eu);
  CHECK(Pcg32(42).next() == 0xC2F57BD6u);
  Pcg32 random(42);
  float sum = 0;
  for (int i = 0; i < 1000; ++i) {
    const float value = random.uniform();
    CHECK(value >= 0);
    CHECK(value < 1);
    sum += value;
  }
  CHECK(sum == doctest::Approx(500).epsilon(0.05));
}

TEST_CASE("level 0 is the figure exactly, level 1 the noise; in between dots stay inside") {
  for (int count : {1, 2, 5, 28, 45, 200, 400}) {
    CAPTURE(count);
    const NoiseDots dots = make_noise_dots(7, count);
    REQUIRE(dots.figure.size() == std::size_t(count));
    REQUIRE(dots.noise.size() == std::size_t(count));
    for (std::size_t i = 0; i < dots.figure.size(); ++i) {
      CHECK(dot_at(dots, i, 0) == dots.figure[i]);
      CHECK(dot_at(dots, i, 1) == dots.noise[i]);
      for (float level : {-1.0f, 0.1f, 0.4f, 0.7f, 0.9f, 2.0f}) {
        const Point place = dot_at(dots, i, level);
        CHECK(std::max(std::fabs(place.x), std::fabs(place.y)) <= 1);
      }
    }
  }
}

TEST_CASE("the figure is symmetric and its dots stand at even distances") {
  const NoiseDots dots = make_noise_dots(1, 28);
  for (std::size_t i = 1; i < 28; ++i) {
    CHECK(dots.figure[i].x == doctest::Approx(-dots.figure[28 - i].x).epsilon(0.01));
    CHECK(distance(dots.figure[i - 1], dots.figure[i]) == doctest::Approx(dots.spacing).epsilon(0.12));
  }
}

TEST_CASE("the same seed gives the same dots, another seed others; a dot moves a little from level to level") {
  const NoiseDots a = make_noise_dots(4, 28), b = make_noise_dots(4, 28), c = make_noise_dots(5, 28);
  CHECK(a.noise == b.noise);
  CHECK_FALSE(a.noise == c.noise);
  CHECK(a.figure == c.figure);
  int jumps = 0;
  for (std::size_t i = 0; i < 28; ++i) {
    for (int step = 0; step < 20; ++step) {
      jumps += distance(dot_at(a, i, float(step) / 20), dot_at(a, i, float(step + 1) / 20)) > 0.35f ? 1 : 0;
    }
  }
  CHECK(jumps < 28);  // only where the last bit of a figure fades
}

TEST_CASE("tiles from one to many, few dots and many, in wide rooms and in flat ones") {
  for (int tiles : {1, 2, 5, 7, 12}) {
    for (int dots : {1, 28, 400}) {
      for (Size room : {Size{430, 150}, Size{430, 60}, Size{120, 200}}) {
        CAPTURE(tiles);
        CAPTURE(dots);
        NoiseDiagram diagram = rising(tiles);
        diagram.dots = dots;
        check_noise(diagram, diagram_style(room));
      }
    }
  }
  CHECK(layout_diagram(NoiseDiagram{}, diagram_style(), all_fonts()).box.items.empty());
}

TEST_CASE("many tiles stand in rows in which their figures are seen; up to sixty-four") {
  for (int tiles : {12, 24, 40, 64}) {
    CAPTURE(tiles);
    NoiseDiagram diagram = rising(tiles);
    diagram.spans = {span(0, tiles - 1, "forward")};
    if (tiles < 64) diagram.spans.push_back(span(tiles - 1, 0, "back"));
    const DiagramLayout layout = check_noise(diagram, diagram_style({456, 250}));
    CHECK_FALSE(has_diagnostic(layout, "overflow"));
    const std::vector<DiagramPart> parts = parts_of(layout, "tiles.");
    CHECK(parts[0].rect.width >= (tiles <= 24 ? 35 : 21));
    CHECK(parts.back().rect.top() > parts[0].rect.bottom());
    CHECK(parts_of(layout, "spans.").size() == diagram.spans.size());
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const bool next_row = parts[i].rect.top() > parts[i - 1].rect.bottom();
      CHECK((next_row || parts[i].rect.left() > parts[i - 1].rect.right()));
    }
  }
  CHECK(has_diagnostic(check_noise(rising(64), diagram_style({200, 60})), "overflow"));
}

TEST_CASE("arrows stand in the captions' row between the captions, their names in their middle") {
  NoiseDiagram diagram = rising(5);
  diagram.tiles[0].caption = "$x₀$";
  diagram.tiles[2].caption = "$x_T$";
  diagram.tiles[4].caption = "$x₀$";
  diagram.spans = {span(0, 2, "加噪"), span(2, 4, "去噪")};
  const DiagramLayout layout = check_noise(diagram, diagram_style());
  CHECK(layout.diagnostics.empty());
  const std::vector<DiagramPart> spans = parts_of(layout, "spans."), tiles = parts_of(layout, "tiles.");
  REQUIRE(spans.size() == 2);
  CHECK(spans[0].rect.center().y == doctest::Approx(spans[1].rect.center().y).epsilon(0.01));
  CHECK(spans[0].rect.left() > tiles[0].rect.center().x);
  CHECK(spans[0].rect.right() < tiles[2].rect.center().x);
  CHECK(spans[0].font_size == 24);
}

TEST_CASE("an arrow fits between two captions in every room") {
  NoiseDiagram diagram = rising(3);
  diagram.tiles[0].caption = "$x_0$";
  diagram.tiles[2].caption = "$x_T$";
  diagram.spans = {span(0, 2, "加噪")};
  for (float width = 250; width < 500; width += 3.7f) {
    CAPTURE(width);
    const std::vector<DiagramPart> parts = check_noise(diagram, diagram_style({width, 300})).parts;
    const auto span_part =
        std::find_if(parts.begin(), parts.end(), [](const DiagramPart& p) { return p.id == "spans.0"; });
    REQUIRE(span_part != parts.end());
    CHECK(span_part->rect.top() < parts[0].rect.bottom() + span_part->font_size);
  }
}

TEST_CASE("spans that cross each other take lanes of their own; those to nowhere are reported") {
  NoiseDiagram diagram = rising(6);
  diagram.spans = {span(0, 5, "forward"), span(5, 0, "back"), span(1, 2, "a long name"), span(3, 3, "here"),
                   span(2, 9, "nowhere")};
  const DiagramLayout layout = check_noise(diagram, diagram_style({430, 220}));
  CHECK(parts_of(layout, "spans.").size() == 4);
  CHECK(has_diagnostic(layout, "unknown-tile"));
  CHECK_FALSE(has_diagnostic(layout, "overflow"));
}

TEST_CASE("long captions shrink the text, then overflow") {
  NoiseDiagram diagram = rising(4);
  for (NoiseTile& tile : diagram.tiles) tile.caption = "fourteen chars";
  const DiagramLayout layout = check_noise(diagram, diagram_style());
  CHECK(layout.parts[0].font_size < 24);
  CHECK(layout.diagnostics.empty());
  for (NoiseTile& tile : diagram.tiles) tile.caption = "a caption that is far too long for its tile";
  CHECK(has_diagnostic(layout_diagram(diagram, diagram_style(), all_fonts()), "overflow"));
}
