// Texts without headings, keys and quotes: what there is stands on the poster.

#include <doctest/doctest.h>

#include <string>

#include "brief/brief.h"

using namespace sixiang;

namespace {

// «title | section: text, text | section: …».
std::string outline(const std::string& text) {
  const Result<std::vector<brief::ReadBrief>> briefs = brief::read_briefs(text);
  if (!briefs) return "none";
  const Poster& poster = briefs.value()[0].poster;
  std::string all = poster.title.text;
  for (const Section& section : poster.sections) {
    all += " | " + section.number + section.title + ":";
    for (const Label& content : section.content) all += " " + (content.diagram ? "(diagram)" : content.text);
  }
  return all;
}

}  // namespace

TEST_CASE("a list without headings stands in one section, or its items are the sections") {
  CHECK(outline("出门前检查\n\n- 钥匙\n- 手机\n- 雨伞\n") == "出门前检查 | : 钥匙 手机 雨伞");
  CHECK(outline("# 露营\n\n睡的：\n- 帐篷\n- 睡袋\n\n吃的：\n- 锅\n") == "露营 | 睡的: 帐篷 睡袋 | 吃的: 锅");
  CHECK(outline("* 春天\n    * 播种\n* 夏天\n    * 浇水\n\n最后一行写：按时令来\n") ==
        " | 春天: 播种 | 夏天: 浇水 | : 按时令来");
  CHECK(outline("- 垃圾怎么分\n  - 可回收\n    - 纸箱\n  - 有害\n    - 电池\n") ==
        "垃圾怎么分 | 可回收: 纸箱 | 有害: 电池");
  CHECK(outline("洗手七步，横版，背景 #EAF6F6\n1. 掌心相对\n2. 手背交叉\n") == "洗手七步 | : 掌心相对 手背交叉");
}

TEST_CASE("definitions are sections, by their words") {
  CHECK(outline("统计词\n均值：总和除以个数\n众数：出现最多的数\n") ==
        "统计词 | 均值: 总和除以个数 | 众数: 出现最多的数");
  CHECK(outline("统计词\n\n- **均值**：总和除以个数\n- **众数**：出现最多的数\n") ==
        "统计词 | 均值: 总和除以个数 | 众数: 出现最多的数");
}

TEST_CASE("paragraphs are sections without a title, long ones sentence by sentence") {
  CHECK(outline("茶的故事\n\n茶树原产于西南。\n\n唐代，陆羽写下《茶经》。\n") ==
        "茶的故事 | : 茶树原产于西南。 | : 唐代，陆羽写下《茶经》。");
  CHECK(outline("怎样读书\n\n1. 先读目录和前言，弄清楚作者想回答什么问题，再读正文。\n"
                "2. 第一遍不查字典，遇到不懂的地方做个记号，一口气读到底。\n") ==
        "怎样读书 | 1: 先读目录和前言，弄清楚作者想回答什么问题，再读正文。 | 2: "
        "第一遍不查字典，遇到不懂的地方做个记号，一口气读到底。");
  CHECK(outline("Why bread goes stale\n\nIts starch crystallises again.\n\nToasting melts the crystals.\n") ==
        "Why bread goes stale | : Its starch crystallises again. | : Toasting melts the crystals.");
  CHECK(outline("山居\n\n空山新雨后\n天气晚来秋\n") == "山居 | : 空山新雨后 天气晚来秋");
  CHECK(outline("| 星球 | 一年 |\n|---|---|\n| 水星 | 88 天 |\n") == " | : (diagram)");
  CHECK(outline("只有一句话") == "none");
}
