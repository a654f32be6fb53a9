// What the panel finds in a field tree: fields for blocks, groups to open, diagnostics for fields. No ImGui.
#include <doctest/doctest.h>

#include "model/poster_json.h"
#include "panel/panel.h"

namespace sixiang::panel {
namespace {

Poster sample() {
  Poster poster;
  poster.title.text = "T";
  Section section;
  section.id = "a";
  section.title = "A";
  section.badge = Badge{};
  section.content.resize(3);
  section.content[1].text = "one";
  FlowDiagram flow;
  flow.nodes.resize(1);
  flow.nodes[0].id = "n";
  section.content[0].diagram = flow;
  poster.sections = {section};
  poster.decorations.resize(2);
  return poster;
}

std::vector<FieldGroup> sample_tree() { return field_tree(sample(), Language::English); }

TEST_CASE("what hints are about becomes formulas") {
  Diagnostic bare, spaced;
  bare.offset = 0;
  bare.length = 3;
  spaced.offset = 6;
  spaced.length = 5;
  CHECK(with_formulas("x^2 + $ y $1", {&bare, &spaced}) == "$x^2$ + \\(y\\)1");
}

TEST_CASE("a field leads to itself where it is a text, else to where it is changed") {
  const auto groups = sample_tree();
  CHECK(std::get<FocusRequest>(lead_to(groups, "a.content.1.text").value()).field == "a.content.1.text");
  CHECK(std::get<FocusRequest>(lead_to(groups, "a.title").value()).field == "a.title");
  CHECK(std::get<FocusRequest>(lead_to(groups, "a.content.0.diagram.nodes.n.text").value()).field ==
        "a.content.0.diagram.nodes.n.text");
  CHECK(std::get<RevealRequest>(lead_to(groups, "decorations.1.kind").value()).last == "decorations.1.kind");
  const auto kind = std::get<RevealRequest>(lead_to(groups, "a.content.0.diagram.kind").value());
  CHECK(kind.first == "a.content.0.diagram.kind");
  CHECK(kind.last == "a.content.0.diagram.kind");
  CHECK(!lead_to(groups, "nothing"));
  CHECK(!lead_to(groups, ""));
}

TEST_CASE("what is folded around a field is opened, and the menu that holds a button") {
  const auto groups = sample_tree();
  std::vector<Tool> tools(4);
  tools[0].name = "undo";
  tools[1].name = "copy";
  tools[1].place = ToolPlace::Menu;
  tools[2].name = "sample";
  tools[2].place = ToolPlace::Foot;
  tools[3].name = "new.brief";
  tools[3].place = ToolPlace::New;
  PanelScratch scratch;
  open_for(scratch, groups, tools, "a.layout.columns");
  CHECK(scratch.open.at("a.layout"));
  CHECK(!scratch.open.contains("a"));  // a row of the outline, which opens and closes by itself
  open_for(scratch, groups, tools, "a.content.1.diagram.kind");
  CHECK(scratch.open.at("a.content.1.diagram"));
  for (const char* id : {"toolbar.undo", kSizeMenu, kFileMenu, kProblemsMenu}) {
    open_for(scratch, groups, tools, id);
    CHECK(scratch.menu.empty());
  }
  for (const char* id : {kExportSize, "toolbar.size.2048", "toolbar.copy"}) {
    scratch.menu.clear();
    open_for(scratch, groups, tools, id);
    CHECK(scratch.menu == kSizeMenu);
  }
  open_for(scratch, groups, tools, "problems.0");
  CHECK(scratch.menu == kProblemsMenu);
  open_for(scratch, groups, tools, "panel.sample");
  CHECK(scratch.menu == kFileMenu);
  open_for(scratch, groups, tools, "panel.new.brief");
  CHECK(scratch.menu == kNewPage);
  // A menu would lie over it.
  open_for(scratch, groups, tools, "a.content.1.text");
  CHECK(scratch.menu.empty());
}

TEST_CASE("every field and every action belongs to one thing, in whose inspector it stands") {
  Poster poster = sample();
  poster.center = Center{};
  poster.center->lines.resize(2);
  const auto groups = field_tree(poster, Language::English);
  const auto shown = [&](const char* id) {
    const std::optional<OutlineItem> thing = subject_showing(poster, groups, id);
    return thing ? thing->kind == ThingKind::Page ? "page" : thing->id : "";
  };
  CHECK(shown("a.content.1.text") == "a.content.1");
  CHECK(shown("a.content.1.color.swatch.FFFFFF") == "a.content.1");
  CHECK(shown("a.content.1.up") == "a.content.1");
  CHECK(shown("a.content.add") == "a");
  CHECK(shown("a.colors.fill.hex") == "a");
  CHECK(shown("a.badge.remove") == "a");
  CHECK(shown("a.badge.text") == "a");
  CHECK(shown("a.content.0.diagram.nodes.n.fill") == "a.content.0.diagram.nodes.n");
  CHECK(shown("a.content.0.diagram.nodes.add") == "a.content.0.diagram");
  CHECK(shown("a.content.0.text") == "a.content.0.diagram");
  poster.sections[0].content[0].text = "caption";
  CHECK(shown("a.content.0.text") == "a.content.0.diagram");
  CHECK(shown("a.content.0.remove") == "a.content.0.diagram");
  CHECK(shown("center.lines.1.role") == "center");
  CHECK(shown("decorations.1.kind") == "decorations.1");
  CHECK(shown("decorations.add") == "page");
  CHECK(shown("page.width") == "page");
  CHECK(shown("fonts.title.1") == "page");
  CHECK(shown("layout.divider.add") == "page");
  CHECK(shown("toolbar.undo") == "");
  CHECK(shown("symbols.greek") == "");
  CHECK(shown("") == "");
}

TEST_CASE("diagnostics belong to the field of their block, not to its neighbours") {
  Diagnostics all(3);
  all[0].field = "a.content.1.text";
  all[1].field = "a.content.0.diagram.kind";
  all[2].field = "";
  CHECK(diagnostics_of(all, "a.content.1.text").size() == 1);
  CHECK(diagnostics_of(all, "a.content.10.text").empty());
  CHECK(diagnostics_of(all, "a.title").empty());
  CHECK(diagnostics_of(all, "").empty());
}

TEST_CASE("what is typed becomes a command, when it is a value") {
  const Poster poster = sample();
  CHECK(document_field("a.colors.fill.hex") == "a.colors.fill");
  CHECK(document_field("a.content.1.text") == "a.content.1.text");
  CHECK(typed(poster, "a.content.1.text", "x").value() == Command(SetText{"a.content.1.text", "x"}));
  CHECK(typed(poster, "a.colors.fill.hex", "#102030").value() ==
        Command(SetColor{"a.colors.fill", {0x10, 0x20, 0x30, 255}}));
  CHECK(typed(poster, "a.colors.fill.hex", "102030").ok());
  CHECK(!typed(poster, "a.colors.fill.hex", "#10").ok());
  CHECK(!typed(poster, "nothing", "x").ok());
}

TEST_CASE("colours are typed as CSS writes them, too") {
  const Poster poster = sample();
  const auto color = [&](const char* text) { return typed(poster, "a.colors.fill.hex", text).value(); };
  const Command red(SetColor{"a.colors.fill", {255, 0, 0, 255}});
  CHECK(color("red") == red);
  CHECK(color(" Red ") == red);
  CHECK(color("rgb(255, 0, 0)") == red);
  CHECK(color("ｒｇｂ（２５５，０，０）") == red);
  CHECK(color("rgb(255 0 0)") == red);
  CHECK(color("f00") == red);
}

TEST_CASE("what is no value says what was expected") {
  const Poster poster = sample();
  const auto problem = [&](const char* field, const char* text) {
    const Result<Command> command = typed(poster, field, text);
    REQUIRE(!command);
    REQUIRE(command.errors().size() == 1);
    return command.errors()[0].message;
  };
  CHECK(problem("a.colors.fill.hex", "reddish").english == "expected a colour such as \"#A8D8EA\", found \"reddish\"");
  CHECK(problem("page.width", "12").english == "expected a number from 64 to 16384, found \"12\"");
  CHECK(problem("page.width", "wide").chinese == "应为数值（64 到 16384），但这里是 \"wide\"");
  CHECK(typed(poster, "page.width", "wide").errors()[0].path == "page.width");
  CHECK(problem("nothing", "x").english == "there is no such field");
}

TEST_CASE("numbers and colours may be typed full-width, as input methods do") {
  const Poster poster = sample();
  CHECK(typed(poster, "page.width", "１２００").value() == Command(SetNumber{"page.width", 1200}));
  CHECK(typed(poster, "page.width", " 1200　").value() == Command(SetNumber{"page.width", 1200}));
  CHECK(typed(poster, "a.colors.fill.hex", "＃１０２０３０").value() ==
        Command(SetColor{"a.colors.fill", {0x10, 0x20, 0x30, 255}}));
  CHECK(typed(poster, "a.content.1.text", "１２").value() == Command(SetText{"a.content.1.text", "１２"}));
  PanelScratch scratch;
  CHECK(set_panel_text(scratch, "toolbar.size.custom", "５１２") == true);
  CHECK(scratch.export_px == 512);
}

TEST_CASE("the size of the export keeps to its limits") {
  PanelScratch scratch;
  CHECK(set_panel_text(scratch, "toolbar.size.custom", "512") == true);
  CHECK(scratch.export_px == 512);
  for (const char* text : {"", "63", "16385", "1e3", "12x", "99999999999999"}) {
    CHECK(set_panel_text(scratch, "toolbar.size.custom", text) == false);
    CHECK(scratch.export_px == 512);
  }
  CHECK(panel_text(scratch, "toolbar.size.custom") == "512");
  CHECK(!set_panel_text(scratch, "title.text", "512").has_value());
  CHECK(!panel_text(scratch, "title.text"));
}

}  // namespace
}  // namespace sixiang::panel
