// A text becomes a poster, in one step, beside a list of what was left out.
#include <string>

#include "brief/outline.h"
#include "model/poster_json.h"
#include "unit/session/screen.h"

using namespace sixiang;
using namespace sixiang::app;
using namespace sixiang::testing;

namespace {

constexpr const char* kText =
    "# 手冲咖啡\n"
    "## 磨豆\n"
    "- 粗细: 像细砂糖\n"
    "- 图示: 一座手摇磨豆机的剖面图\n"
    "## 注水\n"
    "- 水温 92°C\n"
    "- 图示: 壶嘴画圈的俯视图\n"
    "总结: 慢就是快\n";

struct Briefs : Sample {
  Briefs() { settle(); }

  // Fails the test where the text is no brief.
  void read(const std::string& text, BriefReading reading = BriefReading::New) {
    REQUIRE(editor().read_brief(text, reading).ok());
    settle();
  }
  std::size_t steps() { return editor().session().editor().history.past.size(); }
  std::string left() {
    std::string lines;
    for (const LeftOutLine& line : editor().brief_state().left_out) {
      lines += (lines.empty() ? "" : "|") + std::to_string(line.line) + " " + line.text;
    }
    return lines;
  }
  std::string texts(std::size_t section) {
    std::string all;
    for (const Label& label : poster().sections.at(section).content) all += (all.empty() ? "" : "|") + label.text;
    return all;
  }
};

constexpr const char* kBoth = "4 一座手摇磨豆机的剖面图|7 壶嘴画圈的俯视图";

}  // namespace

TEST_CASE_FIXTURE(Briefs, "a text becomes a poster in one step, and undo brings the old one back") {
  const Poster before = poster();
  const std::size_t count = steps();
  read(kText);
  CHECK(poster().title.text == "手冲咖啡");
  CHECK(poster().brief == kText);
  CHECK(steps() == count + 1);
  const Poster made = poster();
  editor().act("undo");
  settle();
  CHECK(poster() == before);
  CHECK(!editor().brief_state().has_text);
  CHECK(!editor().brief_state().is_listed);
  editor().act("redo");
  CHECK(poster() == made);
  CHECK(editor().brief_state().is_listed);
}

TEST_CASE_FIXTURE(Briefs, "what was left out is listed with line and reason, until the list is closed") {
  read(kText);
  CHECK(editor().brief_state().is_listed);
  CHECK(left() == kBoth);
  CHECK(editor().brief_state().left_out[0].why.english.find("picture") != std::string::npos);
  CHECK(last<Notice>().text == "已按文字生成海报。点「撤销」可以找回原来的。有 2 行没画上。");
  CHECK(count<BriefChanged>() > 0);
  editor().act("left-out-done");
  settle();
  CHECK(count<BriefChanged>() == 1);
  CHECK(!editor().brief_state().is_listed);
  editor().act("left-out");
  CHECK(editor().brief_state().is_listed);
}

TEST_CASE_FIXTURE(
    Briefs, "a line is added to the section that is selected, else to the last in order, and undo takes it back") {
  read(kText);
  const std::string second = texts(1);
  editor().add_left_out(0);
  settle();
  CHECK(texts(1) == second + "|一座手摇磨豆机的剖面图");
  CHECK(left() == "7 壶嘴画圈的俯视图");
  CHECK(editor().session().editor().selection.lead() ==
        poster().sections[1].id + ".content." + std::to_string(poster().sections[1].content.size() - 1));
  editor().act("undo");
  settle();
  CHECK(texts(1) == second);
  CHECK(left() == kBoth);
  editor().session().select(poster().sections[0].id + ".title");
  editor().add_left_out(1);
  CHECK(texts(0) == "粗细: 像细砂糖|壶嘴画圈的俯视图");
}

TEST_CASE_FIXTURE(Briefs, "a line that is ignored is listed no more") {
  read(kText);
  editor().ignore_left_out(0);
  editor().ignore_left_out(99);
  CHECK(left() == "7 壶嘴画圈的俯视图");
  read(std::string(kText) + "- 完\n", BriefReading::Again);
  CHECK(left() == "7 壶嘴画圈的俯视图");
  read(kText);
  CHECK(left() == kBoth);
}

TEST_CASE_FIXTURE(Briefs, "read again, the poster keeps what was changed by hand") {
  read(kText);
  editor().session().run(SetText{poster().sections[0].id + ".title", "研磨"});
  std::string text = kText;
  text.replace(text.find("92°C"), 5, "90°C");
  const std::size_t count = steps();
  read(text, BriefReading::Again);
  CHECK(steps() == count + 1);
  CHECK(poster().sections[0].title == "研磨");
  CHECK(texts(1) == "水温 90°C");
  CHECK(poster().brief == text);
}

TEST_CASE_FIXTURE(Briefs, "what is no brief says so and changes nothing") {
  const Poster before = poster();
  for (const char* text : {"x", "一句话。", "\n\n"}) {
    const Result<bool> answer = editor().read_brief(text, BriefReading::New);
    REQUIRE(!answer.ok());
    CHECK(!answer.errors()[0].message.chinese.empty());
  }
  CHECK(!editor().take_text("").ok());
  CHECK(!editor().take_text("{\"format\": 1}").ok());
  CHECK(poster() == before);
}

TEST_CASE_FIXTURE(Briefs, "a document is known as one") {
  const std::string document = to_json(poster());
  read(kText);
  REQUIRE(editor().take_text(document).ok());
  CHECK(to_json(poster()) == document);
  REQUIRE(editor().take_text(kText).ok());
  CHECK(poster().title.text == "手冲咖啡");
}

TEST_CASE_FIXTURE(Briefs, "what was typed before a text came is a step of its own") {
  type("title.text", "新");
  const Poster typed = poster();
  read(kText);
  editor().act("undo");
  CHECK(poster() == typed);
}

TEST_CASE_FIXTURE(Briefs, "the text is saved and opened with the document, and no glyph is fetched for it") {
  read("# 标题\n## 一\n- 二\n- 图示: 龘靐齉爩\n");
  const std::string document = to_json(poster());
  CHECK(document.find("\"brief\": \"# 标题") != std::string::npos);
  CHECK(editor().missing_characters().find("龘") == std::string::npos);
  for (const Diagnostic& diagnostic : editor().session().layout().diagnostics) {
    CHECK(diagnostic.message.chinese.find("龘") == std::string::npos);
  }
  REQUIRE(editor().open(document).ok());
  CHECK(editor().brief_text() == poster().brief);
  CHECK(left() == "4 龘靐齉爩");
  CHECK(!editor().brief_state().is_listed);
}

TEST_CASE_FIXTURE(Briefs, "a text that no document can hold makes its poster, is not kept, and that is said") {
  std::string text = kText;
  while (text.size() <= 64u << 10) text += "- 图示: 又一幅画不出来的画, 编号 " + std::to_string(text.size()) + "\n";
  read(text);
  CHECK(poster().title.text == "手冲咖啡");
  CHECK(poster().brief.empty());
  CHECK(last<Notice>().text.find("不能随海报保存") != std::string::npos);
  CHECK(editor().brief_text() == text);
  CHECK(editor().brief_state().left_out.size() > 2);
  editor().act("undo");
  settle();
  CHECK(editor().brief_text().empty());
}

TEST_CASE_FIXTURE(Briefs, "line ends of other systems and broken bytes are kept as they are read") {
  read(
      "\xEF\xBB\xBF# 甲\r\n## 乙\r- 丙\tx\x01\r\n- \xFF"
      "丁\n");
  CHECK(poster().brief ==
        "# 甲\n## 乙\n- 丙\tx\n- \xEF\xBF\xBD"
        "丁\n");
  CHECK(parse_poster(to_json(poster())).ok());
}

TEST_CASE_FIXTURE(Briefs, "of several briefs the first is opened, and that is said") {
  read(std::string("# 01-a\n\n") + kText + "\n---\n# 02-b\n\n# 乙\n## 丙\n- 丁\n");
  CHECK(last<Notice>().text.find("2 份") != std::string::npos);
}

TEST_CASE_FIXTURE(Briefs, "a poster is saved as text, and that text is the poster again") {
  click("toolbar.size");
  click("toolbar.outline");
  CHECK(count<SaveOutline>() == 1);
  const Poster before = poster();
  read(brief::to_outline(before));
  Poster after = poster();
  after.brief.clear();
  CHECK(after == before);
  CHECK(!editor().brief_text().empty());
}

TEST_CASE_FIXTURE(Briefs, "the action asks for the dialog") {
  click("panel.new");
  click("panel.new.brief");
  CHECK(count<OpenBrief>() == 1);
}
