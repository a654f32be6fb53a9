// Several commands as one step.
#include <doctest/doctest.h>

#include <string>

#include "editor/editor_state.h"
#include "support/edited_poster.h"

using namespace sixiang;

namespace {

const Message kName{"Do both", "两件事"};

}  // namespace

TEST_CASE("a batch is one step with one name") {
  const EditorState start = testing::edited_poster_editor();
  const Batch batch{kName, {AddItem{"gan.content", "新", 1}, SetChoice{"gan.content.1.role", "key"}}};
  const EditorState state = update(start, batch);
  CHECK(state.poster.sections[0].content[1].text == "新");
  CHECK(state.poster.sections[0].content[1].role == LabelRole::Key);
  CHECK(state.history.past.size() == 1);
  CHECK(state.history.undo_name() == kName);
  CHECK(name_of(batch, start.poster) == kName);
  CHECK(undo(state).poster == start.poster);
}

TEST_CASE("all of a batch is done or nothing, and what stands in the way is said") {
  const Poster poster = testing::edited_poster_editor().poster;
  const auto refused = [&](std::vector<Command> commands) {
    commands.insert(commands.begin(), SetText{"title.text", "x"});
    const Batch batch{kName, std::move(commands)};
    CHECK(apply_command(poster, batch) == poster);
    const std::optional<Message> reason = refusal(poster, batch);
    return reason ? reason->english : "";
  };
  CHECK(refused({RemoveItem{"gan.content.99"}}) == "there is nothing here called \"gan.content.99\"");
  CHECK(refused({SetText{"gan.colors.fill", "x"}}) == "there is nothing here called \"gan.colors.fill\"");
  CHECK(refused({MoveItem{"gan.content.1", "sections", 0}}) == "that does not belong there");
  CHECK(refused({MoveItem{"gan.content.1", "vae.content", 9}}) == "the list has no such place");
  CHECK(refused({AddItem{"gan.content", "x", 99}}) == "the list has no such place");
  CHECK(refused({Batch{kName, {RemoveItem{"nobody"}}}}) == "there is nothing here called \"nobody\"");
  CHECK(refused({SetNumber{"page.width", 1}}).find("from 64 to") != std::string::npos);
  // A step on the way may be what the end may not.
  const Batch through{kName, {SetNumber{"page.width", 1}, SetNumber{"page.width", 500}}};
  CHECK(apply_command(poster, through).page.width == 500);
  CHECK_FALSE(refusal(poster, through));
  CHECK_FALSE(refusal(poster, Batch{kName, {}}));
}

TEST_CASE("a command that names nothing says so, a full list that it is full") {
  Poster poster = testing::edited_poster_editor().poster;
  CHECK(refusal(poster, RemoveItem{"gan.content.99"}).has_value());
  CHECK(refusal(poster, SetText{"nobody.title", "x"}).has_value());
  CHECK_FALSE(refusal(poster, SetText{"gan.title", poster.sections[0].title}));
  poster.sections[3].content.assign(65, Label{});
  CHECK(refusal(poster, AddItem{"ar.content", "x"})->english == "the list is full: it takes at most 65");
  CHECK(refusal(poster, AddItem{"ar.content", "x"})->chinese == "列表已满，最多 65 项");
  CHECK(refusal(Poster{}, AddItem{"links", ""})->chinese == "没有可供连线连接的对象");
}

TEST_CASE("an item is added at a place, and tiles take their spans along") {
  const Poster poster = testing::edited_poster_editor().poster;
  const Poster added = apply_command(poster, AddItem{"sections", "新", 1});
  CHECK(added.sections[1].title == "新");
  CHECK(added.sections[2] == poster.sections[1]);
  const auto noise = [](const Poster& of) { return std::get<NoiseDiagram>(*of.sections[2].content[0].diagram); };
  const std::vector<NoiseSpan> before = noise(poster).spans;
  const std::vector<NoiseSpan> after =
      noise(apply_command(poster, AddItem{"diffusion.content.0.diagram.tiles", "", 1})).spans;
  REQUIRE(after.size() == before.size());
  for (std::size_t i = 0; i < after.size(); ++i) {
    CHECK(after[i].from == (before[i].from < 1 ? before[i].from : before[i].from + 1));
    CHECK(after[i].to == (before[i].to < 1 ? before[i].to : before[i].to + 1));
  }
}

TEST_CASE("dragging several numbers or colours at once is one step") {
  EditorState state = testing::edited_poster_editor();
  for (int i = 0; i < 9; ++i) {
    state = update(std::move(state), Batch{kName,
                                           {SetNumber{"gan.content.0.diagram.nodes.d.column", i / 2.0},
                                            SetNumber{"gan.content.0.diagram.nodes.d.row", i / 4.0}}});
  }
  CHECK(state.history.past.size() == 1);
  state = update(std::move(state), Batch{kName, {SetNumber{"gan.content.0.diagram.nodes.d.column", 9}}});
  CHECK(state.history.past.size() == 2);
}

TEST_CASE("a diagram that a batch brings back is as it was") {
  EditorState state = testing::edited_poster_editor();
  const std::optional<Diagram> flow = state.poster.sections[0].content[0].diagram;
  state = update(std::move(state), SetChoice{"gan.content.0.diagram.kind", "none"});
  state = update(std::move(state),
                 Batch{kName, {AddItem{"gan.content", "x", 0}, SetChoice{"gan.content.1.diagram.kind", "flow"}}});
  CHECK(state.poster.sections[0].content[1].diagram == flow);
}
