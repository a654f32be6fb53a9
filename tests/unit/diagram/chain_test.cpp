// Chain diagrams: tokens in a row, arrows, arcs.
#include <cmath>

#include "diagram_fixture.h"

using namespace sixiang;
using namespace sixiang::testing;

namespace {

ChainDiagram chain_of(const std::vector<std::string>& texts, ChainArcs arcs) {
  ChainDiagram diagram;
  diagram.arcs = arcs;
  for (const std::string& text : texts) {
    diagram.tokens.emplace_back();
    diagram.tokens.back().text = text;
  }
  return diagram;
}

DiagramLayout check_chain(const ChainDiagram& diagram, const DiagramStyle& style) {
  DiagramLayout layout = checked_layout(diagram, style);
  check_apart(layout.parts);
  CHECK(layout.parts.size() == diagram.tokens.size());
  // Rows from the top down, each from left to right and, but for the last, of as many tokens.
  std::vector<std::size_t> rows = {1};
  for (std::size_t i = 1; i < layout.parts.size(); ++i) {
    const Rect &before = layout.parts[i - 1].rect, &rect = layout.parts[i].rect;
    CHECK(rect.height == doctest::Approx(before.height));
    if (rect.center().y > before.center().y + 1) {
      CHECK(rect.top() > before.bottom());
      CHECK(rect.left() == doctest::Approx(layout.parts[0].rect.left()));
      rows.push_back(1);
    } else {
      CHECK(rect.center().y == doctest::Approx(before.center().y));
      CHECK(rect.left() > before.right());
      ++rows.back();
    }
  }
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) CHECK(rows[i] == rows.front());
  CHECK(rows.back() <= rows.front());
  return layout;
}

std::size_t fills(const DiagramLayout& layout) {
  const Group& group = std::get<Group>(layout.box.items.at(0));
  return std::size_t(std::count_if(group.items.begin(), group.items.end(),
                                   [](const Item& item) { return std::holds_alternative<FillPath>(item); }));
}

// Two fills a token, two an arrow; an arc is one, and its head two.
std::size_t arcs_drawn(const DiagramLayout& layout) {
  const std::size_t tokens = layout.parts.size();
  return (fills(layout) - 2 * tokens - 2 * (tokens - 1)) / 3;
}

}  // namespace

TEST_CASE("arcs: from every earlier token, from the one before, or none") {
  const std::vector<std::string> texts = {"$x₁$", "$x₂$", "$x₃$", "$x₄$", "$x_N$"};
  CHECK(arcs_drawn(check_chain(chain_of(texts, ChainArcs::All), diagram_style())) == 10);
  CHECK(arcs_drawn(check_chain(chain_of(texts, ChainArcs::Previous), diagram_style())) == 4);
  const DiagramLayout none = check_chain(chain_of(texts, ChainArcs::None), diagram_style());
  CHECK(arcs_drawn(none) == 0);
  CHECK(none.box.height() == doctest::Approx(none.parts[0].rect.height));
}

TEST_CASE("tokens are equal circles with equal gaps; a long word is a pill") {
  const DiagramLayout layout =
      check_chain(chain_of({"a", "我", "transformer", "$x_N$"}, ChainArcs::All), diagram_style());
  CHECK(layout.parts[0].rect.width == doctest::Approx(layout.parts[1].rect.width));
  CHECK(layout.parts[0].rect.width == doctest::Approx(layout.parts[0].rect.height));
  CHECK(layout.parts[2].rect.width > 2 * layout.parts[2].rect.height);
  const float gap = layout.parts[1].rect.left() - layout.parts[0].rect.right();
  CHECK(layout.parts[3].rect.left() - layout.parts[2].rect.right() == doctest::Approx(gap).epsilon(0.01));
}

TEST_CASE("from no token to far too many, in high rooms and in flat ones") {
  CHECK(layout_diagram(ChainDiagram{}, diagram_style(), all_fonts()).box.items.empty());
  for (std::size_t count : {1u, 2u, 3u, 8u, 12u, 20u, 40u, 64u}) {
    for (Size room : {Size{430, 150}, Size{430, 70}, Size{900, 400}}) {
      for (ChainArcs arcs : {ChainArcs::All, ChainArcs::Previous, ChainArcs::None}) {
        CAPTURE(count);
        CAPTURE(room.width);
        CAPTURE(room.height);
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < count; ++i) texts.push_back(i % 3 == 2 ? "…" : "$x_" + std::to_string(i) + "$");
        const DiagramLayout layout = check_chain(chain_of(texts, arcs), diagram_style(room));
        CHECK(has_diagnostic(layout, "overflow") == (layout.parts[0].font_size < 14));
        if (count <= 8 && arcs != ChainArcs::None)
          CHECK(layout.parts.back().rect.top() == doctest::Approx(layout.parts[0].rect.top()));
      }
    }
  }
}

TEST_CASE("a long chain goes on in further rows: its texts stay readable, its arrows enter and leave the rows") {
  std::vector<std::string> texts;
  for (int i = 1; i <= 20; ++i) texts.push_back("$x_{" + std::to_string(i) + "}$");
  const DiagramLayout layout = check_chain(chain_of(texts, ChainArcs::None), diagram_style());
  CHECK_FALSE(has_diagnostic(layout, "overflow"));
  CHECK(layout.parts[0].font_size >= 15);
  CHECK(layout.parts.back().rect.top() > layout.parts[0].rect.bottom());
  // 19 arrows between tokens, of which those from row to row are drawn as two pieces.
  const std::size_t rows =
      1 + std::size_t(std::count_if(layout.parts.begin() + 1, layout.parts.end(), [&](const DiagramPart& part) {
        return std::fabs(part.rect.left() - layout.parts[0].rect.left()) < 0.1f;
      }));
  CHECK(fills(layout) == 2 * 20 + 2 * (19 + rows - 1));
}

TEST_CASE("sixty-four tokens, as many as the format allows") {
  std::vector<std::string> texts;
  for (int i = 1; i <= 64; ++i) texts.push_back(std::to_string(i));
  for (ChainArcs arcs : {ChainArcs::All, ChainArcs::Previous, ChainArcs::None}) {
    const DiagramLayout layout = check_chain(chain_of(texts, arcs), diagram_style({456, 250}));
    CHECK(layout.parts[0].font_size > 9);
    CHECK(layout.box.width > 350);
  }
}

TEST_CASE("empty tokens and very long ones") {
  CHECK(check_chain(chain_of({"", "", ""}, ChainArcs::All), diagram_style()).diagnostics.empty());
  const std::string text(200, 'w');
  CHECK(has_diagnostic(check_chain(chain_of({"a", text}, ChainArcs::All), diagram_style()), "overflow"));
}

TEST_CASE("words in tokens stand on one baseline") {
  ChainDiagram diagram;
  diagram.tokens.resize(3);
  diagram.tokens[0].text = "all";
  diagram.tokens[1].text = "you";
  diagram.tokens[2].text = "need";
  const DiagramLayout layout = layout_diagram(diagram, diagram_style(), all_fonts());
  std::vector<float> baselines;
  const Group& whole = std::get<Group>(layout.box.items.at(0));
  for (const Item& item : whole.items) {
    if (const Group* text = std::get_if<Group>(&item)) baselines.push_back(text->placement.offset.y);
  }
  REQUIRE(baselines.size() == 3);
  for (float baseline : baselines) CHECK(baseline == doctest::Approx(baselines[0]));
}
