// A poster as an outline, and back: nothing is lost, and what is changed by hand is read as what it looks like.

#include <doctest/doctest.h>

#include <string>

#include "brief/brief.h"
#include "brief/outline.h"
#include "brief/outline_text.h"
#include "model/poster_json.h"
#include "model/words.h"
#include "support/poster_files.h"
#include "support/random_poster.h"

using namespace sixiang;
using namespace sixiang::brief;

namespace {

void check_same(const Poster& poster, const std::string& name) {
  const std::string outline = to_outline(poster);
  CAPTURE(name);
  const Result<Poster> again = open_poster(outline);
  if (!again.ok()) FAIL(again.errors()[0].path << ": " << again.errors()[0].message.english << "\n" << outline);
  if (!(again.value() == poster)) {
    CHECK(to_json(again.value()) == to_json(poster));
    FAIL(outline);
  }
  REQUIRE(to_outline(again.value()) == outline);
}

}  // namespace

TEST_CASE("posters as outlines and back are the same") {
  for (const std::string& file : testing::poster_files()) {
    const Poster poster = testing::read_poster(file);
    check_same(poster, file);
    if (!file.starts_with("assets/")) continue;
    const std::size_t slash = file.rfind('/') + 1;
    testing::check_text_golden("outlines/" + file.substr(slash, file.rfind('.') - slash) + ".md", to_outline(poster));
  }
}

TEST_CASE("random posters as outlines and back are the same") {
  testing::Random random(11);
  for (int i = 0; i < 500; ++i) {
    check_same(testing::random_poster(random, testing::UnknownMembers::Some, testing::PosterSize::Mixed),
               std::to_string(i));
  }
}

namespace {

Poster read(const std::string& outline) {
  const Result<Poster> poster = open_poster(outline);
  if (!poster.ok()) FAIL(poster.errors()[0].message.english);
  return poster.value();
}

std::string error_of(const std::string& outline) {
  const Result<Poster> poster = open_poster(outline);
  return poster.ok() ? "" : poster.errors()[0].message.english;
}

const std::string kFront = "---\nsixiang:\n---\n";

// Role, bullet and text of what a section holds.
std::string content_of(const Section& section) {
  std::string all;
  for (const Label& label : section.content) {
    const std::string kind =
        label.diagram ? std::string(kind_of(*label.diagram).json)
                      : std::string(word_of(label.role).json) + " " + std::string(word_of(label.bullet).json);
    all += kind + ": " + label.text + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("an outline takes the place of the text that the poster was made from") {
  Poster poster = read(kFront + "# 题\n## 甲\n- 一\n");
  const std::string outline = to_outline(poster);
  poster.brief = "# 旧稿";
  CHECK(to_outline(poster) == outline);
}

TEST_CASE("texts in outlines and back are the same, and those that Markdown leaves alone stand as they are") {
  const auto written = [](const std::string& text, OutlinePlace place = OutlinePlace::Line) {
    const std::string outline = to_outline_text(text, place);
    CHECK(from_outline_text(outline) == text);
    return outline;
  };
  for (const char* text : {"生成模型", "$p(x) = ∏p(xᵢ|x_{<i})$", "价格 \\$5", "**粗** ==亮== :star:", "a < b & c", "C#",
                           "-5 °C", "1.5 m", "x_1", "\\", "<3", "R&D; x"}) {
    CHECK(written(text) == text);
  }
  CHECK(written("甲\n乙") == "甲<br>乙");
  CHECK(written("- 甲") == "&#45; 甲");
  CHECK(written("3. 甲") == "3&#46; 甲");
  CHECK(written("<br>") == "&lt;br>");
  CHECK(written("$a<br>b$") == "$a&lt;br>b$");
  CHECK(written("<div> 标签") == "&lt;div> 标签");
  CHECK(written("$a<b$") == "$a<b$");
  CHECK(written("&amp; &#45;") == "&amp;amp; &amp;#45;");
  CHECK(written(" 甲 ") == "&#32;甲&#32;");
  CHECK(written("_甲_") == "&#95;甲_");
  CHECK(written("--> <!--") == "--> &lt;!--");
  CHECK(written("a*b*c", OutlinePlace::Title) == "a&#42;b&#42;c");
  CHECK(written("a | b", OutlinePlace::Head) == "a &#124; b");
  CHECK(written("a |  b", OutlinePlace::Row) == "a | &#32;b");
}

TEST_CASE("a title's stressed part stands between stars, beside blanks too") {
  CHECK(to_outline_title({"四大模型", 2, 2}) == "四大*模型*");
  CHECK(to_outline_title({"一次 HTTPS 请求", 3, 5}) == "一次 *HTTPS* 请求");
  CHECK(to_outline_title({"**四大**模型", 4, 2}) == "**四大**模型");  // four stars in a row would say nothing
  CHECK(from_outline_title("四大*模型*") == StressedText{"四大模型", 2, 2});
  CHECK(from_outline_title("**四大**模型") == StressedText{"**四大**模型", 0, 0});
  CHECK(from_outline_title("2*3") == StressedText{"2*3", 0, 0});
}

TEST_CASE("what nobody sees never ends before its end") {
  const std::string comment = outline_comment("tag", "{\"a\": \"--> --- <!-- x\"}");
  CHECK(comment == " <!-- tag {\"a\": \"-\\u002d> -\\u002d- <!-\\u002d x\"} -->");
  CHECK(outline_comment("", "{}").empty());
}

TEST_CASE("an outline is written as people write Markdown") {
  Poster poster;
  poster.title.text = "两种协议";
  poster.title.emphasis.emplace();
  poster.title.emphasis->start = poster.title.emphasis->length = 2;
  poster.title.subtitle = "一页看懂";
  Section& section = poster.sections.emplace_back();
  section.id = "tcp";
  section.number = "1";
  section.title = "TCP";
  section.content.resize(4);
  section.content[0].text = "可靠";
  section.content[1].text = "三次握手";
  section.content[1].role = LabelRole::Sub;
  section.content[2].text = "$W = min(c, r)$";
  section.content[2].role = LabelRole::Key;
  section.content[3].text = "首选";
  section.content[3].role = LabelRole::Tag;
  CHECK(to_outline(poster) ==
        "---\nsixiang:\n  version: 2\n---\n\n# 两种*协议*\n\n_一页看懂_\n\n## 1. TCP\n<!-- {\"id\": \"tcp\"} -->\n\n- "
        "可靠\n"
        "  - 三次握手\n- ★ $W = min(c, r)$\n- 首选 <!-- tag -->\n");
}

TEST_CASE("lines that are written by hand are read as what they look like") {
  const Poster poster = read(
      "---\ntitle: 博客\ndate: 2025-01-01\nsixiang:\n  # 深色\n  style: dark # 夜里看\n  page:\n    width: 1920\n"
      "    height: 1080\n    background: '#102030'\n"
      "tags: [a, b]\n---\n# 标题\n\n## 甲 ##\n* 一\n+ 二\n    接着\n1) 三\n- [X] 对\n- [ ] 错\n  - 细\n- "
      "★重点\n\n没有符号的\n一段\n\n"
      "> 提示\n> 两行  \n> 断开\n\n~~~python\nprint(\"$5\")\n~~~\n- 大 <!-- figure -->\n<!-- 给人看的 -->\n#### "
      "小标题\n"
      "| 名 | 数 |\n|:--|--:|\n| a   | 1 |\n\n_表_\n\n### 内\n- 里面\n\n## Beta\n");
  CHECK(poster.style == Style::Dark);
  CHECK(poster.page.width == 1920);
  CHECK(poster.page.background == Color{0x10, 0x20, 0x30, 255});
  CHECK(poster.title.text == "标题");
  REQUIRE(poster.sections.size() == 2);
  CHECK(poster.sections[0].title == "甲");
  CHECK(content_of(poster.sections[0]) ==
        "text dot: 一\ntext dot: 二接着\ntext number: 三\ntext check: 对\ntext cross: 错\nsub dot: 细\nkey dot: 重点\n"
        "text none: 没有符号的一段\ncallout dot: 提示两行\n断开\ncode dot: print(\"\\$5\")\nfigure dot: 大\n"
        "text none: **小标题**\ntable: 表\n");
  const TableDiagram table = std::get<TableDiagram>(*poster.sections[0].content.back().diagram);
  CHECK(table.columns[1].align == ColumnAlign::Right);
  CHECK(table.rows[0].text == "a | 1");
  REQUIRE(poster.sections[0].sections.size() == 1);
  CHECK(content_of(poster.sections[0].sections[0]) == "text dot: 里面\n");
  CHECK(poster.sections[1].id == "beta");
  CHECK(poster.sections[0].id == "section-1");
  CHECK(poster.sections[0].colors.header.has_value());
  CHECK(poster.sections[0].colors.header != poster.sections[1].colors.header);
}

TEST_CASE("items of diagrams are lines of words") {
  const std::string outline =
      kFront +
      "## 图\n<!-- {\"id\": \"a\"} -->\n\n```flow\nnodes:\n- x: $x$ {\"shape\": \"circle\"}\n"
      "- y: 甲<br>乙: 丙\n- z\narrows:\n- x -> y\n- y -> z: 加噪 {\"style\": \"dashed\"}\n```\n\n"
      "```noise\ntiles:\n- {\"level\": 0.5}\nspans:\n- 0 -> 0: 前\n```\n\n"
      "```chain\ntokens:\n- $x_{1}$\n- {\"text\": \"{\\\"a\\\"}\"}\n```\n\n"
      "```bars\nunit: \"ms\"\nrows:\n- L1: 缓存: 0.5\n- : -3\n```\n";
  const Poster poster = read(outline);
  CHECK(to_outline(poster) == "---\nsixiang:\n  version: 2\n---\n\n#\n\n" + outline.substr(kFront.size()));
  const FlowDiagram flow = std::get<FlowDiagram>(*poster.sections[0].content[0].diagram);
  CHECK(flow.nodes[1].text == "甲\n乙: 丙");
  CHECK(flow.nodes[0].shape == NodeShape::Circle);
  CHECK(flow.arrows[1].text == "加噪");
  CHECK(flow.arrows[1].style == LineStyle::Dashed);
  const BarsDiagram bars = std::get<BarsDiagram>(*poster.sections[0].content[3].diagram);
  CHECK(bars.rows[0].name == "L1: 缓存");
  CHECK(bars.rows[0].value == 0.5f);
}

TEST_CASE("a fence of nothing but arrows is drawn, and links are read as arrows") {
  const Poster poster = read(
      "---\nsixiang:\n  links:\n  - a -> b: 通道\n---\n## 甲\n<!-- {\"id\": \"a\"} -->\n```flow\nmain -> feature -> "
      "PR\nPR -> main\n```\n"
      "## 乙\n<!-- {\"id\": \"b\"} -->\n");
  const FlowDiagram flow = std::get<FlowDiagram>(*poster.sections[0].content[0].diagram);
  REQUIRE(flow.nodes.size() == 3);
  CHECK(flow.nodes[1].text == "feature");
  CHECK(flow.arrows.size() == 3);
  REQUIRE(poster.links.size() == 1);
  CHECK(poster.links[0].text == "通道");
}

TEST_CASE("new sections among those of an outline get ids and colours that nobody has") {
  const Poster poster = read(kFront +
                             "## 新\n## 旧\n<!-- {\"id\": \"section-1\", \"colors\": {\"fill\": \"#A8D8EA\"}} -->\n"
                             "## 素\n<!-- {\"id\": \"plain\"} -->\n");
  CHECK(poster.sections[0].id == "section-2");
  CHECK(poster.sections[0].colors.fill == Color{0xD5, 0xC6, 0xE0, 255});
  CHECK_FALSE(poster.sections[2].colors.fill.has_value());
}

TEST_CASE("what is wrong with an outline is told with its line and what to do") {
  CHECK(error_of("---\nsixiang:\n  style: neon\n---\n") ==
        "line 3: expected one of \"marker\", \"cards\", \"dark\", found the text \"neon\"");
  CHECK(error_of("---\nsixiang: 2\n---\n").starts_with("line 2: nothing stands behind"));
  CHECK(error_of("---\nsixiang:\n  page\n---\n").starts_with("line 3: expected “key: value”"));
  CHECK(error_of(kFront + "## 甲\n<!-- {\"id\": } -->\n").starts_with("line 5: in {\"id\": }"));
  CHECK(error_of(kFront + "## 甲\n- 一 <!-- {\"color\": 1} -->\n").starts_with("line 5: expected a colour"));
  CHECK(error_of(kFront + "## 甲\n<!-- 一\n二\n") ==
        "line 5: the comment that begins here is not closed: write --> behind it");
  CHECK(
      error_of(kFront + "## 甲\n```flow\nnodes:\n- {\"id\": \"a\"}\narrows:\n- {\"from\": \"a\", \"to\": \"b\"}\n```\n")
          .starts_with("line 9: no node has the id \"b\""));
  CHECK(error_of(kFront + "## 甲\n```flow\narrows:\n- a 到 b\n```\n").starts_with("line 7: expected “- a -> b”"));
  CHECK(error_of(kFront + "# a\xFF\n").find("UTF-8") != std::string::npos);
}

TEST_CASE("lines that belong to no section are told") {
  const Result<std::vector<ReadBrief>> briefs = read_briefs(kFront + "# 题\n- 无家可归\n## 甲\n- 一\n");
  REQUIRE(briefs);
  REQUIRE(briefs.value()[0].left_out.size() == 1);
  CHECK(briefs.value()[0].left_out[0].line == 5);
  std::string readings;
  for (const LineReading& reading : briefs.value()[0].readings) {
    readings += std::to_string(reading.line) + " " + reading.meaning + "\n";
  }
  CHECK(readings ==
        "1 front matter\n2 front matter\n3 front matter\n4 title\n5 left out\n6 head of section 1\n7 label of section "
        "1\n");
}

TEST_CASE("a brief with rules and front matter of its own is no outline") {
  CHECK_FALSE(is_outline("---\ntitle: x\n---\n# 题\n"));
  CHECK_FALSE(is_outline("# sixiang:\n---\n"));
  CHECK(is_outline("\xEF\xBB\xBF\r\n---\r\nsixiang:\r\n---\r\n"));
  CHECK(read("---\r\nsixiang:\r\n---\r\n# 题\r\n## 甲\r\n- 一\r\n").sections[0].content[0].text == "一");
}
