// What documents of version 1 become, and how their errors are told.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "model/colors.h"
#include "model/migrate.h"
#include "model/poster_json.h"
#include "support/golden.h"

using namespace sixiang;

namespace {

std::string version_1(const std::string& members) {
  return R"({"format": "sixiang-poster", "version": 1, "title": {"text": "四象"}, )" + members + "}";
}

Poster opened(const std::string& members) {
  const Result<Poster> poster = parse_poster(version_1(members));
  REQUIRE_MESSAGE(poster.ok(), members);
  return poster.value();
}

Poster with_section(const std::string& members) {
  return opened(R"("sections": [{"id": "a", "title": "A", )" + members + "}]");
}

std::vector<Error> errors_of(const std::string& members) {
  const Result<Poster> poster = parse_poster(version_1(members));
  REQUIRE_FALSE(poster.ok());
  return poster.errors();
}

std::string file(const std::string& name) { return testing::read_text(testing::source_path(name)); }

}  // namespace

TEST_CASE("the default poster of version 1 becomes what it is now") {
  const Result<Poster> poster = parse_poster(file("tests/cases/format-versions/1-default.json"));
  REQUIRE(poster.ok());
  CHECK(to_json(poster.value()) == file("tests/cases/format-versions/1-default-now.json"));
}

TEST_CASE("a diagram and its labels become one list, the diagram first") {
  const Poster poster = with_section(R"("diagram": {"kind": "chain"}, "labels": [{"text": "x"}, {"text": "y"}])");
  const std::vector<Label>& content = poster.sections.at(0).content;
  REQUIRE(content.size() == 3);
  CHECK(content[0].diagram.has_value());
  CHECK(content[0].text.empty());
  CHECK(content[1].text == "x");
  CHECK_FALSE(content[1].diagram.has_value());
  CHECK(with_section(R"("labels": [{"text": "x"}])").sections[0].content.size() == 1);
  CHECK(with_section(R"("diagram": {"kind": "flow"})").sections[0].content.size() == 1);
  CHECK(with_section(R"("note": 1)").sections[0].content.empty());
}

TEST_CASE("as many labels as version 1 allowed still fit, with a diagram above them") {
  std::string labels;
  for (int i = 0; i < 64; ++i) labels += std::string(i > 0 ? "," : "") + R"({"text": "x"})";
  const Poster poster = with_section(R"("diagram": {"kind": "flow"}, "labels": [)" + labels + "]");
  CHECK(poster.sections[0].content.size() == 65);
}

TEST_CASE("the only layout of version 1 is a grid of two columns, and no icon is none") {
  for (const char* layout : {"\"layout\": \"quadrants\"", "\"x\": 1"}) {
    const Poster poster = opened(layout);
    CHECK(poster.layout.kind == LayoutKind::Grid);
    CHECK(poster.layout.columns == 2);
  }
  CHECK(with_section(R"("icon": "none")").sections[0].icon.empty());
  CHECK(with_section(R"("icon": "star")").sections[0].icon == "star");
}

TEST_CASE("colours that version 1 drew where none were given are given now") {
  const Poster poster = with_section(R"("colors": {"header": "#123456"})");
  CHECK(to_hex(poster.page.background.value()) == "#F5F0E8");
  CHECK(to_hex(poster.palette.ink.value()) == "#2B2A2E");
  CHECK(to_hex(poster.palette.key_formula.value()) == "#E8655A");
  CHECK(to_hex(poster.palette.card.value()) == "#FFFDF8");
  const SectionColors& colors = poster.sections[0].colors;
  CHECK(to_hex(colors.fill.value()) == "#E0E0E0");
  CHECK(to_hex(colors.header.value()) == "#123456");
  CHECK(to_hex(colors.accent.value()) == "#606060");
  CHECK_FALSE(colors.outline.has_value());
  // On a dark page a section has the outline of its header now.
  const Poster dark = opened(R"("page": {"background": "#101020"}, "palette": {"ink": "#EEEEFF"},
      "sections": [{"id": "a", "title": ""}])");
  CHECK(to_hex(outline_color(dark, dark.sections[0])) == "#EEEEFF");
}

TEST_CASE("what reads like a mark now is said to be none") {
  CHECK(without_marks("a **b** c") == "a \\*\\*b\\*\\* c");
  CHECK(without_marks("==x==") == "\\=\\=x\\=\\=");
  CHECK(without_marks("see :rocket: or 10:30:45") == "see \\:rocket: or 10:30:45");
  CHECK(without_marks("机制: 对抗") == "机制: 对抗");
  CHECK(without_marks("2**3, x==1") == "2**3, x==1");
  CHECK(without_marks("$a**b**c$ costs \\$5 **") == "$a**b**c$ costs \\$5 **");
  CHECK(without_marks("\\**x**") == "\\**x**");
  CHECK(without_marks("") == "");
  const Poster poster = with_section(R"("labels": [{"text": "**b**"}], "badge": {"text": ":star:"})");
  CHECK(poster.sections[0].content[0].text == "\\*\\*b\\*\\*");
  CHECK(poster.sections[0].badge->text == "\\:star:");
}

TEST_CASE("ids that name a part of the poster by now are others") {
  const Poster poster = opened(R"("sections": [{"id": "style", "title": ""}, {"id": "style-1", "title": ""},
      {"id": "links", "title": ""}])");
  CHECK(poster.sections[0].id == "style-11");
  CHECK(poster.sections[1].id == "style-1");
  CHECK(poster.sections[2].id == "links-1");
}

TEST_CASE("members that version 1 did not know survive") {
  const Poster poster = with_section(R"("note": "备注", "labels": [{"text": "", "weight": 700}])");
  CHECK(poster.sections[0].unknown.at(0).second == "\"备注\"");
  CHECK(poster.sections[0].content[0].unknown.at(0).second == "700");
}

TEST_CASE("errors name places as they stand in the file") {
  const auto path = [](const std::string& section) {
    return errors_of(R"("sections": [{"id": "b", "title": ""}, {"id": "a", "title": "", )" + section + "}]")
        .front()
        .path;
  };
  CHECK(path(R"("labels": 3)") == "sections[1].labels");
  CHECK(path(R"("labels": [{"text": 3}])") == "sections[1].labels[0].text");
  CHECK(path(R"("labels": [7])") == "sections[1].labels[0]");
  const std::string diagram = R"("diagram": {"kind": "flow", "nodes": [{"id": "n"}]}, )";
  CHECK(path(diagram + R"("labels": [{"text": "x"}, {"text": "x", "role": "X"}])") == "sections[1].labels[1].role");
  CHECK(path(R"("diagram": {"kind": "pie"})") == "sections[1].diagram.kind");
  CHECK(path(R"("diagram": [])") == "sections[1].diagram");
  CHECK(path(R"("diagram": {"kind": "flow", "arrows": [{"from": "x", "to": "x"}]}, "labels": [{"text": "x"}])") ==
        "sections[1].diagram.arrows[0].from");
  CHECK(path(R"("colors": null)") == "sections[1].colors");
  CHECK(errors_of(R"("page": null)").front().path == "page");
}
