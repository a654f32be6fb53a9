// Keys and drags: what goes, what moves, what is added.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "editor/editor_state.h"
#include "editor/gestures.h"
#include "support/edited_poster.h"

using namespace sixiang;

namespace {

using testing::Ids;

// The content of a section by its place at the start, as digits: one that is new is a dot.
std::string order(const EditorState& state, std::size_t section, const EditorState& start) {
  std::string digits;
  for (const Label& label : state.poster.sections[section].content) {
    char digit = '.';
    for (std::size_t of = 0; of < start.poster.sections.size(); ++of) {
      const std::vector<Label>& before = start.poster.sections[of].content;
      for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i] == label) digit = char((of == section ? '0' : 'a') + i);
      }
    }
    digits += digit;
  }
  return digits;
}

std::string why(const Result<Edit>& edit) {
  REQUIRE_FALSE(edit.ok());
  return edit.errors()[0].message.chinese;
}

}  // namespace

TEST_CASE("several things are removed in one step, whatever they are") {
  const EditorState start = update(testing::edited_poster_editor(), AddPart{"gan.badge", "x"});
  EditorState state = select_all(start, {"gan.content.1", "gan.content.0.diagram", "gan.badge", "vae.content.3"});
  state = testing::performed(state, remove_things(state.poster, state.selection.ids()));
  CHECK(order(state, 0, start) == "23456");
  CHECK(order(state, 1, start) == "01245");
  CHECK_FALSE(state.poster.sections[0].badge);
  CHECK(state.history.undo_name() == Message{"Remove 4 things", "删除 4 项"});
  CHECK(undo(state).poster == start.poster);
  CHECK(state.selection.ids() == Ids{"vae.content.3"});

  state = testing::performed(start, remove_things(start.poster, {"gan.content.1", "gan.content.2"}));
  CHECK(state.history.undo_name() == Message{"Remove 2 labels", "删除 2 个要点"});
  state = testing::performed(start, remove_things(start.poster, {"gan"}));
  CHECK(state.history.undo_name() == Message{"Remove section", "删除板块"});
  // An arrow and the node that it joins.
  state = testing::performed(
      start, remove_things(start.poster, {"gan.content.0.diagram.arrows.0", "gan.content.0.diagram.nodes.z"}));
  CHECK(std::get<FlowDiagram>(*state.poster.sections[0].content[0].diagram).nodes.size() == 7);
  // What lies in another of them goes with it.
  state = testing::performed(start, remove_things(start.poster, {"center", "center.lines.0", "gan.content.1", "gan"}));
  CHECK_FALSE(state.poster.center);
  CHECK(state.poster.sections.size() == 3);
}

TEST_CASE("titles, captions and text fields are emptied; the page stays") {
  EditorState state = update(testing::edited_poster_editor(), SetText{"gan.content.0.text", "图"});
  state = testing::performed(state, remove_things(state.poster, {"gan.content.0"}));
  CHECK(state.poster.sections[0].content[0].text.empty());
  CHECK(state.poster.sections[0].content[0].diagram.has_value());
  state = testing::performed(state, remove_things(state.poster, {"title"}));
  CHECK(state.poster.title.text.empty());
  state = testing::performed(state, remove_things(state.poster, {"gan.title"}));
  CHECK(state.poster.sections[0].title.empty());
  CHECK(why(remove_things(state.poster, {""})) == "这里没有可以删除的内容");
  CHECK_FALSE(remove_things(state.poster, {}).ok());
  CHECK_FALSE(remove_things(state.poster, {"page.width"}).ok());
}

TEST_CASE("several things move together and keep their order") {
  const EditorState start = testing::edited_poster_editor();
  const auto moved = [&](const Ids& ids, const char* list, std::size_t index) {
    return testing::performed(start, move_things(start.poster, ids, list, index));
  };
  CHECK(order(moved({"vae.content.1", "vae.content.4"}, "vae.content", 3), 1, start) == "021435");
  CHECK(order(moved({"vae.content.4", "vae.content.1"}, "vae.content", 0), 1, start) == "140235");
  CHECK(order(moved({"vae.content.1", "vae.content.2"}, "vae.content", 6), 1, start) == "034512");
  CHECK(order(moved({"vae.content.1"}, "vae.content", 1), 1, start) == "012345");
  CHECK(order(moved({"vae.content.1"}, "vae.content", 2), 1, start) == "012345");
  const EditorState both = moved({"gan.content.2", "vae.content.4", "gan.content.1"}, "vae.content", 1);
  CHECK(order(both, 1, start) == "0bc41235");
  CHECK(order(both, 0, start) == "03456");
  CHECK(undo(both).poster == start.poster);
  EditorState state = select_all(start, {"gan.content.2", "gan.content.1"});
  state = testing::performed(state, move_things(state.poster, state.selection.ids(), "vae.content", 1));
  CHECK(state.selection.ids() == Ids{"vae.content.2", "vae.content.1"});
  CHECK(state.history.undo_name() == Message{"Move 2 labels", "移动 2 个要点"});
  state = testing::performed(start, move_things(start.poster, {"gan", "diffusion"}, "sections", 4));
  CHECK(state.poster.sections[2].id == "gan");
  CHECK(state.poster.sections[3].id == "diffusion");
  state = testing::performed(start, move_things(start.poster, {"gan.content.0.diagram"}, "ar.content", 0));
  CHECK(state.poster.sections[3].content[0] == start.poster.sections[0].content[0]);

  CHECK(why(move_things(start.poster, {"gan.content.1"}, "sections", 0)) == "不能移到那里");
  CHECK(why(move_things(start.poster, {"gan"}, "gan.sections", 0)) == "不能移到自身之内");
  CHECK(why(move_things(start.poster, {"gan.content.1"}, "vae.content", 99)) == "列表中没有这个位置");
  CHECK_FALSE(move_things(start.poster, {"title"}, "sections", 0).ok());
}

TEST_CASE("one place on, and from section to section") {
  const EditorState start = testing::edited_poster_editor();
  const auto moved = [](const EditorState& state, const Ids& ids, MoveDirection way) {
    return testing::performed(state, move_by_one(state.poster, ids, way));
  };
  CHECK(order(moved(start, {"vae.content.2"}, MoveDirection::Up), 1, start) == "021345");
  CHECK(order(moved(start, {"vae.content.2", "vae.content.3"}, MoveDirection::Up), 1, start) == "023145");
  CHECK(order(moved(start, {"vae.content.2", "vae.content.3"}, MoveDirection::Down), 1, start) == "014235");
  CHECK(order(moved(start, {"vae.content.1", "vae.content.4"}, MoveDirection::Down), 1, start) == "021354");
  EditorState state = moved(select(start, "vae.content.5"), {"vae.content.5"}, MoveDirection::Down);
  CHECK(state.selection.ids() == Ids{"diffusion.content.0"});
  CHECK(order(state, 1, start) == "01234");
  state = moved(state, state.selection.ids(), MoveDirection::Up);
  CHECK(state.poster == start.poster);
  CHECK(state.selection.ids() == Ids{"vae.content.5"});
  state = moved(start, {"vae.content.4", "vae.content.5"}, MoveDirection::Down);
  CHECK(order(state, 2, start).substr(0, 3) == "ef0");
  state = moved(start, {"vae.content.0.diagram", "vae.content.1"}, MoveDirection::Up);
  CHECK(order(state, 0, start) == "0123456ab");

  CHECK(why(move_by_one(start.poster, {"gan.content.0.diagram"}, MoveDirection::Up)) == "已经在最前面");
  CHECK(why(move_by_one(start.poster, {"gan"}, MoveDirection::Up)) == "已经在最前面");
  CHECK(why(move_by_one(start.poster, {"gan", "vae"}, MoveDirection::Up)) == "已经在最前面");
  CHECK(why(move_by_one(start.poster, {"ar"}, MoveDirection::Down)) == "已经在最后面");
  CHECK_FALSE(move_by_one(start.poster, {"title"}, MoveDirection::Down).ok());
  state = moved(start, {"gan", "diffusion"}, MoveDirection::Up);
  CHECK(state.poster.sections[1].id == "diffusion");
  state = moved(start, {"gan.content.0.diagram.nodes.g"}, MoveDirection::Up);
  CHECK(std::get<FlowDiagram>(*state.poster.sections[0].content[0].diagram).nodes[0].id == "g");
}

TEST_CASE("a badge goes to another section, in place of its own") {
  const EditorState start =
      update(update(testing::edited_poster_editor(), AddPart{"gan.badge", "一"}), AddPart{"vae.badge", "二"});
  const EditorState state = testing::performed(start, move_badge(start.poster, "gan", "vae"));
  CHECK_FALSE(state.poster.sections[0].badge);
  CHECK(state.poster.sections[1].badge == start.poster.sections[0].badge);
  CHECK(state.selection.ids() == Ids{"vae.badge"});
  CHECK_FALSE(move_badge(start.poster, "ar", "vae").ok());
  CHECK_FALSE(move_badge(start.poster, "gan", "gan").ok());
  CHECK_FALSE(move_badge(start.poster, "gan", "nobody").ok());
}

TEST_CASE("Enter adds a label of the same role and bullet behind, ready to be typed") {
  EditorState start = update(testing::edited_poster_editor(), SetChoice{"gan.content.2.role", "key"});
  start = update(std::move(start), SetChoice{"gan.content.2.bullet", "check"});
  EditorState state = testing::performed(start, label_after(start.poster, "gan.content.2"));
  const Label& made = state.poster.sections[0].content[3];
  CHECK(made.text.empty());
  CHECK(made.role == LabelRole::Key);
  CHECK(made.bullet == Bullet::Check);
  CHECK(state.selection.ids() == Ids{"gan.content.3"});
  CHECK(state.history.undo_name() == Message{"Add label", "添加要点"});
  CHECK(undo(state).poster == start.poster);
  state = testing::performed(start, label_after(start.poster, "gan.content.0.diagram"));
  CHECK(state.poster.sections[0].content[1] == Label{});
  CHECK(state.selection.ids() == Ids{"gan.content.1"});
  state = testing::performed(start, label_after(start.poster, "gan.content.0.text"));
  CHECK(state.selection.ids() == Ids{"gan.content.1"});
  state = testing::performed(start, label_after(start.poster, "center.lines.0"));
  CHECK(state.poster.center->lines[1] == CenterLine{"", start.poster.center->lines[0].role, {}});
  CHECK_FALSE(label_after(start.poster, "title").ok());
  CHECK_FALSE(label_after(start.poster, "gan").ok());
  Poster full = start.poster;
  full.sections[0].content.assign(65, Label{});
  CHECK(why(label_after(full, "gan.content.3")) == "列表已满，最多 65 项");
}

TEST_CASE("Ctrl+Enter adds what belongs there") {
  const EditorState start = testing::edited_poster_editor();
  const auto made = [&](const char* id) {
    return testing::performed(start, add_beside(start.poster, id, Language::Chinese)).selection.ids();
  };
  CHECK(made("") == Ids{"section-1"});
  CHECK(made("gan") == Ids{"gan.content.7"});
  CHECK(made("gan.title") == Ids{"gan.content.7"});
  CHECK(made("gan.content.2") == Ids{"gan.content.3"});
  CHECK(made("gan.content.0.diagram") == Ids{"gan.content.0.diagram.nodes.node-1"});
  CHECK(made("gan.content.0.diagram.nodes.z") == Ids{"gan.content.0.diagram.nodes.node-1"});
  CHECK(made("diffusion.content.0.diagram") == Ids{"diffusion.content.0.diagram.tiles.7"});
  CHECK(made("diffusion.content.0.diagram.tiles.2") == Ids{"diffusion.content.0.diagram.tiles.3"});
  CHECK(made("center") == Ids{"center.lines.3"});
  CHECK(made("decorations.1") == Ids{"decorations.2"});
  CHECK_FALSE(add_beside(start.poster, "title", Language::Chinese).ok());
}

TEST_CASE("Tab takes plain labels to the second level, Shift+Tab back") {
  EditorState start = update(testing::edited_poster_editor(), SetChoice{"vae.content.1.role", "text"});
  start = update(std::move(start), SetChoice{"vae.content.2.role", "key"});
  const EditorState state = testing::performed(start, indent(start.poster, {"vae.content.1", "vae.content.2"}));
  CHECK(state.poster.sections[1].content[1].role == LabelRole::Sub);
  CHECK(state.poster.sections[1].content[2].role == LabelRole::Key);
  CHECK(testing::performed(state, outdent(state.poster, {"vae.content.1"})).poster == start.poster);
  CHECK(why(indent(state.poster, {"vae.content.2"})) == "只有普通要点能降为次级要点");
  CHECK(why(outdent(state.poster, {"vae.content.2", "title"})) == "只有次级要点能升为普通要点");
}
