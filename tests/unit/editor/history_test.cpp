// Undo and redo, and what joins into one step.
#include <doctest/doctest.h>

#include <string>

#include "editor/editor_state.h"
#include "model/poster_json.h"
#include "support/edited_poster.h"

using namespace sixiang;

namespace {

EditorState typed(EditorState state, const std::string& field, const std::string& text) {
  for (std::size_t size = 1; size <= text.size(); ++size) {
    state = update(std::move(state), SetText{field, text.substr(0, size)});
  }
  return state;
}

}  // namespace

TEST_CASE("typing in one field is one step") {
  const EditorState start = testing::edited_poster_editor();
  EditorState state = typed(start, "gan.content.3.text", "JS divergence");
  CHECK(state.history.past.size() == 1);
  CHECK(state.history.undo_name().english == "Edit label");
  CHECK(state.history.undo_name().chinese == "编辑要点");
  CHECK(state.is_changed());
  state = undo(state);
  CHECK(state.poster == start.poster);
  CHECK_FALSE(state.is_changed());
  CHECK(state.history.redo_name().english == "Edit label");
  state = redo(state);
  CHECK(state.poster.sections[0].content[3].text == "JS divergence");
}

TEST_CASE("another field, a pause, another command or undo begin a new step") {
  EditorState state = typed(testing::edited_poster_editor(), "title.text", "abc");
  state = typed(std::move(state), "gan.title", "abc");
  CHECK(state.history.past.size() == 2);
  state = end_step(std::move(state));
  state = update(std::move(state), SetText{"gan.title", "abcd"});
  CHECK(state.history.past.size() == 3);
  state = update(std::move(state), SetChoice{"gan.header", "plain"});
  state = update(std::move(state), SetText{"gan.title", "abcde"});
  CHECK(state.history.past.size() == 5);
  state = undo(std::move(state));
  state = update(std::move(state), SetText{"gan.title", "x"});
  CHECK(state.history.past.size() == 5);
  CHECK(state.history.future.empty());
}

TEST_CASE("dragging a colour or a number is one step, choosing is one each") {
  EditorState state = testing::edited_poster_editor();
  for (int i = 0; i < 20; ++i)
    state = update(std::move(state), SetColor{"gan.colors.fill", {std::uint8_t(i), 0, 0, 255}});
  CHECK(state.history.past.size() == 1);
  for (int i = 0; i < 20; ++i) state = update(std::move(state), SetNumber{"page.width", 500.0 + i});
  CHECK(state.history.past.size() == 2);
  state = update(std::move(state), SetChoice{"gan.header", "plain"});
  state = update(std::move(state), SetChoice{"gan.header", "side"});
  CHECK(state.history.past.size() == 4);
}

TEST_CASE("a diagram that comes back is that of its own label, wherever this has moved and whatever was undone") {
  const auto chosen = [](EditorState state, const char* label, const char* kind) {
    return update(std::move(state), SetChoice{std::string(label) + ".diagram.kind", kind});
  };
  const auto diagram = [](const EditorState& state, std::size_t index) {
    return state.poster.sections[0].content[index].diagram;
  };
  EditorState state = testing::edited_poster_editor();
  const std::optional<Diagram> flow = diagram(state, 0);
  state = chosen(std::move(state), "gan.content.0", "none");
  state = update(std::move(state), MoveItem{"gan.content.0", "gan.content", 3});
  CHECK(diagram(chosen(state, "gan.content.3", "flow"), 3) == flow);
  CHECK(diagram(chosen(state, "gan.content.0", "flow"), 0) != flow);
  state = undo(std::move(state));
  CHECK(diagram(chosen(state, "gan.content.0", "flow"), 0) == flow);
  CHECK(diagram(chosen(state, "gan.content.3", "flow"), 3) != flow);
  state = update(std::move(state), RemoveItem{"gan.content.0"});
  CHECK(diagram(chosen(state, "gan.content.0", "flow"), 0) != flow);
}

TEST_CASE("what changes nothing leaves no step") {
  const EditorState start = testing::edited_poster_editor();
  EditorState state = update(start, SetText{"gan.title", start.poster.sections[0].title});
  CHECK(state == start);
  state = update(start, SetText{"nobody.title", "x"});
  CHECK(state == start);
  CHECK(undo(start) == start);
  CHECK(redo(start) == start);
  // Typed and taken back.
  state = update(start, SetText{"title.text", "x"});
  state = update(std::move(state), SetText{"title.text", start.poster.title.text});
  CHECK(state.history.past.empty());
  CHECK_FALSE(state.is_changed());
}

TEST_CASE("saved is a place in history") {
  EditorState state = update(testing::edited_poster_editor(), SetText{"title.text", "一"});
  state = mark_saved(std::move(state));
  CHECK_FALSE(state.is_changed());
  state = update(std::move(state), SetText{"title.text", "二"});
  CHECK(state.is_changed());
  state = undo(std::move(state));
  CHECK_FALSE(state.is_changed());
  state = undo(std::move(state));
  CHECK(state.is_changed());
  // An edit after undo is not the state that was saved, even with as many steps.
  state = update(std::move(state), SetText{"title.text", "三"});
  CHECK(state.is_changed());
}

TEST_CASE("history is bounded") {
  EditorState state = testing::edited_poster_editor();
  for (int i = 0; i < 400; ++i) {
    state = end_step(update(std::move(state), SetText{"title.text", std::to_string(i)}));
  }
  CHECK(state.history.past.size() == kMaxSteps);
  for (std::size_t i = 0; i < kMaxSteps; ++i) state = undo(std::move(state));
  CHECK(state.poster.title.text == "99");
  CHECK_FALSE(state.history.can_undo());
}

TEST_CASE("large posters keep fewer steps") {
  EditorState state = testing::edited_poster_editor();
  for (int i = 0; i < 30; ++i) {
    state.poster.unknown.emplace_back("number" + std::to_string(i), "0." + std::string(30'000, '1'));
  }
  for (int i = 0; i < 80; ++i) state = end_step(update(std::move(state), SetText{"title.text", std::to_string(i)}));
  std::size_t bytes = 0;
  for (const Step& step : state.history.past) bytes += step.bytes;
  CHECK(bytes <= kMaxHistoryBytes);
  CHECK(state.history.past.size() >= 20);
  CHECK(state.history.past.size() < 80);
}

TEST_CASE("the selection follows what is selected") {
  const auto selected = [](const std::string& block, const Command& command) {
    return update(select(testing::edited_poster_editor(), block), command).selection.lead();
  };
  CHECK(select(testing::edited_poster_editor(), "gan.content.3").selection.lead() == "gan.content.3");
  CHECK(select(testing::edited_poster_editor(), "gan.content.0.diagram.nodes.d").selection.lead() ==
        "gan.content.0.diagram.nodes.d");
  CHECK(select(testing::edited_poster_editor(), "title").selection.lead() == "title");
  CHECK(select(testing::edited_poster_editor(), "gan.content.78").selection.empty());
  CHECK(select(testing::edited_poster_editor(), "gan.badge").selection.empty());
  CHECK(select(select(testing::edited_poster_editor(), "title"), "").selection.empty());
  CHECK(selected("gan.content.3", RemoveItem{"gan.content.3"}) == "gan.content.3");
  CHECK(selected("gan.content.3", RemoveItem{"gan.content.1"}) == "gan.content.2");
  CHECK(selected("gan.content.3", RemoveItem{"gan.content.4"}) == "gan.content.3");
  CHECK(selected("gan.content.3", MoveItem{"gan.content.3", "gan.content", 1}) == "gan.content.1");
  CHECK(selected("gan.content.3", MoveItem{"gan.content.1", "gan.content", 4}) == "gan.content.2");
  CHECK(selected("gan.content.3", MoveItem{"gan.content.5", "gan.content", 2}) == "gan.content.4");
  CHECK(selected("gan.content.3", MoveItem{"gan.content.3", "vae.content", 2}) == "vae.content.2");
  CHECK(selected("gan.content.3.text", MoveItem{"gan.content.3", "vae.content", 2}) == "vae.content.2.text");
  CHECK(selected("gan.content.3", MoveItem{"gan.content.1", "vae.content", 1}) == "gan.content.2");
  CHECK(selected("gan.content.3", MoveItem{"vae.content.1", "gan.content", 3}) == "gan.content.4");
  CHECK(selected("gan.content.3", MoveItem{"vae.content.1", "gan.content", 4}) == "gan.content.3");
  CHECK(selected("gan.content.0.diagram.nodes.d",
                 MoveItem{"gan.content.0.diagram.nodes.d", "gan.content.0.diagram.nodes", 0}) ==
        "gan.content.0.diagram.nodes.d");
  CHECK(selected("gan.content.3", MoveItem{"gan", "sections", 2}) == "gan.content.3");
  CHECK(selected("gan.content.3", RemoveItem{"vae.content.1"}) == "gan.content.3");
  CHECK(selected("gan.content.3", RemoveItem{"vae"}) == "gan.content.3");
  CHECK(selected("gan.content.3", RemoveItem{"gan"}) == "vae");
  CHECK(selected("gan.content.0.diagram.nodes.d", RemoveItem{"gan.content.0.diagram.nodes.z"}) ==
        "gan.content.0.diagram.nodes.d");
  CHECK(selected("gan.content.0.diagram.nodes.d", SetChoice{"gan.content.0.diagram.kind", "chain"}) ==
        "gan.content.0.diagram");
  // A field is selected as well as a thing, and follows it.
  CHECK(selected("gan.content.3.text", RemoveItem{"gan.content.1"}) == "gan.content.2.text");
  CHECK(selected("page.width", RemoveItem{"gan.content.1"}) == "page.width");
  // Typing in another field leaves it alone.
  CHECK(selected("gan.content.3", SetText{"title.text", "x"}) == "gan.content.3");
  CHECK(end_step(select(testing::edited_poster_editor(), "gan.content.3")).selection.lead() == "gan.content.3");
  EditorState state = update(select(testing::edited_poster_editor(), "gan.title"), AddPart{"gan.badge", "x"});
  // Undo selects what was selected before the step.
  state = undo(select(std::move(state), "gan.badge"));
  CHECK(state.selection.lead() == "gan.title");
  state = redo(std::move(state));
  CHECK(state.selection.lead() == "gan.badge");
}

TEST_CASE("nodes keep their ids when others go, also those that are called by a number") {
  EditorState state = testing::edited_poster_editor();
  FlowDiagram& flow = std::get<FlowDiagram>(*state.poster.sections[0].content[0].diagram);
  flow.nodes[0].id = "1";
  flow.nodes[1].id = "2";
  const std::string nodes = state.poster.sections[0].id + ".content.0.diagram.nodes";
  state = update(select(std::move(state), nodes + ".2"), RemoveItem{nodes + ".1"});
  CHECK(state.selection.lead() == nodes + ".2");
}

TEST_CASE("a diagram comes back when its kind is chosen again") {
  EditorState state = update(testing::edited_poster_editor(), SetText{"gan.content.0.diagram.nodes.g.text", "Gen"});
  const std::optional<Diagram> flow = state.poster.sections[0].content[0].diagram;
  REQUIRE(flow);
  state = update(std::move(state), SetChoice{"gan.content.0.diagram.kind", "chain"});
  state = update(std::move(state), SetText{"gan.content.0.diagram.tokens.0.text", "first"});
  const std::optional<Diagram> chain = state.poster.sections[0].content[0].diagram;
  state = update(std::move(state), SetChoice{"gan.content.0.diagram.kind", "none"});
  CHECK_FALSE(state.poster.sections[0].content[0].diagram);
  state = update(std::move(state), SetChoice{"gan.content.0.diagram.kind", "flow"});
  CHECK(state.poster.sections[0].content[0].diagram == flow);
  state = update(std::move(state), SetChoice{"gan.content.0.diagram.kind", "chain"});
  CHECK(state.poster.sections[0].content[0].diagram == chain);
  state = undo(std::move(state));
  CHECK(state.poster.sections[0].content[0].diagram == flow);
  // Another document's sections are others, whatever they are called.
  state = update(std::move(state), ReplacePoster{testing::edited_poster_editor().poster});
  state = update(std::move(state), SetChoice{"gan.content.0.diagram.kind", "chain"});
  CHECK(state.poster.sections[0].content[0].diagram != chain);
}

TEST_CASE("an item that moved to another list comes back with one step") {
  const EditorState before = select(testing::edited_poster_editor(), "gan.content.2");
  const EditorState moved = update(before, MoveItem{"gan.content.2", "vae.content", 1});
  CHECK(moved.history.past.size() == before.history.past.size() + 1);
  CHECK(moved.history.undo_name().english == "Move label");
  CHECK(undo(moved).poster == before.poster);
  CHECK(redo(undo(moved)).poster == moved.poster);
}
