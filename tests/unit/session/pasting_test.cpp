// Lines pasted into a label: labels, in one step, and "as one text".
#include "unit/session/screen.h"

using namespace sixiang;
using namespace sixiang::app;
using namespace sixiang::testing;

namespace {

constexpr const char* kField = "gan.content.2.text";
constexpr const char* kSix = "1. 一\n2. 二\n   - 二之一\n3. 三\n4. 四\n5. 五\n";

struct Pasting : Sample {
  Pasting() { click(kField); }

  const Section& gan() {
    for (const Section& section : poster().sections) {
      if (section.id == "gan") return section;
    }
    FAIL("no such section");
    return poster().sections.front();
  }
  // From the label that is pasted into on.
  std::string texts(std::size_t count) {
    std::string result;
    for (std::size_t i = 0; i < count; ++i) result += (i > 0 ? "|" : "") + gan().content.at(2 + i).text;
    return result;
  }
  // In place of what is selected, UTF-16 code units.
  bool paste(std::string_view text, int begin, int end) {
    editor().set_selection(begin, end);
    const bool taken = editor().paste(kField, text);
    settle();
    return taken;
  }
  bool paste_over(std::string_view text) { return paste(text, 0, 1000); }
  bool can_be_one() { return find_action("paste-as-one")->is_enabled(editor()); }
};

}  // namespace

TEST_CASE_FIXTURE(Pasting, "six pasted lines are six labels and one step") {
  const Poster before = poster();
  const std::size_t steps = editor().session().editor().history.past.size();
  REQUIRE(paste_over(kSix));
  CHECK(texts(6) == "一|二|二之一|三|四|五");
  CHECK(gan().content.size() == 12);
  CHECK(gan().content[8] == before.sections[0].content[3]);
  CHECK(editor().session().editor().history.past.size() == steps + 1);
  const Poster after = poster();
  editor().act("undo");
  CHECK(poster() == before);
  editor().act("redo");
  CHECK(poster() == after);
}

TEST_CASE_FIXTURE(Pasting,
                  "lines that are pasted onto the poster are labels behind what is selected; a brief is none of them") {
  const auto labels = [this](std::size_t section) {
    std::string all;
    for (const Label& label : poster().sections[section].content) all += label.text + ";";
    return all;
  };
  const Poster before = poster();
  press_block("vae.content.2");
  CHECK(editor().paste_texts("甲行\n- 乙行\r\n丙：$E = mc^2$"));
  CHECK(labels(1).find(before.sections[1].content[2].text + ";甲行;乙行;丙：$E = mc^2$;") != std::string::npos);
  CHECK(selection().lead() == "vae.content.5");
  CHECK(editor().paste_texts("一行"));
  CHECK(poster().sections[1].content.size() == before.sections[1].content.size() + 4);
  editor().undo();
  editor().undo();
  CHECK(poster() == before);
  CHECK_FALSE(editor().paste_texts("# 题\n## 甲\n- 乙\n## 丙\n- 丁"));
  CHECK_FALSE(editor().paste_texts("{}"));
  CHECK_FALSE(editor().paste_texts(" \n "));
  editor().session().select("");
  CHECK_FALSE(editor().paste_texts("甲\n乙"));
  CHECK(poster() == before);
}

TEST_CASE_FIXTURE(Pasting, "after a paste the last label is edited, and a notice offers one text") {
  paste_over(kSix);
  CHECK(last<FocusWidget>().id == "gan.content.7.text");
  CHECK(last<Notice>().action == "paste-as-one");
  CHECK(last<Notice>().action_label == "作为一段文字");
  CHECK(last<Notice>().text == "已粘贴为 6 条要点。");
}

TEST_CASE_FIXTURE(Pasting, "as one text the lines are one label, and one step") {
  const Poster before = poster();
  paste_over(kSix);
  editor().act("paste-as-one");
  settle();
  CHECK(texts(1) == "1. 一\n2. 二\n   - 二之一\n3. 三\n4. 四\n5. 五");
  CHECK(gan().content.size() == before.sections[0].content.size());
  CHECK(count<NoticeOver>() == 1);
  CHECK_FALSE(can_be_one());
  editor().act("undo");
  CHECK(poster() == before);
}

TEST_CASE_FIXTURE(Pasting, "what is done after a paste ends its offer") {
  paste_over(kSix);
  CHECK(can_be_one());
  type("gan.content.7.text", "五五");
  settle();
  CHECK_FALSE(can_be_one());
  CHECK(count<NoticeOver>() == 1);
  editor().act("paste-as-one");
  CHECK(texts(6) == "一|二|二之一|三|四|五五");
}

TEST_CASE_FIXTURE(Pasting, "typing before a paste is a step of its own") {
  type(kField, "新");
  const Poster typed = poster();
  paste_over("一\n二");
  editor().act("undo");
  CHECK(poster() == typed);
}

TEST_CASE_FIXTURE(Pasting, "what stands around the caret stays around the pasted lines") {
  type(kField, "前𝛼后");
  paste("一\n二\n三", 1, 3);
  CHECK(texts(3) == "前一|二|三后");
  editor().act("paste-as-one");
  CHECK(texts(1) == "前一\n二\n三后");
}

TEST_CASE_FIXTURE(Pasting, "the rest of a list that gets full stays in its last label") {
  std::string lines;
  for (int i = 1; i <= 70; ++i) lines += "- 第 " + std::to_string(i) + " 条\n";
  REQUIRE(paste_over(lines));
  CHECK(gan().content.size() == 65);
  CHECK(texts(2) == "第 1 条|第 2 条");
  const std::string& held = gan().content[60].text;  // four labels follow that were there before
  CHECK(held.substr(0, held.find('\n')) == "第 59 条");
  CHECK(held.substr(held.rfind('\n') + 1) == "第 70 条");
  CHECK(last<Notice>().text == "已粘贴为 59 条要点。列表已满，其余 11 条是最后一条中的行。");
  CHECK(last<FocusWidget>().id == "gan.content.60.text");
}

TEST_CASE_FIXTURE(Pasting, "in a full list all lines stay in the label") {
  paste_over(std::string("0\n") + [] {
    std::string lines;
    for (int i = 0; i < 58; ++i) lines += "x\n";
    return lines;
  }());
  REQUIRE(gan().content.size() == 65);
  REQUIRE(paste_over("一\n二"));
  CHECK(gan().content.size() == 65);
  CHECK(texts(2) == "一\n二|x");
}

TEST_CASE_FIXTURE(Pasting, "one line, a formula over lines and lines within a formula are no labels") {
  CHECK_FALSE(paste_over("一行"));
  CHECK_FALSE(paste_over("- 一行\n"));
  CHECK_FALSE(paste_over("$$\nx\n$$"));
  type(kField, "$x$ 后");
  CHECK_FALSE(paste("+\ny", 2, 2));
  CHECK(paste("一\n二", 5, 5));
}

TEST_CASE_FIXTURE(Pasting, "lines pasted where there are no labels are left to the field") {
  for (const char* field :
       {"title.text", "gan.title", "center.lines.0.text", "gan.content.100.text", "gan.content", ""}) {
    CHECK_FALSE(editor().paste(field, "一\n二"));
  }
}

TEST_CASE_FIXTURE(Pasting, "more than a document may hold is refused, and said") {
  const Poster before = poster();
  CHECK(paste_over("一\n" + std::string(70'000, 'x')));
  CHECK(poster() == before);
  CHECK(last<Notice>().severity == Severity::Error);
}
