// Icons by what they are called (tests/cases/briefs/icons.txt), and those that cards and rows get beside others.

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "brief/brief.h"
#include "brief/icon_words.h"
#include "brief/icons.h"
#include "support/golden.h"

using namespace sixiang;
using namespace sixiang::brief;
using sixiang::testing::read_text;

namespace {

std::string fitting(View title) {
  const IconNames names = icons_fitting(title);
  return names.empty() ? "" : names.front();
}

Poster poster_of(const std::string& text) {
  const Result<std::vector<ReadBrief>> briefs = read_briefs(text);
  REQUIRE(briefs);
  return briefs.value()[0].poster;
}

// Of all sections in the flow, a blank between; `-` for none.
std::string icons_of(const Poster& poster) {
  std::string icons;
  for (const Section& section : poster.sections) {
    if (section.place != SectionPlace::Flow) continue;
    icons += (icons.empty() ? "" : " ") + (section.icon.empty() ? "-" : section.icon);
  }
  return icons;
}

// The icons that its texts begin with.
std::string rows_of(const Section& section) {
  std::string icons;
  for (const Label& label : section.content) {
    const std::size_t end = label.text.find(':', 1);
    const bool has_icon = label.text[0] == ':' && end != std::string::npos;
    icons += (icons.empty() ? "" : " ") + (has_icon ? label.text.substr(1, end - 1) : "-");
  }
  return icons;
}

}  // namespace

TEST_CASE("icons are what a designer would draw for the words of briefs") {
  std::istringstream lines(read_text(testing::source_path("tests/cases/briefs/icons.txt")));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t bar = line.find(" | ");
    if (bar == std::string::npos || line[0] == '#') continue;
    CAPTURE(line);
    const std::string found = icon_named(to_text(line.substr(0, bar)));
    CHECK((" " + line.substr(bar + 3) + " ").find(" " + found + " ") != std::string::npos);
    ++count;
  }
  CHECK(count > 150);
}

TEST_CASE("of words for an icon the thing itself counts, not what is beside it or how it is drawn") {
  CHECK(icon_named(U"a small flat magnifying glass over a bar chart") == "search");
  CHECK(icon_named(U"shield with a checkmark") == "shield-check");
  CHECK(icon_named(U"stacked layers") == "layers");
  CHECK(icon_named(U"scattered dots") == "grip");
  CHECK(icon_named(U"一把刀") == "pocket-knife");
  CHECK(icon_named(U"水桶") == "cylinder");
  CHECK(icon_named(U"音叉") == "audio-waveform");  // no cross
  CHECK(icon_named(U"rate") == "percent");         // no rat
  CHECK(icon_named(U"tree axes") == "axis-3d");
}

TEST_CASE("a title leads to an icon by what it says, not by words that all titles have") {
  CHECK(fitting(U"数据清洗") == "brush-cleaning");
  CHECK(fitting(U"PointCloud") == "grip");  // no cloud
  CHECK(fitting(U"NeRF") == "camera");
  CHECK(fitting(U"输入") == "import");
  CHECK(fitting(U"上下文") == "book-open");  // not 上下
  CHECK(fitting(U"数据与方法之外").empty());
  CHECK(fitting(U"水平").empty());
  CHECK(fitting(U"LRM").empty());
}

TEST_CASE("briefs ask for icons in many wordings, and forbid them") {
  for (const View text : {U"Bold icons for each pipeline step, black outlines", U"One simple icon per card.",
                          U"icon at the left of each card", U"每块配一个小图标，线条要细", U"mini icons per node"}) {
    CAPTURE(to_utf8(text));
    CHECK(asks_for_icons(text));
  }
  for (const View text : {U"no icons, no shadows", U"seesaw icon behind the title", U"不要图标", U"每块不要加图标",
                          U"Flat vector, without icons", U"lexicons for each step"}) {
    CAPTURE(to_utf8(text));
    CHECK_FALSE(asks_for_icons(text));
  }
}

TEST_CASE("where some of the cards have an icon, or icons are asked for, all get one of their own") {
  const std::string steps =
      "发版\n\nSTEP 1: 冻结版本\n- 只收修复\n{}\nSTEP 2: 构建镜像\n- 一小时\n\nSTEP 3: 自动测试\n- 八成\n\nSTEP 4: "
      "复盘\n- 一次\n\n";
  const auto with = [&steps](const std::string& line) {
    std::string text = steps;
    return text.replace(text.find("{}"), 2, line);
  };
  CHECK(icons_of(poster_of(with(""))) == "- - - -");
  CHECK(icons_of(poster_of(with("- 图标: 雪花\n"))) == "snowflake hammer flask-conical history");
  CHECK(icons_of(poster_of(with("") + "ELEMENTS: bold icons for each step\n")) ==
        "snowflake hammer flask-conical history");
  CHECK(icons_of(poster_of(with("") + "ELEMENTS: numbered badges, no icons\n")) == "- - - -");
}

TEST_CASE("a bar with what the poster comes to has a bulb, or what its lead says, where the cards have icons") {
  const auto bar_icon = [](const std::string& cards, const std::string& bar) {
    return poster_of("发版\n\nSTEP 1: 冻结\n" + cards + "- 甲\n\nSTEP 2: 测试\n- 乙\n\nBOTTOM: " + bar + "\n")
        .sections.back()
        .icon;
  };
  CHECK(bar_icon("- 图标: 雪花\n", "慢一点，稳一点") == "lightbulb");
  CHECK(bar_icon("- 图标: 雪花\n", "趋势: 越来越快") == "trending-up");
  CHECK(bar_icon("- 图标: 灯泡\n", "慢一点，稳一点").empty());
  CHECK(bar_icon("- 图标: 雪花\n", "数据来自本店").empty());
  CHECK(bar_icon("", "慢一点，稳一点").empty());
}

TEST_CASE("where few of the cards lead to an icon, none gets one that nobody asked for") {
  const std::string text =
      "四家\n\nCARD 1: 王记\n- 图标: 房子\n\nCARD 2: 赵记\n- 甲\n\nCARD 3: 钱记\n- 乙\n\nCARD 4: 测试\n- 丙\n";
  CHECK(icons_of(poster_of(text)) == "house - - -");
}

TEST_CASE("three cards that lead to one icon only do not all get it") {
  const std::string text =
      "三把伞\n\nCARD 1: 红雨伞\n- 甲\n\nCARD 2: 蓝雨伞\n- 乙\n\nCARD 3: 黄雨伞\n- 丙\n\nELEMENTS: icons per "
      "card\n";
  const Poster poster = poster_of(text);
  CHECK(icons_of(poster) == "umbrella umbrella -");
}

TEST_CASE("titles that are drawn with arrows have no icon besides") {
  const std::string text =
      "速度与 Trade-off\n\nCONFLICT 1: 速度↑ 但 质量↓\n- 甲: 一\n\nCONFLICT 2: 成本↓ 但 体验↓\n- 乙: 二\n\n"
      "ELEMENTS: small icons per card, balance icon for the trade-off concept\n";
  const Poster poster = poster_of(text);
  CHECK(icons_of(poster) == "- -");
  CHECK(poster.title.icon == "scale");
}

TEST_CASE("rows of the list beside have the same icons by their leads, and what is left over one that fits") {
  const std::string text =
      "工时\n\nLEFT SIDE - 传统:\n- 雕刻: 2天 → 图标: 雕刻刀\n- 骨骼绑定: 3天 → 图标: 骨架\n- 总计: 5天\n\n"
      "RIGHT SIDE - 新法:\n- 概念探索: 1小时\n- 雕刻: 1天\n- 绑定: 1天\n- 合计: 2天\n";
  const Poster poster = poster_of(text);
  REQUIRE(poster.sections.size() == 2);
  CHECK(rows_of(poster.sections[0]) == "pen-tool bone -");
  CHECK(rows_of(poster.sections[1]) == "telescope pen-tool bone -");
}

TEST_CASE("leads of two lists that both have icons do not share them: they show what stands behind") {
  const std::string text =
      "字体\n\nLEFT SIDE - 衬线:\n- 笔画: 带脚 → 图标: 毛笔\n- 适合: 长篇\n\n"
      "RIGHT SIDE - 无衬线:\n- 笔画: 齐头 → 图标: 直尺\n- 适合: 屏幕 → 图标: 手机\n";
  const Poster poster = poster_of(text);
  CHECK(rows_of(poster.sections[0]) == "brush -");
  CHECK(rows_of(poster.sections[1]) == "ruler smartphone");
}

TEST_CASE("icons in brackets stand before the rows of the section that is named behind") {
  const std::string text =
      "网格\n\nSTEP 1: 输入\n- 甲\n\nSTEP 2: 重网格化\n- 边分裂: 一分为二\n- 边坍缩: 合并\n- 边翻转: 改善\n\nSTEP 3: "
      "输出\n- 乙\n\n"
      "ELEMENTS: operation icons (split/collapse/flip) in step 2, arrows between all steps\n";
  const Poster poster = poster_of(text);
  CHECK(rows_of(poster.sections[1]) == "split fold-horizontal flip-horizontal-2");
  CHECK(icons_of(poster) == "import grid-3x3 upload");
}
