// Several things selected at once, and what is selected when they go.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "editor/editor_state.h"
#include "support/edited_poster.h"

using namespace sixiang;

namespace {

using testing::Ids;

Ids selected(const EditorState& state) { return state.selection.ids(); }

}  // namespace

TEST_CASE("several are selected one after another, and the last one leads") {
  EditorState state = select(testing::edited_poster_editor(), "gan.content.2");
  state = extend_selection(std::move(state), "gan.content.4");
  state = extend_selection(std::move(state), "vae.content.1");
  CHECK(selected(state) == Ids{"gan.content.2", "gan.content.4", "vae.content.1"});
  CHECK(state.selection.lead() == "vae.content.1");
  // One that is selected already leads from now on.
  CHECK(selected(extend_selection(state, "gan.content.2")) == Ids{"gan.content.4", "vae.content.1", "gan.content.2"});
  CHECK(selected(toggle_selected(state, "gan.content.4")) == Ids{"gan.content.2", "vae.content.1"});
  CHECK(selected(toggle_selected(state, "title")) == Ids{"gan.content.2", "gan.content.4", "vae.content.1", "title"});
  CHECK(selected(extend_selection(state, "gan.content.99")) == selected(state));
  CHECK(selected(extend_selection(state, "")) == selected(state));
  CHECK(selected(select(state, "gan")) == Ids{"gan"});
}

TEST_CASE("nothing is selected within another selected thing") {
  EditorState state = extend_selection(select(testing::edited_poster_editor(), "gan.content.2"), "vae.content.1");
  CHECK(selected(extend_selection(state, "gan")) == Ids{"vae.content.1", "gan"});
  state = select(std::move(state), "gan.content.0.diagram");
  CHECK(selected(extend_selection(state, "gan.content.0.diagram.nodes.d")) == Ids{"gan.content.0.diagram.nodes.d"});
  state = update(testing::edited_poster_editor(), AddItem{"gan.sections", "x"});
  state = extend_selection(select(std::move(state), "section-1"), "gan");
  CHECK(selected(state) == Ids{"gan"});
  CHECK(selected(select_all(testing::edited_poster_editor(), {"gan", "gan.content.1", "vae", "nobody", "", "vae"})) ==
        Ids{"gan", "vae"});
}

TEST_CASE("all of a list are selected from one of them") {
  CHECK(selected(select_siblings(select(testing::edited_poster_editor(), "vae"))) ==
        Ids{"diffusion", "ar", "gan", "vae"});
  const Ids content = selected(select_siblings(select(testing::edited_poster_editor(), "vae.content.2")));
  CHECK(content == Ids{"vae.content.3", "vae.content.4", "vae.content.5", "vae.content.0.diagram", "vae.content.1",
                       "vae.content.2"});
  CHECK(selected(select_siblings(select(testing::edited_poster_editor(), "title"))) == Ids{"title"});
  CHECK(selected(select_siblings(testing::edited_poster_editor())).empty());
  CHECK(select_siblings(select(testing::edited_poster_editor(), "gan.content.0.diagram.nodes.d")).selection.size() ==
        8);
}

TEST_CASE("when what is selected goes, the next of its list is selected, else the one before, else what it lay in") {
  const auto after = [](const std::string& id, const Command& command) {
    return selected(update(select(testing::edited_poster_editor(), id), command));
  };
  CHECK(after("vae.content.2", RemoveItem{"vae.content.2"}) == Ids{"vae.content.2"});
  CHECK(after("vae.content.2.text", RemoveItem{"vae.content.2"}) == Ids{"vae.content.2"});
  CHECK(after("vae.content.5", RemoveItem{"vae.content.5"}) == Ids{"vae.content.4"});
  CHECK(after("gan", RemoveItem{"gan"}) == Ids{"vae"});
  CHECK(after("ar", RemoveItem{"ar"}) == Ids{"diffusion"});
  CHECK(after("ar.content.1", RemoveItem{"ar"}) == Ids{"diffusion"});
  CHECK(after("gan.content.0.diagram.nodes.d", RemoveItem{"gan.content.0"}) == Ids{"gan.content.0"});
  CHECK(after("gan.content.0.diagram.nodes.d", RemoveItem{"gan.content.0.diagram.nodes.d"}) ==
        Ids{"gan.content.0.diagram.nodes.true"});
  EditorState state = update(testing::edited_poster_editor(), AddPart{"gan.badge", "x"});
  CHECK(selected(update(select(std::move(state), "gan.badge"), RemovePart{"gan.badge"})) == Ids{"gan"});
  CHECK(after("center.lines.0", RemovePart{"center"}).empty());
  CHECK(after("gan.content.1", ReplacePoster{Poster{}}).empty());
  // The only one of its list.
  state = update(testing::edited_poster_editor(), AddItem{"gan.sections", "x"});
  CHECK(selected(update(select(std::move(state), "section-1"), RemoveItem{"section-1"})) == Ids{"gan"});
}

TEST_CASE("of several, those stay selected that stay") {
  EditorState state = select_all(testing::edited_poster_editor(), {"gan.content.2", "gan.content.4", "vae.content.1"});
  CHECK(selected(update(state, RemoveItem{"gan.content.2"})) == Ids{"gan.content.3", "vae.content.1"});
  CHECK(selected(update(state, RemoveItem{"gan"})) == Ids{"vae.content.1"});
  const Batch both{{"Remove", "删除"}, {RemoveItem{"gan.content.4"}, RemoveItem{"gan.content.2"}}};
  CHECK(selected(update(state, both)) == Ids{"vae.content.1"});
  state = select_all(std::move(state), {"gan.content.2", "gan.content.4"});
  CHECK(selected(update(state, both)) == Ids{"gan.content.3"});
  // One that moves into what is selected as well.
  state = select_all(std::move(state), {"vae.content.1", "gan"});
  CHECK(selected(update(state, MoveItem{"vae.content.1", "gan.content", 0})).size() == 1);
}

TEST_CASE("the selection follows arrows and links when others go with what they join") {
  EditorState state = select(testing::edited_poster_editor(), "gan.content.0.diagram.arrows.5");
  const FlowDiagram& before = std::get<FlowDiagram>(*state.poster.sections[0].content[0].diagram);
  const FlowArrow arrow = before.arrows[5];
  REQUIRE((arrow.from != "z" && arrow.to != "z"));
  state = update(std::move(state), RemoveItem{"gan.content.0.diagram.nodes.z"});
  const FlowDiagram& after = std::get<FlowDiagram>(*state.poster.sections[0].content[0].diagram);
  REQUIRE(after.arrows.size() < 10);
  CHECK(state.selection.lead() == "gan.content.0.diagram.arrows.4");
  CHECK(after.arrows[4] == arrow);

  state = update(update(testing::edited_poster_editor(), AddItem{"links", "a"}), AddItem{"links", "b"});
  state = update(std::move(state), SetChoice{"links.1.from", "gan"});
  state = update(std::move(state), SetChoice{"links.1.to", "vae"});
  state = update(select(std::move(state), "links.1"), RemoveItem{"ar"});
  CHECK(selected(state) == Ids{"links.0"});
}

TEST_CASE("undo and redo select what was selected on their side of the step") {
  EditorState state = select_all(testing::edited_poster_editor(), {"gan.content.2", "gan.content.3"});
  const EditorState start = state;
  state =
      update(std::move(state), Batch{{"Remove", "删除"}, {RemoveItem{"gan.content.3"}, RemoveItem{"gan.content.2"}}});
  state = undo(select(std::move(state), "title"));
  CHECK(selected(state) == selected(start));
  state = redo(std::move(state));
  CHECK(selected(state) == Ids{"title"});
}
