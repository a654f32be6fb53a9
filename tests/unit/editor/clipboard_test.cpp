// Copies: on the clipboard, beside their originals, where they are dropped.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "editor/clipboard.h"
#include "editor/editor_state.h"
#include "model/copied_items.h"
#include "support/edited_poster.h"

using namespace sixiang;

namespace {

using testing::Ids;

const FlowDiagram& flow_of(const Poster& poster, std::size_t section, std::size_t item = 0) {
  return std::get<FlowDiagram>(*poster.sections[section].content[item].diagram);
}

EditorState pasted(const EditorState& state, const std::string& selected, const std::string& text) {
  return testing::performed(state, paste_things(state.poster, selected, text));
}

std::string copied(const EditorState& state, const Ids& ids) {
  const Result<std::string> text = copy_things(state.poster, ids);
  REQUIRE(text.ok());
  CHECK(is_copied_text(text.value()));
  return text.value();
}

}  // namespace

TEST_CASE("labels are pasted as themselves behind what is selected, and selected") {
  const EditorState start = testing::edited_poster_editor();
  const std::string text = copied(start, {"gan.content.3", "gan.content.1"});
  const EditorState state = pasted(start, "vae.content.2", text);
  CHECK(state.poster.sections[1].content[3] == start.poster.sections[0].content[1]);
  CHECK(state.poster.sections[1].content[4] == start.poster.sections[0].content[3]);
  CHECK(state.poster.sections[1].content[5] == start.poster.sections[1].content[3]);
  CHECK(state.selection.ids() == Ids{"vae.content.3", "vae.content.4"});
  CHECK(state.history.undo_name() == Message{"Paste 2 labels", "粘贴 2 个要点"});
  CHECK(undo(state).poster == start.poster);
}

TEST_CASE("labels go to the nearest list around: of a section to its end, of the page to its last section's") {
  const EditorState start = testing::edited_poster_editor();
  const std::string text = copied(start, {"gan.content.1"});
  const auto where = [&](const std::string& selected) { return pasted(start, selected, text).selection.lead(); };
  CHECK(where("vae") == "vae.content.6");
  CHECK(where("vae.title") == "vae.content.6");
  CHECK(where("vae.content.0.diagram.nodes.x") == "vae.content.1");
  CHECK(where("") == "ar.content." + std::to_string(start.poster.sections[3].content.size()));
  CHECK(where("decorations.0") == where(""));
  const Result<Edit> refused = paste_things(Poster{}, "", text);
  REQUIRE_FALSE(refused.ok());
  CHECK_FALSE(refused.errors()[0].message.chinese.empty());
}

TEST_CASE("sections are pasted under ids that are free") {
  const EditorState start = testing::edited_poster_editor();
  const EditorState state = pasted(start, "gan.content.2", copied(start, {"gan", "ar"}));
  REQUIRE(state.poster.sections.size() == 6);
  CHECK(state.selection.ids() == Ids{"section-1", "section-2"});
  CHECK(state.poster.sections[1].id == "section-1");
  CHECK(state.poster.sections[1].content == start.poster.sections[0].content);
  CHECK(state.poster.sections[2].content == start.poster.sections[3].content);
  // Where the id is free it stays.
  const EditorState gone = update(start, RemoveItem{"ar"});
  CHECK(pasted(gone, "", copied(start, {"ar"})).poster == start.poster);
}

TEST_CASE("nodes take the arrows between them along, and stand where nothing stands") {
  const EditorState start = testing::edited_poster_editor();
  const std::string text = copied(start, {"gan.content.0.diagram.nodes.z", "gan.content.0.diagram.nodes.g"});
  const EditorState state = pasted(start, "gan.content.0.diagram", text);
  const FlowDiagram &before = flow_of(start.poster, 0), &after = flow_of(state.poster, 0);
  REQUIRE(after.nodes.size() == before.nodes.size() + 2);
  CHECK(state.selection.ids() == Ids{"gan.content.0.diagram.nodes.node-1", "gan.content.0.diagram.nodes.node-2"});
  REQUIRE(after.arrows.size() == before.arrows.size() + 1);
  CHECK(after.arrows.back().from == "node-1");
  CHECK(after.arrows.back().to == "node-2");
  for (std::size_t i = before.nodes.size(); i < after.nodes.size(); ++i) {
    for (const FlowNode& other : before.nodes) {
      CHECK((other.column != after.nodes[i].column || other.row != after.nodes[i].row));
    }
  }
  // In another flow that has none of these ids they keep them.
  const EditorState other =
      pasted(update(start, SetChoice{"ar.content.0.diagram.kind", "flow"}), "ar.content.0.diagram.nodes.node-1", text);
  CHECK(other.selection.ids() == Ids{"ar.content.0.diagram.nodes.z", "ar.content.0.diagram.nodes.g"});
  CHECK_FALSE(paste_things(start.poster, "diffusion.content.0.diagram", text).ok());
}

TEST_CASE("what cannot be copied or pasted says so") {
  const Poster poster = testing::edited_poster_editor().poster;
  CHECK_FALSE(copy_things(poster, {"gan", "vae.content.1"}).ok());
  CHECK_FALSE(copy_things(poster, {"title"}).ok());
  CHECK_FALSE(copy_things(poster, {""}).ok());
  CHECK_FALSE(copy_things(poster, {}).ok());
  for (const char* text :
       {"", "x", "{}", "[]", "{\"sixiang\":1}", "{\"sixiang\":\"labels\"}", "{\"sixiang\":\"labels\",\"items\":[]}",
        "{\"sixiang\":\"\",\"items\":[{}]}", "{\"sixiang\":\"labels\",\"items\":[{\"text\":7}]}",
        "{\"sixiang\":\"sections\",\"items\":[{\"id\":\"title\",\"title\":\"x\"}]}",
        "{\"sixiang\":\"labels\",\"items\":[1]}", "{\"sixiang\":\"pies\",\"items\":[{}]}"}) {
    CAPTURE(text);
    const Result<Edit> edit = paste_things(poster, "gan", text);
    REQUIRE_FALSE(edit.ok());
    CHECK_FALSE(edit.errors()[0].message.english.empty());
  }
  Poster full = poster;
  full.sections[0].content.assign(65, Label{});
  const Result<Edit> edit = paste_things(full, "gan", copy_things(poster, {"vae.content.1"}).value());
  REQUIRE_FALSE(edit.ok());
  CHECK(edit.errors()[0].message.chinese == "列表已满，最多 65 项");
}

TEST_CASE("a copy that comes back through the clipboard is the same, whatever it is") {
  const EditorState start = testing::edited_poster_editor();
  for (const char* id : {"gan.content.0.diagram", "gan.content.2", "diffusion.content.0.diagram.tiles.2",
                         "diffusion.content.0.diagram.spans.0", "ar.content.0.diagram.tokens.1", "center.lines.1",
                         "decorations.3", "gan.content.0.diagram.arrows.2"}) {
    CAPTURE(id);
    const EditorState state = pasted(start, id, copied(start, {id}));
    REQUIRE(state.selection.size() == 1);
    CHECK(copied(state, state.selection.ids()) == copied(start, {id}));
  }
}

TEST_CASE("as text labels are lines and sections an outline") {
  EditorState state = testing::edited_poster_editor();
  state = update(std::move(state), SetText{"vae.content.1.text", "一\n二"});
  state = update(std::move(state), SetText{"vae.content.2.text", "三"});
  state = update(std::move(state), SetChoice{"vae.content.2.role", "sub"});
  const auto text = [&](const Ids& ids) { return plain_text_of(state.poster, ids); };
  CHECK(text({"vae.content.1"}) == "一\n二");
  CHECK(text({"vae.content.2", "vae.content.1"}) == "一 二\n三");
  CHECK(text({"vae"}).substr(0, 41) == "## VAE 变分自编码\n- 一 二\n  - 三\n");
  CHECK(text({"gan.content.0.diagram.nodes.d"}) == "D 判别器");
  CHECK(text({"title"}) == "生成模型全家桶");
  CHECK(text({"gan.title"}) == "GAN 对抗生成");
  CHECK(text({""}).empty());
  CHECK(text({}).empty());
}

TEST_CASE("duplicates stand behind their originals and are selected") {
  const EditorState start = testing::edited_poster_editor();
  EditorState state = testing::performed(start, duplicate_things(start.poster, {"gan.content.1", "gan.content.3"}));
  CHECK(state.selection.ids() == Ids{"gan.content.4", "gan.content.5"});
  CHECK(state.poster.sections[0].content[4] == start.poster.sections[0].content[1]);
  CHECK(state.poster.sections[0].content[5] == start.poster.sections[0].content[3]);
  CHECK(state.history.undo_name() == Message{"Duplicate 2 labels", "再制 2 个要点"});

  state = testing::performed(start, duplicate_things(start.poster, {"gan"}));
  CHECK(state.poster.sections[1].id == "section-1");
  CHECK(state.selection.ids() == Ids{"section-1"});
  CHECK(state.history.undo_name() == Message{"Duplicate section", "再制板块"});

  // Of several lists, one within an item of the other.
  state = testing::performed(start, duplicate_things(start.poster, {"gan.content.1", "gan.content.0.diagram.nodes.d",
                                                                    "vae.content.2", "decorations.0"}));
  CHECK(state.poster.sections[0].content.size() == start.poster.sections[0].content.size() + 1);
  CHECK(state.poster.sections[1].content.size() == start.poster.sections[1].content.size() + 1);
  CHECK(state.poster.decorations.size() == start.poster.decorations.size() + 1);
  CHECK(state.selection.ids() ==
        Ids{"gan.content.0.diagram.nodes.node-1", "gan.content.2", "vae.content.3", "decorations.1"});

  state = testing::performed(start, duplicate_things(start.poster, {"gan.content.0.diagram"}));
  CHECK(state.selection.ids() == Ids{"gan.content.1.diagram"});
  CHECK(flow_of(state.poster, 0, 1) == flow_of(start.poster, 0));

  // A tile in the middle takes the spans behind it along.
  state = testing::performed(start, duplicate_things(start.poster, {"diffusion.content.0.diagram.tiles.1"}));
  CHECK_FALSE(duplicate_things(start.poster, {"title"}).ok());
  CHECK_FALSE(duplicate_things(start.poster, {"center", ""}).ok());
}

TEST_CASE("copies are dropped at a place of a list of their kind") {
  const EditorState start = testing::edited_poster_editor();
  const EditorState state =
      testing::performed(start, copy_things_to(start.poster, {"gan.content.1"}, "vae.content", 2));
  CHECK(state.poster.sections[1].content[2] == start.poster.sections[0].content[1]);
  CHECK(state.poster.sections[0] == start.poster.sections[0]);
  CHECK(state.selection.ids() == Ids{"vae.content.2"});
  CHECK_FALSE(copy_things_to(start.poster, {"gan.content.1"}, "sections", 0).ok());
  CHECK_FALSE(copy_things_to(start.poster, {"gan.content.1"}, "vae.content", 99).ok());
  CHECK_FALSE(copy_things_to(start.poster, {"gan.content.1"}, "nobody.content", 0).ok());
}
