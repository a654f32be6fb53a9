// The small rules of outlines in no format: headings that are no sections, trees that are told.

#include <doctest/doctest.h>

#include <string>

#include "brief/free_questions.h"
#include "brief/outline_titles.h"

using namespace sixiang::brief;

namespace {

std::string meaning(const std::string& title) {
  const OutlineTitle read = read_outline_title(to_text(title));
  constexpr const char* kNames[] = {"section", "frame", "guide", "title", "subtitle", "bar", "arrows", "center"};
  return std::string(read.is_doubtful ? "perhaps " : "") + (read.holds_sections ? "sections in " : "") +
         kNames[std::size_t(read.meaning)];
}

std::string told(const std::string& line) {
  std::string text;
  for (const ToldQuestion& question : questions_told(to_text(line))) {
    text += to_utf8(question.question);
    for (const ToldQuestion::Way& way : question.ways) text += " " + to_utf8(way.answer) + ">" + to_utf8(way.target);
    text += ";";
  }
  return text;
}

}  // namespace

TEST_CASE("headings made of words for the page are no sections") {
  CHECK(meaning("画面结构") == "frame");
  CHECK(meaning("整体版式") == "frame");
  CHECK(meaning("版式建议") == "frame");
  CHECK(meaning("设计备注") == "guide");
  CHECK(meaning("箭头上的字") == "arrows");
  CHECK(meaning("最下面的结论条：") == "bar");
  CHECK(meaning("海报主标题") == "title");
  CHECK(meaning("副标题") == "subtitle");
  CHECK(meaning("圆心文字") == "center");
  CHECK(meaning("五张卡片") == "sections in frame");
  CHECK(meaning("文章说了什么（背景，不上画面）") == "guide");
  CHECK(meaning("几点小提示：") == "perhaps guide");
  CHECK(meaning("注意事项") == "perhaps guide");
}

TEST_CASE("headings with a word of their own are sections") {
  for (const char* title : {"看鸟三条规矩", "底部的氧气", "哥特式风格", "颜色从哪来", "箭头为什么会飞", "收集厨余"})
    CHECK(meaning(title) == "section");
}

TEST_CASE("questions are told with their answers, quoted or bare") {
  CHECK(told("先问“土湿吗？”，“是”就到“烂根”，“否”就到“叶脉绿吗？”。") == "土湿吗？ 是>烂根 否>叶脉绿吗？;");
  CHECK(told("第一个问题是“灯亮吗？”。亮的话看“马达转吗？”，不亮就看“电瓶松吗？”。") ==
        "灯亮吗？ 亮>马达转吗？ 不亮>电瓶松吗？;");
  CHECK(told("“马达转吗？”：转 → “有油吗？”；不转 → “换保险”。") == "马达转吗？ 转>有油吗？ 不转>换保险;");
  CHECK(told("先看“突然发高烧吗？”：是 → 2，否 → 3") == "突然发高烧吗？ 是>2 否>3;");
  CHECK(told("First ask \"Is it wet?\": if yes, go to \"Rot\", if no, go to \"Dry\".") == "Is it wet? yes>Rot no>Dry;");
}

TEST_CASE("other quotes are no questions that lead anywhere") {
  CHECK(told("左上角放“响度”，写着“振幅越大越响”") == "");
  CHECK(told("标题写“叶子发黄，先别急着浇水吗？”") == "");
  CHECK(told("从“回收箱”到“分拣厂”，箭头上写“每周清运”") == "");
}
