// Chain diagrams: tokens in a row, arrows, arcs.
#include <cmath>

#include "diagram/vector.h"
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
  DiagramLayout layout = layout_diagram(diagram, style, all_fonts());
  check_extent(layout, style);
  check_apart(layout.parts);
  CHECK(layout.parts.size() == diagram.tokens.size());
  for (const DiagramPart& part : layout.parts) {
    CHECK(part.rect.center().y == doctest::Approx(layout.parts[0].rect.center().y));
    CHECK(part.rect.height == doctest::Approx(layout.parts[0].rect.height));
  }
  return layout;
}

std::size_t fills(const DiagramLayout& layout) {
  const Group& group = std::get<Group>(layout.box.items.at(0));
  return std::size_t(std::count_if(group.items.begin(), group.items.end(),
                                   [](const Item& item) { return std::holds_alternative<FillPath>(item); }));
}

// Two fills a token, two an arrow; an arc is one, and one head stands where arcs meet.
std::size_t arcs_drawn(const DiagramLayout& layout) {
  const std::size_t tokens = layout.parts.size();
  const std::size_t rest = fills(layout) - 2 * tokens - 2 * (tokens - 1);
  const std::size_t heads = rest > 0 ? 2 * (tokens - 1) : 0;
  return rest - heads;
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
  for (std::size_t count : {1u, 2u, 3u, 8u, 12u, 40u}) {
    for (Size room : {Size{430, 150}, Size{430, 70}, Size{900, 400}}) {
      for (ChainArcs arcs : {ChainArcs::All, ChainArcs::Previous, ChainArcs::None}) {
        CAPTURE(count);
        CAPTURE(room.width);
        CAPTURE(room.height);
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < count; ++i) texts.push_back(i % 3 == 2 ? "…" : "$x_" + std::to_string(i) + "$");
        const DiagramLayout layout = check_chain(chain_of(texts, arcs), diagram_style(room));
        CHECK(has_diagnostic(layout, "overflow") == (count == 40 && true));
      }
    }
  }
}

TEST_CASE("empty tokens and very long ones") {
  CHECK(check_chain(chain_of({"", "", ""}, ChainArcs::All), diagram_style()).diagnostics.empty());
  const std::string text(200, 'w');
  CHECK(has_diagnostic(check_chain(chain_of({"a", text}, ChainArcs::All), diagram_style()), "overflow"));
}
