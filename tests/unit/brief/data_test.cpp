// Briefs written as data: what people and models write that is no quite right JSON, YAML or XML; and what is none.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "brief/brief.h"
#include "brief/data_members.h"
#include "brief/data_tree.h"

using namespace sixiang;
using namespace sixiang::brief;

namespace {

// {a: 1, b: [2, 3]}
std::string shown(const Node& node) {
  const bool is_map = node.kind == Node::Kind::Map;
  if (node.kind == Node::Kind::Scalar) return to_utf8(node.value);
  std::string text;
  for (const Node& child : node.children) {
    text += text.empty() ? "" : ", ";
    if (is_map) text += to_utf8(child.key) + ": ";
    text += shown(child);
  }
  return (is_map ? "{" : "[") + text + (is_map ? "}" : "]");
}

std::string json(const std::string& text) {
  const std::optional<Tree> tree = parse_json(to_text(text), 0, 1);
  return tree ? shown(tree->root) : "none";
}
std::string yaml(const std::string& text, Strictness strictness = Strictness::Strict) {
  const std::optional<Node> root = parse_yaml(to_text(text), 1, strictness);
  return root ? shown(*root) : "none";
}
std::string tags(const std::string& text) {
  const std::optional<Tree> tree = parse_tags(to_text(text), 0, 1);
  return tree ? shown(tree->root) : "none";
}

// Titles of the poster and of its sections.
std::string titles(const std::string& text) {
  const Result<std::vector<ReadBrief>> briefs = read_briefs(text);
  if (!briefs) return "none";
  std::string all = briefs.value()[0].poster.title.text;
  for (const Section& section : briefs.value()[0].poster.sections) all += "|" + section.title;
  return all;
}

}  // namespace

TEST_CASE("JSON as people write it") {
  CHECK(json(R"({"a": "一\n二", "b": [1, true, null], "c": {"d": "\u4e00"}})") ==
        "{a: 一\n二, b: [1, true, ], c: {d: 一}}");
  CHECK(json("{\"a\": 1, // note\n /* more */ \"b\": [2, 3,], }") == "{a: 1, b: [2, 3]}");
  CHECK(json("{a: 'x', “b”：“y”，c: z}") == "{a: x, b: y, c: z}");
  CHECK(json(R"({"a": {"b": 1], "c": 2})") == "{a: {b: 1}}");
  CHECK(json(R"({"a": [{"b": 1)") == "{a: [{b: 1}]}");
  CHECK(json("{\"a\": " + std::string(100, '[')) == "none");
  CHECK(json("{}") == "none");
}

TEST_CASE("YAML as people write it") {
  CHECK(yaml("a: 1\nb:\n- x\n- y # note\nc: {d: 二, e: [f, g]}") == "{a: 1, b: [x, y], c: {d: 二, e: [f, g]}}");
  CHECK(yaml("- a: 1\n  b:\n    - c\n-\n  a: 2") == "[{a: 1, b: [c]}, {a: 2}]");
  CHECK(yaml("a: >\n  x\n  # y\nb: |\n  p\n  q\nc: \"#fff: x\"\nd: #A8D8EA\ne: # none") ==
        "{a: x # y, b: p\nq, c: #fff: x, d: #A8D8EA, e: }");
  CHECK(yaml("a: long\n  text\nb: 2") == "{a: long text, b: 2}");
  CHECK(yaml("a: 1\n这是一句话。") == "none");
  CHECK(yaml("a: 1\n这是一句话。", Strictness::Tolerant) == "{a: 1}");
}

TEST_CASE("tags as people write them") {
  CHECK(tags("<a x='1'><k>一 &lt; <b>二</b></k><!-- c --><k>三<br/>四</k></a>") == "{x: 1, k: 一 < 二, k: 三 四}");
  CHECK(tags("<a><k>1</k><k>2</k></a>") == "[1, 2]");
  CHECK(tags("<a><k><c>1</k><d>2</d>") == "{k: {c: 1}, d: 2}");
  CHECK(tags("<a>x</a>\n<b>y</b>\n后文") == "{a: x, b: y}");
  CHECK(tags("<a><m k='1'><t>x</t></m><n>z</n><m k='2'/></a>") == "{m: [{k: 1, t: x}, {k: 2}], n: z}");
}

TEST_CASE("keys in every way of writing them") {
  for (const char32_t* key : {U"aspect_ratio", U"aspectRatio", U"Aspect Ratio", U"aspect-ratio", U"画面比例"}) {
    CHECK(member_of(key) == Member::Aspect);
  }
  CHECK(member_of(U"point_2") == Member::Text);
  CHECK(member_of(U"模块三") == Member::Group);
  CHECK(member_of(U"h1") == Member::Title);
  CHECK(member_of(U"section_title") == Member::Title);
  CHECK(member_of(U"titleColor") == Member::PartColor);
  CHECK(member_of(U"每天喂") == Member::Unknown);
}

TEST_CASE("JSON is a document, unless it is read as a brief") {
  const std::string brief =
      R"({"title": "题", "cards": [{"name": "甲", "points": ["一"]}, {"name": "乙", "text": "二"}]})";
  CHECK_FALSE(is_document(brief));
  CHECK(open_poster(brief));
  CHECK(titles(brief) == "题|甲|乙");
  for (const char* text : {"{}", "[]", "{\"title\": \"题\"}",
                           "{\"format\": \"sixiang-poster\", \"cards\": [{\"name\": \"甲\", \"text\": \"乙\"}]}",
                           "{\"title\": {\"text\": \"题\"}, \"sections\": []}", "{broken"}) {
    CAPTURE(text);
    CHECK(is_document(text));
  }
}

TEST_CASE("plain briefs with data in them stay plain") {
  CHECK(titles("# 题\n\n## 甲\n- 一\n\n```json\n{\"cards\": [{\"name\": \"丙\", \"text\": \"丁\"}]}\n```\n\n## 乙\n- "
               "二\n") == "题|甲|乙");
  CHECK(titles("# 题\n版式: 三列\n\n## 甲\n- 一: 二\n\n## 乙\n- 三\n") == "题|甲|乙");
  CHECK(titles("TITLE: 题\nNODES:\n- 甲 - 一\n- 乙 - 二\nLAYOUT: grid\n") == "题|甲|乙");
}

TEST_CASE("what is in no table is kept where it is Chinese, else told") {
  const Result<std::vector<ReadBrief>> briefs = read_briefs(
      "title: 题\ncards:\n  - name: 甲\n    每天喂: 三顿\n    trick: 先闻一闻\n    corners: rounded\n    product: "
      "Elastic\n  - name: 乙\n    "
      "text: 二\n");
  REQUIRE(briefs);
  const ReadBrief& read = briefs.value()[0];
  REQUIRE(read.poster.sections.size() == 2);
  std::string labels;
  for (const Label& label : read.poster.sections[0].content) labels += label.text + "|";
  CHECK(labels == "每天喂: 三顿|先闻一闻|Elastic|");
  REQUIRE(read.left_out.size() == 1);
  CHECK(read.left_out[0].line == 6);
  CHECK(read.left_out[0].text == "rounded");
}

TEST_CASE("yes and no make a tree of what stands within them") {
  const Result<std::vector<ReadBrief>> briefs = read_briefs(
      R"({"title": "选哪种", "root": {"question": "要快吗", "yes": "骑车", "no": {"question": "有雨吗", "yes": "坐车", "no": "走路"}}})");
  REQUIRE(briefs);
  const Poster& poster = briefs.value()[0].poster;
  REQUIRE(poster.sections.size() == 1);
  const FlowDiagram* flow = std::get_if<FlowDiagram>(&*poster.sections[0].content.at(0).diagram);
  REQUIRE(flow);
  CHECK(flow->nodes.size() == 5);
  std::string arrows;
  for (const FlowArrow& arrow : flow->arrows) arrows += arrow.text;
  CHECK(arrows == "是否是否");
}

TEST_CASE("links go by id, number, title and order") {
  const auto links = [](const std::string& text) {
    const Result<std::vector<ReadBrief>> briefs = read_briefs(text);
    if (!briefs) return std::string("none");
    const Poster& poster = briefs.value()[0].poster;
    std::string all;
    for (const Link& link : poster.links) {
      const auto title = [&](const std::string& id) {
        for (const Section& section : poster.sections) {
          if (section.id == id) return section.title;
        }
        return std::string("?");
      };
      all += title(link.from) + ">" + title(link.to) + ":" + link.text + (link.style == LineStyle::Dashed ? "- " : " ");
    }
    return all;
  };
  const std::string cards =
      R"({"title": "题", "cards": [{"id": "x", "name": "甲", "text": "一"}, {"id": "y", "name": "乙", "text": "二"}, {"name": "丙", "text": "三"}], )";
  CHECK(
      links(
          cards +
          R"("links": [{"from": "x", "to": "丙", "label": "走"}, {"source": "y", "target": "x", "style": "dashed"}]})") ==
      "甲>丙:走 乙>甲:- ");
  CHECK(links(cards + R"("edges": [["x", "y"], ["y", "丙", "再"]]})") == "甲>乙: 乙>丙:再 ");
  CHECK(links(cards + R"("arrows": ["甲 -> 乙: 一步", "3 → 1"]})") == "甲>乙:一步 丙>甲: ");
  CHECK(links(cards + R"("flow": ["x", "y", "丙"]})") == "甲>乙: 乙>丙: ");
  CHECK(
      links(
          R"({"cards": [{"name": "甲", "text": "一", "arrow_label": "走"}, {"name": "乙", "text": "二", "next": "甲"}]})") ==
      "甲>乙:走 乙>甲: ");
}

TEST_CASE("tables and charts of data") {
  const auto first = [](const std::string& text) {
    const Result<std::vector<ReadBrief>> briefs = read_briefs(text);
    REQUIRE(briefs);
    return briefs.value()[0].poster.sections.at(0).content.at(0).diagram;
  };
  const std::optional<Diagram> table = first(
      R"({"title": "题", "table": {"columns": ["项", "值"], "rows": [["甲", "1"], {"name": "乙", "value": "2|3"}]}})");
  REQUIRE(table);
  const TableDiagram& cells = std::get<TableDiagram>(*table);
  CHECK(cells.columns.size() == 2);
  REQUIRE(cells.rows.size() == 2);
  CHECK(cells.rows[0].text == "甲 | 1");
  CHECK(cells.rows[1].text == "乙 | 2\\|3");
  const std::optional<Diagram> bars = first(
      R"({"title": "题", "chart": {"unit": "天", "data": [{"label": "甲", "value": 3}, {"label": "乙", "value": 5.5}]}})");
  REQUIRE(bars);
  CHECK(std::get<BarsDiagram>(*bars).unit == "天");
  CHECK(std::get<BarsDiagram>(*bars).rows.at(1).value == 5.5f);
}
