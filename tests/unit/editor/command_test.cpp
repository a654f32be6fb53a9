// What each command does to a poster, and what it leaves alone.
#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "editor/command.h"
#include "editor/editor_state.h"
#include "editor/field_tree.h"
#include "model/poster_json.h"
#include "support/golden.h"

using namespace sixiang;

namespace {

Poster sample_poster() {
  return parse_poster(testing::read_text(testing::source_path("tests/cases/edited-poster.json"))).value();
}

const FlowDiagram& flow_of(const Poster& poster, std::size_t section) {
  return std::get<FlowDiagram>(*poster.sections[section].content[0].diagram);
}
const NoiseDiagram& noise_of(const Poster& poster, std::size_t section) {
  return std::get<NoiseDiagram>(*poster.sections[section].content[0].diagram);
}

}  // namespace

TEST_CASE("text, colour, choice, number and toggle go where they are sent") {
  Poster poster = sample_poster();
  poster = apply_command(poster, SetText{"title.text", "四象"});
  poster = apply_command(poster, SetText{"gan.content.3.text", "JS 散度"});
  poster = apply_command(poster, SetText{"gan.content.0.diagram.nodes.d.text", "判别器"});
  poster = apply_command(poster, SetText{"diffusion.content.0.diagram.tiles.3.caption", "$x_∞$"});
  poster = apply_command(poster, SetText{"center.lines.2.text", "数据"});
  poster = apply_command(poster, SetColor{"page.background", {1, 2, 3, 255}});
  poster = apply_command(poster, SetColor{"gan.content.0.diagram.nodes.z.fill", {4, 5, 6, 255}});
  poster = apply_command(poster, SetChoice{"gan.content.3.role", "key"});
  poster = apply_command(poster, SetText{"gan.icon", "sparkle"});
  poster = apply_command(poster, SetChoice{"gan.content.0.diagram.arrows.0.to", "d"});
  poster = apply_command(poster, SetNumber{"diffusion.content.0.diagram.dots", 40});
  poster = apply_command(poster, SetNumber{"diffusion.content.0.diagram.tiles.1.level", 0.25});
  poster = apply_command(poster, SetToggle{"typography.cjkLatinSpace", Toggle::Off});
  poster = apply_command(poster, SetPageSize{1080, 1440});
  CHECK(poster.title.text == "四象");
  CHECK(poster.sections[0].content[3].text == "JS 散度");
  CHECK(poster.sections[0].content[3].role == LabelRole::Key);
  CHECK(flow_of(poster, 0).nodes[4].text == "判别器");
  CHECK(flow_of(poster, 0).nodes[0].fill == Color{4, 5, 6, 255});
  CHECK(flow_of(poster, 0).arrows[0].to == "d");
  CHECK(noise_of(poster, 2).tiles[3].caption == "$x_∞$");
  CHECK(noise_of(poster, 2).dots == 40);
  CHECK(noise_of(poster, 2).tiles[1].level == 0.25f);
  CHECK(poster.center->lines[2].text == "数据");
  CHECK(poster.page.background == Color{1, 2, 3, 255});
  CHECK(poster.sections[0].icon == "sparkle");
  CHECK_FALSE(poster.typography.cjk_latin_space);
  CHECK(poster.page.height == 1440);
}

TEST_CASE("parts come and go") {
  Poster poster = apply_command(sample_poster(), AddPart{"gan.badge", "新"});
  REQUIRE(poster.sections[0].badge.has_value());
  CHECK(poster.sections[0].badge->text == "新");
  CHECK(apply_command(poster, AddPart{"gan.badge", "又"}) == poster);
  CHECK(apply_command(poster, RemovePart{"gan.badge"}) == sample_poster());
  CHECK_FALSE(apply_command(poster, RemovePart{"center"}).center.has_value());
  CHECK_FALSE(apply_command(poster, RemovePart{"title.emphasis"}).title.emphasis.has_value());
  CHECK(apply_command(apply_command(poster, RemovePart{"center"}), AddPart{"center", "$q$"}).center->lines[0].text ==
        "$q$");
  CHECK(apply_command(poster, RemovePart{"gan.colors"}) == poster);
}

TEST_CASE("a diagram changes its kind, and keeps what it has when it does not") {
  const Poster poster = sample_poster();
  CHECK(std::holds_alternative<ChainDiagram>(
      *apply_command(poster, SetChoice{"gan.content.0.diagram.kind", "chain"}).sections[0].content[0].diagram));
  CHECK_FALSE(apply_command(poster, SetChoice{"gan.content.0.diagram.kind", "none"})
                  .sections[0]
                  .content[0]
                  .diagram.has_value());
  CHECK(apply_command(poster, SetChoice{"gan.content.0.diagram.kind", "flow"}) == poster);
  CHECK(apply_command(poster, SetChoice{"gan.content.0.diagram.kind", "pie"}) == poster);
}

TEST_CASE("a label becomes several, and nothing else does") {
  const Poster poster = sample_poster();
  const Poster split = apply_command(poster, SplitLabel{"vae.content.2", {"一\t", "二", "三"}});
  const std::vector<Label>& before = poster.sections[1].content;
  const std::vector<Label>& after = split.sections[1].content;
  REQUIRE(after.size() == before.size() + 2);
  CHECK(after[1] == before[1]);
  CHECK(after[2].text == "一 ");
  CHECK(after[2].role == before[2].role);
  CHECK(after[3].text == "二");
  CHECK(after[4].text == "三");
  CHECK(after[5] == before[3]);
  CHECK(apply_command(poster, SplitLabel{"vae.content.2", {}}) == poster);
  for (const char* item :
       {"vae", "vae.content", "vae.content.100", "center.lines.0", "gan.content.0.diagram.nodes.a", ""}) {
    CHECK(apply_command(poster, SplitLabel{item, {"一", "二"}}) == poster);
  }
}

TEST_CASE("the selection keeps to its label when one before it becomes several") {
  EditorState state = select(make_editor(sample_poster(), Language::Chinese), "vae.content.3");
  state = update(std::move(state), SplitLabel{"vae.content.1", {"一", "二", "三"}});
  CHECK(state.selection.lead() == "vae.content.5");
  state = update(std::move(state), SplitLabel{"vae.content.5", {"四", "五"}});
  CHECK(state.selection.lead() == "vae.content.5");
}

TEST_CASE("items are added, removed and moved") {
  const Poster poster = sample_poster();
  const auto texts = [](const Poster& p) {
    std::string all;
    for (const Label& label : p.sections[1].content) all += label.text.substr(0, 3) + "|";
    return all;
  };
  const std::string before = texts(poster);
  CHECK(apply_command(poster, AddItem{"vae.content", "新"}).sections[1].content.back().text == "新");
  CHECK(apply_command(poster, RemoveItem{"vae.content.1"}).sections[1].content[1] == poster.sections[1].content[2]);
  const Poster moved = apply_command(poster, MoveItem{"vae.content.1", "vae.content", 5});
  CHECK(moved.sections[1].content[5] == poster.sections[1].content[1]);
  CHECK(moved.sections[1].content[1] == poster.sections[1].content[2]);
  CHECK(apply_command(moved, MoveItem{"vae.content.5", "vae.content", 1}) == poster);
  CHECK(apply_command(poster, MoveItem{"vae.content.1", "vae.content", 6}) == poster);
  CHECK(apply_command(poster, MoveItem{"vae.content.1", "vae.content", -1}) == poster);
  CHECK(apply_command(poster, RemoveItem{"vae.content.6"}) == poster);
  CHECK(apply_command(poster, RemoveItem{"vae.content"}) == poster);
  CHECK(texts(poster) == before);

  const Poster more = apply_command(poster, AddItem{"sections", "流模型 Flow"});
  REQUIRE(more.sections.size() == 5);
  CHECK(more.sections[4].id == "section-1");
  CHECK(more.sections[4].title == "流模型 Flow");
  CHECK(apply_command(more, AddItem{"sections", ""}).sections[5].id == "section-2");
  CHECK(apply_command(poster, MoveItem{"ar", "sections", 0}).sections[0].id == "ar");
  CHECK(apply_command(poster, RemoveItem{"vae"}).sections.size() == 3);
  CHECK(apply_command(poster, AddItem{"decorations", ""}).decorations.size() == poster.decorations.size() + 1);
}

TEST_CASE("an item moves to another list of such items") {
  const Poster poster = sample_poster();
  const std::vector<Label>& gan = poster.sections[0].content;
  const Poster moved = apply_command(poster, MoveItem{"gan.content.2", "vae.content", 3});
  CHECK(moved.sections[0].content.size() == gan.size() - 1);
  CHECK(moved.sections[0].content[2] == gan[3]);
  CHECK(moved.sections[1].content.size() == poster.sections[1].content.size() + 1);
  CHECK(moved.sections[1].content[3] == gan[2]);
  CHECK(apply_command(moved, MoveItem{"vae.content.3", "gan.content", 2}) == poster);
  // To its end, but no further.
  const int end = int(poster.sections[1].content.size());
  CHECK(apply_command(poster, MoveItem{"gan.content.1", "vae.content", end}).sections[1].content.back() == gan[1]);
  CHECK(apply_command(poster, MoveItem{"gan.content.1", "vae.content", end + 1}) == poster);
  CHECK(apply_command(poster, MoveItem{"gan.content.1", "vae.content", -1}) == poster);
  // What is no such list, or none at all.
  for (const char* list : {"center.lines", "sections", "gan.content.0.diagram.nodes", "vae", "nobody.content", ""}) {
    CAPTURE(list);
    CHECK(apply_command(poster, MoveItem{"gan.content.1", list, 0}) == poster);
  }
  CHECK(apply_command(poster, MoveItem{"gan.content.78", "vae.content", 1}) == poster);
  CHECK(apply_command(poster, MoveItem{"gan.content", "vae.content", 0}) == poster);
}

TEST_CASE("a list that is full takes no item of another, and says so") {
  Poster poster = sample_poster();
  for (int i = 0; i < 100; ++i) poster = apply_command(poster, AddItem{"ar.content", "x"});
  const Command move = MoveItem{"gan.content.1", "ar.content", 1};
  CHECK(apply_command(poster, move) == poster);
  CHECK(refusal(poster, move).has_value());
}

TEST_CASE("an item that leaves its diagram leaves what refers to it") {
  Poster poster = apply_command(sample_poster(), SetChoice{"ar.content.0.diagram.kind", "flow"});
  poster = apply_command(poster, MoveItem{"gan.content.0.diagram.nodes.d", "ar.content.0.diagram.nodes", 1});
  CHECK(flow_of(poster, 0).nodes.size() == 7);
  for (const FlowArrow& arrow : flow_of(poster, 0).arrows) CHECK((arrow.from != "d" && arrow.to != "d"));
  CHECK(flow_of(poster, 3).nodes[1].id == "d");
  // An id that is taken there, and an arrow to nodes that are not there.
  poster = apply_command(poster, AddItem{"gan.content.0.diagram.nodes", "x"});
  const Poster twice =
      apply_command(poster, MoveItem{"ar.content.0.diagram.nodes.node-1", "gan.content.0.diagram.nodes", 0});
  CHECK(twice == poster);
  CHECK(apply_command(poster, MoveItem{"gan.content.0.diagram.arrows.0", "ar.content.0.diagram.arrows", 0}) == poster);

  poster = apply_command(sample_poster(), SetChoice{"ar.content.0.diagram.kind", "noise"});
  const NoiseDiagram before = noise_of(poster, 2);
  REQUIRE_FALSE(before.spans.empty());
  poster = apply_command(poster, MoveItem{"diffusion.content.0.diagram.tiles.0", "ar.content.0.diagram.tiles", 0});
  CHECK(noise_of(poster, 3).tiles.size() == 5);
  CHECK(noise_of(poster, 2).tiles.size() == before.tiles.size() - 1);
  const Poster removed = apply_command(sample_poster(), RemoveItem{"diffusion.content.0.diagram.tiles.0"});
  CHECK(noise_of(poster, 2).spans == noise_of(removed, 2).spans);
}

TEST_CASE("a list takes no more than the format allows") {
  Poster poster = sample_poster();
  for (int i = 0; i < 100; ++i) poster = apply_command(poster, AddItem{"ar.content", "x"});
  CHECK(poster.sections[3].content.size() == 65);
  CHECK(parse_poster(to_json(poster)).ok());
}

TEST_CASE("arrows go with their node") {
  Poster poster = apply_command(sample_poster(), RemoveItem{"gan.content.0.diagram.nodes.d"});
  CHECK(flow_of(poster, 0).nodes.size() == 7);
  for (const FlowArrow& arrow : flow_of(poster, 0).arrows) {
    CHECK(arrow.from != "d");
    CHECK(arrow.to != "d");
  }
  poster = apply_command(poster, AddItem{"gan.content.0.diagram.nodes", "N"});
  CHECK(flow_of(poster, 0).nodes.back().id == "node-1");
  CHECK(flow_of(poster, 0).nodes.back().column == 5);
  poster = apply_command(poster, AddItem{"gan.content.0.diagram.arrows", ""});
  CHECK(flow_of(poster, 0).arrows.back().to == "node-1");
  Poster empty = sample_poster();
  empty.sections[0].content[0].diagram = FlowDiagram{};
  CHECK(apply_command(empty, AddItem{"gan.content.0.diagram.arrows", ""}) == empty);
}

TEST_CASE("spans keep to their tiles") {
  const Poster poster = sample_poster();
  Poster after = apply_command(poster, RemoveItem{"diffusion.content.0.diagram.tiles.0"});
  CHECK(noise_of(after, 2).spans[0].from == 0);
  CHECK(noise_of(after, 2).spans[0].to == 2);
  CHECK(noise_of(after, 2).spans[1].from == 2);
  CHECK(noise_of(after, 2).spans[1].to == 5);
  after = apply_command(poster, RemoveItem{"diffusion.content.0.diagram.tiles.3"});
  CHECK(noise_of(after, 2).spans[0].to == 2);
  CHECK(noise_of(after, 2).spans[1].from == 3);
  after = poster;
  for (int i = 0; i < 7; ++i) after = apply_command(after, RemoveItem{"diffusion.content.0.diagram.tiles.0"});
  CHECK(noise_of(after, 2).tiles.empty());
  CHECK(noise_of(after, 2).spans.empty());
}

TEST_CASE("a command that does not fit changes nothing") {
  const Poster poster = sample_poster();
  const auto ignored = [&](const Command& command) { return apply_command(poster, command) == poster; };
  CHECK(ignored(SetText{"", "x"}));
  CHECK(ignored(SetText{"gan", "x"}));
  CHECK(ignored(SetText{"gan.id", "x"}));
  CHECK(ignored(SetText{"gan.content.100.text", "x"}));
  CHECK(ignored(SetText{"gan.content.3.text.x", "x"}));
  CHECK(ignored(SetText{"gan.content.02.text", "x"}));
  CHECK(ignored(SetText{"gan.colors.fill", "#000000"}));
  CHECK(ignored(SetText{"title.text", "\xFF"}));
  CHECK(ignored(SetText{"title.text", std::string((64u << 10) + 1, 'x')}));
  CHECK(ignored(SetColor{"title.text", {}}));
  CHECK(ignored(ResetColor{"gan.badge.color"}));
  CHECK(ignored(SetNumber{"page.width", 63.9}));
  CHECK(ignored(SetNumber{"page.width", std::nan("")}));
  CHECK(ignored(SetNumber{"diffusion.content.0.diagram.dots", 2.5}));
  CHECK(ignored(SetPageSize{1080, 0}));
  CHECK(ignored(SetPageSize{1080, std::nanf("")}));
  CHECK(ignored(SetChoice{"layout", "ring"}));
  CHECK(ignored(SetChoice{"gan.content.0.diagram.arrows.0.from", "nobody"}));
  CHECK(ignored(AddItem{"gan.content.0.diagram.tokens", "x"}));
  Poster broken;
  broken.page.width = -1;
  CHECK(ignored(ReplacePoster{broken}));
}

TEST_CASE("a poster that could not be opened again is never made") {
  Poster poster = sample_poster();
  const std::string large(60'000, 'x');
  poster.sections[3].content.assign(65, Label{});
  poster.sections[3].content[1].text = large;
  REQUIRE(parse_poster(to_json(poster)).ok());
  for (int i = 0; i < 7; ++i) {
    poster = apply_command(poster, SetText{"gan.content." + std::to_string(i) + ".text", large});
  }
  CHECK(parse_poster(to_json(poster)).ok());
  const std::string few(500, 'x');
  for (int i = 0; i < 65; ++i) {
    if (i == 1) continue;
    poster = apply_command(poster, SetText{poster.sections[3].id + ".content." + std::to_string(i) + ".text", few});
  }
  CHECK(parse_poster(to_json(poster)).ok());
  CHECK(to_json(poster).size() > (128u << 10) - few.size());
}

TEST_CASE("a poster of a newer format is not edited, only replaced") {
  Poster poster = sample_poster();
  const std::vector<Field> all = fields(poster);
  poster.newer = NewerFormat{"2", "{}"};
  CHECK(field_tree(poster, Language::English).empty());
  for (const Field& field : all) {
    const Result<Command> command = set_field(field, field.kind == FieldKind::Text ? "x" : field.value);
    if (command) CHECK(apply_command(poster, command.value()) == poster);
  }
  for (const Command& command :
       {Command(SetPageSize{500, 500}), Command(AddItem{"gan.content", "x"}), Command(RemoveItem{"gan.content.1"}),
        Command(MoveItem{"gan.content.1", "vae.content", 2}), Command(AddPart{"gan.badge", "x"}),
        Command(RemovePart{"center"})}) {
    CHECK(apply_command(poster, command) == poster);
  }
  CHECK(apply_command(poster, ReplacePoster{sample_poster()}) == sample_poster());
  CHECK(apply_command(sample_poster(), ReplacePoster{parse_poster(to_json(sample_poster())).value()}) ==
        sample_poster());
}

TEST_CASE("pasted text loses what no text may hold") {
  const Poster poster = apply_command(sample_poster(), SetText{"title.text",
                                                               "a\r\nb\rc\td\x07"
                                                               "e\nf"});
  CHECK(poster.title.text == "a\nb\nc de\nf");
}

TEST_CASE("every command has a name that says what it does") {
  const Poster poster = sample_poster();
  const auto name = [&](const Command& command) {
    const Message message = name_of(command, poster);
    return message.english + " | " + message.chinese;
  };
  CHECK(name(SetText{"title.text", ""}) == "Edit title | 编辑标题");
  CHECK(name(SetText{"gan.title", ""}) == "Edit title | 编辑标题");
  CHECK(name(SetText{"gan.content.3.text", ""}) == "Edit label | 编辑要点");
  CHECK(name(SetText{"gan.badge.text", ""}) == "Edit badge | 编辑徽章");
  CHECK(name(SetText{"gan.content.0.diagram.nodes.d.text", ""}) == "Edit node | 编辑节点");
  CHECK(name(SetText{"center.lines.0.text", ""}) == "Edit line | 编辑行");
  CHECK(name(SetText{"diffusion.content.0.diagram.tiles.0.caption", ""}) == "Edit caption | 编辑说明");
  CHECK(name(SetColor{"gan.colors.fill", {}}) == "Change body colour | 修改正文区颜色");
  CHECK(name(SetColor{"gan.content.1.color", {}}) == "Change label colour | 修改要点颜色");
  CHECK(name(ResetColor{"gan.iconColor"}) == "Reset icon colour | 恢复图标颜色");
  CHECK(name(SetText{"gan.icon", "star"}) == "Edit icon | 编辑图标");
  CHECK(name(SetChoice{"gan.content.1.role", "key"}) == "Change role | 修改类别");
  CHECK(name(SetPageSize{}) == "Change page size | 修改页面尺寸");
  CHECK(name(AddPart{"gan.badge", ""}) == "Add badge | 添加徽章");
  CHECK(name(RemovePart{"center"}) == "Remove centre circle | 删除中心圆");
  CHECK(name(AddItem{"gan.content", ""}) == "Add label | 添加要点");
  CHECK(name(AddItem{"sections", ""}) == "Add section | 添加板块");
  CHECK(name(RemoveItem{"gan"}) == "Remove section | 删除板块");
  CHECK(name(MoveItem{"gan.content.0.diagram.nodes.d", "gan.content.0.diagram.nodes", 0}) == "Move node | 移动节点");
  CHECK(name(ReplacePoster{}) == "Replace poster | 替换海报");
}
