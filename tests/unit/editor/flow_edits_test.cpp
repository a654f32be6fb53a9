// Nodes and arrows as they are drawn and dragged on the canvas.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "editor/editor_state.h"
#include "editor/flow_edits.h"
#include "support/edited_poster.h"

using namespace sixiang;

namespace {

using testing::Ids;

const std::string kFlow = "gan.content.0.diagram";

std::string node(const char* id) { return kFlow + ".nodes." + id; }

const FlowDiagram& flow(const EditorState& state) {
  return std::get<FlowDiagram>(*state.poster.sections[0].content[0].diagram);
}

}  // namespace

TEST_CASE("an arrow joins two nodes, is selected, and is one step") {
  const EditorState start = testing::edited_poster_editor();
  const std::size_t count = flow(start).arrows.size();
  EditorState state = testing::performed(start, add_arrow(start.poster, node("v"), node("z")));
  REQUIRE(flow(state).arrows.size() == count + 1);
  CHECK(flow(state).arrows.back().from == "v");
  CHECK(flow(state).arrows.back().to == "z");
  CHECK(state.selection.ids() == Ids{kFlow + ".arrows." + std::to_string(count)});
  CHECK(state.history.undo_name() == Message{"Add arrow", "添加箭头"});
  CHECK(undo(state).poster == start.poster);
  // One that is there is not drawn twice.
  const FlowArrow& first = flow(start).arrows[0];
  const Result<Edit> again = add_arrow(start.poster, node(first.from.c_str()), node(first.to.c_str()));
  state = testing::performed(start, again);
  CHECK(state.poster == start.poster);
  CHECK(state.history.past.empty());
  CHECK(state.selection.ids() == Ids{kFlow + ".arrows.0"});

  CHECK_FALSE(add_arrow(start.poster, node("z"), node("z")).ok());
  CHECK_FALSE(add_arrow(start.poster, node("z"), "vae.content.0.diagram.nodes.x").ok());
  CHECK_FALSE(add_arrow(start.poster, node("z"), node("nobody")).ok());
  CHECK_FALSE(add_arrow(start.poster, "", "").ok());
}

TEST_CASE("a node is added at a place, joined to the one that the line was drawn from") {
  const EditorState start = testing::edited_poster_editor();
  EditorState state = testing::performed(start, add_node(start.poster, kFlow, {1.6f, 3.2f}, "新", node("v")));
  CHECK(flow(state).nodes.back().text == "新");
  CHECK(flow(state).nodes.back().column == 1.5f);
  CHECK(flow(state).nodes.back().row == 3);
  CHECK(flow(state).arrows.back().from == "v");
  CHECK(flow(state).arrows.back().to == "node-1");
  CHECK(state.selection.ids() == Ids{node("node-1")});
  CHECK(state.history.past.size() == 1);
  state = testing::performed(start, add_node(start.poster, kFlow, {-500, 0}, ""));
  CHECK(flow(state).nodes.back().column == -100);
  CHECK(flow(state).arrows == flow(start).arrows);
  CHECK_FALSE(add_node(start.poster, "gan", {}, "").ok());
  CHECK_FALSE(add_node(start.poster, kFlow, {}, "", "vae.content.0.diagram.nodes.x").ok());
}

TEST_CASE("nodes move on the grid, one step for a drag") {
  EditorState state = testing::edited_poster_editor();
  for (int i = 1; i <= 5; ++i) {
    state = testing::performed(state, place_nodes(state.poster, {{node("d"), {float(i), 0.26f}}}));
  }
  CHECK(state.history.past.size() == 1);
  CHECK(flow(state).nodes[4].column == 5);
  CHECK(flow(state).nodes[4].row == 0.5f);
  state = testing::performed(state, nudge_nodes(state.poster, {node("d"), node("z")}, {0.5f, -0.5f}));
  CHECK(flow(state).nodes[4].column == 5.5f);
  CHECK(flow(state).nodes[0].row == -0.5f);
  CHECK_FALSE(nudge_nodes(state.poster, {"gan"}, {1, 0}).ok());
  CHECK_FALSE(place_nodes(state.poster, {}).ok());
  CHECK_FALSE(place_nodes(state.poster, {{node("d"), {}}, {"vae.content.0.diagram.nodes.x", {}}}).ok());
}

TEST_CASE("a flow that is arranged by rule is placed as a whole or not at all") {
  const EditorState start = update(testing::edited_poster_editor(), SetChoice{kFlow + ".arrange", "tree"});
  const Result<Edit> refused = place_nodes(start.poster, {{node("d"), {1, 1}}});
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.errors()[0].message.chinese.find("按行列") != std::string::npos);
  CHECK_FALSE(nudge_nodes(start.poster, {node("d")}, {1, 0}).ok());
  std::vector<PlacedNode> all;
  for (const FlowNode& each : flow(start).nodes) all.push_back({node(each.id.c_str()), {float(all.size()), 2}});
  const EditorState state = testing::performed(start, place_nodes(start.poster, all));
  CHECK(flow(state).arrange == FlowArrangement::Free);
  CHECK(flow(state).nodes[3].column == 3);
  CHECK(undo(state).poster == start.poster);
  // A new node finds its place there by itself.
  const EditorState added = testing::performed(start, add_node(start.poster, kFlow, {7, 7}, "x", node("z")));
  CHECK(flow(added).arrange == FlowArrangement::Tree);
  CHECK(flow(added).arrows.back().to == "node-1");
}
