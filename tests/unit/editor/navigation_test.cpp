// What can be selected, what holds it, what stands beside it, what it is called.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "editor/command.h"
#include "editor/field_tree.h"
#include "editor/navigation.h"
#include "support/edited_poster.h"
#include "support/poster_files.h"

using namespace sixiang;

namespace {

std::string name(const Poster& poster, const char* id) {
  const Message message = name_of_thing(poster, id);
  return message.english + " | " + message.chinese;
}

}  // namespace

TEST_CASE("an outline lists what can be selected in the order of the document") {
  const std::vector<OutlineItem> things = outline(testing::edited_poster());
  std::vector<std::string> ids;
  for (const OutlineItem& thing : things) {
    if (thing.depth <= 2) ids.push_back(thing.id);
  }
  const std::vector<std::string> first(ids.begin(), ids.begin() + 12);
  CHECK(first == std::vector<std::string>{"", "title", "center", "center.lines.0", "center.lines.1", "center.lines.2",
                                          "gan", "gan.content.0.diagram", "gan.content.1", "gan.content.2",
                                          "gan.content.3", "gan.content.4"});
  CHECK(ids.back() == "decorations.7");
  CHECK(things[0].kind == ThingKind::Page);
}

TEST_CASE("every thing of every poster is there, once, and lies in what the outline says") {
  for (const std::string& file : testing::poster_files()) {
    CAPTURE(file);
    const Poster poster = testing::read_poster(file);
    for (const OutlineItem& thing : outline(poster)) {
      CAPTURE(thing.id);
      CHECK(thing_at(poster, thing.id) == thing);
      CHECK_FALSE(thing.name.english.empty());
      CHECK_FALSE(thing.name.chinese.empty());
      if (thing.kind == ThingKind::Page) continue;
      CHECK(has_block(poster, thing.id));
      CHECK(holds(poster, thing.parent, thing.id));
      CHECK(thing_at(poster, thing.parent).depth == thing.depth - 1);
      if (!thing.item.empty()) CHECK(apply_command(poster, RemoveItem{thing.item}) != poster);
    }
    for (const Field& field : fields(poster)) {
      const OutlineItem thing = thing_at(poster, field.id);
      CAPTURE(field.id);
      CHECK((holds(poster, thing.id, field.id) || thing.kind == ThingKind::Diagram));
    }
  }
}

TEST_CASE("a field belongs to its thing, and what is the page's to the page") {
  Poster poster = apply_command(testing::edited_poster(), AddPart{"gan.badge", "x"});
  const auto thing = [&](const char* id) { return thing_at(poster, id).id; };
  CHECK(thing("gan.content.2.text") == "gan.content.2");
  CHECK(thing("gan.content.0.diagram.nodes.d.fill") == "gan.content.0.diagram.nodes.d");
  CHECK(thing("gan.content.0.diagram.kind") == "gan.content.0.diagram");
  CHECK(thing("gan.content.0.role") == "gan.content.0.diagram");
  CHECK(thing("gan.title") == "gan");
  CHECK(thing("gan.colors.fill") == "gan");
  CHECK(thing("gan.badge.text") == "gan.badge");
  CHECK(thing("title.emphasis.length") == "title");
  CHECK(thing("page.width") == "");
  CHECK(thing("links") == "");
  CHECK(thing("nobody") == "");
  poster = apply_command(poster, SetText{"gan.content.0.text", "图 1"});
  CHECK(thing("gan.content.0.text") == "gan.content.0");
  CHECK(thing_at(poster, "gan.content.0").kind == ThingKind::Caption);
  CHECK(thing("gan.content.0.diagram.kind") == "gan.content.0.diagram");
}

TEST_CASE("up, down and beside") {
  Poster poster = apply_command(testing::edited_poster(), AddPart{"gan.badge", "x"});
  poster = apply_command(poster, AddItem{"gan.sections", "内"});
  CHECK(parent_of_thing(poster, "gan.content.0.diagram.nodes.d") == "gan.content.0.diagram");
  CHECK(parent_of_thing(poster, "gan.content.0.diagram") == "gan");
  CHECK(parent_of_thing(poster, "gan.content.2.text") == "gan");
  CHECK(parent_of_thing(poster, "section-1") == "gan");
  CHECK(parent_of_thing(poster, "gan.badge") == "gan");
  CHECK(parent_of_thing(poster, "center.lines.0") == "center");
  for (const char* id : {"gan", "title", "center", "decorations.1", ""}) CHECK(parent_of_thing(poster, id).empty());
  CHECK(first_child(poster, "") == "gan");
  CHECK(first_child(Poster{}, "") == "title");
  CHECK(first_child(poster, "gan") == "gan.content.0.diagram");
  CHECK(first_child(poster, "gan.content.0.diagram") == "gan.content.0.diagram.nodes.z");
  CHECK(first_child(poster, "center") == "center.lines.0");
  CHECK(first_child(poster, "gan.content.2").empty());
  CHECK(first_child(poster, "section-1").empty());
  CHECK(sibling_after(poster, "gan") == "vae");
  CHECK(sibling_before(poster, "gan") == "center");
  CHECK(sibling_before(poster, "title").empty());
  CHECK(sibling_after(poster, "gan.badge") == "gan.content.0.diagram");
  CHECK(sibling_after(poster, "gan.content.0.diagram") == "gan.content.1");
  CHECK(sibling_after(poster, "gan.content.6") == "section-1");
  CHECK(sibling_after(poster, "section-1").empty());
  CHECK(sibling_after(poster, "decorations.7").empty());
  CHECK(sibling_before(poster, "").empty());
  CHECK(sibling_after(poster, "").empty());
}

TEST_CASE("things are called by their words, else by what they are, counted among their like") {
  Poster poster = testing::edited_poster();
  CHECK(name(poster, "") == "Page | 页面");
  CHECK(name(poster, "title") == "Title | 标题");
  CHECK(name(poster, "gan") == "GAN 对抗生成 | GAN 对抗生成");
  CHECK(name(poster, "center.lines.1") == "Centre circle › Line 2 | 中心圆 › 行 2");
  CHECK(name(poster, "gan.content.0.diagram") == "GAN 对抗生成 › Flow 1 | GAN 对抗生成 › 流程图 1");
  CHECK(name(poster, "gan.content.0.diagram.nodes.d") ==
        "GAN 对抗生成 › Flow 1 › D 判别器 | GAN 对抗生成 › 流程图 1 › D 判别器");
  poster.sections[0].content[1].role = LabelRole::Text;
  poster.sections[0].content[2].role = LabelRole::Key;
  poster.sections[0].content[3].role = LabelRole::Text;
  CHECK(name(poster, "gan.content.2") == "GAN 对抗生成 › Key label 1 | GAN 对抗生成 › 重点 1");
  CHECK(name(poster, "gan.content.3.text") == "GAN 对抗生成 › Label 2 | GAN 对抗生成 › 要点 2");
  CHECK(name(poster, "decorations.0") == "Star, Left of the title | 星形，标题左侧");
  const std::vector<Crumb> crumbs = crumbs_of(poster, "gan.content.0.diagram.nodes.d");
  REQUIRE(crumbs.size() == 3);
  CHECK(crumbs[1].id == "gan.content.0.diagram");
}
